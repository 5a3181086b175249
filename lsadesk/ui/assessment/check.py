"""Looking over answers: a part once it is through, or all before and after handing in."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lsadesk.domain.appraisals.assessment import Answer, answer_to, progress, words_to
from lsadesk.domain.careers.framework import OpenQuestion, Part, Question, Statement
from lsadesk.operations.appraisals.assessment import Sheet
from lsadesk.ui.assessment.manner import Manner, answered_words
from lsadesk.ui.assessment.page import value_words
from lsadesk.ui.assessment.start import READING_WIDTH, readers_words
from lsadesk.ui.assessment.words_page import words_said
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.labels import label, line
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.leaving import leave_by_keys
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.words import tr


class CheckPage(QWidget):
    """Emits `changing(question)`, `gone_on(part)`, `handed_in()` and `left()`.

    The ways on and back stay below the answers, however far those scroll.
    """

    changing = Signal(object)
    gone_on = Signal(object)
    handed_in = Signal()
    left = Signal()

    def __init__(self, manner: Manner) -> None:
        super().__init__()
        self._manner = manner
        self._area = scrolling(QWidget())
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area.setAccessibleName(tr("Check your answers"))
        self._ways = QWidget()
        self._ways.setMaximumWidth(READING_WIDTH)
        self._foot = Flow()
        in_column(self._foot, on=self._ways, around=(24, 0, 24, 0))
        across = in_row(Fill(), Fill(self._ways, share=100), Fill())
        in_column(Fill(self._area), across, on=self, around=(0, 0, 0, 16))
        leave_by_keys(self, self.left.emit)
        self.part: Part | None = None  # None: all of them
        self._first: QWidget | None = None

    def show_sheet(self, sheet: Sheet) -> None:
        """List all that *sheet* holds; a draft can be handed in from here."""
        self.part = None
        rows = self._begun(
            tr("Check your answers") if sheet.assessment.is_draft else tr("What you handed in")
        )
        if sheet.assessment.is_draft:
            self._end(rows, sheet)
        else:
            self._offer(button(tr("Back"), self.left.emit))
            rows.addWidget(label(readers_words(sheet)))
        for part in sheet.parts:
            rows.addSpacing(12)
            rows.addWidget(label(part.name, "heading"))
            self._answers(rows, sheet, part)
        rows.addStretch(1)

    def show_part(self, sheet: Sheet, part: Part) -> None:
        """List what *sheet* holds of one part, which is its author's to call done."""
        self.part = part
        rows = self._begun(part.name)
        done = progress(sheet.framework.questions_of(part.id), sheet.assessment)
        said = tr("{done} of {asked} answered", done=done.answered, asked=done.asked)
        rows.addWidget(label(tr("Check this part. {said}.", said=said), "muted"))
        self._answers(rows, sheet, part)
        rows.addStretch(1)
        self._offer(
            button(tr("Go on"), partial(self.gone_on.emit, part), "primary"),
            button(tr("Leave \u2013 everything is saved"), self.left.emit),
        )

    def focus_first(self) -> None:
        """Put the focus on the way on."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.verticalScrollBar().setValue(0)

    def _offer(self, *ways: QWidget) -> None:
        """Put *ways* below the answers, the likeliest first."""
        while (before := self._foot.takeAt(0)) is not None:
            if (widget := before.widget()) is not None:
                widget.deleteLater()
        for way in ways:
            self._foot.addWidget(way)
        self._first = ways[0]

    def _begun(self, title: str) -> QVBoxLayout:
        page = QWidget()
        page.setMaximumWidth(READING_WIDTH)
        rows = in_column(label(title, "title"), on=page, around=24, gap=6)
        self._area.setWidget(page)
        return rows

    def _end(self, rows: QVBoxLayout, sheet: Sheet) -> None:
        done = sheet.progress
        if done.answered < done.asked:
            said = f"{answered_words(sheet)}. {self._manner.unfinished}"
            rows.addWidget(label(said, "label"))
        rows.addWidget(label(tr("Who will see it"), "heading"))
        if self._manner.is_here:
            rows.addWidget(label(readers_words(sheet)))
        rows.addWidget(label(self._manner.whose_eyes))
        self._offer(
            button(self._manner.done, self.handed_in.emit, "primary"),
            button(tr("Not now \u2013 everything is saved"), self.left.emit),
        )

    def _answers(self, rows: QVBoxLayout, sheet: Sheet, part: Part) -> None:
        found = sheet.assessment
        for question in sheet.framework.questions_of(part.id):
            rows.addWidget(line())
            if isinstance(question, OpenQuestion):
                said, aside = words_said(words_to(found.words, question.id)), ""
            else:
                said, aside = _rated(question, answer_to(found.answers, question.id))
            self._row(rows, question, said, aside, changes=found.is_draft)

    def _row(
        self, rows: QVBoxLayout, question: Question, said: str, aside: str, *, changes: bool
    ) -> None:
        row = QHBoxLayout()
        words = in_column(gap=2)
        asked = label(question.text, "label")
        asked.setWordWrap(True)
        words.addWidget(asked)
        words.addWidget(label(said or tr("You chose not to answer")))
        if aside:
            words.addWidget(label(aside, "muted"))
        row.addLayout(words, 1)
        if changes:
            change = button(tr("Change"), partial(self.changing.emit, question), "link")
            change.setAccessibleName(tr("Change: {question}", question=question.text))
            row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(row)


def _rated(statement: Statement, answer: Answer) -> tuple[str, str]:
    """The level in words; and the wishes and the example beside it."""
    wishes = []
    if answer.use_more:
        wishes.append(tr("Would like to use this more"))
    if answer.learn_more:
        wishes.append(tr("Would like to learn more"))
    aside = "\n".join(each for each in (". ".join(wishes), answer.example) if each)
    return value_words(statement, answer.value), aside
