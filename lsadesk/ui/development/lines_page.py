"""The lines of one plan: the table, the line that is chosen, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from lsadesk.domain.details import typed_over
from lsadesk.domain.developing.attached import of_line
from lsadesk.domain.developing.development import ActionDetails, ActionId, PlanAction, in_order
from lsadesk.domain.developing.plan_reviews import NoteKind, PlanNote
from lsadesk.errors import Stale, UserError
from lsadesk.operations.developing import development, plan_reviews
from lsadesk.operations.developing.development import OpenPlan
from lsadesk.ui.development.files import files_words, show_files
from lsadesk.ui.development.line_form import BLANK, ask_line
from lsadesk.ui.development.line_panel import LinePanel
from lsadesk.ui.development.lines import PlanTable
from lsadesk.ui.development.note_form import ask_note
from lsadesk.ui.development.progress_form import ask_progress
from lsadesk.ui.development.skill_after import offer_level
from lsadesk.ui.development.words import summary
from lsadesk.ui.development.writes import Writes
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import flow_of
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.notice import Notice
from lsadesk.ui.words import tr

_LETTERS_WHEN_WIDE = 130
_ROWS_OF_A_LINE = 2  # in a narrow table its words wrap
_FEW_ROWS, _FEW_LINES = 8, 9  # of the table, and of what is known of a line
_SHARE = 250  # pixels; the splitter makes shares of them


class LinesPage(QWidget):
    """Emits `older_asked(bool)` where lines of years ago are to be shown too."""

    older_asked = Signal(bool)

    def __init__(self, context: TabContext, told: Notice, write: Writes) -> None:
        super().__init__()
        self.plan: OpenPlan | None = None
        self._is_adding = False
        self._marked: ActionId | None = None
        self._context, self._told, self._write = context, told, write
        self._build(context)
        self._wire()
        self._dress()

    def show_plan(self, plan: OpenPlan) -> None:
        """Show the lines of *plan*; the chosen one stays chosen, unless one was just added."""
        current, before = self.table.current(), self.plan
        self.plan = plan
        self.counted.setText(summary(plan))
        self.table.show_plan(plan)
        self.table.keep_rows(min(_ROWS_OF_A_LINE * len(plan.actions), _FEW_ROWS))
        wanted = [each for each in plan.actions if current is not None and each.id == current.id]
        wanted = self._just_added(before, plan) or wanted or in_order(plan.actions)[:1]
        if wanted:
            self.table.select(wanted[0])
        self.pages.setCurrentIndex(0 if plan.actions or self.older.isChecked() else 1)
        self._dress()
        self._ask_of_skill(plan)

    def enter(self) -> None:
        """Put the focus on what is due first, or on the way to the first line."""
        has_lines = self.plan is not None and bool(self.plan.actions)
        (self.table if has_lines else self.empty.action).setFocus()

    def add(self) -> None:
        """Ask for a new line and add it."""
        self.begin(BLANK)

    def begin(self, filled: ActionDetails) -> None:
        """Ask for a new line that begins as *filled*."""
        plan = self.plan
        if plan is None:
            return
        typed = ask_line(self, tr("Add a line"), filled, around=plan.around, yes=tr("Add"))
        if typed is not None:
            self._is_adding = True
            self._write(
                lambda desk: development.add_action(desk, plan.person, typed),
                tr("Added: {what}", what=typed.what),
                lambda error: self._not_added(typed, error),
            )

    def change(self) -> None:
        """Ask what the current line is to say and write it."""
        if (line := self.table.current()) is not None:
            self._ask_change(line, line)

    def tell_progress(self) -> None:
        """Ask how far the current line is and what came of it."""
        line = self.table.current()
        if line is None or self.plan is None:
            return
        typed = ask_progress(self, line, self.plan.today)
        if typed is not None:
            self._marked = line.id if typed.done_on and not line.done_on else None
            self._put(line, typed)

    def mark(self) -> None:
        """Say that the current line is done today, or that it is not after all."""
        line = self.table.current()
        if line is not None and self.plan is not None:
            done_on = self.plan.today if line.done_on is None else None
            self._marked = line.id if done_on else None
            said = tr("Marked as done today.") if done_on else tr("It is to be done again.")
            self._write(lambda desk: development.mark_done(desk, line, done_on), said)

    def remove(self) -> None:
        """Take the current line out; Undo puts it back."""
        if (line := self.table.current()) is not None:
            said = tr("Removed: {what}. Undo puts it back.", what=line.what)
            self._write(lambda desk: development.remove_action(desk, line), said)

    def add_evidence(self) -> None:
        """Ask for evidence of the current line and keep it."""
        line, plan = self.table.current(), self.plan
        if line is None or plan is None:
            return
        sentence = tr("What was seen, and when. It is signed with your name.")
        noted = ask_note(self, tr("Add evidence"), sentence, plan.today)
        if noted is not None:
            self._write(
                lambda desk: plan_reviews.add_note(
                    desk,
                    plan.person,
                    noted.text,
                    kind=NoteKind.EVIDENCE,
                    about=line.id,
                    day=noted.day,
                ),
                tr("The evidence is kept."),
            )

    def show_files(self) -> None:
        """Show what is attached to the current line, and attach something to it."""
        if (line := self.table.current()) is not None:
            show_files(self, self._context, of_line(line))

    def _just_added(self, before: OpenPlan | None, plan: OpenPlan) -> list[PlanAction]:
        """The line that was asked for here: what is done next is mostly about it."""
        if not self._is_adding or before is None or before.person != plan.person:
            return []
        known = {each.id for each in before.actions}
        added = [each for each in plan.actions if each.id not in known]
        self._is_adding = not added
        return added

    def _ask_of_skill(self, plan: OpenPlan) -> None:
        """Of a line that was marked as done here, and is."""
        done = [each for each in plan.actions if each.id == self._marked and each.done_on]
        if done:
            self._marked = None
            offer_level(self, self._context, self._told, done[0])

    def _take_back(self, note: PlanNote) -> None:
        self._write(
            lambda desk: plan_reviews.take_back_note(desk, note),
            tr("Taken back. Undo puts it back."),
        )

    def _build(self, context: TabContext) -> None:
        self.counted = label("")
        self.older = QCheckBox(tr("Show what is older"))
        self.older.setAccessibleName(self.older.text())
        self.table = PlanTable(context.desk.today)
        self.panel = LinePanel(self.add_evidence, self._take_back)
        self.both = QSplitter(Qt.Orientation.Horizontal)
        self.both.setChildrenCollapsible(False)
        self.both.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.both.addWidget(self.table)
        self.both.addWidget(self.panel)
        self.both.setStretchFactor(0, 3)
        self.both.setStretchFactor(1, 2)
        self.both.setSizes([3 * _SHARE, 2 * _SHARE])
        self.empty = EmptyState(
            context.appearance,
            "tick",
            tr("Nothing agreed yet"),
            tr(
                "Shadowing, mentoring, a course or anything else that was agreed goes here. "
                "A plan may also stay empty: staying put is a full answer."
            ),
            action=tr("&Add the first line..."),
            on_action=self.add,
        )
        self.pages = QStackedWidget()
        for page in (self._lines(), self.empty):
            self.pages.addWidget(page)
        in_column(self.pages, on=self)

    def _lines(self) -> QWidget:
        self.adding = button(tr("&Add a line..."), self.add, "primary")
        self.changing = button(tr("&Change..."), self.change)
        self.telling = button(tr("Ho&w far is it..."), self.tell_progress)
        self.marking = button(tr("&Mark as done"), self.mark)
        self.filing = button("", self.show_files)
        self.removing = button(tr("&Remove"), self.remove)
        page = QWidget()
        head = in_row(Fill(self.counted), self.older)
        verbs = flow_of(self.adding, *self._of_a_line())
        self._rows = in_column(head, Fill(self.both), verbs, on=page)
        return page

    def _wire(self) -> None:
        self.older.toggled.connect(self.older_asked)
        self.table.opened.connect(lambda _line: self.change())
        self.table.selected.connect(lambda _line: self._dress())
        taking = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        taking.setContext(Qt.ShortcutContext.WidgetShortcut)
        taking.activated.connect(self.remove)

    def event(self, event: QEvent) -> bool:
        """What is inside asks for more or less room: another plan, larger text."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._ask_for_room()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is known of a line stands below the table where the page is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= _LETTERS_WHEN_WIDE * self.fontMetrics().averageCharWidth()
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.both.orientation() != way:
            self.both.setOrientation(way)
        self._ask_for_room()

    def _ask_for_room(self) -> None:
        """No more than is needed: the plan around it scrolls where even that has no room.

        The verbs need more than one row where they do not fit beside each other.
        """
        self.panel.setMinimumHeight(_FEW_LINES * self.fontMetrics().lineSpacing())
        self.both.setMinimumHeight(self.both.minimumSizeHint().height())
        self.setMinimumHeight(self._rows.totalMinimumHeightForWidth(self.width()))

    def _dress(self) -> None:
        line = self.table.current()
        for each in self._of_a_line():
            each.setEnabled(line is not None)
        done = line is not None and line.done_on is not None
        self.marking.setText(tr("&Not done after all") if done else tr("&Mark as done"))
        files = () if line is None or self.plan is None else self.plan.files.get(line.id, ())
        self.filing.setText(files_words(len(files)))
        self.panel.show_line(line, self.plan)

    def _of_a_line(self) -> tuple[QPushButton, ...]:
        """What can be done with the chosen line."""
        return (self.changing, self.telling, self.marking, self.filing, self.removing)

    def _ask_change(self, line: PlanAction, filled: ActionDetails, sentence: str = "") -> None:
        if self.plan is None:
            return
        typed = ask_line(
            self,
            tr("Change a line"),
            filled,
            around=self.plan.around,
            yes=tr("Change"),
            sentence=sentence,
        )
        if typed is not None:
            self._put(line, typed)

    def _put(self, line: PlanAction, typed: ActionDetails) -> None:
        if typed_over(line, typed, line) != line:
            self._write(
                lambda desk: development.change_action(desk, line, typed),
                tr("Changed: {what}", what=typed.what),
                lambda error: self._clashed(line, typed, error),
            )

    def _not_added(self, typed: ActionDetails, error: UserError) -> None:
        """Keep what was typed where it could not be added."""
        self._is_adding = False
        self._told.ask(
            tr("{sentence} What you typed is kept: {what}", sentence=error, what=typed.what),
            (tr("Add it as a new line..."), lambda: self._add_again(typed)),
            (tr("Drop it"), self._told.settle),
        )

    def _clashed(self, read: PlanAction, typed: ActionDetails, error: UserError) -> None:
        """Keep what was typed where somebody else was faster."""
        self.older_asked.emit(self.older.isChecked())  # read it again
        look: tuple[str, Callable[[], None]]
        look = tr("Put it into the newest line..."), lambda: self._ask_again(read, typed)
        new = tr("Add it as a new line..."), lambda: self._add_again(typed)
        self._told.ask(
            tr("{sentence} What you typed is kept: {what}", sentence=error, what=typed.what),
            look if isinstance(error, Stale) else new,
            (tr("Drop it"), self._told.settle),
        )

    def _ask_again(self, read: PlanAction, typed: ActionDetails) -> None:
        lines = () if self.plan is None else self.plan.actions
        latest = next((each for each in lines if each.id == read.id), None)
        if latest is None:
            self._add_again(typed)
            return
        self._told.settle()
        self._ask_change(
            latest,
            typed_over(read, typed, latest),
            tr("This is the newest line, with what you typed put in."),
        )

    def _add_again(self, typed: ActionDetails) -> None:
        self._told.settle()
        self.begin(typed)
