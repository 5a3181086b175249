"""The college's year: terms, closures, and which week is A and which is B."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lsadesk.domain.calendar import Week, monday_of


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A term, a half-term or a closure, from its first to its last day."""

    starts: date
    ends: date
    name: str = ""

    def __contains__(self, day: date) -> bool:
        return self.starts <= day <= self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class CollegeYear:
    """When the college is open. Without any *terms* every day is, but for *closures*.

    *week_a* is a day in some week A; None where the timetable has one week only. Weeks A
    and B alternate over the weeks in which the college opens at all, so that a half-term
    does not cost a week of its kind.
    """

    terms: Sequence[Period] = ()
    closures: Sequence[Period] = ()
    week_a: date | None = None

    def closed_because(self, day: date) -> str:
        """Why nobody learns on *day* ("half-term"); "" where the college is open."""
        for closure in self.closures:
            if day in closure:
                return closure.name or "closed"
        if self.terms and not any(day in term for term in self.terms):
            return "out of term"
        return ""

    def is_open(self, day: date) -> bool:
        """Whether anybody learns on *day*."""
        return not self.closed_because(day)

    def opens_in_week_of(self, day: date) -> bool:
        """Whether the college is open on any weekday of *day*'s week."""
        monday = monday_of(day)
        return any(not self.closed_because(monday + timedelta(days=n)) for n in range(5))

    def week_of(self, day: date) -> Week:
        """A or B by counting open weeks from *week_a*; BOTH where nobody said which is A."""
        if self.week_a is None:
            return Week.BOTH
        first, wanted = sorted((monday_of(self.week_a), monday_of(day)))
        open_weeks = sum(self.opens_in_week_of(monday) for monday in _mondays(first, wanted))
        return Week.B if open_weeks % 2 else Week.A

    def next_open_monday(self, day: date) -> date:
        """The Monday of the first open week that begins on *day* or after.

        Where the known year is over, the next Monday.
        """
        monday = first = day + timedelta(days=-day.weekday() % 7)
        for _ in range(60):
            if self.opens_in_week_of(monday):
                return monday
            monday += timedelta(weeks=1)
        return first


@dataclass(frozen=True, slots=True)
class Closed:
    """Why nobody learns in a week, and the Monday of the next in which somebody does.

    *opens* None: no later week of the known year is open.
    """

    why: str
    opens: date | None


def closed_week(year: CollegeYear, day: date) -> Closed | None:
    """Why the college is closed in all of *day*'s week; None where it opens."""
    monday = monday_of(day)
    if year.opens_in_week_of(monday):
        return None
    opens = year.next_open_monday(monday)
    return Closed(year.closed_because(monday), opens if year.opens_in_week_of(opens) else None)


@dataclass(frozen=True, slots=True)
class Coming:
    """A week to plan: its Monday, its letter, and why nobody learns in it ("" where some do)."""

    starts: date
    week: Week
    closed: str


def coming_weeks(year: CollegeYear, day: date, number: int) -> list[Coming]:
    """The week of *day* and those after it, *number* in all; a closed week has no letter."""
    first = monday_of(day)
    found = []
    for starts in (first + timedelta(weeks=n) for n in range(number)):
        is_open = year.opens_in_week_of(starts)
        closed = "" if is_open else year.closed_because(starts)
        found.append(Coming(starts, year.week_of(starts) if is_open else Week.BOTH, closed))
    return found


def _mondays(first: date, until: date) -> Iterator[date]:
    while first < until:
        yield first
        first += timedelta(weeks=1)
