"""A printed form typed in for somebody without an account: a key a level, then the next line."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QSplitter, QWidget

from lsadesk.domain.appraisals.answer_forms import Given
from lsadesk.domain.appraisals.assessment import (
    Answer,
    Assessment,
    answer_to,
    words_to,
)
from lsadesk.domain.auditing.skills import SkillValue
from lsadesk.domain.careers.framework import OpenQuestion, Question, Statement
from lsadesk.operations.appraisals.answers_here import Here
from lsadesk.operations.appraisals.assessment import Sheet
from lsadesk.ui.assessment.holder import QuestionHolder
from lsadesk.ui.assessment.levels import KEYS, level_words
from lsadesk.ui.assessment.words_page import words_said
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr


@dataclass(frozen=True, slots=True)
class Line:
    """A question of the form with what was typed in."""

    place: int
    question: Question
    answer: str


class KeyTable(RecordTable[Line]):
    """Emits `keyed(value)` for a key that stands for a level."""

    keyed = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """0 to 4, ? and N answer the current question."""
        value = KEYS.get(event.text().lower())
        if value is None:
            super().keyPressEvent(event)
        else:
            self.keyed.emit(value)


class KeyIn(Dialog):
    """The questions of one form; `given` is what was typed in. Nothing is kept until the end."""

    def __init__(self, parent: QWidget | None, here: Here) -> None:
        super().__init__(parent)
        self._sheet = _sheet(here)
        self.given: dict[str, Given] = {}
        self.setWindowTitle(tr("Type in a form"))
        self.resize(980, 640)
        self.table = KeyTable(tr("Questions of the form"), _columns())
        self.holder = QuestionHolder(by_key=True)
        self.hand_in = button("", self.accept, "primary")
        self._build(here)
        self.table.selected.connect(self._ask)
        self.table.opened.connect(lambda _line: self.holder.focus_choice())
        self.table.keyed.connect(self._keyed)
        self.holder.answered.connect(self._answered)
        self._show(0)
        self.table.setFocus()

    def accept(self) -> None:
        """Hand over what is half typed, too."""
        self.holder.flush()
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list, and from there asks first; a lock does not."""
        if event.key() == Qt.Key.Key_Escape and self.holder.isAncestorOf(self.focusWidget()):
            self.holder.flush()
            self.table.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """So does the cross in the corner."""
        if event.spontaneous():
            event.ignore()
            self._cancel()
        else:
            super().closeEvent(event)

    def _cancel(self) -> None:
        """Close; what was typed in is given up only by saying so."""
        self.holder.flush()
        if not self.given or confirm(
            self,
            tr("Give up what you typed in?"),
            tr("Nothing of it has been handed in yet, and it is kept nowhere else."),
            yes=tr("Give it up"),
            danger=True,
        ):
            self.reject()

    def _build(self, here: Here) -> None:
        layout = in_column(
            label(tr("Form of {name}", name=here.name), "heading"),
            label(
                tr(
                    "Code {code}. Press 0 to 4 for a level, ? for not sure, N for not part of the "
                    "role: each key stands beside its words. From the list the next question "
                    "follows; Enter goes to the example and the wishes, and Esc comes back.",
                    code=here.mark.code,
                ),
                "muted",
            ),
            on=self,
            around=24,
            gap=10,
        )
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(16)
        beside.addWidget(self.table)
        beside.addWidget(scrolling(self.holder))
        beside.setSizes([520, 460])
        layout.addWidget(beside, 1)
        ways = in_row(Fill(), button(tr("Cancel"), self._cancel), self.hand_in)
        layout.addLayout(ways)

    def _show(self, row: int) -> None:
        self.table.show_records(self._lines())
        last = self.table.rows.rowCount() - 1
        self.table.setCurrentIndex(self.table.rows.index(min(row, last), 1))
        answers = count(len(self.given), "answer", "answers")
        self.hand_in.setText(tr("Hand in {answers}, marked as typed in by me", answers=answers))
        self.hand_in.setEnabled(bool(self.given))

    def _ask(self, line: Line | None) -> None:
        if line is not None and line.question is not self.holder.question:
            self.holder.flush()
            self.holder.ask(self._sheet, line.question)

    def _keyed(self, value: SkillValue) -> None:
        line = self.table.current()
        if line is None or not isinstance(line.question, Statement):
            return
        row = self.table.currentIndex().row()
        before = answer_to(self._sheet.assessment.answers, line.question.id)
        self._keep(replace(before, value=value))
        self.holder.ask(self._sheet, line.question)  # what it shows is what was just typed
        self._show(row + 1)

    def _answered(self, given: Given) -> None:
        self._keep(given)
        self._show(self.table.currentIndex().row())

    def _keep(self, given: Given) -> None:
        found = self._sheet.assessment
        if isinstance(given, Answer):
            self.given[given.statement] = given
            found = replace(found, answers={**found.answers, given.statement: given})
        else:
            self.given[given.question] = given
            found = replace(found, words={**found.words, given.question: given})
        self._sheet = replace(self._sheet, assessment=found)

    def _lines(self) -> list[Line]:
        found = self._sheet.assessment
        return [
            Line(place, one, _answer_words(found, one))
            for place, one in enumerate(self._sheet.questions, 1)
        ]


def _sheet(here: Here) -> Sheet:
    """The questionnaire as its own pages want it."""
    return Sheet(
        framework=here.framework,
        role=here.role,
        parts=here.parts,
        statements=tuple(each for each in here.questions if isinstance(each, Statement)),
        questions=here.questions,
        assessment=replace(here.found, handed_in_at=None),
        readers=(),
    )


def _answer_words(found: Assessment, question: Question) -> str:
    if isinstance(question, OpenQuestion):
        return words_said(words_to(found.words, question.id)).replace("\n", "; ")
    return level_words(answer_to(found.answers, question.id).value)


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column(tr("No."), lambda line: str(line.place), sort=lambda line: line.place, width=4),
        Column(tr("Question"), lambda line: line.question.text, width=30),
        Column(tr("Answer"), lambda line: line.answer, width=15),
    )
