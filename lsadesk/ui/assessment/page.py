"""One statement on a page: levels with words, an example, notes and wishes; saved as given."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level, SkillValue
from lsadesk.domain.careers.framework import Statement
from lsadesk.ui.assessment.head import QuestionHead
from lsadesk.ui.assessment.last_time import LastTime
from lsadesk.ui.assessment.levels import LevelChoice, level_words
from lsadesk.ui.widgets.flow import flow_of
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.long_text import LongText
from lsadesk.ui.words import tr


class QuestionPage(QWidget):
    """Emits `answered(answer)` the moment a choice is made and while somebody types."""

    answered = Signal(object)

    def __init__(self, *, by_key: bool = False) -> None:
        super().__init__()
        self._statement: Statement | None = None
        self._answer: Answer | None = None
        self._last: Answer | None = None
        self.head = QuestionHead()
        self.levels = LevelChoice(by_key=by_key)
        self.note = LongText(tr("An example of yours, if you like"), (2, 12))
        self.use_more = QCheckBox(tr("I would like to use this more"))
        self.learn_more = QCheckBox(tr("I would like to learn more"))
        self.last_time = LastTime()
        self._build()
        self.last_time.wanted.connect(self._use_again)
        self.levels.chosen.connect(lambda _value: self.flush())
        self.note.typed.connect(self.flush)
        for wish in (self.use_more, self.learn_more):
            wish.toggled.connect(lambda _on: self.flush())

    @property
    def statement(self) -> Statement | None:
        """The question on the page."""
        return self._statement

    def ask(
        self,
        statement: Statement,
        answer: Answer,
        last: Answer | None = None,
        on: date | None = None,
    ) -> None:
        """Show *statement* with what was answered before; nothing is chosen otherwise.

        What was said *last* time, *on* that day, is offered where there is no answer of this
        time, and only taken over when somebody says so. The offer stays until the next
        question: nothing moves under a hand that is choosing.
        """
        self.flush()
        self._statement, self._answer = None, None  # so that filling in saves nothing
        self.head.show_question(statement)
        self._show(statement, answer)
        offered = last is not None and last.is_answered and not answer.is_answered
        self._last = last if offered else None
        self.last_time.offer(on if offered else None, _last_words(statement, last))
        self._statement, self._answer = statement, answer

    def flush(self) -> None:
        """Hand over what is on the page, if it is not what was handed over last."""
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

    def _show(self, statement: Statement, answer: Answer) -> None:
        self.levels.ask(statement, answer.value)
        self.note.fill(answer.example)
        self.use_more.setChecked(answer.use_more)
        self.learn_more.setChecked(answer.learn_more)

    def _build(self) -> None:
        rows = in_column(self.head, 8, self.last_time, self.levels, 14, on=self, gap=4)
        name = label(self.note.accessibleName(), "label")
        name.setBuddy(self.note)
        for each in (name, self.note, self.note.trouble):
            rows.addWidget(each)
        rows.addSpacing(6)
        wishes = flow_of(self.use_more, self.learn_more, gap=24)
        rows.addLayout(wishes)
        rows.addStretch(1)

    def _use_again(self) -> None:
        """Last time's level, and its example where none is written yet; wishes are asked anew."""
        if self._statement is None or self._last is None:
            return
        given, before = self._given(), self._last
        statement, self._statement = self._statement, None
        taken = replace(given, value=before.value, example=given.example or before.example)
        self._show(statement, taken)
        self.levels.focus_choice()
        self._statement = statement
        self.flush()

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


def _last_words(statement: Statement, last: Answer | None) -> str:
    if last is None:
        return ""
    said = value_words(statement, last.value)
    if isinstance(last.value, Level):
        said = f"{level_words(last.value)} \u2013 {said}"
    return f"{said}. {last.example}"
