"""A row of a timetable's grid -> the sessions in its cells, as far as merged cells reach."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from itertools import pairwise

from lsadesk.domain.calendar import TimeSpan, Week, Weekday
from lsadesk.domain.incoming import SessionRecord
from lsadesk.intake.bell_times import on_day
from lsadesk.intake.grid_cells import GridEntry, entries_of, is_session
from lsadesk.intake.grids import names_week
from lsadesk.intake.mapping import IN_CELLS, Column, Field, SheetMapping
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.levels import CountRead, parse_count
from lsadesk.intake.parsing.times import parse_time, parse_week
from lsadesk.intake.rows import Aside, Line
from lsadesk.intake.session_parts import Above, days_of, session, span_of_row, span_said
from lsadesk.intake.sheets import Merge, Row, Sheet, written

_ROW_TIMES = (Field.SPAN, Field.START)


@dataclass(frozen=True, slots=True)
class Place:
    """When a cell is, and for which group; "" or None where the grid does not say."""

    day: Weekday
    group: str
    span: TimeSpan | None
    week: Week | None


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of sessions of a table, its rows by number, its merged cells by their corner.

    *spans*: where rows only say when they start, from then to the next row's start.
    """

    columns: Sequence[Column]
    rows: Mapping[int, Row]
    merged: Mapping[tuple[int, int], Merge]
    spans: Mapping[int, TimeSpan] = field(default_factory=dict)

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
    return Grid(columns, {row.number: row for row in rows}, merged, _to_next(mapping, rows))


def lasts_to_next(mapping: SheetMapping) -> bool:
    """Whether the rows of a grid say when they start, and neither their end nor their length."""
    says_more = mapping.has(Field.END, Field.DURATION, Field.SPAN, Field.DAY_TIME)
    return mapping.has(Field.START) and mapping.has(*IN_CELLS) and not says_more


def _to_next(mapping: SheetMapping, rows: Sequence[Row]) -> dict[int, TimeSpan]:
    """The span of each row that begins before the next one does."""
    if not lasts_to_next(mapping):
        return {}
    column = mapping.of(Field.START)[0]
    starts = [(row.number, _start_of(row, column)) for row in rows]
    known = [(number, start) for number, start in starts if start is not None]
    return {
        number: TimeSpan(start, end) for (number, start), (_, end) in pairwise(known) if start < end
    }


def _start_of(row: Row, column: Column) -> time | None:
    try:
        return parse_time(row.cells[column.index]).moment
    except (KeyError, Unreadable):
        return None


def sessions_in(line: Line, grid: Grid, above: Above) -> list[SessionRecord]:
    """The sessions in the cells of one row; a cell that gives none for want of a time is told.

    Raises:
        Aside: no cell gives one, or the row's own day or time cannot be made out.
    """
    if line.columns(Field.DAY):
        days_of(line, above)
    held = [column for column in grid.columns if column.index in line.row.cells]
    if not any(is_session(written(line.value(column))) for column in held):
        raise Aside(f"It holds no session with a group: {_said_in(line, grid)}.")
    span = _own_span(line, grid)
    records: list[SessionRecord] = []
    left: list[tuple[Column, str]] = []
    for column in held:
        try:
            records += _in_cell(line, grid, column, above, span)
        except Aside as aside:
            left.append((column, aside.reason))
    if not records:
        if left:
            raise Aside(left[0][1], left[0][0])
        raise Aside(f"It holds no session with a group: {_said_in(line, grid)}.")
    for column, reason in left:
        line.remark(column, reason)
    return records


def _said_in(line: Line, grid: Grid) -> str:
    held = [line.value(each) for each in grid.columns if each.index in line.row.cells]
    return ", ".join(dict.fromkeys(map(written, held))) or "nothing"


def _in_cell(
    line: Line, grid: Grid, column: Column, above: Above, span: TimeSpan | None
) -> list[SessionRecord]:
    """The sessions in one cell; one for which no time is known is told beside the others.

    Raises:
        Aside: the cell gives none.
    """
    timed = not line.mapping.has(*_ROW_TIMES, Field.TIME_SESSIONS)
    usual = line.mapping.group
    entries = entries_of(
        line.value(column),
        _group_of(line, column),
        usual=usual,
        timed=timed,
        order=line.mapping.cell_order,
        bracketed=line.mapping.teacher_in_brackets,
    )
    own, records = _beside(line, column), []
    untaken: list[str] = []
    for place in _places(line, grid, column, above, span) if entries else ():
        for entry in entries:
            when = entry.span or place.span
            if when is None:
                untaken.append(f"“{entry.title}” says no time, so nothing was taken from it.")
            elif Field.GROUP in line.mapping.cell_order and not (place.group or entry.group):
                untaken.append(f"“{entry.title}” names no group, so nothing was taken from it.")
            else:
                records.append(_record(own, place, when, entry))
    told = dict.fromkeys(untaken)  # once, in however many places the cell reaches
    if told and not records:
        raise Aside(" ".join(told))
    for reason in told:
        line.remark(column, reason)
    return records


def _group_of(line: Line, column: Column) -> str:
    """The group that the column's heading or the row names, or "" for neither."""
    return column.name if column.field is Field.GROUP_SESSIONS else line.text(Field.GROUP)


def _places(
    line: Line, grid: Grid, column: Column, above: Above, span: TimeSpan | None
) -> list[Place]:
    """Where the sessions of a cell are: once for each day and group, however long it reaches.

    *span* is the row's own time.
    """
    rows, columns = grid.reach(line.row.number, column)
    found: dict[tuple[Weekday, str], list[tuple[TimeSpan | None, Week | None]]] = {}
    until = Above(above.days)
    for row in rows:
        is_here = row is line.row
        here = line if is_here else replace(line, row=row, problems=[])  # told at its own turn
        for each in columns:
            for day in sorted(_days(here, each, until)):
                then = replace(here, mapping=on_day(here.mapping, day), problems=[])
                is_usual = is_here and then.mapping is here.mapping
                own = span if is_usual else _own_span(then, grid)
                place = day, _group_of(here, each)
                found.setdefault(place, []).append(
                    (_heading_span(then, each) or own, _heading_week(each))
                )
    return [
        Place(day, group, _whole(span for span, _ in said), _weeks({week for _, week in said}))
        for (day, group), said in found.items()
    ]


def _heading_week(column: Column) -> Week | None:
    """The week that a column's heading, or the one over it, is of."""
    said = next(filter(names_week, (column.name, column.group)), "")
    return parse_week(said) if said else None


def _weeks(found: set[Week | None]) -> Week | None:
    """The week that a cell reaches over: both, where its columns are of different ones."""
    return next(iter(found)) if len(found) == 1 else Week.BOTH


def _whole(found: Iterable[TimeSpan | None]) -> TimeSpan | None:
    """From the start of the first to the end of the last."""
    spans = [span for span in found if span is not None]
    return TimeSpan(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def _days(line: Line, column: Column, above: Above) -> frozenset[Weekday]:
    if column.day is not None:
        return frozenset({column.day})
    return days_of(line, above)


def _own_span(line: Line, grid: Grid) -> TimeSpan | None:
    if line.row.number in grid.spans:
        return grid.spans[line.row.number]
    if lasts_to_next(line.mapping) and line.columns(Field.START):
        start = line.columns(Field.START)[0]
        raise Aside("It says when it starts, and no row below it when it ends.", start)
    return span_of_row(line) if line.mapping.has(*_ROW_TIMES) else None


def _heading_span(line: Line, column: Column) -> TimeSpan | None:
    """The time that a column's heading says; None where it says a day or a group."""
    if column.field is not Field.TIME_SESSIONS:
        return None
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
    title = entry.title or line.text(Field.SESSION)  # the cell may only say when
    made = session(line, place.day, span, group=group, title=title, count=count)
    return replace(
        made,
        teacher=entry.teacher or made.teacher,
        room=entry.room or made.room,
        week=entry.week or (made.week if place.week is None else place.week),
    )


def _count(line: Line) -> CountRead | None:
    return line.parsed(Field.LSAS, parse_count)
