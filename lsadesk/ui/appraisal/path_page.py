"""The pathway interview held in a meeting, beside what the person said alone and shared."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.appraisals.interview import Interview, PromptId, unanswered
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import interviews
from lsadesk.operations.appraisals.interviews import OwnInterview
from lsadesk.ui.assessment.interview_form import InterviewForm
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import save
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.leaving import leave_by_keys
from lsadesk.ui.widgets.saved import SavedLabel
from lsadesk.ui.words import tr


class PathPage(QWidget):
    """Emits `left()`. What is said here is kept as it is said, for both to read."""

    left = Signal()

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._person: PersonId | None = None
        self._name = ""
        self._may_write = False
        self.title, self.told = label("", "heading"), label("", "muted")
        self.saved = SavedLabel()
        self.form = InterviewForm(plots=False)
        self.back = button(tr("&Back"), self._leave, "link")
        self.pdf = button(tr("&Save as PDF..."), self._save)
        self._build()
        self.form.said.connect(self._keep)
        leave_by_keys(self, self._leave)

    def open(self, person: PersonId, name: str, *, may_write: bool) -> None:
        """Show the interview held with *person*."""
        self._person, self._name, self._may_write = person, name, may_write
        self.title.setText(tr("The path of {name}", name=name))
        self.saved.clear()
        self._context.read(
            lambda desk: (
                interviews.meeting_interview(desk, person),
                interviews.shared_interview(desk, person),
            ),
            self._show,
            on_error=self._refused,
            owner=self,
        )

    def settle(self) -> None:
        """Keep what is half typed."""
        if self._may_write:
            self.form.settle()

    def _show(self, found: tuple[OwnInterview, Interview | None]) -> None:
        held, alone = found
        answers = {} if held.interview is None else held.interview.answers
        self.form.show_answers(held.prompts, answers, may_write=self._may_write)
        self.form.show_beside(self._name, {} if alone is None else alone.answers)
        self.told.setText(_told(held, len(unanswered(held.prompts, answers))))
        self.pdf.setEnabled(held.interview is not None)
        self.form.focus_first()

    def _keep(self, prompt: str, text: str) -> None:
        if (person := self._person) is None:
            return
        self.saved.saving()
        self._context.write(
            lambda desk: interviews.keep_in_meeting(desk, person, PromptId(prompt), text),
            lambda _none: self._kept(),
            on_error=lambda error: self._not_kept(prompt, error),
            owner=self,
        )

    def _kept(self) -> None:
        self.saved.saved(self._context.desk.store.clock())
        self.pdf.setEnabled(True)

    def _not_kept(self, prompt: str, error: UserError) -> None:
        self.form.forget(PromptId(prompt))
        self.saved.not_saved()
        self._context.say(str(error), "danger")

    def _refused(self, error: UserError) -> None:
        self._context.say(str(error), "refused")
        self.left.emit()

    def _leave(self) -> None:
        self.settle()
        self.left.emit()

    def _save(self) -> None:
        self.settle()
        person = self._person
        if person is not None:
            save(
                self._context,
                self,
                tr("Path, {name}", name=self._name),
                lambda desk, path: interviews.export_in_meeting(desk, person, path),
            )

    def _build(self) -> None:
        top = in_row(self.back, Fill(self.title), self.saved, self.pdf, gap=16)
        in_column(top, self.told, Fill(self.form), on=self, around=(24, 12, 24, 0))


def _told(held: OwnInterview, left: int) -> str:
    said = tr("Talk about what fits. Leaving questions out is fine; both of you can read this.")
    if held.interview is None:
        return said
    day = uk_date(held.interview.held_on)
    begun = tr("Begun on {day}; {left} have no answer.", day=day, left=left)
    return f"{begun} {said}"
