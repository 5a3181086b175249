"""What was removed of late: the rows as they were, kept until they are too old to come back.

A change that only takes away is noted here in the same unit of work, so that Undo takes the
note back too. Source: requirements C34, B.2.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Column, Date, LargeBinary, Table, Time, delete, select

from lsadesk.domain.changes import Subject
from lsadesk.domain.keeping.removed import KEPT_FOR, TRULY_GONE, Removal, Removed
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import Stale
from lsadesk.store.history import RowChange, Values, reverse
from lsadesk.store.keeping.links import ABOUT
from lsadesk.store.rows import Dated, Moment, RemovedRow, Row, table_of
from lsadesk.store.work import Reading, Work

_NOT_NOW = (
    "This cannot be brought back any more: what it belonged to has changed since. "
    "Nothing was altered."
)


def put(work: Work, removal: Removal) -> None:
    """Note what *work* took away; nothing where it added or altered something, or is private.

    What is too old to come back goes for good.
    """
    if removal.kind in TRULY_GONE or not _only_takes_away(work.row_changes):
        return
    work.session.execute(delete(RemovedRow).where(RemovedRow.at < work.now - KEPT_FOR))
    work.session.add(
        RemovedRow(
            at=removal.at,
            sentence=removal.sentence,
            kind=removal.kind,
            about=removal.about,
            also=json.dumps(removal.also),
            subjects=json.dumps(sorted(removal.subjects)),
            rows=json.dumps([_plain(change) for change in work.row_changes]).encode(),
        )
    )
    work.flush()


def recently(reading: Reading) -> tuple[Removed, ...]:
    """What can be brought back, the latest first."""
    rows = select(RemovedRow).where(RemovedRow.at >= reading.now - KEPT_FOR)
    found = reading.session.scalars(rows.order_by(RemovedRow.id.desc()))
    return tuple(
        Removed(
            id=row.id,
            at=row.at,
            sentence=row.sentence,
            kind=Kind(row.kind),
            about=None if row.about is None else PersonId(row.about),
            also=tuple(map(PersonId, json.loads(row.also))),
            subjects=frozenset(map(Subject, json.loads(row.subjects))),
        )
        for row in found
    )


def bring_back(work: Work, removed: Removed) -> None:
    """Put back what *removed* took away, and take its note off.

    Raises:
        Stale: what it belonged to has changed since; nothing is altered.
    """
    row = work.session.get(RemovedRow, removed.id)
    if row is None:
        raise Stale(_NOT_NOW)
    try:
        reverse(work.session, [_change(told) for told in json.loads(row.rows)], work.now)
    except (Stale, KeyError) as error:  # KeyError: a later version keeps it in other tables
        raise Stale(_NOT_NOW) from error
    work.session.delete(row)


def empty(work: Work) -> None:
    """Let all of it go: after an erasure nothing here may bring anybody back."""
    work.session.execute(delete(RemovedRow))


def rows_removed(reading: Reading, person: PersonId) -> Iterator[tuple[Table, Values]]:
    """Every row about *person* that is kept here, as it was: they may ask what is held on them."""
    for kept in reading.session.scalars(select(RemovedRow).order_by(RemovedRow.id)):
        for change in map(_change, json.loads(kept.rows)):
            before = change.before or {}
            if change.after is None and person in (kept.about, before.get(ABOUT)):
                yield table_of(change.row), before


def _only_takes_away(changes: Sequence[RowChange]) -> bool:
    """Whether rows went, or dated facts were closed, and no more."""
    return bool(changes) and all(map(_is_gone, changes))


def _is_gone(change: RowChange) -> bool:
    if change.before is None:
        return False
    if change.after is None:
        return True
    closed = {**change.before, "superseded_at": change.after.get("superseded_at")}
    return issubclass(change.row, Dated) and change.after == closed


def _plain(change: RowChange) -> dict[str, Any]:
    def told(values: Values | None) -> Values | None:
        return None if values is None else {name: _written(each) for name, each in values.items()}

    table = table_of(change.row).name
    return {"table": table, "before": told(change.before), "after": told(change.after)}


def _change(told: dict[str, Any]) -> RowChange:
    kinds = {mapper.local_table: mapper.class_ for mapper in Row.registry.mappers}
    table = Row.metadata.tables[told["table"]]

    def values(of: dict[str, Any] | None) -> Values | None:
        if of is None:
            return None
        if set(of) != set(table.c.keys()):
            raise KeyError(told["table"])
        return {name: _read(table.c[name], each) for name, each in of.items()}

    return RowChange(kinds[table], values(told["before"]), values(told["after"]))


def _written(value: Any) -> Any:
    if isinstance(value, bytes):
        return b64encode(value).decode()
    return value.isoformat() if isinstance(value, date | time) else value


def _read(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(column.type, LargeBinary):
        return b64decode(value)
    for kind, made in ((Moment, datetime), (Date, date), (Time, time)):
        if isinstance(column.type, kind):
            return made.fromisoformat(value)
    return value
