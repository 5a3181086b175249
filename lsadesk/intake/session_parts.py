"""What a row of a timetable says of when and for how many, on a list and in a grid alike."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from functools import partial

from lsadesk.domain.calendar import TimeSpan, Weekday, minute_of
from lsadesk.domain.incoming import SessionRecord
from lsadesk.intake.keys import periods_in
from lsadesk.intake.mapping import Column, Field
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.day_times import split_day_time
from lsadesk.intake.parsing.days import parse_days, parse_weekday
from lsadesk.intake.parsing.levels import CountRead
from lsadesk.intake.parsing.times import (
    SpanRead,
    TimeRead,
    parse_duration,
    parse_span,
    parse_time,
    parse_week,
    span_of,
    split_week,
)
from lsadesk.intake.parsing.words import key
from lsadesk.intake.rows import Aside, Line
from lsadesk.intake.sheets import Row, Value, written

_PERIODS = re.compile(r"\b(?:periods?|lessons?|pds?|blocks?)\b")


@dataclass
class Above:
    """What the rows above said that this one may leave blank: the day."""

    days: frozenset[Weekday] = frozenset()

    def is_told_by(self, row: Row) -> bool:
        """Take the day from a row that holds nothing but a weekday's name."""
        if len(row.cells) != 1:
            return False
        try:
            self.days = frozenset({parse_weekday(next(iter(row.cells.values())))})
        except Unreadable:
            return False
        return True


def days_of(line: Line, above: Above) -> frozenset[Weekday]:
    """The row's own days ("Mon & Wed"), or what a row above it or the sheet says.

    Raises `Aside`.
    """
    own = _day_in_a_time(line)
    if own is not None:
        return frozenset({own})
    if line.columns(Field.DAY):
        above.days = line.required(Field.DAY, _days_said, "day")
    if above.days:
        return above.days
    if line.mapping.day is not None:
        return frozenset({line.mapping.day})
    raise Aside("No row down to here says which day it is.", first_of(line, Field.DAY))


def _day_in_a_time(line: Line) -> Weekday | None:
    """The day that the row's time says itself: "Mon 9.15-10.45", or a start with its date."""
    for column in (*line.columns(Field.DAY_TIME), *line.columns(Field.START)):
        both = split_day_time(line.value(column))
        if both is not None:
            return parse_weekday(both[0])
    return None


def span_of_row(line: Line) -> TimeSpan:
    """The row's span, from one cell or two. Raises `Aside`."""
    if line.columns(Field.DAY_TIME):
        in_one = Field.DAY_TIME
    else:
        in_one = Field.SPAN if line.columns(Field.SPAN) else Field.START
    if in_one is Field.START and line.columns(Field.END):
        start = line.required(Field.START, parse_time, "start time")
        end = line.required(Field.END, parse_time, "finish time")
        read = _between(line, start, end)
    elif in_one is Field.START and line.columns(Field.DURATION):
        start = line.required(Field.START, parse_time, "start time")
        length = line.required(Field.DURATION, parse_duration, "length")
        read = _between(line, start, _later(start, length))
    else:
        periods = line.mapping.periods
        heads = (column.header for column in line.mapping.of(in_one))
        among = tuple(periods) if any(_PERIODS.search(key(head)) for head in heads) else ()
        read = line.required(in_one, partial(span_said, periods, among=among), "time")
    if read.assumed:
        line.remark(line.columns(in_one)[0], f"Taken as an afternoon: {read.span}.")
    return read.span


def span_said(periods: Mapping[str, str], value: Value, *, among: Sequence[str] = ()) -> SpanRead:
    """A span as written, or that of the periods that are written. Raises `Unreadable`.

    *among* are the periods, where a column is headed as one of periods.
    """
    both = split_day_time(value)
    value = value if both is None else both[1]
    named = periods_in(written(value), among=among)
    if not named:
        return parse_span(value)
    if not set(named) <= set(periods):
        raise Unreadable("is a period whose times the workbook does not tell")
    first, last = (parse_span(periods[name]) for name in (named[0], named[-1]))
    return SpanRead(TimeSpan(first.span.start, last.span.end), first.assumed or last.assumed)


def session(
    line: Line, day: Weekday, span: TimeSpan, *, group: str, title: str, count: CountRead | None
) -> SessionRecord:
    """A session with what else its row says; its title may say the week ("Swimming, wk A")."""
    title, week = split_week(title)
    return SessionRecord(
        source=line.source,
        day=day,
        span=span,
        group=group,
        title=title or group,
        teacher=line.text(Field.TEACHER),
        room=line.text(Field.ROOM),
        site=line.text(Field.SITE),
        lsas_needed=count.needed if count else None,
        lsas_wanted=count.wanted if count else None,
        week=line.parsed(Field.WEEK, parse_week) or week or line.mapping.week,
        overnight=span.end < span.start,
        note=line.text(Field.NOTE),
    )


def first_of(line: Line, wanted: Field) -> Column | None:
    """The first column of a field, for a reason to point at."""
    return next(iter(line.mapping.of(wanted)), None)


def _days_said(value: Value) -> frozenset[Weekday]:
    try:
        several = parse_days(value).days
    except Unreadable:
        several = None
    return frozenset({parse_weekday(value)}) if several is None else several


def _between(line: Line, start: TimeRead, end: TimeRead) -> SpanRead:
    try:
        return span_of(start, end)
    except Unreadable as reason:
        raise Aside(f"It {reason}.", first_of(line, Field.END)) from reason


def _later(start: TimeRead, minutes: int) -> TimeRead:
    """*minutes* after *start*; on the same day, as a session at night is not read from a list."""
    end = minute_of(start.moment) + minutes
    return TimeRead(time(min(end, 23 * 60 + 59) // 60, min(end, 23 * 60 + 59) % 60), start.assumed)
