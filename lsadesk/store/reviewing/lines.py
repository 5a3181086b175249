"""The lists beside the reviews."""

from dataclasses import fields
from typing import Any

from sqlalchemy import select

from lsadesk.domain.reviewing.lines import Line, LineDetails, LineId, LineKind, Stage
from lsadesk.store.rows import ReviewLineRow
from lsadesk.store.work import Reading, Work, fill

_GONE = "This line is no longer there. Nothing was changed."


def lines(reading: Reading) -> tuple[Line, ...]:
    """Every line, in the order in which they were added."""
    rows = select(ReviewLineRow).order_by(ReviewLineRow.id)
    return tuple(map(_line, reading.session.scalars(rows)))


def add(work: Work, details: LineDetails) -> LineId:
    """Add a line."""
    row = ReviewLineRow(**_columns(details))
    work.add(row)
    return LineId(row.id)


def change(work: Work, read: Line, details: LineDetails) -> None:
    """Write *details* over the line that was *read*.

    Raises:
        Stale: somebody changed it since.
    """
    row = work.as_read(ReviewLineRow, read.id, read.version, gone=_GONE)
    fill(row, _columns(details))


def remove(work: Work, read: Line) -> None:
    """Take a line off.

    Raises:
        Stale: somebody changed it since.
    """
    work.session.delete(work.as_read(ReviewLineRow, read.id, read.version, gone=_GONE))


def _columns(details: LineDetails) -> dict[str, Any]:
    values = {each.name: getattr(details, each.name) for each in fields(LineDetails)}
    return {name: value.strip() if type(value) is str else value for name, value in values.items()}


def _line(row: ReviewLineRow) -> Line:
    values = {each.name: getattr(row, each.name) for each in fields(LineDetails)}
    values |= {"kind": LineKind(row.kind), "stage": Stage(row.stage)}
    return Line(id=LineId(row.id), version=row.version, **values)
