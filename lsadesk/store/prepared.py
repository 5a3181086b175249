"""Statements that a write makes at every step: put together once, then the driver's own speed.

SQLAlchemy writes them and knows their types. What it does besides at each execution takes ten
times as long as the driver needs for a row, and somebody who answers waits for half a dozen.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect, Executable
from sqlalchemy.sql.compiler import SQLCompiler

from lsadesk.store.database import driver_of

_Turn = Callable[[Any], Any]  # a value for the driver, or one from it
_Turns = tuple[tuple[int, _Turn], ...]  # for those of the values, by their place, that need one


@dataclass(frozen=True, slots=True)
class _Text:
    """A statement as a driver takes it, and how its rows are told."""

    sql: str
    names: tuple[str, ...]  # of its values, in their order
    given: _Turns
    usual: Mapping[str, Any]  # what is never given: the statement says it itself
    columns: tuple[str, ...]  # of its rows
    told: _Turns
    row: Callable[[Iterable[Any]], Any]

    def placed(self, values: Mapping[str, Any]) -> Sequence[Any]:
        """*values* in the statement's order, as the driver takes them."""
        given = {**self.usual, **values} if self.usual else values
        return _turned([*map(given.__getitem__, self.names)], self.given)

    def all_placed(self, many: Sequence[Mapping[str, Any]]) -> Iterable[Sequence[Any]]:
        """Each of *many*."""
        given = [{**self.usual, **values} for values in many] if self.usual else many
        placed = [[*map(values.__getitem__, self.names)] for values in given]
        return _all_turned(placed, self.given)


class Prepared:
    """A statement whose named values are given when it is run, within what is open already.

    Its rows are named tuples. It takes no `IN` of a list.
    """

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._texts: dict[str, _Text] = {}

    def first(self, connection: Connection, **values: Any) -> Any:
        """The first row; None where there is none, and of a statement that tells nothing.

        No limit is needed, nor wanted: SQLite plans a statement anew each time it is given one.
        """
        text = self._text(connection.dialect)
        row = driver_of(connection).execute(text.sql, text.placed(values)).fetchone()
        return None if row is None else text.row(_turned(row, text.told))

    def all(self, connection: Connection, **values: Any) -> list[Any]:
        """Every row."""
        text = self._text(connection.dialect)
        return [*map(text.row, self._fetched(connection, text, values))]

    def whole(self, connection: Connection, **values: Any) -> list[dict[str, Any]]:
        """Every row by the names of its columns: what a change to it starts from."""
        text = self._text(connection.dialect)
        rows = self._fetched(connection, text, values)
        return [dict(zip(text.columns, row, strict=True)) for row in rows]

    def many(self, connection: Connection, many: Sequence[Mapping[str, Any]]) -> None:
        """Run it for each of *many* values, of a statement that tells nothing."""
        if many:
            text = self._text(connection.dialect)
            driver_of(connection).executemany(text.sql, text.all_placed(many))

    def counted(self, connection: Connection, many: Sequence[Mapping[str, Any]]) -> list[int]:
        """Run it for each of *many* values; how many rows each of them changed."""
        text, driver = self._text(connection.dialect), driver_of(connection)
        return [driver.execute(text.sql, row).rowcount for row in text.all_placed(many)]

    def _fetched(
        self, connection: Connection, text: _Text, values: Mapping[str, Any]
    ) -> Iterable[Sequence[Any]]:
        cursor = driver_of(connection).execute(text.sql, text.placed(values))
        return _all_turned(cursor.fetchall(), text.told)

    def _text(self, dialect: Dialect) -> _Text:
        if dialect.name not in self._texts:
            self._texts[dialect.name] = _written(self._statement, dialect)
        return self._texts[dialect.name]


def _written(statement: Executable, dialect: Dialect) -> _Text:
    compiled = statement.compile(dialect=dialect)  # type: ignore[attr-defined]
    if not isinstance(compiled, SQLCompiler) or compiled.positiontup is None:
        raise TypeError(f"{statement} has no values by place")
    binds = {name: compiled.binds[name] for name in compiled.positiontup}
    kinds = (binds[name].type.dialect_impl(dialect) for name in compiled.positiontup)
    columns = statement.exported_columns  # type: ignore[attr-defined]
    row = namedtuple("row", columns.keys(), rename=True)  # type: ignore[misc]
    told = (column.type.dialect_impl(dialect) for column in columns)
    return _Text(
        sql=compiled.string,
        names=tuple(compiled.positiontup),
        given=_turns(kind.bind_processor(dialect) for kind in kinds),
        usual={name: one.value for name, one in binds.items() if not one.required},
        columns=tuple(columns.keys()),
        told=_turns(kind.result_processor(dialect, None) for kind in told),
        row=row._make,
    )


def _turns(found: Iterable[_Turn | None]) -> _Turns:
    return tuple((place, turn) for place, turn in enumerate(found) if turn is not None)


def _turned(row: Sequence[Any], turns: _Turns) -> Sequence[Any]:
    values = list(row)
    for place, turn in turns:
        values[place] = turn(values[place])
    return values


def _all_turned(rows: Sequence[Sequence[Any]], turns: _Turns) -> Iterable[Sequence[Any]]:
    """Each of *rows*; what many of them have in common is turned once."""
    if not turns:
        return rows
    if len(rows) < 2:
        return [_turned(row, turns) for row in rows]
    columns = [*zip(*rows, strict=True)]
    for place, turn in turns:
        known = {value: turn(value) for value in set(columns[place])}
        columns[place] = tuple(map(known.__getitem__, columns[place]))
    return zip(*columns, strict=True)
