"""Asking how far a line has come, what came of it, and what changed at work."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.developing.development import ActionDetails, Progress
from lsadesk.errors import UserError
from lsadesk.operations.typed import read_day
from lsadesk.ui.development.words import progress_words
from lsadesk.ui.looks.sizes import at_least
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.words import tr

_LETTERS = 72


def ask_progress(parent: QWidget, filled: ActionDetails, today: date) -> ActionDetails | None:
    """*filled* with what was said to have become of it; None where it was cancelled."""
    question = ProgressQuestion(parent, filled, today)
    return question.details if question.answered() else None


class ProgressQuestion(Question):
    """Asks only what fits: the reason where it is not now, the follow-up where something came."""

    def __init__(self, parent: QWidget, filled: ActionDetails, today: date) -> None:
        super().__init__(parent, tr("How far is it?"), filled.what, tr("Save"))
        at_least(self, _LETTERS)
        self.details = filled
        self._today = today
        self._build(filled)
        self.progress.currentIndexChanged.connect(lambda _at: self._dress())
        self.outcome.textChanged.connect(self._dress)
        self._dress()

    def accept(self) -> None:
        """Close where everything can be read; otherwise say what cannot."""
        for form in self._forms:
            form.clear_wrong()
        kept = self._kept()
        if kept is not None:
            self.details = kept
            super().accept()

    def _build(self, filled: ActionDetails) -> None:
        self._top, self._why, self._after = self._forms = (Form(), Form(), Form())
        self.progress = self._top.choice(
            tr("How far"), [(progress_words(each), each) for each in Progress], filled.progress
        )
        since = filled.closed_on or filled.begun_on or self._today
        self.since = self._top.text(tr("Since"), uk_date(since), hint=tr("As 3 Feb 2027."))
        self.because = self._why.text(
            tr("Why not now"),
            filled.not_now_because,
            hint=tr("A change of wish, no cover, a full course: any reason is a good one."),
            long=True,
        )
        self.outcome = self._top.paragraph(
            tr("What came of it"), filled.outcome, hint=tr("In your own words; may be empty.")
        )
        self.follow_up = self._after.paragraph(
            tr("What changed at work"),
            filled.follow_up,
            hint=tr("What is done differently now, and what the learners notice."),
        )
        self.no_follow_up = self._after.text(
            tr("Or why there is no follow-up"), filled.no_follow_up_because, long=True
        )
        for form in self._forms:
            self.body.addWidget(form)

    def _dress(self) -> None:
        self._why.setVisible(self.progress.chosen() is Progress.NOT_NOW)
        self._after.setVisible(bool(self.outcome.toPlainText().strip()))
        self.since.setEnabled(self.progress.chosen() is not Progress.NOT_STARTED)

    def _kept(self) -> ActionDetails | None:
        progress = self.progress.chosen_as(Progress)
        since = self._today
        if progress is not Progress.NOT_STARTED:
            read = self._read(self._top, self.since, read_day)
            if read is None:
                return None
            since = read
        because = self.because.text().strip()
        if progress is Progress.NOT_NOW and not because:
            self._why.wrong(self.because, tr("Say why not now: somebody will ask next year."))
            return None
        has_outcome = bool(self.outcome.toPlainText().strip())
        return replace(
            _moved_to(self.details, progress, since),
            not_now_because=because if progress is Progress.NOT_NOW else "",
            outcome=self.outcome.toPlainText().strip(),
            follow_up=self.follow_up.toPlainText().strip() if has_outcome else "",
            no_follow_up_because=self.no_follow_up.text().strip() if has_outcome else "",
        )

    def _read(
        self, form: Form, field: QLineEdit, reader: Callable[[str], date | None]
    ) -> date | None:
        try:
            day = reader(field.text())
        except UserError as error:
            form.wrong(field, str(error))
            return None
        if day is None or day > self._today:
            form.wrong(field, tr("Write the day, which is today or before it."))
            return None
        return day


def _moved_to(details: ActionDetails, progress: Progress, since: date) -> ActionDetails:
    """*details* as far as *progress* from *since*; when it was begun is not forgotten."""
    begun = since if progress is Progress.UNDER_WAY else details.begun_on
    return replace(
        details,
        begun_on=None if progress is Progress.NOT_STARTED else begun,
        done_on=since if progress is Progress.DONE else None,
        not_now_on=since if progress is Progress.NOT_NOW else None,
    )
