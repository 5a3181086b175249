"""Days, weeks and times as a college writes them."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import IntEnum, StrEnum


class Weekday(IntEnum):
    """A day of the week, Monday first, as `date.weekday` counts."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6

    @property
    def short(self) -> str:
        """Mon, Tue, Wed..."""
        return self.name[:3].title()


WORKING_WEEK = frozenset(Weekday(number) for number in range(5))


class Week(StrEnum):
    """Which weeks of a two-week timetable."""

    BOTH = ""
    A = "A"
    B = "B"

    def runs_in(self, week: "Week") -> bool:
        """Whether a session of these weeks happens in *week* (A or B)."""
        return self is Week.BOTH or week is Week.BOTH or self is week


class Precision(StrEnum):
    """How much of a date was written down."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class RoughDate:
    """A date as it was written: "Mar 2011" is its first day, known to the month."""

    day: date
    precision: Precision = Precision.DAY

    def __str__(self) -> str:
        if self.precision is Precision.YEAR:
            return f"{self.day.year}"
        if self.precision is Precision.MONTH:
            return f"{self.day:%b %Y}"
        return f"{self.day.day} {self.day:%b %Y}"


@dataclass(frozen=True, slots=True, order=True)
class TimeSpan:
    """From *start* up to *end*, on one day."""

    start: time
    end: time

    @property
    def minutes(self) -> int:
        """Its length."""
        return minute_of(self.end) - minute_of(self.start)

    def overlaps(self, other: "TimeSpan") -> bool:
        """Whether both run at some moment; touching ends do not."""
        return self.start < other.end and other.start < self.end

    def within(self, other: "TimeSpan") -> "TimeSpan":
        """The part of it that is in *other*; of no length where there is none."""
        start = max(self.start, other.start)
        return TimeSpan(start, max(start, min(self.end, other.end)))

    def __str__(self) -> str:
        return f"{clock(self.start)}-{clock(self.end)}"


def joined(spans: Iterable[TimeSpan]) -> tuple[TimeSpan, ...]:
    """The same times with those that meet made one, the earliest first."""
    found: list[TimeSpan] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = TimeSpan(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def months_after(day: date, months: int) -> date:
    """The same day of the month *months* later (earlier below 0), or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def monday_of(day: date) -> date:
    """The Monday of the week that *day* is in."""
    return day - timedelta(days=day.weekday())


def monday_ahead(day: date) -> date:
    """The Monday of the week of *day*, or at the weekend of the one that comes."""
    return monday_of(day + timedelta(days=2))


def working_day(day: date, step: int) -> date:
    """*day*, or from a weekend the next working day where *step* leads on, else the last."""
    while day.weekday() not in WORKING_WEEK:
        day += timedelta(days=1 if step > 0 else -1)
    return day


def minute_of(moment: time) -> int:
    """Minutes since midnight."""
    return moment.hour * 60 + moment.minute


def clock(moment: time) -> str:
    """A time as the college reads it: 9.15, 13.05."""
    return f"{moment.hour}.{moment.minute:02}"


def uk_date(day: date) -> str:
    """A date as the college reads it: 3 Dec 2026."""
    return f"{day.day} {day:%b %Y}"
