"""Training matrices with two rows to a person: when courses were done, and when they run out."""

from collections.abc import Sequence
from itertools import pairwise

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.intake.parsing.words import key, says_not_applicable
from lsadesk.intake.sheets import Row, written

_DONE = {"done", "date done", "completed", "date", "achieved", "attended", "passed", "taken"}
_ENDS = {"expires", "expiry", "expiry date", "due", "renewal", "renewal due", "valid until", "exp"}


def with_ends(mapping: SheetMapping, rows: Sequence[Row]) -> tuple[tuple[Row, ...], frozenset[int]]:
    """*rows* with the ends that the row below each says, and the numbers of the rows below."""
    at = _marker(mapping, rows)
    if at is None:
        return tuple(rows), frozenset()
    courses = [column.index for column in mapping.of(Field.COURSE_DATE)]
    below = {
        done.number: ends
        for done, ends in pairwise(rows)
        if _said(done, at) in _DONE and _said(ends, at) in _ENDS
    }
    joined = (_joined(row, below.get(row.number), courses) for row in rows)
    return tuple(joined), frozenset(row.number for row in below.values())


def _marker(mapping: SheetMapping, rows: Sequence[Row]) -> int | None:
    """The column that says of each row whether it is of days done or of ends."""
    if mapping.kind is not SheetKind.TRAINING or not mapping.has(Field.COURSE_DATE):
        return None
    for column in sorted({index for row in rows for index in row.cells}):
        said = {_said(row, column) for row in rows} - {""}
        if said <= _DONE | _ENDS and said & _DONE and said & _ENDS:
            return column
    return None


def _said(row: Row, column: int) -> str:
    return key(written(row.cells.get(column)))


def _joined(row: Row, below: Row | None, courses: Sequence[int]) -> Row:
    """*row* with each course's day and its end in one cell, as many sheets write them."""
    if below is None:
        return row
    cells = dict(row.cells)
    for at in courses:
        end = written(below.cells.get(at))
        if end and not says_not_applicable(end):
            word = "exp " if any(char.isdigit() for char in end) else ""
            cells[at] = f"{written(row.cells.get(at))} {word}{end}".strip()
    return Row(row.number, cells)
