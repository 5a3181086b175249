"""The levels of one statement to choose from, each in a word or two and with what it means."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QRadioButton,
    QWidget,
)

from lsadesk.domain.appraisals.assessment import NOT_ANSWERED, NOT_MY_ROLE, NOT_SURE
from lsadesk.domain.auditing.skills import (
    NOT_APPLICABLE,
    UNKNOWN,
    Level,
    SkillValue,
    code_of,
    value_of,
)
from lsadesk.domain.careers.framework import Statement
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


KEYS: dict[str, SkillValue] = {
    **{str(level): Level(level) for level in range(5)},
    "?": NOT_SURE,
    "n": NOT_MY_ROLE,
}
_KEY_OF = {code_of(value): key.upper() for key, value in KEYS.items()}


class LevelChoice(QWidget):
    """Emits `chosen(value)` the moment one is; nothing is chosen beforehand.

    Emits `entered()` on Enter: on to whatever is next. *words* names the values as whoever
    chooses would say them. *by_key*: each shows its key, which chooses it.
    """

    chosen = Signal(object)
    entered = Signal()

    def __init__(
        self, words: Callable[[SkillValue], str] | None = None, *, by_key: bool = False
    ) -> None:
        super().__init__()
        self._words, self._by_key = words or level_words, by_key
        self._group = QButtonGroup(self)
        self._radios: dict[int, QRadioButton] = {}
        self._meanings: dict[int, Meaning] = {}
        self._filling = False
        rows = in_column(self._levels(), on=self, gap=6)
        aside = Flow(gap=24)
        for value in (NOT_SURE, NOT_MY_ROLE):
            aside.addWidget(self._radio(value))
        rows.addLayout(aside)
        self._group.idToggled.connect(self._toggled)

    def ask(self, statement: Statement, value: SkillValue) -> None:
        """Offer the levels of *statement*, with *value* chosen unless it is none; says nothing."""
        self._filling = True
        for code, words in enumerate(statement.levels):
            self._meanings[code].setText(words)
            self._radios[code].setAccessibleName(f"{self._radios[code].text()}: {words}")
        self._group.setExclusive(False)
        for code, radio in self._radios.items():
            radio.setChecked(value != NOT_ANSWERED and code == code_of(value))
        self._group.setExclusive(True)
        self._filling = False

    def value(self) -> SkillValue:
        """What is chosen."""
        code = self._group.checkedId()
        return NOT_ANSWERED if code < 0 else value_of(code)

    def choice(self, value: SkillValue) -> QRadioButton:
        """The button that stands for *value*."""
        return self._radios[code_of(value)]

    def focus_choice(self) -> None:
        """Put the focus on the chosen level, or the first."""
        (self._group.checkedButton() or self._radios[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that stands for a value chooses it, wherever the focus is among them."""
        value = KEYS.get(event.text().lower()) if self._by_key else None
        if value is None:
            super().keyPressEvent(event)
            return
        made = self.choice(value)
        made.setFocus(Qt.FocusReason.ShortcutFocusReason)
        made.click()

    def _toggled(self, _code: int, on: bool) -> None:
        if on and not self._filling:
            self.chosen.emit(self.value())

    def _levels(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for code in range(5):
            radio = self._radio(Level(code))
            self._meanings[code] = Meaning(radio)
            grid.addWidget(radio, code, 0)
            grid.addWidget(self._meanings[code], code, 1)
        return grid

    def _radio(self, value: SkillValue) -> QRadioButton:
        code, words = code_of(value), self._words(value)
        made = LevelButton(f"{_KEY_OF[code]}   {words}" if self._by_key else words)
        made.entered.connect(self.entered)
        self._group.addButton(made, code)
        self._radios[code] = made
        return made


class LevelButton(QRadioButton):
    """Arrows choose, also where nothing is chosen yet; Qt alone only moves the focus.

    Enter emits `entered()` and chooses nothing: whoever goes on without an answer gives none.
    """

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose what the arrow leads to, or go on."""
        key = event.key()
        if key in _ENTER:
            self.entered.emit()
            return
        super().keyPressEvent(event)
        reached = self.window().focusWidget()
        if key in _ARROWS and isinstance(reached, LevelButton):
            reached.click()


class Meaning(QLabel):
    """What a level means; a click on it chooses the level."""

    def __init__(self, radio: QRadioButton) -> None:
        super().__init__()
        self._radio = radio
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the level."""
        self._radio.click()
        event.accept()


def level_words(value: SkillValue) -> str:
    """A value in a word or two, as its author says it; "" for none.

    Source: L, table of LSA levels.
    """
    words = {
        0: tr("Not yet"),
        1: tr("With direction"),
        2: tr("With guidance"),
        3: tr("On my own"),
        4: tr("I help others"),
        UNKNOWN: tr("I am not sure"),
        NOT_APPLICABLE: tr("Not part of my role"),
    }
    return words.get(code_of(value), "")
