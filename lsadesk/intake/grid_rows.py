"""A row of a timetable's grid -> the sessions in its cells, as far as merged cells reach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.incoming import SessionRecord
from lsadesk.intake.grid_cells import GridEntry, entries_of
from lsadesk.intake.mapping import IN_CELLS, Column, Field, SheetMapping
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.levels import CountRead, parse_count
from lsadesk.intake.rows import Aside, Line
from lsadesk.intake.session_parts import Above, days_of, session, span_of_row, span_said
from lsadesk.intake.sheets import Merge, Row, Sheet, written


@dataclass(frozen=True, slots=True)
class Place:
    """When a cell is, and for which group; "" or None where the grid does not say."""

    day: Weekday
    group: str
    span: TimeSpan | None


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of sessions of a table, its rows by number, its merged cells by their corner."""

    columns: Sequence[Column]
    rows: Mapping[int, Row]
    merged: Mapping[tuple[int, int], Merge]

    def reach(self, row: int, column: Column) -> tuple[list[Row], list[Column]]:
        """The rows and the columns of sessions that the cell at *row* and *column* covers."""
        merge = self.merged.get((row, column.index), Merge(row, column.index, row, column.index))
        rows = [self.rows[n] for n in range(merge.top, merge.bottom + 1) if n in self.rows]
        covered = range(merge.left, merge.right + 1)
        return rows, [each for each in self.columns if each.index in covered]

    def is_covered(self, row: Row) -> bool:
        """Whether cells above reach down into *row*, and it holds no session of its own."""
        if any(column.index in row.cells for column in self.columns):
            return False
        return any(merge.top < row.number <= merge.bottom for merge in self.merged.values())


def grid_of(sheet: Sheet, mapping: SheetMapping, rows: Sequence[Row]) -> Grid | None:
    """The grid that *mapping* reads on *sheet*, or None where it reads a list."""
    columns = [column for column in mapping.columns if column.field in IN_CELLS]
    if not columns:
        return None
    places = {column.index for column in columns}
    merged = {(merge.top, merge.left): merge for merge in sheet.merged if merge.left in places}
    return Grid(columns, {row.number: row for row in rows}, merged)


def sessions_in(line: Line, grid: Grid, above: Above) -> list[SessionRecord]:
    """The sessions in the cells of one row. Raises `Aside` where none is with a group."""
    records: list[SessionRecord] = []
    skipped: list[str] = []
    if line.columns(Field.DAY):
        days_of(line, above)
    for column in grid.columns:
        if column.index not in line.row.cells:
            continue
        entries = _entries(line, column)
        skipped += [] if entries else [written(line.value(column))]
        for place in _places(line, grid, column, above) if entries else ():
            own = _beside(line, column)
            for entry in entries:
                span = entry.span or place.span
                records += [_record(own, place, span, entry)] if span else []
    if not records:
        said = ", ".join(dict.fromkeys(skipped)) or "nothing"
        raise Aside(f"It holds no session with a group: {said}.")
    return records


def _entries(line: Line, column: Column) -> list[GridEntry]:
    timed = not line.mapping.has(Field.SPAN, Field.START, Field.TIME_SESSIONS)
    found = entries_of(line.value(column), _group_of(line, column), timed=timed)
    return [entry for entry in found if entry.span is not None or not timed]


def _group_of(line: Line, column: Column) -> str:
    """The group that the column's heading or the row names, or "" for neither."""
    return column.name if column.field is Field.GROUP_SESSIONS else line.text(Field.GROUP)


def _places(line: Line, grid: Grid, column: Column, above: Above) -> list[Place]:
    """Where the sessions of a cell are: once for each day and group, however long it reaches."""
    rows, columns = grid.reach(line.row.number, column)
    spans: dict[tuple[Weekday, str], list[TimeSpan | None]] = {}
    until = Above(above.days)
    for row in rows:
        here = line if row is line.row else replace(line, row=row)
        for each in columns:
            for day in sorted(_days(here, each, until)):
                spans.setdefault((day, _group_of(here, each)), []).append(_span(here, each))
    return [Place(day, group, _whole(found)) for (day, group), found in spans.items()]


def _whole(found: Sequence[TimeSpan | None]) -> TimeSpan | None:
    """From the start of the first to the end of the last."""
    spans = [span for span in found if span is not None]
    return TimeSpan(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def _days(line: Line, column: Column, above: Above) -> frozenset[Weekday]:
    if column.field is Field.DAY_SESSIONS and column.day is not None:
        return frozenset({column.day})
    return days_of(line, above)


def _span(line: Line, column: Column) -> TimeSpan | None:
    if not line.mapping.has(Field.SPAN, Field.START, Field.TIME_SESSIONS):
        return None
    if column.field is not Field.TIME_SESSIONS:
        return span_of_row(line)
    try:
        return span_said(line.mapping.periods, column.name).span
    except Unreadable as reason:
        raise Aside(f"“{column.name}” {reason}.", column) from reason


def _beside(line: Line, column: Column) -> Line:
    """The row as it is for one column of sessions: without what stands beside other days."""
    own = tuple(c for c in line.mapping.columns if c.day in (None, column.day))
    return replace(line, mapping=replace(line.mapping, columns=own))


def _record(line: Line, place: Place, span: TimeSpan, entry: GridEntry) -> SessionRecord:
    group = place.group or entry.group or line.mapping.group
    count = entry.count or _count(line)
    made = session(line, place.day, span, group=group, title=entry.title, count=count)
    return replace(made, teacher=entry.teacher or made.teacher, room=entry.room or made.room)


def _count(line: Line) -> CountRead | None:
    return line.parsed(Field.LSAS, parse_count)
