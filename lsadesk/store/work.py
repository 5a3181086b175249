"""One unit of work over the open college file, and readings that take no write lock.

    with store.begin() as work:
        person = people.add(work, details)
        work.commit(Entry("added", Kind.PERSON, person))

Leaving without `commit` rolls everything back.
"""

import hmac
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Update, bindparam, event, insert, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.sql.dml import ReturningInsert

from lsadesk.domain.rights import AccountId
from lsadesk.errors import Stale, UserError
from lsadesk.store import trail
from lsadesk.store.database import Engines, checkpoint, plain_sentences
from lsadesk.store.history import RowChange, Values, changes_in
from lsadesk.store.rows import Row, Versioned, table_of
from lsadesk.store.trail import Entry

T = TypeVar("T")
V = TypeVar("V", bound=Versioned)

STALE = (
    "Somebody else has changed this since you opened it. Nothing was saved over: "
    "look at it again, then make your change."
)


_AT_ONCE = 10_000  # numbers in one statement; SQLite takes 32,766


def utc_now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


class Reading:
    """A consistent look at the college file; what queries take."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.session = session
        self.now = now
        self._answers: dict[object, Any] = {}

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
        self, session: Session, now: datetime, *, account: AccountId, trail_key: bytes
    ) -> None:
        super().__init__(session, now)
        self.account = account
        self.row_changes: list[RowChange] = []
        self._trail_key = trail_key
        event.listen(session, "after_flush", self._remember)

    def once(self, question: Callable[..., T], *about: Hashable) -> T:
        """The answer to *question*, asked anew: this very work may have changed it."""
        self.session.flush()  # a question that reads plain rows does not do so by itself
        return question(self, *about)

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

    def _remember(self, session: Session, _context: Any) -> None:
        self.row_changes.extend(changes_in(session))

    def insert_all(self, kind: type[Row], rows: Sequence[Values]) -> None:
        """Write many new rows in one go, as undoable as any other change."""
        self.session.flush()
        if rows:
            names = table_of(kind).c.keys()
            self.row_changes.extend(
                RowChange(kind, None, dict(zip(names, row, strict=True)))
                for row in self.session.execute(_adding(kind), rows)
            )

    def update_all(self, kind: type[Row], rows: Sequence[Values], **values: Any) -> None:
        """Set *values* in many rows, given whole as they were just read; as undoable as any."""
        self.session.flush()
        statement, key = _changing(kind, tuple(values))
        for start in range(0, len(rows), _AT_ONCE):
            wanted = [row[key] for row in rows[start : start + _AT_ONCE]]
            self.session.execute(statement, {**_bound(values), "rows": wanted})
        self.row_changes.extend(RowChange(kind, row, {**row, **values}) for row in rows)

    def update_one(self, kind: type[Row], row: Values, **values: Any) -> None:
        """Set *values* in one row, given whole as it was just read; whatever its key is."""
        self.session.flush()
        key = {f"old_{column.name}": row[column.name] for column in table_of(kind).primary_key}
        self.session.execute(_changing_one(kind, tuple(values)), {**_bound(values), **key})
        self.row_changes.append(RowChange(kind, row, {**row, **values}))

    def commit(self, *entries: Entry) -> None:
        """Keep everything, durably, together with its line on the trail, or its lines."""
        self.session.flush()
        for entry in entries:
            trail.append(self.session, self._trail_key, self.account, self.now, entry)
        self.session.commit()

    def commit_more(self) -> None:
        """Keep the next words of a private text, whose line is on the trail already.

        Somebody who types would else write a line every half second.
        """
        self.session.commit()


@cache
def _adding(kind: type[Row]) -> ReturningInsert[Any]:
    table = table_of(kind)
    return insert(table).returning(*table.c)


@cache
def _changing(kind: type[Row], names: tuple[str, ...]) -> tuple[Update, str]:
    """Sets *names* in the rows of those keys, and what the key is called."""
    table = table_of(kind)
    (key,) = table.primary_key
    which = key.in_(bindparam("rows", expanding=True))
    return update(table).where(which).values(
        {name: bindparam(f"new_{name}") for name in names}
    ), key.name


@cache
def _changing_one(kind: type[Row], names: tuple[str, ...]) -> Update:
    table = table_of(kind)
    key = [column == bindparam(f"old_{column.name}") for column in table.primary_key]
    return update(table).where(*key).values({name: bindparam(f"new_{name}") for name in names})


def _bound(values: Values) -> Values:
    return {f"new_{name}": value for name, value in values.items()}


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
        with _sentences(), Session(self.engines.reader) as session:
            yield Reading(session, self.clock())

    @contextmanager
    def begin(self) -> Iterator[Work]:
        """A unit of work that is rolled back unless `Work.commit` is called."""
        with (
            _sentences(),
            Session(self.engines.writer, expire_on_commit=False) as session,
        ):
            key = self._key_of_trail(session)
            yield Work(session, self.clock(), account=self.account, trail_key=key)

    def settle(self) -> bool:
        """Bring what was written into the one file, so that no log still holds what was erased.

        False where somebody else is reading just now; it is done with the next such moment.
        """
        return checkpoint(self.engines.writer)

    def verify_trail(self) -> int | None:
        """The number of the first altered or missing line of the trail, None if whole."""
        with self.read() as reading:
            return trail.first_bad(reading.session, self._key_of_trail(reading.session))

    def college_mark(self, reading: Reading) -> str:
        """What tells this college's file, and every copy of it, from another's; says no name."""
        key = self._key_of_trail(reading.session)
        return hmac.digest(key, b"lsadesk college mark 1", "sha256")[:8].hex()

    def chain_key(self, reading: Reading, purpose: str) -> bytes:
        """The key of a chain of its own; like the trail's it outlives a change of the file's."""
        return hmac.digest(self._key_of_trail(reading.session), purpose.encode(), "sha256")

    def close(self) -> None:
        """Let go of the file; everything committed is in it."""
        self.engines.dispose()

    def _key_of_trail(self, session: Session) -> bytes:
        if self._trail_key is None:
            self._trail_key = trail.key_of(session, self._database_key)
        return self._trail_key


@contextmanager
def _sentences() -> Iterator[None]:
    """Turn stale edits, and what the disk or another program did, into sentences."""
    try:
        with plain_sentences():
            yield
    except StaleDataError as error:
        raise Stale(STALE) from error
