"""Lists without any row of headings: who or when, by the look of the columns."""

from collections.abc import Callable
from dataclasses import replace

from lsadesk.intake.grid_cells import names_group
from lsadesk.intake.headings import Table
from lsadesk.intake.looks import PARSED, is_date, is_day, is_mark, is_name, is_span, share
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.intake.parsing.words import key
from lsadesk.intake.sheets import Sheet, Value, letter, written
from lsadesk.intake.whole_tables import column_doubts

_FEWEST = 3  # rows that show what a column holds
_LINE = "It has no headings: its columns are read by what they look like."


def headless_table(sheet: Sheet) -> Table | None:
    """The rows of *sheet* under headings of ours, or None where their look does not tell."""
    rows = [row for row in sheet.rows if len(row.cells) > 2]
    if len(rows) < _FEWEST or len(rows) < 0.8 * len(sheet.rows):
        return None
    columns = sorted({column for row in rows for column in row.cells})
    values = {c: [row.cells[c] for row in rows if c in row.cells] for c in columns}
    headers: dict[int, str] = {}
    for column in columns:
        heading = next((name for name, looks in _LOOKS.items() if looks(values[column])), "")
        if heading and heading not in headers.values():
            headers[column] = heading
    if not any(kind <= set(headers.values()) for kind in _ENOUGH):
        return None
    return Table((), headers, {}, "", sheet.rows)


def without_made_headings(mapping: SheetMapping, sheet: Sheet) -> SheetMapping:
    """*mapping* of a headless table, its columns named as the file names them: not at all."""
    columns = tuple(
        replace(column, header="", confidence=min(column.confidence, 60))
        for column in mapping.columns
    )
    by_heading = column_doubts(mapping, sheet)
    others = (line for line in mapping.unsure if line not in by_heading)
    left = [letter(column.index) for column in columns if column.field is Field.NOT_TAKEN]
    lines = [_LINE, *(f"Nothing is taken from column {at}." for at in left), *others]
    return replace(mapping, columns=columns, confidence=50, unsure=tuple(lines))


def _are_names(cells: list[Value]) -> bool:
    several = {key(written(cell)) for cell in cells}
    return len(several) > 0.8 * len(cells) and share(cells, is_name) >= 0.8


def _are_hours(cells: list[Value]) -> bool:
    figures = share(cells, lambda cell: not is_date(cell) and PARSED[Field.HOURS](cell))
    return figures >= 0.8 and share(cells, is_mark) < 0.5  # else marks, or numbers of people


def _mostly(test: Callable[[Value], bool]) -> Callable[[list[Value]], bool]:
    return lambda cells: share(cells, test) >= 0.8


_LOOKS: dict[str, Callable[[list[Value]], bool]] = {
    "Day": _mostly(is_day),
    "Time": _mostly(is_span),
    "Days worked": _mostly(lambda cell: isinstance(cell, str) and PARSED[Field.DAYS](cell)),
    "Name": _are_names,
    "Group": _mostly(names_group),
    "Hours": _are_hours,
}
_ENOUGH = ({"Name", "Hours"}, {"Name", "Days worked"}, {"Day", "Time", "Group"})
