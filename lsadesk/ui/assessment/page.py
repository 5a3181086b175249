"""One question on a page: levels with words, an example, notes and wishes; saved as given."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from lsadesk.domain.assessment import NOT_ANSWERED, NOT_MY_ROLE, NOT_SURE, Answer
from lsadesk.domain.framework import Statement
from lsadesk.domain.skills import NOT_APPLICABLE, UNKNOWN, Level, SkillValue, code_of, value_of
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

PAUSE_MS = 600  # of typing, before the note is saved


class QuestionPage(QWidget):
    """Emits `answered(answer)` the moment a choice is made and when typing pauses."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._statement: Statement | None = None
        self._answer: Answer | None = None
        self._text = label("", "heading")
        self._example = label("", "muted")
        self._choices = QButtonGroup(self)
        self._radios: dict[int, QRadioButton] = {}
        self._meanings: dict[int, Meaning] = {}
        self.note = QPlainTextEdit()
        self.use_more = QCheckBox(tr("I would like to use this more"))
        self.learn_more = QCheckBox(tr("I would like to learn more"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._build()
        self._pause.timeout.connect(self.flush)
        self._choices.idToggled.connect(lambda _id, on: self.flush() if on else None)
        self.note.textChanged.connect(self._pause.start)
        self.note.installEventFilter(self)
        for wish in (self.use_more, self.learn_more):
            wish.toggled.connect(lambda _on: self.flush())

    @property
    def statement(self) -> Statement | None:
        """The question on the page."""
        return self._statement

    def ask(self, statement: Statement, answer: Answer) -> None:
        """Show *statement* with what was answered before; nothing is chosen otherwise."""
        self.flush()
        self._statement, self._answer = None, None  # so that filling in saves nothing
        self._text.setText(statement.text)
        self._example.setText(tr("For example: {example}", example=statement.example))
        for code, words in enumerate(statement.levels):
            self._meanings[code].setText(words)
            self._radios[code].setAccessibleName(f"{self._radios[code].text()}: {words}")
        self._choose(answer.value)
        self.note.setPlainText(answer.example)
        self.use_more.setChecked(answer.use_more)
        self.learn_more.setChecked(answer.learn_more)
        self._pause.stop()
        self._statement, self._answer = statement, answer

    def flush(self) -> None:
        """Hand over what is on the page, if it is not what was handed over last."""
        self._pause.stop()
        if self._statement is None or (given := self._given()) == self._answer:
            return
        self._answer = given
        self.answered.emit(given)

    def focus_choice(self) -> None:
        """Put the focus on the chosen level, or the first."""
        chosen = self._choices.checkedButton()
        (chosen or self._radios[0]).setFocus()

    def choice(self, value: SkillValue) -> QRadioButton:
        """The button that stands for *value*."""
        return self._radios[code_of(value)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A note is saved as the field is left."""
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self._text)
        rows.addWidget(self._example)
        rows.addSpacing(12)
        rows.addLayout(self._levels())
        rows.addSpacing(6)
        others = QHBoxLayout()
        others.setSpacing(24)
        others.addWidget(self._radio(code_of(NOT_SURE)))
        others.addWidget(self._radio(code_of(NOT_MY_ROLE)))
        others.addStretch(1)
        rows.addLayout(others)
        rows.addSpacing(14)
        self._build_note(rows)
        wishes = QHBoxLayout()
        wishes.setSpacing(24)
        wishes.addWidget(self.use_more)
        wishes.addWidget(self.learn_more)
        wishes.addStretch(1)
        rows.addLayout(wishes)
        rows.addStretch(1)

    def _levels(self) -> QGridLayout:
        """Each level in a word or two, and beside it what it means here."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for code in range(5):
            radio = self._radio(code)
            self._meanings[code] = Meaning(radio)
            grid.addWidget(radio, code, 0)
            grid.addWidget(self._meanings[code], code, 1)
        return grid

    def _build_note(self, rows: QVBoxLayout) -> None:
        name = label(tr("An example of yours, if you like"), "label")
        name.setBuddy(self.note)
        self.note.setAccessibleName(name.text())
        self.note.setAccessibleDescription(tr("Saved while you type."))
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(3 * self.note.fontMetrics().lineSpacing() + 16)
        self.note.setMaximumHeight(6 * self.note.fontMetrics().lineSpacing() + 16)
        rows.addWidget(name)
        rows.addWidget(self.note)
        rows.addSpacing(6)

    def _radio(self, code: int) -> QRadioButton:
        made = QRadioButton(_short_words()[code])
        self._choices.addButton(made, code)
        self._radios[code] = made
        return made

    def _choose(self, value: SkillValue) -> None:
        self._choices.setExclusive(False)
        for code, radio in self._radios.items():
            radio.setChecked(value != NOT_ANSWERED and code == code_of(value))
        self._choices.setExclusive(True)

    def _given(self) -> Answer:
        if self._statement is None:
            raise RuntimeError("no question is on the page")
        code = self._choices.checkedId()
        return Answer(
            statement=self._statement.id,
            value=NOT_ANSWERED if code < 0 else value_of(code),
            example=self.note.toPlainText(),
            use_more=self.use_more.isChecked(),
            learn_more=self.learn_more.isChecked(),
        )


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


def _short_words() -> dict[int, str]:
    """The levels in a word or two. Source: L, table of LSA levels."""
    return {
        0: tr("Not yet"),
        1: tr("With direction"),
        2: tr("With guidance"),
        3: tr("On my own"),
        4: tr("I help others"),
        UNKNOWN: tr("I am not sure"),
        NOT_APPLICABLE: tr("Not part of my role"),
    }


def value_words(statement: Statement, value: SkillValue) -> str:
    """An answer in words, for lists and the page before handing in; "" for none."""
    if isinstance(value, Level):
        return statement.levels[value.value]
    if value == NOT_ANSWERED:
        return ""
    return _short_words()[code_of(value)]
