"""One question on a page: levels with words, an example, notes and wishes; saved as given."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from lsadesk.domain.assessment import Answer
from lsadesk.domain.framework import Statement
from lsadesk.domain.skills import Level, SkillValue
from lsadesk.ui.assessment.levels import LevelChoice, level_words
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
        self.levels = LevelChoice()
        self.note = QPlainTextEdit()
        self.use_more = QCheckBox(tr("I would like to use this more"))
        self.learn_more = QCheckBox(tr("I would like to learn more"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._build()
        self._pause.timeout.connect(self.flush)
        self.levels.chosen.connect(lambda _value: self.flush())
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
        self.levels.ask(statement, answer.value)
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
        self.levels.focus_choice()

    def choice(self, value: SkillValue) -> QRadioButton:
        """The button that stands for *value*."""
        return self.levels.choice(value)

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
        rows.addWidget(self.levels)
        rows.addSpacing(14)
        self._build_note(rows)
        wishes = QHBoxLayout()
        wishes.setSpacing(24)
        wishes.addWidget(self.use_more)
        wishes.addWidget(self.learn_more)
        wishes.addStretch(1)
        rows.addLayout(wishes)
        rows.addStretch(1)

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

    def _given(self) -> Answer:
        if self._statement is None:
            raise RuntimeError("no question is on the page")
        return Answer(
            statement=self._statement.id,
            value=self.levels.value(),
            example=self.note.toPlainText(),
            use_more=self.use_more.isChecked(),
            learn_more=self.learn_more.isChecked(),
        )


def value_words(statement: Statement, value: SkillValue) -> str:
    """An answer in words, for lists and the page before handing in; "" for none."""
    if isinstance(value, Level):
        return statement.levels[value.value]
    return level_words(value)
