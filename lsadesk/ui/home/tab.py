"""The Home tab: the day, the next step, and what matters now."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lsadesk.domain.changes import Subject
from lsadesk.domain.developing.development import ActionDetails
from lsadesk.operations import home
from lsadesk.operations.home import Today
from lsadesk.ui.development.line_form import BLANK
from lsadesk.ui.development.target import PlanTarget
from lsadesk.ui.home.lines import (
    ADD_TO_PLAN,
    ALTERED,
    ASK_FOR_TRAINING,
    COPIES,
    MY_CALENDAR,
    MY_PLACEMENTS,
    MY_PLAN,
    MY_SEEN,
    MY_SESSIONS,
    MY_TRAINING,
    MY_VIEW,
    MY_WEEK,
    TRY_COPY,
    Card,
    Line,
    cards,
    clock_words,
    greeting,
    long_date,
    next_step,
)
from lsadesk.ui.intake.opening import open_assistant
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.widgets.buttons import button, wrapped_button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.words import tr

COLUMNS = 2


def make_tab(context: TabContext) -> "HomeTab":
    """The tab, empty until it is first shown."""
    return HomeTab(context)


class HomeTab(Tab):
    """Tells only what is so; where there is nothing to tell, it says what to do first."""

    subjects = frozenset(Subject)

    def __init__(self, context: TabContext) -> None:
        super().__init__(context)
        self.greeting, self.date = label("", "title"), label("", "muted")
        self.clock = label("", "error")
        self.clock.hide()
        self.step: QPushButton | None = None
        self.step_place = QVBoxLayout()
        self.grid = QGridLayout()
        self.grid.setSpacing(16)
        for column in range(COLUMNS):
            self.grid.setColumnStretch(column, 1)
        self.empty = EmptyState(
            context.appearance,
            "import",
            tr("Begin with the staff list you already have"),
            tr("A spreadsheet as it is will do: nothing is changed in it, and you see a preview."),
            action=tr("Import your staff list..."),
            on_action=self._import,
        )
        self.pages = Stack()
        self.pages.addWidget(self._scrolled())
        self.pages.addWidget(self.empty)
        in_column(
            self.greeting,
            self.date,
            self.clock,
            16,
            Fill(self.pages),
            on=self,
            around=(32, 24, 0, 16),  # what scrolls goes to the window's edge
            gap=0,
        )

    def refresh(self) -> None:
        """Ask what matters now."""
        self.context.read(home.today, self._show)

    def _show(self, today: Today) -> None:
        self.greeting.setText(greeting(today))
        self.date.setText(long_date(today.now))
        self.clock.setText(clock_words(today))
        self.clock.setVisible(today.written_to is not None)
        first = today.is_empty and today.may_import
        self.pages.setCurrentIndex(1 if first else 0)
        self._show_step(None if first else next_step(today.own))
        self._show_cards([] if first else cards(today))

    def _show_step(self, step: Line | None) -> None:
        if self.step is not None:
            self.step.deleteLater()
            self.step = None
        if step is not None:
            self.step = button(step.text, lambda: self.context.go(step.place, step), "primary")
            self.step_place.addWidget(self.step, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_cards(self, told: list[Card]) -> None:
        while (entry := self.grid.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.deleteLater()
        for at, card in enumerate(told):
            self.grid.addWidget(self._card(card), at // COLUMNS, at % COLUMNS)

    def _card(self, card: Card) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        rows = in_column(
            label(card.title, "heading"),
            *(self._line(line, wrapped_button) for line in card.lines),
            on=frame,
            around=16,
            gap=4,
        )
        if card.ways:
            ways = Flow(gap=16)
            for way in card.ways:
                ways.addWidget(self._line(way))
            rows.addSpacing(4)
            rows.addLayout(ways)
        rows.addStretch(1)  # the card beside it may be higher
        return frame

    def _line(self, line: Line, made: Callable[..., QWidget] = button) -> QWidget:
        if not line.place:
            return label(line.text)
        over_this_page: dict[str, Callable[[], None]] = {
            ADD_TO_PLAN: lambda: self._open_plan(BLANK),
            ASK_FOR_TRAINING: lambda: self._open_training(asking=True),
            ALTERED: self._open_altered,
            MY_CALENDAR: lambda: self._take(MY_CALENDAR),
            MY_PLAN: lambda: self._open_plan(None),
            MY_PLACEMENTS: self._open_placements,
            MY_SEEN: lambda: self.context.go("development", PlanTarget(seen=True)),
            MY_SESSIONS: self._open_sessions,
            MY_TRAINING: lambda: self._open_training(asking=False),
            MY_VIEW: self._give_view,
            MY_WEEK: lambda: self._take(MY_WEEK),
            COPIES: lambda: self._show_copies(trying=False),
            TRY_COPY: lambda: self._show_copies(trying=True),
        }

        def go() -> None:
            self.context.go(line.place, line.target or None)

        return made(line.text, over_this_page.get(line.place, go), "link")

    # What another room opens is imported when it is asked for: Home is the first thing to show.

    def _take(self, what: str) -> None:
        from lsadesk.ui.deployment.taking import save_own_calendar, save_own_timetable

        save = save_own_timetable if what == MY_WEEK else save_own_calendar
        save(self.context, self)

    def _open_altered(self) -> None:
        from lsadesk.ui.keeping.altered_trail import open_altered

        open_altered(self.window(), self.context)

    def _show_copies(self, *, trying: bool) -> None:
        from lsadesk.ui.keeping.second_place import show_copies

        show_copies(self.window(), self.context, trying=trying)

    def _open_training(self, *, asking: bool) -> None:
        from lsadesk.ui.training.mine import show_mine

        show_mine(self.context, self, asking=asking)

    def _open_sessions(self) -> None:
        from lsadesk.ui.briefing.mine import show_my_sessions

        show_my_sessions(self.context, self)

    def _give_view(self) -> None:
        from lsadesk.ui.review.mine import give_my_view

        give_my_view(self.context, self)

    def _open_placements(self) -> None:
        from lsadesk.ui.placements.mine import show_my_placements

        self.context.read(
            lambda desk: desk.person,
            lambda me: show_my_placements(self.context, me, self) if me else None,
            owner=self,
        )

    def _open_plan(self, adding: ActionDetails | None) -> None:
        self.context.go("development", PlanTarget(adding=adding))

    def _scrolled(self) -> QScrollArea:
        page = QWidget()
        in_column(self.step_place, self.grid, Fill(), on=page, around=(0, 0, 32, 0), gap=24)
        return scrolling(page)

    def _import(self) -> None:
        open_assistant(self.context, self.window())
