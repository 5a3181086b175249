"""A week's workbook of ours, read back by its hidden keys (`reports.week_workbook` writes them)."""

from collections.abc import Sequence

from lsadesk.domain.appraisals.answer_forms import Problem
from lsadesk.domain.weeks.week_back import (
    LSA_COLUMN,
    MARK,
    PLACE_KEYS,
    BroughtPlace,
    BroughtWeek,
    WeekMark,
    key_read,
    mark_of,
)
from lsadesk.errors import NotOurs
from lsadesk.intake.sheets import CellError, Formula, Row, Sheet, letter, written

_NOT_OURS = (
    "This workbook is not a week that LSA Desk wrote, or its hidden keys were changed. Save the "
    "plan as a workbook afresh and make the changes there."
)


def read_week(sheets: Sequence[Sheet]) -> BroughtWeek:
    """The places that a workbook of ours holds now, in its order.

    Raises:
        NotOurs: no sheet carries the mark of a week and its headings, or they are damaged.
    """
    for sheet in sheets:
        mark = next((found for row in sheet.rows if (found := _mark(row)) is not None), None)
        heads = next((at for at, row in enumerate(sheet.rows) if _key_column(row) >= 0), None)
        if mark is not None and heads is not None:
            return _places(mark, sheet.rows[heads], sheet.rows[heads + 1 :])
    raise NotOurs(_NOT_OURS)


def _mark(row: Row) -> WeekMark | None:
    for value in row.cells.values():
        if isinstance(value, str) and value.startswith(MARK):
            try:
                return mark_of(value)
            except ValueError as error:
                raise NotOurs(_NOT_OURS) from error
    return None


def _key_column(row: Row) -> int:
    return next((at for at, value in row.cells.items() if value == PLACE_KEYS), -1)


def _places(mark: WeekMark, heads: Row, rows: Sequence[Row]) -> BroughtWeek:
    key_column = _key_column(heads)
    lsa_column = next((at for at, value in heads.cells.items() if value == LSA_COLUMN), None)
    if lsa_column is None:
        raise NotOurs(_NOT_OURS)
    found: dict[object, BroughtPlace] = {}
    problems = []
    for row in rows:
        read, value = key_read(written(row.cells.get(key_column))), row.cells.get(lsa_column)
        cell = f"{letter(lsa_column)}{row.number}"
        if read is None:
            problems.append(Problem(f"Row {row.number}", "It has no hidden key; it was not read."))
        elif isinstance(value, Formula | CellError):
            problems.append(Problem(f"Cell {cell}", "It holds a formula; it was not read."))
        elif read.slot in found:
            problems.append(Problem(f"Row {row.number}", "It is a copy; the first one counts."))
        else:
            found[read.slot] = BroughtPlace(cell, read, written(value))
    return BroughtWeek(mark=mark, places=tuple(found.values()), problems=tuple(problems))
