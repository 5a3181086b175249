"""The deployment planner: the week, what nobody covers, why, and a new plan in seconds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from lsadesk.domain.calendar import Week
from lsadesk.domain.deployment.model import Plan, SlotId
from lsadesk.errors import UserError
from lsadesk.operations.deploying import deployment
from lsadesk.operations.deploying.deployment import WeekAhead, WeekBoard
from lsadesk.operations.weeks import taking_weeks
from lsadesk.ui.deployment.actions import PlanActions
from lsadesk.ui.deployment.board import Shown, people_board
from lsadesk.ui.deployment.by_hand import ByHand
from lsadesk.ui.deployment.closed_week import ClosedWeek
from lsadesk.ui.deployment.head import LEARNERS, LIST, PEOPLE, SESSIONS, Head
from lsadesk.ui.deployment.listing import PlaceRow, make_table, rows_of
from lsadesk.ui.deployment.run import PlanRun, RunStrip
from lsadesk.ui.deployment.sides import learners_board, sessions_board
from lsadesk.ui.deployment.summary import Summary
from lsadesk.ui.deployment.view import BoardView
from lsadesk.ui.deployment.why import WhyPanel
from lsadesk.ui.deployment.wording import day_names, week_title
from lsadesk.ui.intake.opening import open_assistant
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import Saving
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.words import tr

_Policy = QSizePolicy.Policy
_LETTERS_WHEN_WIDE = 200  # from here on the reasons stand beside the board all the time
_LINES_WHEN_HIGH = 26  # of text; from here on what is open is listed above the board
_LINES_OF_A_BOARD = 9


class WeekPage(QWidget):
    """A week on a board, with its reasons beside it."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self.context = context
        self._week: Week | None = None
        self._plan: int | None = None  # None: the latest of the week
        self._shown: Shown | None = None
        self._view = PEOPLE
        self._opened = False
        self._opened_from: QWidget | None = None
        self.run: PlanRun | None = None
        self._build()
        self._connect()

    def reload(self) -> None:
        """Ask for the latest plan of the week."""
        week = self._week
        plan = self._plan
        self.context.read(
            lambda desk: deployment.week_board(desk, week, plan),
            self._show,
            on_error=self._gone,
            owner=self,
        )

    def settle(self) -> None:
        """A search under way ends: its window is going."""
        if self.run is not None:
            self.run.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room, the reasons are always there."""
        super().resizeEvent(event)
        self._measure()
        self._place_why()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes away the reasons that a click put beside the week."""
        if event.key() == Qt.Key.Key_Escape and self._opened:
            self._close_why()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Larger text leaves less room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_full"):
            self._measure()

    def _measure(self) -> None:
        """Never leave the board fewer than a few lines: first its lists, then the page gives."""
        text = self.fontMetrics().lineSpacing()
        self._boards.setMinimumHeight(_LINES_OF_A_BOARD * text)
        self.summary.fit(is_short=self.height() < _LINES_WHEN_HIGH * text)

    def _build(self) -> None:
        look = self.context.appearance
        self.head, self.summary, self.strip = Head(look, self), Summary(), RunStrip()
        self.paper = Saving(self.context, self)
        self.board, self.list, self.why = BoardView(look), make_table(), WhyPanel(look)
        self.by_hand = ByHand(self.context, self.board, self.why)
        self.plan_actions = PlanActions(self.context, self, self.head.menu, self.paper)
        self.unplanned = self._empty(
            tr("Nothing planned yet"),
            tr("Give everybody their sessions in a few seconds. You can change it by hand."),
            (tr("Make a plan"), self.make_plan),
        )
        self.nothing_found = self._empty(
            tr("Nothing matches"),
            tr("No person and no session of this week has these words."),
            (tr("Show all"), self.head.search.clear),
        )
        shown = (self.board, self.list, self.unplanned, self.nothing_found)
        for each in shown:  # they take what is left, and ask for no more than `_measure` keeps
            each.setSizePolicy(_Policy.Preferred, _Policy.Ignored)
        self._boards = _stack(*shown)
        self._boards.setSizePolicy(_Policy.Preferred, _Policy.Expanding)
        self._full = scrolling(self._lay_out(), sideways=False)
        self.no_sessions = self._empty(
            tr("No timetable yet"),
            tr(
                "Bring in the college's timetable as it is, every row is accounted for; or add "
                "sessions on the page Sessions."
            ),
            (tr("Import a workbook..."), self._import),
        )
        self.no_staff = self._empty(
            tr("Nobody to deploy yet"),
            tr("The timetable is there. Bring in the staff list, so that it can be covered."),
            (tr("Import a workbook..."), self._import),
        )
        self.nobody_learns = ClosedWeek(look)
        self._pages = _stack(
            QWidget(), self._full, self.no_sessions, self.no_staff, self.nobody_learns
        )
        in_column(self._pages, on=self)

    def _lay_out(self) -> QWidget:
        """The top of the page, and under it the week with its reasons beside it."""
        week = in_column(self.summary, Fill(self._boards), self.by_hand.said)
        beside = in_row(Fill(week), self.why, gap=12)
        made = QWidget()
        in_column(
            self.head, self.paper.notice, self.strip, Fill(beside), on=made, around=(16, 12, 16, 8)
        )
        return made

    def _empty(
        self, title: str, sentence: str, action: tuple[str, Callable[[], None]]
    ) -> EmptyState:
        text, call = action
        look = self.context.appearance
        return EmptyState(look, "deployment", title, sentence, action=text, on_action=call)

    def _connect(self) -> None:
        self.head.asked.connect(self.make_plan)
        self.head.printed.connect(self.print_timetable)
        self.head.published.connect(self.plan_actions.publish)
        self.head.week_chosen.connect(self._choose_week)
        self.head.view_chosen.connect(self._choose_view)
        self.head.searched.connect(lambda _text: self._draw())
        self.strip.stopped.connect(self.settle)
        self.summary.filled.connect(lambda filled: self._boards.setVisible(not filled))
        self.summary.sought.connect(self._seek)
        self.summary.opened.connect(lambda _slot: self._open_why())
        self.board.moved.connect(self._tell_current)
        self.board.opened.connect(self._open_why)
        self.board.clicked.connect(lambda _index: self._show_why())
        self.list.selected.connect(self._tell_row)
        self.list.opened.connect(lambda _row: self._open_why())
        self.why.left.connect(self._close_why)
        self.head.plan_chosen.connect(self._choose_plan)
        self.plan_actions.opened.connect(self._choose_plan)
        self.nobody_learns.led.connect(self.summary.led)
        self.nobody_learns.onward.connect(self.make_plan)
        self.nobody_learns.week_chosen.connect(self._choose_week)

    def _show(self, week: WeekBoard) -> None:
        problem, made = week.ahead.problem, week.made
        if self.run is not None:
            return  # the search shows its own plans; what it keeps is read afterwards
        self._week = problem.week
        self._plan = None if made is None else made.number
        self.head.title.setText(week_title(problem, two_weeks=week.two_weeks))
        self.head.week.setVisible(week.two_weeks)
        self.head.week.blockSignals(True)
        self.head.week.choose(problem.week)
        self.head.week.blockSignals(False)
        self.head.show_plans(week.plans, self._plan)
        self.plan_actions.show_board(week)
        self.why.remedies.may_book = week.may_book
        self.summary.show_week(week)
        self._offer(planned=made is not None)
        if not week.ahead.sessions:
            self._pages.setCurrentWidget(self.no_sessions)
        elif not problem.slots:
            self.nobody_learns.show_week(week)
            self._pages.setCurrentWidget(self.nobody_learns)
        elif not problem.lsas:
            self._pages.setCurrentWidget(self.no_staff)
        else:
            self._pages.setCurrentWidget(self._full)
        self._shown = Shown(week.ahead, made.plan, week.broken) if made else None
        self.by_hand.show_plan(self._shown, None if made is None else made.label)
        self._draw()

    def _offer(self, *, planned: bool) -> None:
        """Show what can be done with a week that is *planned* or not, and not being planned."""
        head = self.head
        for part in (head.make, head.seconds, head.plan, head.print, head.views, head.search):
            part.setVisible(planned)
        self.summary.setVisible(planned)

    def _draw(self) -> None:
        """Put the shown week on the board or list."""
        shown, text = self._shown, self.head.search.text()
        if shown is None:
            self._boards.setCurrentWidget(self.unplanned)
            self._place_why()
            return
        self.why.show_week(shown)
        if self._view == LIST:
            self.list.show_records(rows_of(shown))
            self.list.rows.search(text)
            found = self.list.rows.rowCount() > 0
        else:
            board = _SIDES[self._view](shown, text)
            self.board.movable = self.run is None
            self.board.show_board(board, day_names(shown.ahead.problem))
            found = bool(board.lines)
        view = self.list if self._view == LIST else self.board
        self._boards.setCurrentWidget(view if found else self.nothing_found)
        self._tell_again(shown)

    def _tell_again(self, shown: Shown) -> None:
        """Tell of the same place as before, as it stands in *shown*."""
        slot = self.why.slot
        if slot is not None and slot not in shown.ahead.slots:
            self.why.forget()
        elif slot is not None and self.run is None:
            self.why.tell_again()
        self._place_why()

    def _choose_week(self, week: Week) -> None:
        self._week, self._plan = week, None
        self.context.move_on()
        self.reload()

    def _choose_plan(self, number: int) -> None:
        self._plan = number
        self.context.move_on()
        self.reload()

    def _gone(self, error: UserError) -> None:
        """The plan that was on screen is there no more: show the latest."""
        if self._plan is None:
            self.context.say(str(error), "refused")
        else:
            self._plan = None
            self.reload()

    def _choose_view(self, name: str) -> None:
        slot = self.why.slot
        self._view = name
        self._draw()
        if slot is not None and name != LIST:
            self.board.show_slot(slot)

    def _seek(self, slot: SlotId) -> None:
        if self._view != LIST:
            self.board.show_slot(slot)
        self._tell(slot)

    def _tell_current(self) -> None:
        block = self.board.current()
        if block is not None and self.run is None and self._shown is not None:
            slot, line = self.why.slot, self.board.plot.board.lines[block.line]
            if block.slots:
                self.why.show_slots(block.slots, slot if slot in block.slots else None)
            elif line.who is not None:
                self.why.show_person(line.who)
        self._place_why()

    def _tell_row(self, row: PlaceRow | None) -> None:
        if row is not None and self.run is None:
            self._tell(row.slot.id)

    def _tell(self, slot: SlotId) -> None:
        self.why.show_slots((slot,))
        self._place_why()

    def _place_why(self) -> None:
        wide = self.width() >= _LETTERS_WHEN_WIDE * self.fontMetrics().averageCharWidth()
        told = self.why.slot is not None or self.why.person is not None
        telling = self._shown is not None and told and self.run is None
        self.why.setVisible((wide or self._opened) and telling)

    def _open_why(self) -> None:
        if self.run is None:
            self._show_why()
            self.why.enter()

    def _show_why(self) -> None:
        self._opened, self._opened_from = True, self.focusWidget()
        self._place_why()

    def _close_why(self) -> None:
        self._opened = False
        week = self.list if self._view == LIST else self.board
        listed = self._opened_from is self.summary.gaps and self.summary.gaps.isVisible()
        (self.summary.gaps if listed else week).setFocus()
        self._place_why()

    def make_plan(self) -> None:
        """Look for a plan of the week; the best so far is shown and at the end kept."""
        week, plan = self._week or Week.A, self._plan
        self.context.read(
            lambda desk: deployment.gather(desk, week=week, plan=plan), self._begin, owner=self
        )

    def _begin(self, ahead: WeekAhead) -> None:
        if self.run is not None:
            return
        seconds = self.head.chosen_seconds()
        self.run = run = PlanRun(self.context.worker, ahead, seconds, self)
        run.improved.connect(self._improved)
        run.ended.connect(self._ended)
        run.refused.connect(self._refused)
        self._pages.setCurrentWidget(self._full)
        self._busy(busy=True)
        self.strip.begin(seconds)
        self.strip.stop.setFocus()
        run.begin()

    def _improved(self, plan: Plan) -> None:
        if self.run is None:
            return
        self.strip.show_best(plan, len(self.run.ahead.problem.slots))
        self._shown = Shown(self.run.ahead, plan, {})
        self._draw()

    def _ended(self, plan: Plan) -> None:
        seconds = self.head.chosen_seconds()
        ahead = self._finish()
        if seconds is None:  # the same every time, whatever was there before
            self._keep(ahead, plan)
            return
        self.context.read(
            lambda desk: deployment.was_better(desk, ahead, plan),
            lambda was: self._stay() if was else self._keep(ahead, plan),
            on_error=lambda error: self._go_back(str(error)),
            owner=self,
        )

    def _stay(self) -> None:
        self.head.make.setFocus()
        self.context.say(tr("Nothing better was found in this time: the plan stays."), "info")
        self.reload()

    def _keep(self, ahead: WeekAhead, plan: Plan) -> None:
        self.context.write(
            lambda desk: deployment.keep_plan(desk, ahead, plan),
            self._kept,
            on_error=lambda error: self._go_back(str(error)),
            owner=self,
        )

    def _kept(self, number: int) -> None:
        self.head.make.setFocus()
        if number != self._plan:
            self._choose_plan(number)

    def _refused(self, sentence: str) -> None:
        self._finish()
        self._go_back(sentence)

    def _go_back(self, sentence: str) -> None:
        self.context.say(sentence, "refused")
        self.reload()

    def _finish(self) -> WeekAhead:
        if self.run is None:
            raise RuntimeError("no search is under way")
        ahead = self.run.ahead
        self.run.deleteLater()
        self.run = None
        self.strip.end()
        self._busy(busy=False)
        return ahead

    def _busy(self, *, busy: bool) -> None:
        head = self.head
        for part in (
            head.make,
            head.week,
            head.seconds,
            head.publish,
            head.print,
            head.plan,
            head.more,
        ):
            part.setEnabled(not busy)
        if busy:
            self.summary.hide()  # it comes back with what the college file then says
        self._place_why()

    def _import(self) -> None:
        open_assistant(self.context, self.window())

    def print_timetable(self) -> None:
        """Ask where to, write the timetable as PDF, and say where it is."""
        plan = self._plan
        self.paper.write(
            tr("Timetable, {college}", college=self.context.desk.college),
            lambda desk, path: taking_weeks.export_timetable(desk, path, plan),
            back=self.head.print,
        )


_SIDES = {PEOPLE: people_board, LEARNERS: learners_board, SESSIONS: sessions_board}


def _stack(*pages: QWidget) -> QStackedWidget:
    made = QStackedWidget()
    for page in pages:
        made.addWidget(page)
    return made
