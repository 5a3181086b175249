"""The page before handing in: every answer by part, and exactly who will see it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lsadesk.domain.assessment import Answer, answer_to, progress
from lsadesk.domain.framework import Statement
from lsadesk.operations.assessment import Sheet
from lsadesk.ui.assessment.page import value_words
from lsadesk.ui.assessment.start import READING_WIDTH, readers_words
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label, line
from lsadesk.ui.words import tr


class CheckPage(QScrollArea):
    """Emits `changing(statement)`, `handed_in()` and `left()`."""

    changing = Signal(object)
    handed_in = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Check your answers"))

    def show_sheet(self, sheet: Sheet) -> None:
        """List what *sheet* holds."""
        page = QWidget()
        page.setMaximumWidth(READING_WIDTH)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(24, 24, 24, 24)
        rows.setSpacing(6)
        rows.addWidget(label(tr("Check your answers"), "title"))
        self._end(rows, sheet)
        for part in sheet.parts:
            rows.addSpacing(12)
            rows.addWidget(label(part.name, "heading"))
            for statement in sheet.framework.statements_of(part.id):
                rows.addWidget(line())
                self._row(rows, statement, answer_to(sheet.assessment.answers, statement.id))
        self.setWidget(page)

    def _end(self, rows: QVBoxLayout, sheet: Sheet) -> None:
        done = progress(sheet.statements, sheet.assessment.answers)
        if done.answered < done.asked:
            left_out = tr(
                "{done} of {asked} answered. You may hand it in as it is.",
                done=done.answered,
                asked=done.asked,
            )
            rows.addWidget(label(left_out, "label"))
        rows.addWidget(label(readers_words(sheet)))
        buttons = QHBoxLayout()
        buttons.addWidget(button(tr("Hand in"), self.handed_in.emit, "primary"))
        buttons.addWidget(button(tr("Not now \u2013 everything is saved"), self.left.emit))
        buttons.addStretch(1)
        rows.addSpacing(6)
        rows.addLayout(buttons)

    def _row(self, rows: QVBoxLayout, statement: Statement, answer: Answer) -> None:
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        question = label(statement.text, "label")
        question.setWordWrap(True)
        words.addWidget(question)
        said = value_words(statement, answer.value)
        words.addWidget(label(said or tr("You chose not to answer")))
        if said := _wishes(answer):
            words.addWidget(label(said, "muted"))
        if answer.example:
            words.addWidget(label(answer.example, "muted"))
        row.addLayout(words, 1)
        change = button(tr("Change"), partial(self.changing.emit, statement), "link")
        change.setAccessibleName(tr("Change: {question}", question=statement.text))
        row.addWidget(change)
        rows.addLayout(row)


def _wishes(answer: Answer) -> str:
    said = []
    if answer.use_more:
        said.append(tr("Would like to use this more"))
    if answer.learn_more:
        said.append(tr("Would like to learn more"))
    return ". ".join(said)
