"""Whether an open database is whole: what is wrong, as plain sentences."""

from pathlib import Path

from sqlalchemy import Connection, Engine

from lsadesk.store.database import Damaged, checkpoint, plain_sentences, raw_connection

ALL_PAGES_UP_TO = 50 * 1024 * 1024  # beyond this, reading every page would delay sign-in
_SHOWN = 3


def findings(connection: Connection) -> list[str]:
    """What is wrong with the tables and their links; empty when all is well."""
    return [*_structure(connection), *_links(connection)]


def page_findings(engine: Engine, path: Path) -> list[str]:
    """What is wrong with the encrypted pages, used or not; empty when all is well.

    Looks only while no other session is inside: pages on the disk mean nothing until the
    log has been copied into them.
    """
    if path.stat().st_size > ALL_PAGES_UP_TO or not checkpoint(engine):
        return []
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall()
    return [f"A part of the file was altered outside the program ({row[0]})." for row in rows]


def look(path: Path, key: bytes, *, whole: bool = True) -> int:
    """Read the whole database without changing a byte of it; its schema version.

    *whole* False: only its beginning, where the rest was read a moment ago.

    Raises:
        UserError: `Damaged` where it does not decrypt or its structure is broken, else what
            the disk or another program has to do with it.
    """
    if path.stat().st_size < 512:
        raise Damaged("The college's records are empty or cut off.")
    with plain_sentences():
        version, rows = _read_through(path, key, whole=whole)
    if rows != [("ok",)]:
        raise Damaged
    return version


def _read_through(path: Path, key: bytes, *, whole: bool) -> tuple[int, list[tuple[str]]]:
    """Schema version and the words of `integrity_check`.

    Where a crash left a log, only reading is asked for: else closing would fold the log into
    a file that may be damaged.
    """
    log = path.with_name(path.name + "-wal")
    unfinished = log.exists() and log.stat().st_size > 0
    connection = raw_connection(path, key, mode="ro" if unfinished else "rw")
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        connection.execute("PRAGMA cell_size_check=ON")
        if not whole:
            return version, [("ok",)]
        return version, connection.execute(f"PRAGMA integrity_check({_SHOWN})").fetchall()
    finally:
        connection.close()


def _structure(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql(f"PRAGMA integrity_check({_SHOWN})").fetchall()
    return [f"The tables are broken: {row[0]}." for row in rows if row[0] != "ok"]


def _links(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(_SHOWN)
    return [f"A line of “{row[0]}” points to a “{row[2]}” that is not there." for row in rows]
