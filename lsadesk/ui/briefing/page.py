"""The week's sessions with what their LSAs have to know, and which are not told yet."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from lsadesk.domain.briefing.feedback import SessionFeedback, in_short
from lsadesk.domain.briefing.need_to_knows import AheadSession, Known, Readiness
from lsadesk.domain.calendar import monday_of
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.errors import UserError
from lsadesk.operations.briefing import need_to_knows
from lsadesk.operations.briefing.need_to_knows import WeekAhead
from lsadesk.ui.briefing.entry import Entry
from lsadesk.ui.briefing.printing import CardPrinting
from lsadesk.ui.briefing.words import (
    readiness_words,
    week_words,
    when_it_is,
    when_words,
    who_words,
)
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import icon_button
from lsadesk.ui.widgets.days import DayEdit
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_LETTERS_WHEN_WIDE = 90
_TABLES_SHARE = 0.55
_FRIDAY = 4
_WEEKS = (1, 2, 4, 6)


class NeedToKnowsPage(QWidget):
    """A row a session; the next one that is not told is chosen as one is kept."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self.context = context
        self.on = _week_to_tell(context.desk.today)
        self.week: WeekAhead | None = None
        self._wanted: SessionId | None = None
        self._begins = self._looks_on = False
        self._carried = ""
        self._find_parts()
        self._build()
        self._connect()

    def reload(self) -> None:
        """Ask for the week on screen."""
        on = self.on
        self.context.read(
            lambda desk: need_to_knows.week_ahead(desk, on), self.show_week, owner=self
        )

    def turn_to(self, on: date) -> None:
        """Show the week of *on*."""
        self.hand_over()
        self.on = monday_of(on)
        self.day.blockSignals(True)
        self.day.setDate(QDate(self.on.year, self.on.month, self.on.day))
        self.day.blockSignals(False)
        self.reload()

    def choose(self, session: SessionId) -> None:
        """Bring *session* to view, in this week or else in the next one."""
        self._wanted, self._begins, self._looks_on = session, True, True
        self.search.clear()
        self.which.setCurrentIndex(0)
        if self.week is not None:
            self.show_week(self.week)

    def carry(self, told: SessionFeedback) -> None:
        """Put feedback in as what is carried on from last time, to be kept or not."""
        self._carried = in_short(told)
        self.turn_to(max(told.on + timedelta(weeks=1), self.context.desk.today))
        self.choose(told.session)

    def show_week(self, week: WeekAhead) -> None:
        """Show *week*, unless another was asked for meanwhile; what is half typed stays."""
        if week.starts != self.on:
            return
        self.week = week
        if self._looks_on and not self._has(week, self._wanted):
            self._look_on()
            return
        if self._begins and not self._has(week, self._wanted):
            self.context.say(
                tr("That session has no LSA in these two weeks, so there is nothing to tell."),
                "info",
            )
            self._wanted = None
        self.said.setText(week_words(week))
        self.limit.choose(min(_WEEKS, key=lambda weeks: abs(7 * weeks - week.limit)))
        typing = self.entry.seen if self.entry.is_touched else None
        wanted = self._wanted or (None if typing is None else typing.session.id)
        before = self.table.current()
        self.table.show_records(week.sessions)
        if wanted is None and before is not None:
            wanted = before.session.id
        self._keep_shown()
        self._select(wanted)
        self.pages.setCurrentIndex(0 if week.sessions else 1)
        self._begin()

    def hand_over(self) -> None:
        """Keep what is half typed."""
        seen = self.entry.seen
        if seen is not None and self.entry.is_touched:
            self._write(seen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else one above the other."""
        super().resizeEvent(event)
        letters = self.width() // max(1, self.fontMetrics().averageCharWidth())
        wide = letters >= _LETTERS_WHEN_WIDE
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        before = event.oldSize().width()
        if wanted != self.split.orientation() or before <= 0:
            self.split.setOrientation(wanted)
            whole = self.width() if wide else self.height()
            share = round(_TABLES_SHARE * whole)
            self.split.setSizes([share, whole - share])

    def _find_parts(self) -> None:
        look = self.context.appearance
        shown = QDate(self.on.year, self.on.month, self.on.day)
        self.day = DayEdit(shown, tr("'Week of' d MMM yyyy"))
        self.day.setAccessibleName(tr("Week"))
        self.before = icon_button(look.icon("back"), tr("The week before"), lambda: self._step(-1))
        self.after = icon_button(look.icon("forward"), tr("The week after"), lambda: self._step(1))
        self.search = SearchField(look, tr("Find a session"), self)
        self.which = Choice(_which(), None)
        self.which.setAccessibleName(tr("Which sessions"))
        self.limit = Choice([(_serve_words(weeks), weeks) for weeks in _WEEKS])
        self.limit.setAccessibleName(tr("How long the same words serve"))
        self.said = label("", "heading")
        self.table: RecordTable[AheadSession] = RecordTable(
            tr("Sessions with an LSA"), self._columns()
        )
        self.printing = CardPrinting(self.context, self, lambda: self.on, self.table.current)
        self.entry = Entry()
        self.split = QSplitter()
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.table)
        self.split.addWidget(self.entry)
        self.none = EmptyState(
            look,
            "deployment",
            tr("Nothing to tell in this week"),
            tr(
                "The college is closed, or no plan gives a session an LSA. Choose another week, or "
                "make a plan on the page Week."
            ),
        )

    def _build(self) -> None:
        top = flowing(
            self.before,
            self.day,
            self.after,
            self.search,
            self.which,
            self.limit,
            self.printing.button,
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.split)
        self.pages.addWidget(self.none)
        self.rows = in_column(
            top, self.printing.notice, self.said, Fill(self.pages), on=self, around=(16, 12, 16, 16)
        )

    def _connect(self) -> None:
        self.day.dateChanged.connect(
            lambda day: self.turn_to(date(day.year(), day.month(), day.day()))
        )
        self.day.unread.connect(lambda said: self.context.say(said, "info") if said else None)
        self.context.appearance.changed.connect(self._draw_icons)
        self.search.searched.connect(self.table.rows.search)
        self.which.currentIndexChanged.connect(lambda _at: self._keep_shown())
        self.limit.currentIndexChanged.connect(lambda _at: self._set_limit())
        self.table.selected.connect(self._show_session)
        self.table.opened.connect(lambda _seen: self.entry.begin())
        self.entry.kept.connect(self.keep)
        self.entry.again.connect(self.as_last_time)
        self.entry.left.connect(self.table.setFocus)

    def keep(self) -> None:
        """Keep what is typed and go on to the next session that is not told."""
        seen = self.entry.seen
        if seen is None:
            return
        if self.entry.is_touched or self.entry.others:
            self._write(seen, go_on=True)
        else:
            self._go_on(seen)

    def as_last_time(self) -> None:
        """Have what was told last hold for this session too, and go on."""
        seen = self.entry.seen
        if seen is not None:
            self.context.write(
                lambda desk: need_to_knows.as_last_time(desk, [seen]),
                lambda _number: self._go_on(seen),
                on_error=self._failed,
                owner=self,
            )

    def _write(self, seen: AheadSession, *, go_on: bool = False) -> None:
        words, also = self.entry.words, self.entry.others
        self.entry.show_session(None, None)
        self.context.write(
            lambda desk: need_to_knows.tell(desk, seen, words, also=also),
            (lambda _number: self._go_on(seen)) if go_on else None,
            on_error=self._failed,
            owner=self,
        )

    def _go_on(self, seen: AheadSession) -> None:
        """Choose the first session after *seen* that is not told, once the week is read."""
        week = self.week
        if week is None:
            return
        model = self.table.model_
        listed = [model.record(row) for row in range(model.rowCount())]
        at = next((n for n, one in enumerate(listed) if _is_same(one, seen)), 0)
        after = [*listed[at + 1 :], *listed[:at]]
        waiting = [one for one in after if one.readiness(week.limit) is not Readiness.READY]
        self._wanted = (waiting[0] if waiting else seen).session.id
        self._begins = True
        self.reload()

    def _failed(self, error: UserError) -> None:
        self.context.say(str(error), "danger")
        self.reload()

    def _select(self, wanted: SessionId | None) -> None:
        if not self.table.rows.rowCount() or self.week is None:
            self._show_session(None)
            return
        same = [each for each in self.week.sessions if each.session.id == wanted]
        if same:
            self.table.select(same[0])
        if not same or not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self._show_session(self.table.current())

    def _has(self, week: WeekAhead, session: SessionId | None) -> bool:
        return any(each.session.id == session for each in week.sessions)

    def _look_on(self) -> None:
        """What is looked for is not in the week on screen: it may be in the other one."""
        self._looks_on = False
        today = self.context.desk.today
        monday = monday_of(today)
        self.turn_to(monday + timedelta(weeks=1) if self.on == monday else monday)

    def _begin(self) -> None:
        if self._begins and self._wanted is not None:
            self.entry.begin()
            if self._carried:
                self.entry.put_in(Known.LAST_TIME, self._carried)
        self._carried = ""
        self._wanted, self._begins, self._looks_on = None, False, False

    def _show_session(self, seen: AheadSession | None) -> None:
        before = self.entry.seen
        if before is not None and before is seen:
            return  # the row was chosen, and then chosen again by hand
        same = before is not None and seen is not None and _is_same(before, seen)
        if self.entry.is_touched and same:
            return
        self.hand_over()
        self.entry.show_session(seen, self.week)

    def _keep_shown(self) -> None:
        test, week = self.which.chosen(), self.week
        if week is None or test is None:
            self.table.rows.keep(None)
        else:
            self.table.rows.keep(lambda seen: seen.readiness(week.limit) is not Readiness.READY)

    def _set_limit(self) -> None:
        days = 7 * self.limit.chosen_as(int)
        self.context.write(lambda desk: need_to_knows.set_limit(desk, days), owner=self)

    def _step(self, weeks: int) -> None:
        self.turn_to(self.on + timedelta(weeks=weeks))

    def _draw_icons(self) -> None:
        self.before.setIcon(self.context.icon("back"))
        self.after.setIcon(self.context.icon("forward"))
        self.printing.button.setIcon(self.context.icon("print"))

    def _columns(self) -> list[Column[AheadSession]]:
        return [
            Column(
                tr("When"),
                when_words,
                sort=when_it_is,
                width=15,
            ),
            Column(tr("Session"), lambda seen: seen.session.title, width=15),
            Column(tr("Group"), lambda seen: seen.session.group, width=9),
            Column(tr("Told"), self._readiness, width=20),
            Column(tr("Teacher"), lambda seen: seen.session.teacher, width=14),
            Column(tr("LSAs"), self._who, width=24),
        ]

    def _readiness(self, seen: AheadSession) -> str:
        return "" if self.week is None else readiness_words(seen, self.week.limit)

    def _who(self, seen: AheadSession) -> str:
        return "" if self.week is None else who_words(seen, self.week)


def _week_to_tell(today: date) -> date:
    """The Monday of this week, or of the next from Friday on."""
    monday = monday_of(today)
    return monday + timedelta(weeks=1) if today.weekday() >= _FRIDAY else monday


def _is_same(one: AheadSession, other: AheadSession) -> bool:
    return (one.session.id, one.on) == (other.session.id, other.on)


def _which() -> list[tuple[str, object]]:
    return [(tr("All sessions"), None), (tr("Those that are not told"), True)]


def _serve_words(weeks: int) -> str:
    return tr("Words serve for {weeks}", weeks=count(weeks, "week", "weeks"))
