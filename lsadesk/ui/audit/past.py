"""The audit as at a day that has gone: asking for the day, and saying so all the time."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QFrame, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label, set_property
from lsadesk.ui.widgets.laid import Fill, in_row
from lsadesk.ui.words import tr


class PastBar(QFrame):
    """Hidden today. Emits `chosen(date or None)` where another day, or today, is asked for."""

    chosen = Signal(object)

    def __init__(self, ask: Callable[[], date | None]) -> None:
        super().__init__()
        self._ask = ask
        self.setObjectName("message")
        set_property(self, "kind", "warning")
        self.sentence = label("", "heading")
        self.today = button(tr("Bac&k to today"), lambda: self.chosen.emit(None))
        self.other = button(tr("Another day..."), self._ask_other)
        in_row(Fill(self.sentence), self.other, self.today, on=self, around=(16, 8, 16, 8))
        self.hide()

    def show_day(self, day: date | None) -> None:
        """Say that everything is as at *day*; None: it is as now."""
        if day is not None:
            self.sentence.setText(
                tr(
                    "As it stood on {day}: nothing can be changed here. "
                    "Names, teams and contracts are today's.",
                    day=uk_date(day),
                )
            )
        self.setVisible(day is not None)

    def _ask_other(self) -> None:
        if (day := self._ask()) is not None:
            self.chosen.emit(day)


def ask_day(parent: QWidget, today: date, before: date | None) -> date | None:
    """Ask which day the audit is to be shown as at; never one that is still to come."""
    sentence = tr("Ratings and certificates are shown as they were on record that evening.")
    question = Question(parent, tr("As at another day"), sentence, tr("Show"))
    form = question.form
    shown = before or today
    field = form.day(tr("Day"), QDate(shown.year, shown.month, shown.day))
    field.setMaximumDate(QDate(today.year, today.month, today.day))
    chosen = None
    if question.answered():
        picked = field.date()
        chosen = date(picked.year(), picked.month(), picked.day())
    return chosen
