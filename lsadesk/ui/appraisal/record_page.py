"""A record to read again: the text that was signed, and who signed it."""

from PySide6.QtCore import Qt

from lsadesk.domain.appraisals.appraisal import AppraisalId
from lsadesk.domain.appraisals.appraisal_record import Record
from lsadesk.domain.developing.attached import About, of_appraisal
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import meetings, signing
from lsadesk.operations.appraisals.meetings import Meeting
from lsadesk.operations.desk import Desk
from lsadesk.ui.appraisal.record_view import RecordView
from lsadesk.ui.appraisal.signature import signed_words
from lsadesk.ui.appraisal.sub_page import SubPage
from lsadesk.ui.appraisal.taking import TakeAway
from lsadesk.ui.appraisal.wording import on_day
from lsadesk.ui.development.files import files_words, show_files
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr


class RecordPage(SubPage):
    """Nothing can be changed here."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._about: About | None = None
        self.signed = label("", "label")
        self.signed.setWordWrap(True)
        self.text = RecordView()
        self.take = TakeAway(context)
        self.rows.addWidget(self.signed)
        self.rows.addWidget(self.text, 1)
        self.files = button("", self._show_files)
        self.rows.addWidget(self.files, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addWidget(self.take)

    def open(self, wanted: AppraisalId) -> None:
        """Show the record of *wanted*."""
        self._context.read(
            lambda desk: _read(desk, wanted), self._show, on_error=self._refused, owner=self
        )

    def _show(self, found: tuple[Meeting, Record | None]) -> None:
        meeting, record = found
        self.title.setText(
            tr("Appraisal of {name}, {day}", name=meeting.name, day=on_day(meeting.appraisal.cycle))
        )
        if record is None:
            self._context.say(tr("There is no record yet: the meeting is not over."), "info")
            self.left.emit()
            return
        told = [f"{each.name}: {signed_words(each)}." for each in record.signatures]
        if record.needs:
            told.append(tr("Not signed by both yet."))
        if not record.is_whole:
            told.append(tr("! It was altered outside the program: tell whoever looks after it."))
        self.signed.setText(" ".join(told))
        self.text.show_text(record.text)
        self.files.setText(files_words(len(meeting.files)))
        self._about = of_appraisal(meeting.appraisal)
        self.take.show_for(meeting)
        self.text.setFocus()

    def _show_files(self) -> None:
        if self._about is not None:
            show_files(self, self._context, self._about)

    def _refused(self, error: UserError) -> None:
        self._context.say(str(error), "refused")
        self.left.emit()


def _read(desk: Desk, wanted: AppraisalId) -> tuple[Meeting, Record | None]:
    return meetings.meeting(desk, wanted), signing.record(desk, wanted)
