"""The self-assessment tab: start, one question a page or a list, check and hand in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lsadesk.domain.assessment import Answer, Assessment, answer_to, next_unanswered, progress
from lsadesk.domain.changes import Subject
from lsadesk.domain.framework import Part, Statement, StatementId
from lsadesk.errors import UserError
from lsadesk.operations import assessment
from lsadesk.operations.assessment import Sheet
from lsadesk.ui.assessment.check import CheckPage
from lsadesk.ui.assessment.page import QuestionPage, value_words
from lsadesk.ui.assessment.start import READING_WIDTH, StartPage
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr


def make_tab(context: TabContext) -> "AssessmentTab":
    """The tab, as the window asks for it."""
    return AssessmentTab(context)


@dataclass(frozen=True, slots=True)
class Line:
    """A question in the list."""

    place: int
    part: str
    statement: Statement
    answer: str


class AssessmentTab(Tab):
    """Each answer is saved as it is given; leaving at any moment loses nothing."""

    subjects = frozenset({Subject.ASSESSMENT, Subject.PEOPLE})

    def __init__(self, context: TabContext) -> None:
        super().__init__(context)
        self.sheet: Sheet | None = None
        self._reread = self._going_on = False
        self.start = StartPage()
        self.question = QuestionFrame()
        self.check = CheckPage()
        self.list: RecordTable[Line] = RecordTable(tr("All questions"), _columns())
        self._list_page = _with_back(self.list, self._to_start)
        self._nobody = EmptyState(
            context.appearance,
            "assessment",
            tr("No questionnaire for this account"),
            tr("It is not linked to a member of staff. An administrator can link it in People."),
        )
        self.pages = QStackedWidget()
        for page in (self.start, self.question, self.check, self._list_page, self._nobody):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self._connect()

    def refresh(self) -> None:
        """Read the draft again; while a question is open, the page itself knows best."""
        if self.pages.currentWidget() is self.question:
            self._reread = True
            return
        self._reread = False
        self.context.read(assessment.my_sheet, self._show, owner=self)

    def show_target(self, target: object) -> None:
        """Somebody who is in the middle goes straight on, at the next open question."""
        self._going_on = True
        if self.sheet is not None:
            self._show(self.sheet)

    def settle(self) -> None:
        """Save what is half typed."""
        self.question.page.flush()

    def _connect(self) -> None:
        self.start.part_chosen.connect(self._open_part)
        self.start.carried_on.connect(self._carry_on)
        self.start.list_wanted.connect(self._to_list)
        self.start.checking.connect(self._to_check)
        self.start.begun_again.connect(
            lambda: self.context.write(assessment.begin_again, owner=self)
        )
        self.question.page.answered.connect(self._answered)
        self.question.moved.connect(self._move)
        self.question.left.connect(self._to_start)
        self.check.changing.connect(self._ask)
        self.check.handed_in.connect(self._hand_in)
        self.check.left.connect(self._to_start)
        self.list.opened.connect(lambda line: self._ask(line.statement))

    def _show(self, sheet: Sheet | None) -> None:
        if self.pages.currentWidget() is self.question:
            self._reread = True
            return
        self.sheet = sheet
        if sheet is None:
            self.pages.setCurrentWidget(self._nobody)
        else:
            self._to_start()
            if self._going_on and sheet.assessment.answers:
                self._carry_on()
        self._going_on = False

    def _to_start(self) -> None:
        self.settle()
        if self.sheet is not None:
            here = (focused := QApplication.focusWidget()) and self.isAncestorOf(focused)
            self.start.show_sheet(self.sheet)
            self.pages.setCurrentWidget(self.start)
            if here:
                self.start.focus_first()
        if self._reread:
            self.refresh()

    def _to_check(self) -> None:
        if self.sheet is not None:
            self.check.show_sheet(self.sheet)
            self.pages.setCurrentWidget(self.check)

    def _to_list(self) -> None:
        if self.sheet is not None:
            self.list.show_records(_lines(self.sheet))
            self.pages.setCurrentWidget(self._list_page)
            self.list.setFocus()

    def _open_part(self, part: Part) -> None:
        """The first open question of a part, or its first."""
        if self.sheet is None:
            return
        asked = self.sheet.framework.statements_of(part.id)
        self._ask(next_unanswered(asked, self.sheet.assessment.answers) or asked[0])

    def _carry_on(self) -> None:
        if self.sheet is None:
            return
        found = next_unanswered(self.sheet.statements, self.sheet.assessment.answers)
        if found is not None:
            self._ask(found)
        else:
            self._to_check()

    def _ask(self, statement: Statement) -> None:
        if self.sheet is not None:
            self.question.ask(self.sheet, statement)
            self.pages.setCurrentWidget(self.question)
            self.question.page.focus_choice()

    def _move(self, step: int) -> None:
        """The question before or after; after the last one, the page to check."""
        self.settle()
        current = self.question.page.statement
        if self.sheet is None or current is None:
            return
        asked = self.sheet.statements
        at = asked.index(current) + step
        if at >= len(asked):
            self._to_check()
        elif at < 0:
            self._to_start()
        else:
            self._ask(asked[at])

    def _answered(self, answer: Answer) -> None:
        """Show the answer at once; say that it is saved when it is."""
        if self.sheet is None:
            return
        found = self.sheet.assessment
        answers: Mapping[StatementId, Answer] = {**found.answers, answer.statement: answer}
        self.sheet = replace(
            self.sheet, assessment=Assessment(person=found.person, answers=answers)
        )
        self.question.show_progress(self.sheet)
        self.question.show_saving()
        self.context.write(
            lambda desk: assessment.keep_answer(desk, answer),
            self.question.show_saved,
            on_error=self._not_saved,
            owner=self,
        )

    def _not_saved(self, error: UserError) -> None:
        self.question.show_not_saved()
        self.context.say(str(error), "danger")

    def _hand_in(self) -> None:
        self.settle()
        self.pages.setCurrentWidget(self.start)
        self.context.write(
            assessment.hand_in,
            lambda _none: self.context.say(tr("Handed in. Undo takes it back.")),
            owner=self,
        )


class QuestionFrame(QWidget):
    """A question with where it stands, what was saved, and the ways on.

    Emits `moved(step)` and `left()`.
    """

    moved = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.page = QuestionPage()
        self._part = label("", "label")
        self._place = label("", "muted")
        self._saved = label("", "muted")
        for one in (self._part, self._place, self._saved):
            one.setWordWrap(False)
        self.next = button(tr("Next"), lambda: self.moved.emit(1), "primary")
        self.leave = button(tr("Leave \u2013 everything is saved"), self.left.emit)
        self.back = button(tr("Back"), lambda: self.moved.emit(-1), "link")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scroll.setWidget(self._inside())
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(scroll)

    def ask(self, sheet: Sheet, statement: Statement) -> None:
        """Show *statement*, as *sheet* has it."""
        self.page.ask(statement, answer_to(sheet.assessment.answers, statement.id))
        part = next(part for part in sheet.parts if part.id == statement.part)
        within = sheet.framework.statements_of(part.id)
        self._part.setText(part.name)
        place = within.index(statement) + 1
        self._place.setText(tr("{place} of {asked} in this part", place=place, asked=len(within)))
        self.show_progress(sheet)

    def show_progress(self, sheet: Sheet) -> None:
        """How many are answered, spoken with the way on."""
        done = progress(sheet.statements, sheet.assessment.answers)
        said = tr("{done} of {asked} answered", done=done.answered, asked=done.asked)
        self.next.setAccessibleDescription(said)
        self.next.setToolTip(said)

    def show_saving(self) -> None:
        """Until the file says that it has the answer, nothing else is claimed."""
        self._saved.setText(tr("Saving\u2026"))

    def show_saved(self, at: datetime) -> None:
        """Say when the answer was saved."""
        self._saved.setText(tr("Saved {time}", time=f"{at.astimezone():%H:%M}"))
        self.leave.setText(tr("Leave \u2013 everything is saved"))

    def show_not_saved(self) -> None:
        """Say that the last answer is only on the screen."""
        self._saved.setText(tr("! Not saved"))
        self.leave.setText(tr("Leave"))

    @property
    def saved_words(self) -> str:
        """What is said about saving."""
        return self._saved.text()

    def _inside(self) -> QWidget:
        inside = QWidget()
        inside.setMaximumWidth(READING_WIDTH + 120)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(24, 16, 24, 24)
        rows.setSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.back)
        top.addWidget(self._part)
        top.addStretch(1)
        top.addWidget(self._place)
        top.addWidget(self._saved)
        rows.addLayout(top)
        rows.addWidget(self.page, 1)
        ways = QHBoxLayout()
        ways.addWidget(self.next)
        ways.addStretch(1)
        ways.addWidget(self.leave)
        rows.addLayout(ways)
        return inside


def _with_back(table: RecordTable[Line], leave: object) -> QWidget:
    page = QWidget()
    rows = QVBoxLayout(page)
    rows.setContentsMargins(24, 16, 24, 24)
    rows.setSpacing(10)
    top = QHBoxLayout()
    back = button(tr("Back"), lambda: None, "link")
    back.clicked.connect(leave)
    top.addWidget(back)
    top.addWidget(label(tr("All questions. Enter opens one."), "muted"), 1)
    rows.addLayout(top)
    rows.addWidget(table, 1)
    return page


def _lines(sheet: Sheet) -> list[Line]:
    parts = {part.id: part.name for part in sheet.parts}
    return [
        Line(
            place,
            parts[one.part],
            one,
            value_words(one, answer_to(sheet.assessment.answers, one.id).value),
        )
        for place, one in enumerate(sheet.statements, 1)
    ]


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column(tr("No."), lambda line: str(line.place), sort=lambda line: line.place, width=5),
        Column(tr("Part"), lambda line: line.part, width=34),
        Column(tr("Question"), lambda line: line.statement.text, width=52),
        Column(tr("Your answer"), lambda line: line.answer, width=40),
    )
