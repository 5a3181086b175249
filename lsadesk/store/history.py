"""What a unit of work did to rows, so that it can be undone, and undone again.

Undo is a change like any other: it is checked against what stands now, it goes on the
trail, and of dated facts it keeps every version (they are closed, never removed).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, bindparam, delete, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lsadesk.errors import Stale
from lsadesk.store.prepared import Prepared
from lsadesk.store.rows import Dated, ImportMappingRow, Row, TrailRow, Versioned, table_of

CHANGED_SINCE = (
    "This cannot be undone any more: the record has been changed since. Nothing was altered."
)
NOT_UNDONE = (TrailRow, ImportMappingRow)

Values = dict[str, Any]
Key = tuple["type[Row]", tuple[Any, ...]]


class RowChange(NamedTuple):
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
        for rows in _runs(sorted(added, key=lambda change: -order[table_of(change.row).name])):
            done += _take_away(session, rows, now, gone)
        for rows in _runs(sorted(others, key=lambda change: order[table_of(change.row).name])):
            put = _put_back_all(session, rows, now)
            done += put
            for change, back in zip(rows, put, strict=True):
                if change.before is not None and back.after is not None:
                    again[change.row, _key(change)] = change.before, back.after
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


def _runs(changes: Iterable[RowChange]) -> Iterator[list[RowChange]]:
    """Changes of one table that stand together, those that removed a row apart."""
    for _, rows in groupby(changes, key=lambda change: (change.row, change.after is None)):
        yield list(rows)


def _take_away(
    session: Session, rows: list[RowChange], now: datetime, gone: set[tuple[Any, ...]]
) -> list[RowChange]:
    """Take back that *rows*, all of one table, were added: an import's are tens of thousands."""
    kind = rows[0].row
    _expect(session, rows)
    stays = issubclass(kind, Dated)
    closed = [change for change in rows if stays and not _leans_on(change, gone)]
    shut = {_key(change) for change in closed}
    removed = [change for change in rows if _key(change) not in shut]
    table, here = table_of(kind), _by_key(kind)
    if closed:
        close = update(table).where(*here).values(superseded_at=now)
        session.execute(close, [_named_key(change) for change in closed])
    if removed:
        session.execute(delete(table).where(*here), [_named_key(change) for change in removed])
    return [
        *(_closed(change, now) for change in closed),
        *(RowChange(kind, change.after, None) for change in removed),
    ]


def _closed(change: RowChange, now: datetime) -> RowChange:
    return RowChange(change.row, change.after, {**(change.after or {}), "superseded_at": now})


def _leans_on(change: RowChange, gone: set[tuple[Any, ...]]) -> bool:
    """Whether the row is about one that goes with it: then it never stood on its own."""
    values = change.after or {}
    return any(
        (key.column.table.name, values[key.parent.name]) in gone
        for key in table_of(change.row).foreign_keys
    )


def _put_back_all(session: Session, rows: list[RowChange], now: datetime) -> list[RowChange]:
    """Put *rows*, all of one table, back as they were before."""
    _expect(session, rows)
    if rows[0].after is not None:
        return [_put_back(session, change, now) for change in rows]
    session.execute(insert(table_of(rows[0].row)), [change.before or {} for change in rows])
    return [RowChange(change.row, None, change.before) for change in rows]


def _put_back(session: Session, change: RowChange, now: datetime) -> RowChange:
    table = table_of(change.row)
    if change.before is None or change.after is None:
        raise ValueError("nothing to put back")
    if issubclass(change.row, Dated) and _was_closed(change.before, change.after):
        fresh = {**change.before, "recorded_at": now}
        del fresh["id"]
        number = session.scalar(insert(table).values(**fresh).returning(table.c["id"]))
        return RowChange(change.row, None, {**fresh, "id": number})
    restored = dict(change.before)
    if issubclass(change.row, Versioned):
        restored["version"] = change.after["version"] + 1
    session.execute(
        update(table).where(*_by_key(change.row)).values(**restored), _named_key(change)
    )
    return RowChange(change.row, change.after, restored)


def _was_closed(before: Values, after: Values) -> bool:
    """Whether the version stood and was closed; one that still stands is altered in place."""
    return before["superseded_at"] is None and after["superseded_at"] is not None


def _expect(session: Session, rows: Sequence[RowChange]) -> None:
    """Refuse where one of *rows*, all of one table, is not as its change left it."""
    connection, standing = session.connection(), _standing(rows[0].row)
    names = table_of(rows[0].row).columns.keys()
    for change in rows:
        found = standing.first(connection, **_named_key(change))
        if (None if found is None else dict(zip(names, found, strict=True))) != change.after:
            raise Stale(CHANGED_SINCE)


@cache
def _standing(kind: type[Row]) -> Prepared:
    """Finds a row by its key."""
    return Prepared(select(table_of(kind)).where(*_by_key(kind)))


def _by_key(kind: type[Row]) -> list[ColumnElement[bool]]:
    """A row's key as a statement asks for it, by the names of `_named_key`."""
    return [
        column == bindparam(f"key_{column.name}", type_=column.type)
        for column in table_of(kind).primary_key
    ]


def _named_key(change: RowChange) -> Values:
    columns = table_of(change.row).primary_key
    return {f"key_{column.name}": one for column, one in zip(columns, _key(change), strict=True)}


def _key(change: RowChange) -> tuple[Any, ...]:
    values = change.after or change.before or {}
    return tuple(values[column.name] for column in table_of(change.row).primary_key)
