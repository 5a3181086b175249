"""Asking for a note about a plan, or for evidence of a line."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.errors import UserError
from lsadesk.operations.typed import read_day
from lsadesk.ui.looks.sizes import at_least
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.words import tr

_LETTERS = 72


@dataclass(frozen=True, slots=True)
class Noted:
    """What was typed, and the day it is about."""

    text: str
    day: date


def ask_note(
    parent: QWidget, title: str, sentence: str, today: date, words: str = ""
) -> Noted | None:
    """A note that begins as *words*; None where it was cancelled. *sentence*: who will read it."""
    question = NoteQuestion(parent, title, sentence, today)
    question.text.setPlainText(words)
    return question.noted if question.answered() else None


class NoteQuestion(Question):
    """As many words as somebody likes, and a day."""

    def __init__(self, parent: QWidget, title: str, sentence: str, today: date) -> None:
        super().__init__(parent, title, sentence, tr("Sign and keep"))
        at_least(self, _LETTERS)
        self.noted: Noted | None = None
        self._today = today
        self.text = self.form.paragraph(tr("What you want to write down"))
        self.text.setMinimumHeight(8 * self.fontMetrics().lineSpacing())
        self.day = self.form.text(tr("Day"), uk_date(today), hint=tr("As 3 Feb 2027."))

    def accept(self) -> None:
        """Close where something is written and the day can be read."""
        self.form.clear_wrong()
        text = self.text.toPlainText().strip()
        if not text:
            self.form.wrong(self.text, tr("Write something first."))
            return
        try:
            day = read_day(self.day.text())
        except UserError as error:
            self.form.wrong(self.day, str(error))
            return
        if day is None or day > self._today:
            self.form.wrong(self.day, tr("Write the day, which is today or before it."))
            return
        self.noted = Noted(text, day)
        super().accept()
