"""Cells that only say "as above": the words above in their place."""

from dataclasses import replace

from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Row, Sheet, Value

_DITTO = frozenset(  # as `plain` writes them
    [
        *('"', "''", "〃", ",,", '" "', "' '"),
        *("ditto", "do.", "as above", "(as above)", "same as above", "fel uchod"),
    ]
)


def with_dittos(sheet: Sheet) -> Sheet:
    """*sheet* with each ditto mark, or "as above", as what stands above it in its column."""
    if not any(_is_ditto(cell) for row in sheet.rows for cell in row.cells.values()):
        return sheet
    above: dict[int, Value] = {}
    rows = []
    for row in sheet.rows:
        cells = {column: _meant(cell, above.get(column)) for column, cell in row.cells.items()}
        above.update(cells)
        rows.append(Row(row.number, cells))
    return replace(sheet, rows=tuple(rows))


def _meant(cell: Value, above: Value | None) -> Value:
    return above if above is not None and _is_ditto(cell) else cell


def _is_ditto(cell: Value) -> bool:
    return isinstance(cell, str) and len(cell) < 20 and plain(cell) in _DITTO
