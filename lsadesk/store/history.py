"""What a unit of work did to rows, so that it can be undone, and undone again.

Undo is a change like any other: it is checked against what stands now, it goes on the
trail, and of dated facts it keeps every version (they are closed, never removed).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lsadesk.errors import Stale
from lsadesk.store.rows import Dated, ImportMappingRow, Row, TrailRow, Versioned, table_of

CHANGED_SINCE = (
    "This cannot be undone any more: the record has been changed since. Nothing was altered."
)
NOT_UNDONE = (TrailRow, ImportMappingRow)

Values = dict[str, Any]
Key = tuple["type[Row]", tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row before and after; None where it did not exist."""

    row: type[Row]
    before: Values | None
    after: Values | None


@dataclass(frozen=True, slots=True)
class Reversal:
    """What taking changes back did to rows, and which older states came back anew.

    A row that is put back has a new version, a dated fact a new number: *again* leads from
    the state that was wanted to the one that now stands for it, by row and key.
    """

    rows: tuple[RowChange, ...]
    again: dict[Key, tuple[Values, Values]]

    def carried_into(self, changes: Sequence[RowChange]) -> tuple[RowChange, ...]:
        """*changes*, kept to be reversed some day, with what now stands for what they left."""
        return tuple(self._carried(change) for change in changes)

    def _carried(self, change: RowChange) -> RowChange:
        states = self.again.get((change.row, _key(change)))
        if states is None or change.after != states[0]:
            return change
        return RowChange(change.row, change.before, states[1])


def changes_in(session: Session) -> Iterator[RowChange]:
    """What the flush that just happened did; call it from `after_flush`."""
    for row in session.new:
        if not isinstance(row, NOT_UNDONE):
            yield RowChange(_kind(row), None, _values(row))
    for row in session.dirty:
        if not isinstance(row, NOT_UNDONE) and session.is_modified(row):
            before = _values_before(row)
            if isinstance(row, Versioned):  # the flush counted it on without noting from where
                before["version"] -= 1
            yield RowChange(_kind(row), before, _values(row))
    for row in session.deleted:
        if not isinstance(row, NOT_UNDONE):
            yield RowChange(_kind(row), _values_before(row), None)


def _kind(row: object) -> type[Row]:
    if not isinstance(row, Row):
        raise TypeError(f"{row!r} is not a row")
    return type(row)


def _values(row: object) -> Values:
    state = inspect(row, raiseerr=True)
    # A nullable column that nobody set is not in the dictionary: it was written as NULL.
    return {attribute.key: state.dict.get(attribute.key) for attribute in state.mapper.column_attrs}


def _values_before(row: object) -> Values:
    values = _values(row)
    state = inspect(row, raiseerr=True)
    for attribute in state.mapper.column_attrs:
        old = state.attrs[attribute.key].history.deleted
        if old:
            values[attribute.key] = old[0]
    return values


def reverse(session: Session, changes: Sequence[RowChange], now: datetime) -> Reversal:
    """Take *changes* back, and say what that did (to be reversed in turn).

    Raises:
        Stale: a row is no longer as the change left it; nothing is altered then.
    """
    done: list[RowChange] = []
    again: dict[Key, tuple[Values, Values]] = {}
    order = {table.name: place for place, table in enumerate(Row.metadata.sorted_tables)}
    undone = _folded(changes)
    added = [change for change in undone if change.before is None]
    others = [change for change in undone if change.before is not None]
    gone = {(table_of(change.row).name, *_key(change)) for change in added}
    try:
        for change in sorted(added, key=lambda change: -order[table_of(change.row).name]):
            done.append(_take_away(session, change, now, gone))
        for change in sorted(others, key=lambda change: order[table_of(change.row).name]):
            put = _put_back(session, change, now)
            done.append(put)
            if change.before is not None and put.after is not None:
                again[change.row, _key(change)] = change.before, put.after
    except IntegrityError as error:  # something newer leans on the row, or has taken its name
        raise Stale(CHANGED_SINCE) from error
    return Reversal(tuple(done), again)


def _folded(changes: Iterable[RowChange]) -> list[RowChange]:
    """One change a row: the first before and the last after."""
    folded: dict[Key, RowChange] = {}
    for change in changes:
        key = (change.row, _key(change))
        first = folded.get(key, change)
        folded[key] = RowChange(change.row, first.before, change.after)
    return [change for change in folded.values() if change.before != change.after]


def _take_away(
    session: Session, change: RowChange, now: datetime, gone: set[tuple[Any, ...]]
) -> RowChange:
    table = table_of(change.row)
    _expect(session, change)
    if issubclass(change.row, Dated) and not _leans_on(change, gone):
        closed = {**(change.after or {}), "superseded_at": now}
        session.execute(update(table).where(*_where(change)).values(**closed))
        return RowChange(change.row, change.after, closed)
    session.execute(delete(table).where(*_where(change)))
    return RowChange(change.row, change.after, None)


def _leans_on(change: RowChange, gone: set[tuple[Any, ...]]) -> bool:
    """Whether the row is about one that goes with it: then it never stood on its own."""
    values = change.after or {}
    return any(
        (key.column.table.name, values[key.parent.name]) in gone
        for key in table_of(change.row).foreign_keys
    )


def _put_back(session: Session, change: RowChange, now: datetime) -> RowChange:
    table = table_of(change.row)
    if change.before is None:
        raise ValueError("nothing to put back")
    _expect(session, change)
    if change.after is None:
        session.execute(insert(table).values(**change.before))
        return RowChange(change.row, None, change.before)
    if issubclass(change.row, Dated) and _was_closed(change.before, change.after):
        fresh = {**change.before, "recorded_at": now}
        del fresh["id"]
        number = session.scalar(insert(table).values(**fresh).returning(table.c["id"]))
        return RowChange(change.row, None, {**fresh, "id": number})
    restored = dict(change.before)
    if issubclass(change.row, Versioned):
        restored["version"] = change.after["version"] + 1
    session.execute(update(table).where(*_where(change)).values(**restored))
    return RowChange(change.row, change.after, restored)


def _was_closed(before: Values, after: Values) -> bool:
    """Whether the version stood and was closed; one that still stands is altered in place."""
    return before["superseded_at"] is None and after["superseded_at"] is not None


def _expect(session: Session, change: RowChange) -> None:
    """Refuse where the row is not as *change* left it."""
    table = table_of(change.row)
    found = session.execute(select(table).where(*_where(change))).mappings().first()
    if (None if found is None else dict(found)) != change.after:
        raise Stale(CHANGED_SINCE)


def _key(change: RowChange) -> tuple[Any, ...]:
    values = change.after or change.before or {}
    return tuple(values[column.name] for column in table_of(change.row).primary_key)


def _where(change: RowChange) -> list[Any]:
    table = table_of(change.row)
    return [column == value for column, value in zip(table.primary_key, _key(change), strict=True)]
