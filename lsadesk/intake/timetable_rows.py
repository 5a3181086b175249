"""A row of a timetable's list -> its session, on each day that it names."""

from dataclasses import replace

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.incoming import SessionRecord
from lsadesk.intake.bell_times import on_day
from lsadesk.intake.grid_cells import is_session
from lsadesk.intake.mapping import Field
from lsadesk.intake.parsing.levels import parse_count
from lsadesk.intake.rows import Aside, Line
from lsadesk.intake.session_parts import Above, days_of, first_of, session, span_of_row


def sessions_of(line: Line, above: Above) -> list[SessionRecord]:
    """The sessions of one row. Raises `Aside` where no day or time can be made out."""
    usual = span_of_row(line)
    days = days_of(line, above)
    group = line.text(Field.GROUP) or line.mapping.group
    title = line.text(Field.SESSION)
    if not group and not title:
        raise Aside("It names neither a group nor a session.", first_of(line, Field.SESSION))
    count = line.parsed(Field.LSAS, parse_count)
    if count is None and not line.columns(Field.TEACHER) and not is_session(title or group):
        raise Aside(f"It is no session: {title or group}.", first_of(line, Field.SESSION))
    return [
        session(line, day, _span_on(line, day, usual), group=group, title=title, count=count)
        for day in sorted(days)
    ]


def _span_on(line: Line, day: Weekday, usual: TimeSpan) -> TimeSpan:
    """The row's time on *day*, where periods have times of their own on it."""
    there = on_day(line.mapping, day)
    if there is line.mapping:
        return usual
    return span_of_row(replace(line, mapping=there, problems=[]))
