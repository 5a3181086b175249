"""Times of day that people type, read by the same rules as their timetables."""

import re
from datetime import time

from lsadesk.domain.calendar import TimeSpan, Weekday, clock, minute_of
from lsadesk.errors import UserError
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.days import parse_days
from lsadesk.intake.parsing.times import parse_time

_NEXT_DAY = " the day after"
_AS_DAYS_AND_HOURS = "Write days with their hours, as Tue, Thu 9.30-15.00; Fri 10-12."
_CLOCK = r"\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm)?"
_DAYS_THEN_HOURS = re.compile(
    rf"[\s,;]*(?:and\s+)?(?P<days>[^\d;]+?)[\s,:]*"
    rf"(?P<hours>{_CLOCK}\s*(?:-|\u2013|to)\s*{_CLOCK})(?!\d)",
    re.IGNORECASE,
)


def read_clock(text: str) -> time | None:
    """A time of day typed as 9.15, 09:15, 9am or 1.15pm; None where nothing was typed.

    Raises:
        UserError: no time can be read from it.
    """
    if not text.strip():
        return None
    try:
        return parse_time(text).moment
    except Unreadable as error:
        raise UserError("Write a time as 9.15 or 14.30.") from error


def read_hours_of_day(text: str) -> TimeSpan | None:
    """From when to when, typed as 8.30-16.00; one that ends earlier goes on past midnight.

    Raises:
        UserError: no two times can be read from it.
    """
    said = text.strip().removesuffix(_NEXT_DAY).replace("\u2013", "-").replace(" to ", "-")
    if not said:
        return None
    start, dash, end = said.partition("-")
    begins, ends = read_clock(start), read_clock(end)
    if not dash or begins is None or ends is None or begins == ends:
        raise UserError("Write hours as 8.30-16.00, or leave it empty.")
    return TimeSpan(begins, ends)


def read_days_and_hours(text: str) -> dict[Weekday, TimeSpan]:
    """Days with their hours, typed as Tue, Thu 9.30-15.00; Fri 10-12; {} where nothing was.

    Raises:
        UserError: something of it is neither, or a day is said twice.
    """
    found: dict[Weekday, TimeSpan] = {}
    rest = text.strip(" ;,.")
    while rest:
        piece = _DAYS_THEN_HOURS.match(rest)
        if piece is None:
            raise UserError(_AS_DAYS_AND_HOURS)
        for day in _days_in(piece["days"]):
            if day in found:
                raise UserError(f"{day.name.title()} is said twice. Write each day once.")
            span = read_hours_of_day(re.sub(r"\s+to\s+", "-", piece["hours"]))
            if span is not None:
                found[day] = span
        rest = rest[piece.end() :].strip(" ;,.")
    return found


def _days_in(text: str) -> frozenset[Weekday]:
    try:
        return parse_days(text).days or frozenset()
    except Unreadable as error:
        raise UserError(_AS_DAYS_AND_HOURS) from error


def span_words(span: TimeSpan) -> str:
    """Hours as they are typed; those past midnight say so."""
    over = minute_of(span.end) <= minute_of(span.start)
    return f"{clock(span.start)}-{clock(span.end)}{_NEXT_DAY if over else ''}"
