"""Statements that a write makes at every step: put together once, then the driver's own speed.

SQLAlchemy writes them and knows their types. What it does besides at each execution takes ten
times as long as the driver needs for a row, and somebody who answers waits for half a dozen.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
    turns: _Turns
    usual: Mapping[str, Any]  # what is never given: the statement says it itself
    told: Callable[[Sequence[Any]], Any]

    def placed(self, values: Mapping[str, Any], turns: _Turns | None = None) -> list[Any]:
        """*values* in the statement's order, as the driver takes them."""
        given = {**self.usual, **values} if self.usual else values
        row = [*map(given.__getitem__, self.names)]
        for place, turn in turns or self.turns:
            row[place] = turn(row[place])
        return row

    def all_placed(self, many: Iterable[Mapping[str, Any]]) -> Iterator[list[Any]]:
        """Each of *many*; what one row has as the row before it is turned once."""
        turns = tuple((place, _when_new(turn)) for place, turn in self.turns)
        return (self.placed(values, turns) for values in many)


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
        return None if row is None else text.told(row)

    def all(self, connection: Connection, **values: Any) -> list[Any]:
        """Every row."""
        text = self._text(connection.dialect)
        cursor = driver_of(connection).execute(text.sql, text.placed(values))
        return [*map(text.told, cursor.fetchall())]

    def many(self, connection: Connection, many: Iterable[Mapping[str, Any]]) -> None:
        """Run it for each of *many* values, of a statement that tells nothing."""
        text = self._text(connection.dialect)
        driver_of(connection).executemany(text.sql, text.all_placed(many))

    def counted(self, connection: Connection, many: Iterable[Mapping[str, Any]]) -> list[int]:
        """Run it for each of *many* values; how many rows each of them changed."""
        text, driver = self._text(connection.dialect), driver_of(connection)
        return [driver.execute(text.sql, row).rowcount for row in text.all_placed(many)]

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
    return _Text(
        sql=compiled.string,
        names=tuple(compiled.positiontup),
        turns=_turns(kind.bind_processor(dialect) for kind in kinds),
        usual={name: one.value for name, one in binds.items() if not one.required},
        told=_teller(statement, dialect),
    )


def _teller(statement: Executable, dialect: Dialect) -> Callable[[Sequence[Any]], Any]:
    columns = statement.exported_columns  # type: ignore[attr-defined]
    told = namedtuple("told", columns.keys(), rename=True)  # type: ignore[misc]
    kinds = (column.type.dialect_impl(dialect) for column in columns)
    turns = _turns(kind.result_processor(dialect, None) for kind in kinds)

    def turned(row: Sequence[Any]) -> Any:
        values = list(row)
        for place, turn in turns:
            values[place] = turn(values[place])
        return told._make(values)

    return turned if turns else told._make


def _when_new(turn: _Turn) -> _Turn:
    """*turn*, done only where it is not given the very thing that it was given last."""
    last = turned = object()

    def turn_new(value: Any) -> Any:
        nonlocal last, turned
        if value is not last:
            last, turned = value, turn(value)
        return turned

    return turn_new


def _turns(found: Iterable[_Turn | None]) -> _Turns:
    return tuple((place, turn) for place, turn in enumerate(found) if turn is not None)
