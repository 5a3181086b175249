"""Times of day that people type, read by the same rules as their timetables."""

from datetime import time

from lsadesk.domain.calendar import TimeSpan, clock, minute_of
from lsadesk.errors import UserError
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.times import parse_time

_NEXT_DAY = " the day after"


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


def span_words(span: TimeSpan) -> str:
    """Hours as they are typed; those past midnight say so."""
    over = minute_of(span.end) <= minute_of(span.start)
    return f"{clock(span.start)}-{clock(span.end)}{_NEXT_DAY if over else ''}"
