"""All questions in a list, with the current one beside it to be answered there."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from lsadesk.domain.appraisals.assessment import answer_to, words_to
from lsadesk.domain.careers.framework import OpenQuestion, Question
from lsadesk.operations.appraisals.assessment import Sheet
from lsadesk.ui.assessment.frame import progress_words
from lsadesk.ui.assessment.holder import QuestionHolder
from lsadesk.ui.assessment.levels import level_words
from lsadesk.ui.assessment.words_page import words_said
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.saved import SavedLabel
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_HALF = 600  # pixels to begin with, of which each gets its share


@dataclass(frozen=True, slots=True)
class Line:
    """A question in the list."""

    place: int
    part: str
    question: Question
    answer: str


class ListPage(QWidget):
    """Emits `left()`, `checking()` and `one_a_page()`; answers come from `holder`."""

    left = Signal()
    checking = Signal()
    one_a_page = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheet: Sheet | None = None
        self.table: RecordTable[Line] = RecordTable(tr("All questions"), _columns())
        self.holder = QuestionHolder()
        self.saved = SavedLabel()
        self._to_go = label("", "muted")
        in_column(
            self._top(),
            Fill(self._beside_each_other()),
            self._ways(),
            on=self,
            around=(24, 16, 24, 16),
            gap=10,
        )
        self.table.selected.connect(self._ask)
        self.table.opened.connect(lambda _line: self.holder.focus_choice())
        self.holder.rated.levels.entered.connect(self._go_on)

    def show_sheet(self, sheet: Sheet, at: Question | None, minutes: int | None) -> None:
        """List what *sheet* asks, with *at* beside the list."""
        lines = _lines(sheet)
        self._sheet = None
        self.table.show_records(lines)
        self._sheet = sheet
        chosen = next((line for line in lines if line.question is at), lines[0])
        self.table.select(chosen)
        self._ask(chosen)
        self._to_go.setText(progress_words(sheet, minutes))

    def follow(self, sheet: Sheet, minutes: int | None) -> None:
        """Show an answer that was just given here; the question stays as it is."""
        place, self._sheet = self.table.currentIndex(), None
        self.table.show_records(_lines(sheet))
        self.table.setCurrentIndex(self.table.rows.index(place.row(), place.column()))
        self._sheet = sheet
        self._to_go.setText(progress_words(sheet, minutes))

    def _ask(self, line: Line | None) -> None:
        if line is None or self._sheet is None or line.question is self.holder.question:
            return
        self.holder.flush()  # may give an answer, which is followed before the next is shown
        self.holder.ask(self._sheet, line.question)

    def _go_on(self) -> None:
        """To the question below; from the last one back to the list."""
        here = self.table.currentIndex()
        below = here.siblingAtRow(here.row() + 1)
        if not below.isValid():
            self.table.setFocus()
            return
        self.table.setCurrentIndex(below)
        self.holder.focus_choice()

    def _top(self) -> QHBoxLayout:
        top = in_row(button(tr("Back"), self.left.emit, "link"), gap=16)
        hint = tr("Arrows choose a question. Enter goes to its answer, and on from there.")
        top.addWidget(label(hint, "muted"), 1)
        top.addWidget(self.saved)
        return top

    def _beside_each_other(self) -> QSplitter:
        inside = QWidget()
        in_column(self.holder, on=inside, around=(16, 0, 8, 8))
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.addWidget(self.table)
        beside.addWidget(scrolling(inside))
        beside.setSizes([_HALF, _HALF])
        return beside

    def _ways(self) -> QHBoxLayout:
        return in_row(
            button(tr("Check your answers"), self.checking.emit, "primary"),
            Fill(self._to_go),
            button(tr("One question a page"), self.one_a_page.emit, "link"),
            gap=16,
        )


def _lines(sheet: Sheet) -> list[Line]:
    parts = {part.id: part.name for part in sheet.parts}
    return [
        Line(place, parts[one.part], one, _answer_words(sheet, one))
        for place, one in enumerate(sheet.questions, 1)
    ]


def _answer_words(sheet: Sheet, question: Question) -> str:
    found = sheet.assessment
    if isinstance(question, OpenQuestion):
        return words_said(words_to(found.words, question.id)).replace("\n", "; ")
    return level_words(answer_to(found.answers, question.id).value)


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column(tr("No."), lambda line: str(line.place), sort=lambda line: line.place, width=4),
        Column(tr("Question"), lambda line: line.question.text, width=36),
        Column(tr("Your answer"), lambda line: line.answer, width=18),
        Column(tr("Part"), lambda line: line.part, width=24),
    )
