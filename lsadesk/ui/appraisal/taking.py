"""The files to take away: the record as it is signed, both views of it, and the plan."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lsadesk.domain.appraisals.appraisal import Appraisal
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.appraisals import papers
from lsadesk.operations.appraisals.meetings import Meeting
from lsadesk.operations.developing import exports
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.batch import Batch
from lsadesk.ui.taking.saving import save
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr


class TakeAway(QWidget):
    """Asks where to, writes there, and says where it is."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._appraisal: Appraisal | None = None
        self._name = ""
        self.record = button(tr("Save the record as PDF..."), self._save_record)
        self.plan = button(tr("Save the development plan as PDF..."), self._save_plan)
        self.answers = button(tr("Save the self-assessment as PDF..."), self._save_answers)
        in_column(
            (self.record, Qt.AlignmentFlag.AlignLeft),
            (self.plan, Qt.AlignmentFlag.AlignLeft),
            (self.answers, Qt.AlignmentFlag.AlignLeft),
            on=self,
        )

    def show_for(self, meeting: Meeting) -> None:
        """Offer the files of the appraisal that *meeting* is about."""
        self._appraisal, self._name = meeting.appraisal, meeting.name
        self.answers.setVisible(meeting.may_take_answers)

    def begin(self) -> None:
        """Put the focus on the first file."""
        self.record.setFocus()

    def _save_record(self) -> None:
        found = self._appraisal
        if found is not None:
            save(
                self._context,
                self,
                tr("Appraisal, {name}", name=self._name),
                lambda desk, path: papers.save_record(desk, found.id, path),
            )

    def _save_answers(self) -> None:
        found = self._appraisal
        if found is not None:
            save(
                self._context,
                self,
                tr("Self-assessment, {name}", name=self._name),
                lambda desk, path: papers.save_assessment(desk, found.person, path),
            )

    def _save_plan(self) -> None:
        found = self._appraisal
        if found is not None:
            save(
                self._context,
                self,
                tr("Development plan, {name}", name=self._name),
                lambda desk, path: exports.export_plan(desk, found.person, path),
            )


def records(only: Collection[PersonId]) -> Batch:
    """The newest appraisal records of *only*, signed or marked as not signed yet."""
    return Batch(
        title=tr("Appraisal records as PDF"),
        folder=tr("Appraisal records"),
        one=tr("record"),
        many=tr("records"),
        gather=lambda desk: papers.take_records(desk, only),
    )


def self_assessments(only: Collection[PersonId]) -> Batch:
    """The self-assessments of *only* that were opened for a meeting."""
    return Batch(
        title=tr("Self-assessments as PDF"),
        folder=tr("Self-assessments"),
        one=tr("self-assessment"),
        many=tr("self-assessments"),
        gather=lambda desk: papers.take_assessments(desk, only),
    )
