"""One statement on a page: levels with words, an example, notes and wishes; saved as given."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from lsadesk.domain.assessment import Answer
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.framework import Statement
from lsadesk.domain.skills import Level, SkillValue
from lsadesk.ui.assessment.head import QuestionHead
from lsadesk.ui.assessment.levels import LevelChoice, level_words
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.long_text import LongText
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class LastTime:
    """What the same person answered to the same statement when they last handed in."""

    answer: Answer
    on: date


class QuestionPage(QWidget):
    """Emits `answered(answer)` the moment a choice is made and while somebody types."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._statement: Statement | None = None
        self._answer: Answer | None = None
        self._last: LastTime | None = None
        self.head = QuestionHead()
        self.levels = LevelChoice()
        self.note = LongText(tr("An example of yours, if you like"))
        self.use_more = QCheckBox(tr("I would like to use this more"))
        self.learn_more = QCheckBox(tr("I would like to learn more"))
        self._said_last = label("")
        self.again = button(tr("Use it again"), self._use_again)
        self._offer = self._offered()
        self._build()
        self.levels.chosen.connect(lambda _value: self.flush())
        self.note.typed.connect(self.flush)
        for wish in (self.use_more, self.learn_more):
            wish.toggled.connect(lambda _on: self.flush())

    @property
    def statement(self) -> Statement | None:
        """The question on the page."""
        return self._statement

    def ask(self, statement: Statement, answer: Answer, last: LastTime | None = None) -> None:
        """Show *statement* with what was answered before; nothing is chosen otherwise.

        What was said *last* time is offered, and only taken over when somebody says so.
        """
        self.flush()
        self._statement, self._answer = None, None  # so that filling in saves nothing
        self.head.show_question(statement)
        self._show(statement, answer)
        self._last = last if last is not None and last.answer.is_answered else None
        self._statement, self._answer = statement, answer
        self._offer_again()

    def flush(self) -> None:
        """Hand over what is on the page, if it is not what was handed over last."""
        if self._statement is None or (given := self._given()) == self._answer:
            return
        self._answer = given
        self._offer_again()
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
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.head)
        rows.addSpacing(8)
        rows.addWidget(self._offer)
        rows.addWidget(self.levels)
        rows.addSpacing(14)
        name = label(self.note.accessibleName(), "label")
        name.setBuddy(self.note)
        for each in (name, self.note, self.note.trouble):
            rows.addWidget(each)
        rows.addSpacing(6)
        wishes = Flow(gap=24)
        wishes.addWidget(self.use_more)
        wishes.addWidget(self.learn_more)
        rows.addLayout(wishes)
        rows.addStretch(1)

    def _offered(self) -> QFrame:
        offer = QFrame()
        offer.setProperty("role", "card")
        inside = QHBoxLayout(offer)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(12)
        inside.addWidget(self._said_last, 1)
        inside.addWidget(self.again)
        return offer

    def _offer_again(self) -> None:
        """Last time's answer is offered until there is one of this time."""
        answered = self._answer is not None and self._answer.is_answered
        offered = self._last is not None and self._statement is not None and not answered
        if offered and self.again.hasFocus():
            return
        self._offer.setVisible(offered)
        if self._last is not None and self._statement is not None:
            self._said_last.setText(_last_words(self._statement, self._last))

    def _use_again(self) -> None:
        """Last time's level, and its example where none is written yet; wishes are asked anew."""
        if self._statement is None or self._last is None:
            return
        given, before = self._given(), self._last.answer
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


def _last_words(statement: Statement, last: LastTime) -> str:
    said = value_words(statement, last.answer.value)
    words = tr("On {day} you said: {said}.", day=uk_date(last.on), said=said)
    if last.answer.example:
        words += " " + tr("Your example: {example}", example=_cut(last.answer.example))
    return words


def _cut(text: str, longest: int = 160) -> str:
    whole = " ".join(text.split())
    return whole if len(whole) <= longest else f"{whole[: longest - 1]}\u2026"
