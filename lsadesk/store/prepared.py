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
from sqlalchemy.types import TypeEngine

_Turn = Callable[[Any], Any] | None  # a value for the driver, or one from it; None: as it is


@dataclass(frozen=True, slots=True)
class _Text:
    """A statement as a driver takes it, and how its rows are told."""

    sql: str
    binds: tuple[tuple[str, _Turn], ...]  # by name, in their order
    usual: Mapping[str, Any]  # what is never given: the number of a limit
    told: Callable[[Sequence[Any]], Any]

    def placed(self, values: Mapping[str, Any]) -> list[Any]:
        """*values* in the statement's order, as the driver takes them."""
        given = {**self.usual, **values} if self.usual else values
        return [given[name] if turn is None else turn(given[name]) for name, turn in self.binds]


class Prepared:
    """A statement whose named values are given when it is run, within what is open already.

    Its rows are named tuples. It takes no `IN` of a list.
    """

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._texts: dict[str, _Text] = {}

    def first(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        """The first row; None where there is none."""
        found = self.all(connection, values)
        return found[0] if found else None

    def all(self, connection: Connection, values: Mapping[str, Any]) -> list[Any]:
        """Every row; none of a statement that tells nothing."""
        text, cursor = self._text(connection.dialect), connection.connection.cursor()
        try:
            cursor.execute(text.sql, text.placed(values))
            return [text.told(row) for row in cursor.fetchall()]
        finally:
            cursor.close()

    def each(self, connection: Connection, many: Iterable[Mapping[str, Any]]) -> list[Any]:
        """Run it for each of *many* values; the row that each told, None where it told none."""
        text, cursor = self._text(connection.dialect), connection.connection.cursor()
        found = []
        try:
            for values in many:
                cursor.execute(text.sql, text.placed(values))
                found.append(cursor.fetchone())
        finally:
            cursor.close()
        return [None if row is None else text.told(row) for row in found]

    def _text(self, dialect: Dialect) -> _Text:
        if dialect.name not in self._texts:
            self._texts[dialect.name] = _written(self._statement, dialect)
        return self._texts[dialect.name]


def _written(statement: Executable, dialect: Dialect) -> _Text:
    compiled = statement.compile(dialect=dialect)  # type: ignore[attr-defined]
    if not isinstance(compiled, SQLCompiler) or compiled.positiontup is None:
        raise TypeError(f"{statement} has no values by place")
    binds = {name: compiled.binds[name] for name in compiled.positiontup}
    return _Text(
        sql=compiled.string,
        binds=tuple((name, _into(binds[name].type, dialect)) for name in compiled.positiontup),
        usual={name: one.value for name, one in binds.items() if not one.required},
        told=_teller(statement, dialect),
    )


def _teller(statement: Executable, dialect: Dialect) -> Callable[[Sequence[Any]], Any]:
    columns = statement.exported_columns  # type: ignore[attr-defined]
    told = namedtuple("told", columns.keys(), rename=True)  # type: ignore[misc]
    turns = [_out_of(column.type, dialect) for column in columns]
    if not any(turns):
        return told._make

    def turned(row: Sequence[Any]) -> Any:
        pairs = zip(row, turns, strict=True)
        return told._make(value if turn is None else turn(value) for value, turn in pairs)

    return turned


def _into(kind: TypeEngine[Any], dialect: Dialect) -> _Turn:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _out_of(kind: TypeEngine[Any], dialect: Dialect) -> _Turn:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
