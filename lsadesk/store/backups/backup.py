"""Backups: made by SQLite's backup API, opened and compared before they count, put back.

Encrypted to encrypted; the live file is never copied with ordinary file calls, which
would drop SQLite's locks.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from lsadesk.errors import UserError
from lsadesk.store import checks
from lsadesk.store.backups import container
from lsadesk.store.backups.container import BadBackup, Manifest
from lsadesk.store.backups.shelves import COPYING, ENDING, thin, writing
from lsadesk.store.database import (
    Damaged,
    Engines,
    connect,
    plain_sentences,
    raw_connection,
    user_version,
)
from lsadesk.store.durable import sync_folder
from lsadesk.store.layout import ASIDE, BACKUPS, DATABASE, KEYS, TWIN, college_name
from lsadesk.store.sealing import vault
from lsadesk.store.sealing.keys import Opened

_RESTORING = ".restoring-"
STAMP = "%Y-%m-%d %H%M%S"

Admit = Callable[[Engines, Opened], None]


def whoever_opens_it(_engines: Engines, _opened: Opened) -> None:
    """Admit everybody with a way into the backup."""


def back_up(folder: Path, engines: Engines, key: bytes, *, to: Path, now: datetime) -> Manifest:
    """A verified backup of the open college at *to*, which must not exist yet.

    Raises:
        UserError: the disk is full, cannot be written to, or did not keep what was written.
    """
    if to.exists():
        raise UserError(f"{to} is there already. Choose another name for the backup.")
    with writing(to.parent), _room_in(to.parent, folder) as room:
        copy, packed = Path(room) / DATABASE, Path(room) / "packed"
        counted = _copied(engines.reader, copy, key)
        manifest = Manifest(
            college=college_name(folder),
            made=now.astimezone(UTC),
            database_sha256=container.sha256(copy),
            schema_version=counted[0],
            rows=counted[1],
            trail_head=counted[2],
        )
        container.pack(packed, copy, vault.read(folder), manifest)
        copy.unlink()
        _require_same(packed, Path(room), key)
        packed.rename(to)
        sync_folder(to.parent)
    return manifest


def _room_in(place: Path, folder: Path) -> tempfile.TemporaryDirectory[str]:
    """A folder in *place* to make a copy in; its name ends in that of the college."""
    mine = f" {college_name(folder)}"
    return tempfile.TemporaryDirectory(prefix=COPYING, suffix=mine, dir=place)


def back_up_here(
    folder: Path, engines: Engines, key: bytes, now: datetime, *, keep: Path | None = None
) -> Path:
    """A verified backup in the college's own `backups` folder; old ones but *keep* are thinned."""
    shelf = folder / BACKUPS
    with writing(folder):
        shelf.mkdir(exist_ok=True)
    to = _unused(shelf, now.astimezone(UTC).strftime(STAMP), ENDING)
    back_up(folder, engines, key, to=to, now=now)
    thin(folder, now, keep=keep)
    return to


def sweep(folder: Path) -> None:
    """Delete what an interrupted backup or restore left; only while nobody is inside."""
    for left in (*folder.glob(f"{_RESTORING}*"), *(folder / BACKUPS).glob(f"{COPYING}*")):
        shutil.rmtree(left, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Beside:
    """A backup unpacked beside the college, open and whole; the college is not touched."""

    engines: Engines
    opened: Opened
    manifest: Manifest


@contextmanager
def beside(backup: Path, folder: Path, opener: vault.Opener) -> Iterator[Beside]:
    """Open *backup* for a look in a room of its own inside *folder*, which goes at the end.

    Raises:
        BadBackup: the backup is not whole or does not match its manifest.
        UserError: the password is wrong, or the disk is full or cannot be written to.
    """
    with writing(folder), tempfile.TemporaryDirectory(prefix=_RESTORING, dir=folder) as made:
        room = Path(made)
        found, manifest = container.unpack(backup, room)
        opened = vault.opened_with(opener, found)
        _compare(room / DATABASE, opened.database_key, manifest, backup)
        with _engines(room / DATABASE, opened.database_key) as engines:
            yield Beside(engines, opened, manifest)


def rows_of(engines: Engines) -> dict[str, int]:
    """How many rows each table has at this moment."""
    with plain_sentences(), engines.reader.connect() as connection, connection.begin():
        return _counted(connection)[1]


def is_continued(engines: Engines, manifest: Manifest) -> bool:
    """Whether the college of *engines* is the one of *manifest* at a later moment."""
    with plain_sentences(), engines.reader.connect() as connection:
        head = bytes.fromhex(manifest.trail_head)
        wanted = "SELECT count(*) FROM trail WHERE mac = ?"
        return not head or bool(connection.exec_driver_sql(wanted, (head,)).scalar_one())


def restore(
    backup: Path, folder: Path, opener: vault.Opener, now: datetime, admit: Admit = whoever_opens_it
) -> Path | None:
    """Put the college of *backup* into *folder*, new or existing, after opening it there.

    What stood in *folder* is moved aside into a folder inside it, which is returned, and
    never deleted. *admit* looks into the college that was unpacked before it takes its place,
    and raises where it shall not. The caller makes sure that nobody has the college open.

    Raises:
        BadBackup: the backup is not whole or does not match its manifest.
        UserError: the password is wrong, or the disk is full or cannot be written to.
    """
    parent = folder if folder.exists() else folder.parent
    with writing(parent), _room_made(parent) as room:
        found, manifest = container.unpack(backup, room)
        opened = vault.opened_with(opener, found)
        _compare(room / DATABASE, opened.database_key, manifest, backup)
        with _engines(room / DATABASE, opened.database_key) as engines:
            admit(engines, opened)
        vault.write(room, found, opened.database_key)
        return _switch(room, folder, now)


def keys_from(backup: Path, folder: Path, opener: vault.Opener) -> None:
    """Give a college whose key files are both damaged the keys of one of its backups.

    Raises:
        BadBackup: the backup is not whole, or is of another college.
        UserError: the password is wrong, or the folder cannot be written to.
    """
    with writing(folder), tempfile.TemporaryDirectory(prefix=_RESTORING, dir=folder) as made:
        found, _ = container.unpack(backup, Path(made))
        opened = vault.opened_with(opener, found)
        try:
            checks.look(folder / DATABASE, opened.database_key)
        except Damaged as error:
            raise _unlike(backup) from error
        vault.write(folder, found, opened.database_key)


def _switch(room: Path, folder: Path, now: datetime) -> Path | None:
    """Move the old files aside and the new ones in, or leave everything as it was.

    The database goes first and comes last: killed in between, the folder says that a restore
    was interrupted, and never pairs a database with another's log or keys.
    """
    folder.mkdir(exist_ok=True)
    old = [one for one in folder.iterdir() if one.name.startswith((DATABASE, KEYS))]
    aside = _unused(folder, f"{ASIDE} {now.astimezone(UTC).strftime(STAMP)}")
    if old:
        aside.mkdir()
    old.sort(key=lambda one: one.name != DATABASE)
    moves = [(one, aside / one.name) for one in old]
    moves += [(room / name, folder / name) for name in (KEYS, TWIN, DATABASE)]
    with ExitStack() as undo:
        for start, end in moves:
            start.rename(end)
            undo.callback(end.rename, start)
        undo.pop_all()
    for touched in (*([aside] if old else []), folder, folder.parent):
        sync_folder(touched)
    return aside if old else None


def _copied(engine: Engine, target: Path, key: bytes) -> tuple[int, dict[str, int], str]:
    """Copy one moment of the database to *target*; what that moment held."""
    with plain_sentences(), engine.connect() as connection, connection.begin():
        counted = _counted(connection)
        copy = raw_connection(target, key, mode="rwc")
        try:
            connection.connection.driver_connection.backup(copy)  # type: ignore[union-attr]
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, with no log beside it
        finally:
            copy.close()
    return counted


def _counted(connection: Connection) -> tuple[int, dict[str, int], str]:
    """Schema version, rows of each table and the newest mark of the trail."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).scalars()
    rows = {
        name: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one())  # noqa: S608
        for name in sorted(names)
    }
    head = b""
    if rows.get("trail"):
        newest = "SELECT mac FROM trail ORDER BY seq DESC LIMIT 1"
        head = connection.exec_driver_sql(newest).scalar_one()
    return user_version(connection), rows, head.hex()


def _require_same(packed: Path, room: Path, key: bytes) -> None:
    """The restore drill: open what was packed, from its own copy."""
    _, manifest = container.unpack(packed, room)
    _compare(room / DATABASE, key, manifest, packed)


def _compare(database: Path, key: bytes, manifest: Manifest, backup: Path) -> None:
    try:
        with plain_sentences(), _engines(database, key) as engines:
            with engines.reader.begin() as connection:
                wrong = checks.findings(connection)
                counted = _counted(connection)
            wrong += checks.page_findings(engines, database)
    except Damaged as error:
        raise _unlike(backup) from error
    if wrong or counted != (manifest.schema_version, manifest.rows, manifest.trail_head):
        raise _unlike(backup)


@contextmanager
def _engines(database: Path, key: bytes) -> Iterator[Engines]:
    engines = connect(database, key)
    try:
        yield engines
    finally:
        engines.dispose()


def _unlike(backup: Path) -> BadBackup:
    return BadBackup(
        f"{backup.name} does not hold what it says it holds, so it was not used. Choose another "
        "backup."
    )


def free_name(folder: Path, name: str) -> Path:
    """Where in *folder* a backup called *name* can be written."""
    return _unused(folder, name, ENDING)


def _unused(folder: Path, name: str, ending: str = "") -> Path:
    path, number = folder / f"{name}{ending}", 1
    while path.exists():
        number += 1
        path = folder / f"{name} ({number}){ending}"
    return path


@contextmanager
def _room_made(parent: Path) -> Iterator[Path]:
    """A folder inside *parent*, which a new user of a computer may not have yet."""
    parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=_RESTORING, dir=parent) as made:
        yield Path(made)
