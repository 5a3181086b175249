"""The college's year, the ways between its sites, and times to plan together."""

import itertools
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import Week, uk_date
from lsadesk.domain.deployment.model import Meeting
from lsadesk.domain.deployment.remarks import About, Record
from lsadesk.domain.staff.people import SiteId
from lsadesk.domain.weeks.bank_holidays import bank_holidays
from lsadesk.domain.weeks.terms import CollegeYear, Coming, Period, coming_weeks
from lsadesk.operations.weeks import college_year
from lsadesk.operations.weeks.college_year import YearAndSites
from lsadesk.ui.planned_for.section import Section
from lsadesk.ui.planned_for.words import day_name
from lsadesk.ui.planned_for.year_forms import (
    ask_holidays,
    ask_journey,
    ask_period,
    ask_planning_time,
    ask_week_a,
)
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_WEEKS = 26
_WEEKEND = 5


@dataclass(frozen=True, slots=True)
class _Days:
    """A term or a closure."""

    period: Period
    is_term: bool


@dataclass(frozen=True, slots=True)
class _Way:
    """Two sites, and the minutes between them where somebody said."""

    one: SiteId
    other: SiteId
    names: str
    minutes: int | None


class YearPage(QWidget):
    """Four subjects one under the other, each a table with its buttons."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._told: YearAndSites | None = None
        self._wanted: Record | None = None  # what somebody was sent here to see
        self.days = self._days()
        self.weeks = self._weeks()
        self.ways = self._ways()
        self.meetings = self._meetings()
        inside = QWidget()
        in_column(
            self.days,
            self.weeks,
            self.ways,
            self.meetings,
            Fill(),
            on=inside,
            around=(16, 12, 24, 16),
            gap=20,
        )
        self.area = scrolling(inside, sideways=False)
        in_column(self.area, on=self)

    def reload(self) -> None:
        """Ask for the year."""
        self._context.read(college_year.year_and_sites, self.show_year, owner=self)

    def show_year(self, told: YearAndSites) -> None:
        """Show the year of *told*."""
        self._told = told
        year = told.year
        days = [_Days(each, True) for each in year.terms]
        days += [_Days(each, False) for each in year.closures]
        self.days.show_records(days)
        self.weeks.show_records(coming_weeks(year, told.today, _WEEKS) if year.terms else [])
        self.ways.show_records(_pairs(told))
        self.meetings.show_records(list(told.meetings))
        self.weeks.said.setText(_letter_words(year))
        self._dress()
        self._find_wanted()

    def go_to(self, record: Record) -> None:
        """Go to a way between sites, or to the days of the year, now and as soon as they are
        read."""
        section = self.ways if record.kind is About.JOURNEY else self.days
        self.area.ensureWidgetVisible(section)
        section.table.setFocus()
        self._wanted = record
        self._find_wanted()

    def _find_wanted(self) -> None:
        if self._wanted is None or self._told is None:
            return
        sites = {self._wanted.id, self._wanted.other}
        for way in self.ways.table.model_.records():
            if {way.one, way.other} == sites:
                self.ways.table.select(way)
        self._wanted = None

    def _days(self) -> Section[_Days]:
        table: RecordTable[_Days] = RecordTable(tr("Terms and closures"), _day_columns())
        self.changing = button(tr("&Change..."), self._change)
        self.removing = button(tr("&Remove"), self._remove)
        table.opened.connect(lambda _row: self._change())
        table.selected.connect(lambda _row: self._dress())
        return Section(
            tr("The college's year"),
            tr("Nobody is planned outside terms, nor on days on which the college is closed."),
            tr("No terms yet: every day counts as open. Add the first term."),
            table,
            button(tr("Add a &term..."), lambda: self._add(is_term=True)),
            button(tr("Add a closure..."), lambda: self._add(is_term=False)),
            button(tr("&Suggest bank holidays..."), self._suggest),
            self.changing,
            self.removing,
        )

    def _weeks(self) -> Section[Coming]:
        table: RecordTable[Coming] = RecordTable(tr("Coming weeks"), _week_columns())
        way = button(tr("&Which week is A..."), self._ask_week_a)
        none = tr("They are listed once there is a term.")
        return Section(tr("Weeks A and B"), "", none, table, way)

    def _ways(self) -> Section[_Way]:
        table: RecordTable[_Way] = RecordTable(tr("Ways between sites"), _way_columns())
        self.timing = button(tr("Say how &long..."), self._time)
        table.opened.connect(lambda _row: self._time())
        table.selected.connect(lambda _row: self._dress())
        return Section(
            tr("Ways between sites"),
            tr("Nobody is planned at two sites with less time between than the way takes."),
            tr("A way needs two sites. Sites are added in People, Teams and sites."),
            table,
            self.timing,
        )

    def _meetings(self) -> Section[Meeting]:
        table: RecordTable[Meeting] = RecordTable(tr("Times to plan together"), self._when())
        self.dropping = button(tr("Remove th&is time"), self._drop)
        table.selected.connect(lambda _row: self._dress())
        return Section(
            tr("Times to plan together"),
            tr(
                "When a teacher can meet those who support their learners. "
                "Source: ETF and EEF guidance, R1."
            ),
            tr("No times yet: the planner cannot keep any free."),
            table,
            button(tr("Add a time to &plan together..."), self._meet),
            self.dropping,
        )

    def _dress(self) -> None:
        for way, section in (
            (self.changing, self.days),
            (self.removing, self.days),
            (self.timing, self.ways),
            (self.dropping, self.meetings),
        ):
            chosen = section.table.current() is not None
            way.setEnabled(chosen)

    def _add(self, *, is_term: bool) -> None:
        title = tr("Add a term") if is_term else tr("Add a closure")
        period = ask_period(self, title, None)
        if period is not None:
            self._put(_Days(period, is_term), None)

    def _change(self) -> None:
        row = self.days.table.current()
        if row is None:
            return
        period = ask_period(self, tr("Change these days"), row.period)
        if period is not None:
            self._put(_Days(period, row.is_term), row)

    def _remove(self) -> None:
        row = self.days.table.current()
        if row is not None:
            self._put(None, row)

    def _put(self, wanted: _Days | None, instead_of: _Days | None) -> None:
        """Write the year with *wanted* in place of *instead_of*."""
        if self._told is None:
            return
        rows = [row for row in self.days.table.model_.records() if row != instead_of]
        rows += [] if wanted is None else [wanted]
        self._write(
            replace(
                self._told.year,
                terms=tuple(row.period for row in rows if row.is_term),
                closures=tuple(row.period for row in rows if not row.is_term),
            )
        )

    def _write(self, year: CollegeYear) -> None:
        self._context.write(lambda desk: college_year.set_year(desk, year), owner=self)

    def _suggest(self) -> None:
        if self._told is None:
            return
        year = self._told.year
        offered = holidays_in_term(year, self._told.today.year)
        if not offered:
            self._context.say(
                tr("No bank holiday is in a term that is known, or all are closed already."), "info"
            )
            return
        chosen = ask_holidays(self, offered)
        if chosen:
            self._write(replace(year, closures=(*year.closures, *chosen)))

    def _ask_week_a(self) -> None:
        if self._told is None:
            return
        answer = ask_week_a(self, self._told.year.week_a)
        if answer is not None:
            self._write(replace(self._told.year, week_a=answer[0]))

    def _time(self) -> None:
        row = self.ways.table.current()
        if row is None:
            return
        answer = ask_journey(self, row.names, row.minutes)
        if answer is not None:
            self._context.write(
                lambda desk: college_year.set_journey(desk, row.one, row.other, answer[0]),
                owner=self,
            )

    def _meet(self) -> None:
        if self._told is None:
            return
        wanted = ask_planning_time(self, self._told, self.meetings.table.current())
        if wanted is not None:
            self._keep_meetings(wanted.teacher, [*self._of(wanted.teacher), wanted])

    def _drop(self) -> None:
        row = self.meetings.table.current()
        if row is not None:
            left = [each for each in self._of(row.teacher) if each != row]
            self._keep_meetings(row.teacher, left)

    def _of(self, teacher: str) -> list[Meeting]:
        return [each for each in self.meetings.table.model_.records() if each.teacher == teacher]

    def _keep_meetings(self, teacher: str, wanted: list[Meeting]) -> None:
        self._context.write(
            lambda desk: college_year.set_planning_times(desk, teacher, wanted), owner=self
        )

    def _when(self) -> list[Column[Meeting]]:
        return [
            Column(tr("Teacher"), lambda row: row.teacher, width=24),
            Column(
                tr("Day"),
                lambda row: day_name(row.day),
                sort=lambda row: (row.day, row.span),
                width=14,
            ),
            Column(tr("Time"), lambda row: str(row.span), sort=lambda row: row.span, width=16),
            Column(tr("Where"), self._place, width=18),
        ]

    def _place(self, meeting: Meeting) -> str:
        sites = () if self._told is None else self._told.sites
        return next((site.name for site in sites if site.id == meeting.site), tr("anywhere"))


def holidays_in_term(year: CollegeYear, otherwise: int) -> list[Period]:
    """Bank holidays on which the college would be open; without terms those of *otherwise*."""
    known = {day.year for term in year.terms for day in (term.starts, term.ends)}
    years = range(min(known), max(known) + 1) if known else range(otherwise, otherwise + 2)
    return [
        each
        for number in years
        for each in bank_holidays(number)
        if each.starts.weekday() < _WEEKEND and not year.closed_because(each.starts)
    ]


def _pairs(told: YearAndSites) -> list[_Way]:
    known = {frozenset((each.one, each.other)): each.minutes for each in told.journeys}
    return [
        _Way(
            one.id, other.id, f"{one.name} - {other.name}", known.get(frozenset((one.id, other.id)))
        )
        for one, other in itertools.combinations(told.sites, 2)
    ]


def _letter_words(year: CollegeYear) -> str:
    if year.week_a is None:
        return tr("Nobody has said which week is A, so every week has all sessions.")
    return tr("The week of {day} is a week A.", day=uk_date(year.week_a))


def _day_columns() -> list[Column[_Days]]:
    return [
        Column(
            tr("From"),
            lambda row: uk_date(row.period.starts),
            sort=lambda row: row.period.starts,
            width=14,
        ),
        Column(
            tr("To"),
            lambda row: uk_date(row.period.ends),
            sort=lambda row: row.period.ends,
            width=14,
        ),
        Column(tr("What"), lambda row: tr("term") if row.is_term else tr("closed"), width=12),
        Column(tr("Called"), lambda row: row.period.name, width=28),
        Column(
            tr("Days"),
            lambda row: count((row.period.ends - row.period.starts).days + 1, "day", "days"),
            sort=lambda row: row.period.ends - row.period.starts,
            width=12,
        ),
    ]


def _week_columns() -> list[Column[Coming]]:
    return [
        Column(
            tr("Week from"), lambda row: uk_date(row.starts), sort=lambda row: row.starts, width=16
        ),
        Column(tr("Week"), _week_words, width=40),
    ]


def _week_words(row: Coming) -> str:
    if row.closed:
        return tr("closed: {reason}", reason=row.closed)
    return (
        tr("every session") if row.week is Week.BOTH else tr("week {letter}", letter=row.week.value)
    )


def _way_columns() -> list[Column[_Way]]:
    return [
        Column(tr("Between"), lambda row: row.names, width=32),
        Column(tr("Takes"), _takes, sort=lambda row: row.minutes, width=36),
    ]


def _takes(row: _Way) -> str:
    if row.minutes is None:
        return tr("! not known, 20 minutes assumed")
    return count(row.minutes, "minute", "minutes")
