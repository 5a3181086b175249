"""Talking about my path alone: private until I share it, and private again when I say so."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.appraisals.interview import PromptId, unanswered
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import interviews
from lsadesk.operations.appraisals.interviews import OwnInterview
from lsadesk.ui.assessment.interview_form import InterviewForm
from lsadesk.ui.career.tab import PAST
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import save
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.saved import SavedLabel
from lsadesk.ui.words import tr


class InterviewPage(QWidget):
    """Emits `left()`. `open` reads what was said; `settle` keeps what is half typed."""

    left = Signal()

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._own: OwnInterview | None = None
        self._readers = ""
        self.form = InterviewForm(plots=True)
        self.saved = SavedLabel()
        self._state = label("", "muted")
        self.share = button(tr("Share it with those who read my self-assessment"), self._share)
        self.unshare = button(tr("Make it private again"), self._unshare)
        self._build()
        self.form.said.connect(self._keep)
        self.form.plotting.connect(lambda: context.go("career", PAST))

    def open(self, readers: str) -> None:
        """Read what was said; *readers* says who would read it once it is shared."""
        self._readers = readers
        self._context.read(interviews.my_interview, self._show, owner=self)

    def settle(self) -> None:
        """Keep what is half typed."""
        self.form.settle()

    def _show(self, own: OwnInterview | None) -> None:
        self._own = own
        if own is None:
            return
        said = own.interview
        answers = {} if said is None else said.answers
        is_shared = said is not None and said.shared_at is not None
        self.form.show_answers(own.prompts, answers, may_write=not is_shared)
        left = len(unanswered(own.prompts, answers))
        if is_shared:
            self._state.setText(tr("Shared. {readers}", readers=self._readers))
        else:
            self._state.setText(_private_words(own, left))
        self.unshare.setVisible(is_shared)
        self.share.setVisible(not is_shared)
        self.share.setEnabled(left < len(own.prompts))
        self.form.focus_first()

    def _keep(self, prompt: str, text: str) -> None:
        self.saved.saving()
        self.share.setEnabled(True)
        if self._own is not None:
            left = sum(not field.toPlainText().strip() for field in self.form.fields.values())
            self._state.setText(_private_words(self._own, left))
        self._context.write(
            lambda desk: interviews.keep_own(desk, PromptId(prompt), text),
            lambda _none: self.saved.saved(self._context.desk.store.clock()),
            on_error=lambda error: self._not_kept(prompt, error),
            owner=self,
        )

    def _not_kept(self, prompt: str, error: UserError) -> None:
        self.form.forget(PromptId(prompt))
        self.saved.not_saved()
        self._context.say(str(error), "danger")

    def _share(self) -> None:
        self.settle()
        title = tr("Share this interview?")
        sentence = tr("All that is written on this page. {readers}", readers=self._readers)
        if confirm(self, title, sentence, yes=tr("Share")):
            self._context.write(interviews.share_own, self._again, owner=self)

    def _unshare(self) -> None:
        self._context.write(interviews.unshare_own, self._again, owner=self)

    def _save(self) -> None:
        self.settle()
        save(self._context, self, tr("My path"), interviews.export_own)

    def _again(self, _none: None) -> None:
        self.open(self._readers)

    def _build(self) -> None:
        for each in (self.share, self.unshare):
            each.hide()
        top = in_row(
            button(tr("Back"), self.left.emit, "link"),
            Fill(label(tr("Talk about my path"), "heading")),
            self.saved,
            gap=16,
        )
        saving = button(tr("Save as PDF..."), self._save)
        buttons = in_row(self.share, self.unshare, saving, Fill(), gap=6)
        head = in_column(top, self._state, buttons, around=(24, 16, 24, 0), gap=6)
        in_column(head, Fill(self.form), on=self, gap=6)


def _private_words(own: OwnInterview, left: int) -> str:
    said = tr(
        "Only you can read this. Answer what you like; {left} of {all} have no answer.",
        left=left,
        all=len(own.prompts),
    )
    if not own.unreadable:
        return said
    lost = tr("{number} earlier answers can no longer be opened.", number=own.unreadable)
    return f"{said} {lost}"
