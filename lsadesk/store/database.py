"""Opening the encrypted database: the one place that knows SQLite and SQLCipher.

WAL with FULL synchronisation, because nothing acknowledged may be lost in a power cut, and
a `begin` listener on every engine, because the driver left to itself rolls back nothing.
The key is given raw and never stands in a URL or in SQL text.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from lsadesk.errors import UserError

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "cache_size=-64000",
)
_BEGIN_WRITING = "BEGIN IMMEDIATE"
PATIENCE = 5.0  # seconds to wait for another session's commit


class InUse(UserError):
    """Another program holds the college file so that nothing can be read or written."""


class Damaged(UserError):
    """The college file's content is not whole; the recovery window takes over."""

    def __init__(self, what: str = "This college file is damaged and was not opened.") -> None:
        super().__init__(
            f"{what} Nothing was changed: restore the newest backup; the damaged file is kept."
        )


class Locked(UserError):
    """The college was locked: its key is put away, and nothing can be read or written."""


@dataclass(slots=True)
class Held:
    """What is held of an open database until it is put away.

    Every new connection asks for the *key*. *writer* is the connection that is written on: a
    pool takes longer to lend one than a row takes to be written.
    """

    key: bytes | None = field(repr=False)
    writer: Connection | None = None
    turn: Lock = field(default_factory=Lock)  # to use the writer

    def take(self) -> bytes:
        """The key.

        Raises:
            Locked: it has been put away.
        """
        if self.key is None:
            raise Locked("The college was locked before this was done. Sign in and do it again.")
        return self.key


@dataclass(frozen=True, slots=True)
class Engines:
    """The two ways into an open database: *writer* takes the write lock, *reader* does not."""

    writer: Engine
    reader: Engine
    held: Held

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is rolled back unless `commit` keeps it; one at a time.

        It is the driver's: SQLAlchemy joins in where it is used, which takes longer than to
        write a row.

        Raises:
            InUse: somebody else has been writing all the while.
        """
        with self._writer() as connection:
            driver = driver_of(connection)
            driver.execute(_BEGIN_WRITING)
            try:
                yield connection
            finally:
                connection.rollback()
                driver.rollback()

    def settle(self) -> bool:
        """Copy the write-ahead log into the database; False where that cannot be done just now."""
        try:
            with self._writer() as connection:
                cursor = driver_of(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")
                busy, _, _ = cursor.fetchone()
        except (dbapi2.DatabaseError, DBAPIError, InUse):
            return False
        return not busy

    def dispose(self) -> None:
        """Bring everything into the one file, as far as others let us, and let go of it.

        The key goes too: neither engine opens the file again.
        """
        if self.held.key is None:
            return
        self.reader.dispose()
        try:
            self.settle()
        finally:
            self.held.key = None
            if self.held.writer is not None:
                self.held.writer.close()
                self.held.writer = None
            self.writer.dispose()

    @contextmanager
    def _writer(self) -> Iterator[Connection]:
        held = self.held
        if not held.turn.acquire(timeout=PATIENCE):
            raise InUse(_IN_USE)
        try:
            held.writer = held.writer or self.writer.connect()
            yield held.writer
        finally:
            held.turn.release()


def connect(path: Path, key: bytes) -> Engines:
    """The engines of the database at *path*, made if missing; nothing is opened yet."""
    held = Held(key)
    return Engines(
        writer=_engine(path, held, _BEGIN_WRITING, connections=2),  # the held one, and another
        reader=_engine(path, held, "BEGIN", connections=4),
        held=held,
    )


def user_version(connection: Connection) -> int:
    """The number of the schema that the file was written with; 0 for an empty one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def set_user_version(connection: Connection, version: int) -> None:
    """Record the schema's number; it is committed or rolled back with the transaction."""
    connection.exec_driver_sql(f"PRAGMA user_version = {int(version)}")


def commit(connection: Connection) -> None:
    """Keep what was written in `Engines.writing`, durably."""
    connection.commit()  # what SQLAlchemy joined in with
    driver_of(connection).commit()


def driver_of(connection: Connection) -> Any:
    """The driver's own connection beneath one of SQLAlchemy's."""
    return connection.connection.dbapi_connection


def rows_written(connection: Connection) -> int:
    """How many rows were ever written on *connection*: whether any was, between two looks."""
    number: int = driver_of(connection).total_changes
    return number


def numbers_given(connection: Connection, count: int) -> range:
    """The numbers of the *count* rows that were just added in one go: they follow each other."""
    (last,) = driver_of(connection).execute("SELECT last_insert_rowid()").fetchone()
    return range(last - count + 1, last + 1)


def raw_connection(path: Path, key: bytes, *, mode: str = "rw") -> Any:
    """A driver connection with its key, not yet read from; *mode* is SQLite's ro, rw or rwc."""
    place = f"{path.absolute().as_uri()}?mode={mode}"
    connection = dbapi2.connect(
        place, uri=True, check_same_thread=False, isolation_level=None, timeout=PATIENCE
    )
    connection.execute("PRAGMA cipher_log_level=NONE")  # else every wrong key is on stderr
    connection.set_key(f"x'{key.hex()}'")
    return connection


@contextmanager
def alone(path: Path, key: bytes) -> Iterator[Any]:
    """A driver connection that keeps everybody else out while it is open.

    Raises:
        InUse: somebody else is inside.
    """
    connection = raw_connection(path, key)
    try:
        with plain_sentences():
            connection.execute("PRAGMA busy_timeout=0")
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("PRAGMA synchronous=FULL")
            # Leaving the write-ahead log needs to be alone; the next opening returns to it.
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            yield connection
    finally:
        connection.close()


def change_key(connection: Any, key: bytes) -> None:
    """Encrypt the whole database anew under *key*, all of it or nothing."""
    connection.reset_key(f"x'{key.hex()}'")


@contextmanager
def plain_sentences() -> Iterator[None]:
    """Turn what the disk or another program did to the database into a `UserError`."""
    try:
        yield
    except DBAPIError as error:
        _say(error.orig)
        raise
    except dbapi2.Error as error:
        _say(error)
        raise


def _engine(path: Path, held: Held, begin: str, *, connections: int) -> Engine:
    mode = "rw" if path.exists() else "rwc"

    def creator() -> Any:
        connection = raw_connection(path, held.take(), mode=mode)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=PATIENCE,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        driver = driver_of(connection)
        if not driver.in_transaction:  # else it joins in what `Engines.writing` began
            driver.execute(begin)  # SQLAlchemy's way takes ten times as long

    return engine


def _as_it_is(value: Any) -> Any:
    return value


# The driver looks for a way to adapt whatever is neither a number nor a text, and takes ten times
# as long where it finds none: for each empty value of a row, and for each box.
for _kind in (type(None), bytes, memoryview):
    dbapi2.register_adapter(_kind, _as_it_is)


def _say(error: BaseException | None) -> None:
    primary = _code(error)
    if primary in (dbapi2.SQLITE_BUSY, dbapi2.SQLITE_LOCKED):
        raise InUse(_IN_USE) from error
    if primary in (dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB):
        raise Damaged from error
    sentence = _SENTENCES.get(primary)
    if sentence:
        raise UserError(sentence) from error


def _code(error: BaseException | None) -> int:
    """SQLite's primary result code; the driver's backup call gives only its words."""
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        return code & 0xFF
    return next((code for words, code in _WORDS.items() if words in str(error)), -1)


_IN_USE = (
    "Another program is using this college file just now. Close it there, or wait a moment, then "
    "try again."
)
_WORDS = {
    "disk is full": dbapi2.SQLITE_FULL,
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "is locked": dbapi2.SQLITE_BUSY,
    "readonly": dbapi2.SQLITE_READONLY,
    "not a database": dbapi2.SQLITE_NOTADB,
    "malformed": dbapi2.SQLITE_CORRUPT,
    "unable to open": dbapi2.SQLITE_CANTOPEN,
}
_SENTENCES = {
    dbapi2.SQLITE_FULL: "The disk is full. Nothing saved before was lost: free some space, then "
    "do it again.",
    dbapi2.SQLITE_READONLY: "The college's folder cannot be written to. Check that the disk is "
    "not write-protected and that you may change files in that folder.",
    dbapi2.SQLITE_CANTOPEN: "The college file cannot be reached. Check that its disk is plugged "
    "in and that you may change files in that folder.",
    dbapi2.SQLITE_IOERR: "The disk gave an error and this was not saved. Check the disk for "
    "space and faults, make a copy of the folder, then try again.",
}
