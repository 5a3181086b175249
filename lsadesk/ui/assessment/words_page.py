"""One open question on a page: choices if there are any, and room for one's own words."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from lsadesk.domain.appraisals.assessment import OwnWords
from lsadesk.domain.careers.framework import OpenQuestion
from lsadesk.ui.assessment.columns import ChoiceColumns
from lsadesk.ui.assessment.head import QuestionHead
from lsadesk.ui.assessment.last_time import LastTime
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.long_text import LongText
from lsadesk.ui.words import tr


class WordsPage(QWidget):
    """Emits `answered(own words)` the moment a choice is made and while somebody types."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._question: OpenQuestion | None = None
        self._said: OwnWords | None = None
        self._last: OwnWords | None = None
        self.head = QuestionHead()
        self.last_time = LastTime()
        self.choices: dict[str, QAbstractButton] = {}
        self.text = LongText(tr("In your own words, if you like"))
        self.left_out = QCheckBox(tr("I would rather leave this out"))
        self._box: QWidget = ChoiceColumns(())
        self._rows = QVBoxLayout(self)
        self._build()
        self.last_time.wanted.connect(self._use_again)
        self.text.typed.connect(self.flush)
        self.left_out.toggled.connect(lambda _on: self.flush())

    @property
    def question(self) -> OpenQuestion | None:
        """The question on the page."""
        return self._question

    def ask(
        self,
        question: OpenQuestion,
        said: OwnWords,
        last: OwnWords | None = None,
        on: date | None = None,
    ) -> None:
        """Show *question* with what was said before; nothing is chosen otherwise.

        What was said *last* time, *on* that day, is offered where nothing is said yet.
        """
        self.flush()
        self._question, self._said = None, None  # so that filling in saves nothing
        self.head.show_question(question)
        self._show(question, said)
        offered = last is not None and last.is_answered and not said.is_answered
        self._last = last if offered else None
        self.last_time.offer(on if offered else None, "" if last is None else words_said(last))
        self._question, self._said = question, said

    def flush(self) -> None:
        """Hand over what is on the page, if it is not what was handed over last."""
        if self._question is None or (given := self._given()) == self._said:
            return
        self._said = given
        self.answered.emit(given)

    def focus_choice(self) -> None:
        """Put the focus on what is chosen, or where the answer begins."""
        chosen = next((one for one in self.choices.values() if one.isChecked()), None)
        first = next(iter(self.choices.values()), self.text)
        (chosen or first).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, question: OpenQuestion, said: OwnWords) -> None:
        self._offer(question, said)
        self.text.fill(said.text)
        self.left_out.setChecked(said.left_out)

    def _use_again(self) -> None:
        """What was said last time, before the words of this time if there are any."""
        question, self._question = self._question, None
        if question is None or self._last is None:
            return
        before = self._last
        text = "\n".join(each for each in (before.text, self.text.toPlainText()) if each.strip())
        self._show(question, replace(before, text=text))
        self.focus_choice()
        self._question = question
        self.flush()

    def _build(self) -> None:
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addWidget(self.head)
        self._rows.addSpacing(8)
        self._rows.addWidget(self.last_time)
        self._rows.addWidget(self._box)
        self._rows.addSpacing(8)
        name = label(self.text.accessibleName(), "label")
        name.setBuddy(self.text)
        for each in (name, self.text, self.text.trouble):
            self._rows.addWidget(each)
        self._rows.addSpacing(6)
        self._rows.addWidget(self.left_out)
        self._rows.addStretch(1)

    def _offer(self, question: OpenQuestion, said: OwnWords) -> None:
        """The choices; one that was taken and is no longer offered stays with the answer."""
        offered = (*question.choices, *(one for one in said.chosen if one not in question.choices))
        self.choices = {
            words: QCheckBox(words) if question.several else QRadioButton(words)
            for words in offered
        }
        box = ChoiceColumns(tuple(self.choices.values()))
        group = QButtonGroup(box)
        group.setExclusive(not question.several)
        for words, made in self.choices.items():
            made.setChecked(words in said.chosen)
            made.toggled.connect(lambda _on: self.flush())
            group.addButton(made)
        self._rows.replaceWidget(self._box, box)
        self._box.deleteLater()
        self._box = box
        box.setVisible(bool(offered))
        _in_order(
            [
                self.head.help,
                self.head.aloud,
                self.last_time.again,
                *self.choices.values(),
                self.text,
                self.left_out,
            ]
        )

    def _given(self) -> OwnWords:
        if self._question is None:
            raise RuntimeError("no question is on the page")
        return OwnWords(
            question=self._question.id,
            text=self.text.toPlainText(),
            chosen=tuple(words for words, one in self.choices.items() if one.isChecked()),
            left_out=self.left_out.isChecked(),
        )


def words_said(said: OwnWords) -> str:
    """What was said to an open question, for lists and the page before handing in."""
    if said.chosen or said.text.strip():
        return "\n".join(each for each in ("; ".join(said.chosen), said.text.strip()) if each)
    return tr("I would rather leave this out") if said.left_out else ""


def _in_order(widgets: list[QWidget]) -> None:
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)
