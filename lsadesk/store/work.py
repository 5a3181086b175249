"""One unit of work over the open college file, and readings that take no write lock.

    with store.begin() as work:
        person = people.add(work, details)
        work.commit(Entry("added", Kind.PERSON, person))

Leaving without `commit` rolls everything back.
"""

import hmac
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache, cached_property
from itertools import repeat
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, bindparam, event, insert, update
from sqlalchemy.orm import Session, class_mapper
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from lsadesk.domain.rights import AccountId
from lsadesk.errors import Stale, UserError
from lsadesk.store import trail
from lsadesk.store.database import (
    Engines,
    commit,
    numbers_given,
    plain_sentences,
    rows_written,
)
from lsadesk.store.history import RowChange, Values, changes_in
from lsadesk.store.prepared import Prepared
from lsadesk.store.rows import Row, Versioned, table_of
from lsadesk.store.trail import Entry

T = TypeVar("T")
V = TypeVar("V", bound=Versioned)

STALE = (
    "Somebody else has changed this since you opened it. Nothing was saved over: "
    "look at it again, then make your change."
)


def utc_now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


class Reading:
    """A consistent look at the college file; what queries take.

    `connection` answers with plain rows, `session` with rows as objects, at half the speed.
    """

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self.now = now
        self._answers: dict[object, Any] = {}

    @property
    def connection(self) -> Connection:
        """What answers with plain rows."""
        return self._connection

    @cached_property
    def session(self) -> Session:
        """The rows as objects, from the same look; made where it is first asked for."""
        return _session(self._connection)

    def once(self, question: Callable[..., T], *about: Hashable) -> T:
        """The answer to *question*, asked of the file once: a look sees nothing change."""
        key = (question, *about)
        if key not in self._answers:
            self._answers[key] = question(self, *about)
        found: T = self._answers[key]
        return found

    @property
    def today(self) -> date:
        """The day, by this computer's clock: just after midnight in June it is not UTC's."""
        return self.now.astimezone().date()


class Work(Reading):
    """A unit of work: what writes take. Only `commit` keeps anything."""

    def __init__(
        self, connection: Connection, now: datetime, *, account: AccountId, trail_key: bytes
    ) -> None:
        super().__init__(connection, now)
        self.account = account
        self.row_changes: list[RowChange] = []
        self._trail_key = trail_key
        self._rows_written = rows_written(connection)

    @property
    def connection(self) -> Connection:
        """What reads and writes plain rows, as the file has them: `flush` goes before."""
        self.flush()
        return self._connection

    @cached_property
    def session(self) -> Session:
        """The rows as objects; what it writes can be undone."""
        session = _session(self._connection)
        event.listen(session, "after_flush", self._remember)
        return session

    def flush(self) -> None:
        """Write what was done to rows as objects."""
        if "session" in vars(self):
            self.session.flush()

    def read_anew(self) -> None:
        """Have rows as objects read again where they are used: plain rows changed under them."""
        if "session" in vars(self):
            self.session.expire_all()

    def once(self, question: Callable[..., T], *about: Hashable) -> T:
        """The answer to *question*, asked anew where this work has written since."""
        written = rows_written(self.connection)
        if written != self._rows_written:
            self._answers.clear()
            self._rows_written = written
        return super().once(question, *about)

    def as_read(self, kind: type[V], number: int, version: int, *, gone: str) -> V:
        """The row to be changed, as somebody read it at *version*.

        Raises:
            UserError: it is there no more; *gone* says so.
            Stale: somebody has changed it since.
        """
        row = self.session.get(kind, number)
        if row is None:
            raise UserError(gone)
        if row.version != version:
            raise Stale(STALE)
        return row

    def as_read_if_any(self, kind: type[V], key: int, version: int) -> V | None:
        """The same where there may have been none: that was version 0.

        Raises:
            Stale: somebody has changed it since.
        """
        row = self.session.get(kind, key)
        if (0 if row is None else row.version) != version:
            raise Stale(STALE)
        return row

    def add(self, row: Row) -> None:
        """Write *row*, which is new; it has its number then."""
        self.session.add(row)
        self.session.flush()

    def touch(self, row: Row) -> None:
        """Have the version of *row* tell of a change to what belongs to it, in rows of their own.

        Call it once the row's own values are set: a row that they change counts on by itself.
        """
        if not self.session.is_modified(row):
            flag_modified(row, _any_value(type(row)))

    def _remember(self, session: Session, _context: Any) -> None:
        self.row_changes.extend(changes_in(session))

    def insert_all(self, kind: type[Row], rows: Sequence[Values]) -> None:
        """Write many new rows in one go, as undoable as any other change."""
        adding, usual, number = _adding(kind)
        whole = [{**usual, **row} for row in rows]
        adding.many(self.connection, whole)
        if number:
            for row, given in zip(whole, numbers_given(self.connection, len(whole)), strict=True):
                row[number] = given
        self.row_changes.extend(map(RowChange, repeat(kind), repeat(None), whole))

    def update_all(self, kind: type[Row], rows: Sequence[Values], **values: Any) -> None:
        """Set *values*, none of them a key's, in each of *rows*, given whole as just read.

        As undoable as any other change.
        """
        whole = [{**row, **values} for row in rows]
        _changing(kind, tuple(values)).many(self.connection, whole)
        self.row_changes.extend(map(RowChange, repeat(kind), rows, whole))

    def commit(self, *entries: Entry) -> tuple[int, ...]:
        """Keep everything, durably, together with its line on the trail, or its lines.

        Returns the numbers of the lines.
        """
        key, now = self._trail_key, self.now
        lines = [trail.append(self.connection, key, self.account, now, each) for each in entries]
        commit(self.connection)
        return tuple(lines)

    def commit_more(self) -> None:
        """Keep what needs no line of its own: the next words of a private text, say.

        Somebody who types would else write a line every half second.
        """
        commit(self.connection)


def _session(connection: Connection) -> Session:
    return Session(connection, expire_on_commit=False, join_transaction_mode="control_fully")


@cache
def _adding(kind: type[Row]) -> tuple[Prepared, Values, str]:
    """Adds a row; what stands where nothing is given; the column that it is numbered by, if any."""
    table = table_of(kind)
    number = table.autoincrement_column
    given = [column for column in table.c if column is not number]
    adding = insert(table).values({column.name: bindparam(column.name) for column in given})
    usual = {column.name: _usual(column) for column in given}
    return Prepared(adding), usual, "" if number is None else number.name


def _usual(column: Column[Any]) -> Any:
    return column.default.arg if isinstance(column.default, ScalarElementColumnDefault) else None


@cache
def _any_value(kind: type[Row]) -> str:
    """A value of *kind* that may be written again as it is: none of its key, nor the version."""
    return next(
        value.key
        for value in class_mapper(kind).column_attrs
        if value.key != "version" and not value.columns[0].primary_key
    )


@cache
def _changing(kind: type[Row], names: tuple[str, ...]) -> Prepared:
    """Sets *names* in the row that has the key."""
    table = table_of(kind)
    return Prepared(
        update(table)
        .where(*(column == bindparam(column.name) for column in table.primary_key))
        .values({name: bindparam(name) for name in names})
    )


class Store:
    """An unlocked college file and the account that unlocked it."""

    def __init__(
        self,
        engines: Engines,
        *,
        account: AccountId,
        database_key: bytes,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self.engines = engines
        self.account = account
        self.clock = clock
        self._database_key = database_key
        self._trail_key: bytes | None = None

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """A look at the file as it stands; other sessions may go on writing."""
        with _sentences(), self.engines.reader.connect() as connection:
            connection.begin()
            yield Reading(connection, self.clock())

    @contextmanager
    def begin(self) -> Iterator[Work]:
        """A unit of work that is rolled back unless `Work.commit` is called."""
        with _sentences(), self.engines.writing() as connection:
            key = self._key_of_trail(connection)
            yield Work(connection, self.clock(), account=self.account, trail_key=key)

    def settle(self) -> bool:
        """Bring what was written into the one file, so that no log still holds what was erased.

        False where somebody else is reading just now; it is done with the next such moment.
        """
        return self.engines.settle()

    def verify_trail(self, after: int = 0) -> int | None:
        """The number of the first altered or missing line of the trail, None if whole.

        Lines up to number *after* are known and taken as they are now.
        """
        with self.read() as reading:
            return trail.first_bad(reading.session, self._key_of_trail(reading.connection), after)

    def college_mark(self, reading: Reading) -> str:
        """What tells this college's file, and every copy of it, from another's; says no name."""
        key = self._key_of_trail(reading.connection)
        return hmac.digest(key, b"lsadesk college mark 1", "sha256")[:8].hex()

    def chain_key(self, reading: Reading, purpose: str) -> bytes:
        """The key of a chain of its own; like the trail's it outlives a change of the file's."""
        return hmac.digest(self._key_of_trail(reading.connection), purpose.encode(), "sha256")

    def close(self) -> None:
        """Let go of the file; everything committed is in it."""
        self.engines.dispose()

    def _key_of_trail(self, connection: Connection) -> bytes:
        if self._trail_key is None:
            self._trail_key = trail.key_of(connection, self._database_key)
        return self._trail_key


def fill(row: Row, columns: Mapping[str, object]) -> None:
    """Set each of *columns* in *row*."""
    for name, value in columns.items():
        setattr(row, name, value)


@contextmanager
def _sentences() -> Iterator[None]:
    """Turn stale edits, and what the disk or another program did, into sentences."""
    try:
        with plain_sentences():
            yield
    except StaleDataError as error:
        raise Stale(STALE) from error
