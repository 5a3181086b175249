"""A row of a timetable -> one session, or one for each weekday's column."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.incoming import Record, SessionRecord
from lsadesk.intake.grid_cells import GridEntry, entries_of
from lsadesk.intake.keys import period_key
from lsadesk.intake.mapping import Column, Field
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.days import parse_days, parse_weekday
from lsadesk.intake.parsing.levels import CountRead, parse_count
from lsadesk.intake.parsing.times import (
    SpanRead,
    TimeRead,
    parse_span,
    parse_time,
    parse_week,
    span_of,
)
from lsadesk.intake.rows import Aside, Line
from lsadesk.intake.sheets import Row, Value, written


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


def sessions_of(line: Line, above: Above) -> list[Record]:
    """The sessions of one row. Raises `Aside` where no day or time can be made out."""
    span = _span(line)
    if line.mapping.has(Field.DAY_SESSIONS):
        return _of_columns(line, span)
    days = _days(line, above)
    group, title = line.text(Field.GROUP), line.text(Field.SESSION)
    if not group and not title:
        raise Aside("It names neither a group nor a session.", _first(line, Field.SESSION))
    count = line.parsed(Field.LSAS, parse_count)
    return [
        _session(line, day, span, group=group, title=title, count=count) for day in sorted(days)
    ]


def _session(
    line: Line, day: Weekday, span: TimeSpan, *, group: str, title: str, count: CountRead | None
) -> SessionRecord:
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
        week=line.parsed(Field.WEEK, parse_week) or line.mapping.week,
        note=line.text(Field.NOTE),
    )


def _days(line: Line, above: Above) -> frozenset[Weekday]:
    """The row's own days ("Mon & Wed"), or else the day that a row above it says."""
    if line.columns(Field.DAY):
        above.days = line.required(Field.DAY, _days_said, "day")
    if not above.days:
        raise Aside("No row down to here says which day it is.", _first(line, Field.DAY))
    return above.days


def _days_said(value: Value) -> frozenset[Weekday]:
    try:
        several = parse_days(value).days
    except Unreadable:
        several = None
    return frozenset({parse_weekday(value)}) if several is None else several


def _span(line: Line) -> TimeSpan:
    """The session's span, from one cell or two. Raises `Aside`."""
    in_one = Field.SPAN if line.columns(Field.SPAN) else Field.START
    if in_one is Field.SPAN or not line.columns(Field.END):
        read = line.required(in_one, partial(_span_said, line.mapping.periods), "time")
    else:
        start = line.required(Field.START, parse_time, "start time")
        end = line.required(Field.END, parse_time, "finish time")
        read = _between(line, start, end)
    if read.assumed:
        line.remark(line.columns(in_one)[0], f"Taken as an afternoon: {read.span}.")
    return read.span


def _span_said(periods: Mapping[str, str], value: Value) -> SpanRead:
    """A span as written, or the span of the period that is written."""
    name = period_key(written(value))
    if not name:
        return parse_span(value)
    if name not in periods:
        raise Unreadable("is a period whose times the workbook does not tell")
    return parse_span(periods[name])


def _between(line: Line, start: TimeRead, end: TimeRead) -> SpanRead:
    try:
        return span_of(start, end)
    except Unreadable as reason:
        raise Aside(f"It {reason}.", _first(line, Field.END)) from reason


def _of_columns(line: Line, span: TimeSpan) -> list[Record]:
    records: list[Record] = []
    skipped: list[str] = []
    count = line.parsed(Field.LSAS, parse_count)
    for column in line.columns(Field.DAY_SESSIONS):
        if column.day is None:
            continue
        entries = entries_of(line.value(column), line.text(Field.GROUP))
        skipped += [] if entries else [written(line.value(column))]
        records += [_of_entry(line, column.day, span, entry, count) for entry in entries]
    if not records:
        said = ", ".join(dict.fromkeys(skipped)) or "nothing"
        raise Aside(f"It holds no session with a group: {said}.")
    return records


def _of_entry(
    line: Line, day: Weekday, span: TimeSpan, entry: GridEntry, count: CountRead | None
) -> SessionRecord:
    group = entry.group or line.mapping.group
    session = _session(line, day, span, group=group, title=entry.title, count=entry.count or count)
    teacher, room = entry.teacher or session.teacher, entry.room or session.room
    return replace(session, teacher=teacher, room=room)


def _first(line: Line, wanted: Field) -> Column | None:
    return next(iter(line.mapping.of(wanted)), None)
