"""A field for a day: picked from a calendar, stepped by the arrow keys, or typed as one likes."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QDateEdit, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.errors import UserError
from lsadesk.operations.typed import read_day
from lsadesk.ui.words import tr

_ENTERING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHORDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class DayEdit(QDateEdit):
    """Reads "1 Mar 2026", "1/3/26", "1 Mar" (of the year shown) and "27" (of the month shown)
    once one goes on.

    Qt's own field takes a day, a month and a year one section at a time: of a date typed
    whole it keeps parts and shows another day without a word.

    Emits `unread(sentence)` where what was typed is no day, and "" once it is put right. One
    that was left so stays `was_unread` until somebody comes back to it.
    """

    unread = Signal(str)

    def __init__(self, value: QDate, shown_as: str = "d MMM yyyy") -> None:
        super().__init__(value)
        self._typed = ""
        self.was_unread = self._is_told = False
        self.dateChanged.connect(self._put_right)
        self.setDisplayFormat(shown_as)
        self.setCalendarPopup(True)

    def date(self) -> QDate:
        """The day, with what has just been typed where that is one."""
        self._take()
        return super().date()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed takes the place of the day shown; Esc gives that back."""
        typed = event.text()
        if typed and typed.isprintable() and not event.modifiers() & _CHORDS:
            self._show_typed(self._typed + typed)
        elif self._typed and event.key() == Qt.Key.Key_Backspace:
            self._show_typed(self._typed[:-1])
        elif self._typed and event.key() == Qt.Key.Key_Escape:
            self._put_right()
            self._forget()
        elif self._typed and event.key() in _ENTERING:
            event.setAccepted(not self._take())  # no form is sent with what is no day
            if self._typed:
                self._say_unread()
        else:
            super().keyPressEvent(event)

    def validate(self, words: str, at: int) -> tuple[QValidator.State, str, int]:
        """What is being typed is nobody's to change before it is whole."""
        if self._typed:
            return QValidator.State.Acceptable, words, at
        state, words, at = super().validate(words, at)
        return state, words, at

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on: left and right lead from the day to the month and the year."""
        return QWidget.focusNextPrevChild(self, forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The day is read; where it cannot be, the one before stays and is shown again.

        Left a second time as it is, that day is right, and nothing more is said of it.
        """
        if not self._typed:
            self._put_right()
        elif not self._take():
            self.was_unread = True
            self._say_unread()
            self._forget()
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody looks at it again."""
        self.was_unread = False
        super().focusInEvent(event)

    def _say_unread(self) -> None:
        typed, self._is_told = self._typed, True
        self.unread.emit(tr("“{typed}” is no day. Write it as 3 Feb 2027.", typed=typed))

    def _put_right(self) -> None:
        if self._is_told:
            self._is_told = False
            self.unread.emit("")

    def _show_typed(self, typed: str) -> None:
        self._is_told = False
        self.unread.emit("")
        self._typed = typed
        self._write(typed)

    def _take(self) -> bool:
        """Show the day that was typed; whether there was none, or it could be read."""
        if not self._typed:
            return True
        day = _read(self._typed, super().date())
        if day is None:
            return False
        self._forget()
        self.setDate(QDate(day.year, day.month, day.day))
        return True

    def _forget(self) -> None:
        self._typed = ""
        self._write(self.textFromDateTime(self.dateTime()))

    def _write(self, words: str) -> None:
        line = self.lineEdit()
        line.blockSignals(True)  # or Qt would read it section by section
        line.setText(words)
        line.blockSignals(False)


def _read(typed: str, shown: QDate) -> date | None:
    """The day; without a year or a month those of *shown*. None: it cannot be read."""
    for words in (typed, f"{typed} {shown.year()}", f"{typed}/{shown.month()}/{shown.year()}"):
        try:
            return read_day(words)
        except UserError:
            continue
    return None


def day_words(day: date | None) -> str:
    """A day as it is typed; "" where there is none."""
    return "" if day is None else uk_date(day)
