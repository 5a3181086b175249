"""Asking what was said of a plan, line by line, and when it is looked at next."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.developing.development import PlanAction
from lsadesk.domain.developing.plan_reviews import ReviewDetails, as_it_stands
from lsadesk.errors import UserError
from lsadesk.operations.typed import read_day, read_due
from lsadesk.ui.development.words import when_words
from lsadesk.ui.looks.sizes import at_least
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.words import tr

_LETTERS = 84


def ask_review(
    parent: QWidget, lines: Sequence[PlanAction], today: date, agreed: date | None = None
) -> ReviewDetails | None:
    """What was said; None where it was cancelled."""
    question = ReviewQuestion(parent, lines, today, agreed)
    return question.details if question.answered() else None


class ReviewQuestion(Question):
    """A field a line; an empty one keeps how the line stood, with nothing said of it.

    A day *agreed* already that is still to come stays agreed, unless it is typed over.
    """

    def __init__(
        self,
        parent: QWidget,
        lines: Sequence[PlanAction],
        today: date,
        agreed: date | None = None,
    ) -> None:
        sentence = tr("You both see it from now on. It is signed with your name and never changed.")
        super().__init__(parent, tr("Review the plan"), sentence, tr("Sign and keep"))
        at_least(self, _LETTERS)
        self.details: ReviewDetails | None = None
        self._today = today
        form = self.form
        self.held_on = form.text(tr("Held on"), uk_date(today), hint=tr("As 3 Feb 2027."))
        self.said = form.paragraph(tr("What was said in general"))
        if lines:
            form.heading(tr("Line by line"))
        self.lines = [
            (line, form.text(line.what, hint=when_words(line, today), long=True)) for line in lines
        ]
        form.heading(tr("And then"))
        self.next_on = form.text(
            tr("Next review on"),
            uk_date(agreed) if agreed is not None and agreed > today else "",
            hint=tr("3 Feb 2027, or just Feb 2027; may stay empty."),
        )
        self.yes.setDefault(False)  # Enter in a line would sign what nobody can change
        self.said.setFocus()

    def accept(self) -> None:
        """Close where both days can be read."""
        self.form.clear_wrong()
        try:
            held_on = read_day(self.held_on.text())
        except UserError as error:
            self.form.wrong(self.held_on, str(error))
            return
        if held_on is None or held_on > self._today:
            self.form.wrong(self.held_on, tr("Write the day, which is today or before it."))
            return
        next_on = self._next(self.next_on, held_on)
        if self.next_on.property("wrong"):
            return
        self.details = ReviewDetails(
            held_on=held_on,
            said=self.said.toPlainText().strip(),
            next_on=next_on,
            lines=tuple(as_it_stands(line, field.text().strip()) for line, field in self.lines),
        )
        super().accept()

    def _next(self, field: QLineEdit, held_on: date) -> date | None:
        try:
            day = read_due(field.text())
        except UserError as error:
            self.form.wrong(field, str(error))
            return None
        if day is not None and day <= held_on:
            self.form.wrong(field, tr("The next review has to be after this one."))
            return None
        return day
