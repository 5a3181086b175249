"""Whether a database is whole: what is wrong, as plain sentences.

Every page carries a mark of its own, so what a disk spoilt shows as soon as the pages are read
(`page_findings`), the cheapest look at all of them. Pages that are each whole and do not belong
together, as in a copy that was made of a file in use, show in the structure.
"""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from lsadesk.store.database import Damaged, Engines, driver_of, plain_sentences, raw_connection

STRUCTURE_UP_TO = 50 * 1024 * 1024  # beyond this, reading it too would delay sign-in
_SHOWN = 3


def findings(connection: Connection) -> list[str]:
    """What is wrong with the tables and their links; empty when all is well."""
    return [*_structure(connection), *_links(connection)]


def page_findings(engines: Engines, path: Path) -> list[str]:
    """What is wrong with the encrypted pages, used or not; empty when all is well.

    Looks only while no other session is inside: pages on the disk mean nothing until the
    log has been copied into them.
    """
    if not engines.settle():
        return []
    with engines.writing() as connection:
        return _pages(driver_of(connection))


def columns(connection: Connection) -> set[tuple[str, str]]:
    """The name of each table with that of each of its columns."""
    rows = connection.exec_driver_sql(
        "SELECT made.name, own.name FROM sqlite_master AS made "
        "JOIN pragma_table_info(made.name) AS own WHERE made.type = 'table'"
    )
    return {(table, column) for table, column in rows}


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of a database: its schema's version, and whether each of its pages was."""

    version: int
    has_every_page: bool


def look(path: Path, key: bytes) -> Look:
    """Open the database without changing a byte of it.

    Its structure is read too, but for that of a large file that was closed in order. The
    indexes are held against the tables with every copy (`findings`), which takes longer. What
    was closed in order has its pages proven meanwhile, as `page_findings` would.

    Raises:
        UserError: `Damaged` where it does not decrypt or its structure is broken, else what
            the disk or another program has to do with it.
    """
    size = path.stat().st_size
    if size < 512:
        raise Damaged("The college's records are empty or cut off.")
    unfinished = _has_log(path)
    # Only reading is asked for where a crash left a log: closing would else fold it into a file
    # that may be damaged.
    mode = "ro" if unfinished else "rw"
    with (
        plain_sentences(),
        ThreadPoolExecutor(1) as beside,
        closing(raw_connection(path, key, mode=mode)) as connection,
    ):
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        pages = None if unfinished else beside.submit(_require_pages, path, key)
        if size <= STRUCTURE_UP_TO or unfinished:
            _require_structure(connection)
        return Look(version, has_every_page=pages is not None and pages.result())


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _require_pages(path: Path, key: bytes) -> bool:
    """Whether the pages could be looked at: not while another session writes, or has written."""
    with closing(raw_connection(path, key)) as connection:
        connection.execute("PRAGMA busy_timeout=0")
        try:
            connection.execute("BEGIN IMMEDIATE")
        except dbapi2.OperationalError:
            return False
        if _has_log(path):
            return False
        if _pages(connection):
            raise Damaged
    return True


def _pages(connection: Any) -> list[str]:
    rows = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    return [f"A part of the file was altered outside the program ({row[0]})." for row in rows]


def _require_structure(connection: Any) -> None:
    connection.execute("PRAGMA cell_size_check=ON")
    connection.execute("PRAGMA cache_size=-64000")  # it comes by each page twice
    if connection.execute(f"PRAGMA quick_check({_SHOWN})").fetchall() != [("ok",)]:
        raise Damaged


def _structure(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql(f"PRAGMA integrity_check({_SHOWN})").fetchall()
    return [f"The tables are broken: {row[0]}." for row in rows if row[0] != "ok"]


def _links(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(_SHOWN)
    return [f"A line of “{row[0]}” points to a “{row[2]}” that is not there." for row in rows]
