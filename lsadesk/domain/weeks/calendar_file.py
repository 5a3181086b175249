"""A calendar to take away: what repeats week by week, and the days that it leaves out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lsadesk.domain.calendar import TimeSpan
from lsadesk.domain.weeks.terms import Period

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One thing at one time, every week from *first* to *last* but on the days *left_out*.

    *uid* stays the same from one taking to the next, so that a calendar program replaces
    what it has. An *overnight* one ends on the day after.
    """

    uid: str
    title: str
    span: TimeSpan
    first: date
    last: date
    left_out: tuple[date, ...] = ()
    where: str = ""
    about: str = ""
    overnight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarSheet:
    """The calendar of *name*; *periods* (a half-term, a closed day) are told as whole days."""

    college: str
    name: str
    written_at: datetime
    series: tuple[Series, ...]
    periods: tuple[Period, ...] = ()


def left_out(days: Collection[date]) -> tuple[date, ...]:
    """The days between the first and the last of *days*, week by week, that are not in it.

    All of *days* are the same day of the week.
    """
    day, last, missing = min(days), max(days), []
    while day < last:
        day += WEEK
        if day not in days:
            missing.append(day)
    return tuple(missing)


def within(periods: Sequence[Period], first: date, last: date) -> tuple[Period, ...]:
    """Those of *periods* that have a day from *first* to *last*."""
    return tuple(each for each in periods if each.starts <= last and first <= each.ends)
