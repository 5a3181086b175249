"""Timetables laid out as grids: days, groups or times across the top, sessions in the cells."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lsadesk.domain.calendar import Weekday
from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.grid_cells import says_when
from lsadesk.intake.headings import Table, is_weekday
from lsadesk.intake.keys import is_period
from lsadesk.intake.looks import is_date, is_mark, is_span, share
from lsadesk.intake.mapping import IN_CELLS, Column, Field
from lsadesk.intake.meanings import is_known_word, meaning_of
from lsadesk.intake.parsing.day_times import split_day_time
from lsadesk.intake.parsing.days import parse_weekday
from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Row, Value, written

_NUMBERED = re.compile(
    r"\b(?:group|grp|gp|class|set|form|year|yr|grwp|dosbarth|pathway|entry|base|room)\W*"
    r"(?:\d|[A-Z]\b)",
    re.I,
)
_ENDS_OF_DAY = (((Field.START, 100),), ((Field.END, 100),))
_BESIDE = (Field.LSAS, Field.TEACHER, Field.ROOM, Field.SITE)


def names_week(header: str) -> bool:
    """Whether a heading is that of one week of two: "Week A", "Wk 2"."""
    return bool(re.fullmatch(r"(?:week|wk|wythnos)\W*[ab12]", plain(header)))


def day_of(*texts: str) -> Weekday | None:
    """The weekday that a sheet's name, or the title over its table, is; None for none or more."""
    for text in texts:
        words = (word for word in re.findall(r"[^\W\d_]+", plain(text)) if len(word) > 2)
        days = {parse_weekday(word) for word in words if is_weekday(word)}
        if len(days) == 1:
            return days.pop()
    return None


def days_between(rows: Iterable[Row]) -> bool:
    """Whether rows of one cell say the days of the rows below them, two days at least."""
    lone = (written(next(iter(row.cells.values()))) for row in rows if len(row.cells) == 1)
    return len({parse_weekday(text) for text in lone if is_weekday(text)}) > 1


def at_a_day(kind: SheetKind, index: int, table: Table) -> Column | None:
    """A column at one time of one day, as its heading or the two above it say: "Mon:1"."""
    header, group = table.headers.get(index, ""), table.groups.get(index, "")
    day, when = (group, header) if is_weekday(group) else _day_and_time(header)
    if kind is not SheetKind.TIMETABLE or not day or not (is_span(when) or is_period(when)):
        return None
    if day is not group and sum(_day_and_time(other)[0] == day for other in _texts(table)) < 2:
        return None  # "Mon 7" beside "Tue 8" is a date
    return Column(
        index=index,
        header=header,
        field=Field.TIME_SESSIONS,
        name=when,
        day=parse_weekday(day),
        confidence=85,
    )


def _day_and_time(header: str) -> tuple[str, str]:
    """A heading's weekday and what stands behind it; two blanks where it begins with none."""
    day, _, when = header.replace(":", " ", 1).strip().partition(" ")
    return (day, when.strip(" -:")) if is_weekday(day) and when else ("", "")


def _texts(table: Table) -> list[str]:
    return [table.headers[index] for index in sorted(table.headers)]


def under_a_day(kind: SheetKind, index: int, table: Table) -> Column | None:
    """A "Lesson", "LSAs" or "Room" column under the name of one day; of staff, "Start"."""
    header, group = table.headers.get(index, ""), table.groups.get(index, "")
    if not is_weekday(group):
        return None
    if kind is SheetKind.STAFF and meaning_of(header, SheetKind.TIMETABLE)[:1] in _ENDS_OF_DAY:
        return Column(index=index, header=header, field=Field.DAY_WORKED, day=parse_weekday(group))
    if kind is not SheetKind.TIMETABLE:
        return None
    meant = [field for field, _ in meaning_of(header, kind) if field in _BESIDE]
    return Column(
        index=index,
        header=header,
        field=meant[0] if meant else Field.DAY_SESSIONS,
        name=header if names_week(header) else "",
        day=parse_weekday(group),
        confidence=85,
    )


def as_grid(
    columns: list[Column], values: Mapping[int, list[Value]], day: Weekday | None
) -> list[Column]:
    """A timetable's columns, with those that hold sessions under a time or a group as such.

    *day* is the one that the sheet is about, if it says one.
    """
    fields = {column.field for column in columns}
    times = [column for column in columns if _is_under_a_time(column, values)]
    if len(times) > 1 and not fields & {Field.SPAN, Field.START}:
        return _turned(columns, times, Field.TIME_SESSIONS)
    timed = Field.SPAN in fields or {Field.START, Field.END} <= fields
    if not timed or fields & IN_CELLS or not (day is not None or Field.DAY in fields):
        return columns
    weeks = [column for column in columns if names_week(column.header)]
    if weeks and all(_is_wordy(values.get(column.index, [])) for column in weeks):
        return _turned(columns, weeks, Field.WEEK_SESSIONS)
    groups = [column for column in columns if _is_under_a_group(column, values)]
    if len(groups) < 2 or _names_its_sessions(columns, groups):
        return columns
    return _turned(columns, groups, Field.GROUP_SESSIONS)


def starts_are_dated(columns: Iterable[Column], values: Mapping[int, list[Value]]) -> bool:
    """Whether the starts of sessions say their days too: "07/09/2026 09:15"."""
    cells = [cell for c in columns if c.field is Field.START for cell in values.get(c.index, [])]
    return share(cells, lambda cell: split_day_time(cell) is not None) >= 0.6


def says_times_in_cells(columns: Iterable[Column], values: Mapping[int, list[Value]]) -> bool:
    """Whether the cells of a grid say their own times, as neither its rows nor columns do."""
    cells = [cell for c in columns if c.field in IN_CELLS for cell in values.get(c.index, [])]
    return share(cells, says_when) >= 0.6


def _turned(columns: list[Column], chosen: list[Column], field: Field) -> list[Column]:
    places = {column.index for column in chosen}
    return [
        replace(column, field=field, name=column.header, confidence=80)
        if column.index in places
        else column
        for column in columns
    ]


def _is_under_a_time(column: Column, values: Mapping[int, list[Value]]) -> bool:
    is_time = is_span(column.header) or is_period(column.header)
    return is_time and _is_wordy(values.get(column.index, []))


def _is_under_a_group(column: Column, values: Mapping[int, list[Value]]) -> bool:
    """Whether the heading could name a group, as it is no heading of ours or a numbered one."""
    if not column.header or not _is_wordy(values.get(column.index, [])):
        return False
    is_free = column.field is Field.NOT_TAKEN and not is_known_word(column.header)
    return is_free or bool(_NUMBERED.search(column.header))


def _names_its_sessions(columns: list[Column], groups: list[Column]) -> bool:
    """Whether columns of their own say what a session is and who is in it, as on a list."""
    named = (Field.SESSION, Field.GROUP, *_BESIDE)
    return any(column.field in named and column not in groups for column in columns)


def _is_wordy(cells: list[Value]) -> bool:
    return share(cells, lambda cell: not is_mark(cell) and not is_date(cell)) >= 0.6
