"""Which backups lie where: on the college's own shelf, and on the one at its second place."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from lsadesk.errors import UserError
from lsadesk.store.backups import container, thinning
from lsadesk.store.backups.container import BadBackup
from lsadesk.store.database import plain_sentences
from lsadesk.store.durable import sync_folder
from lsadesk.store.layout import BACKUPS, college_name

ENDING = ".lsabackup"
COPYING = ".copying-"  # begins the name of what is not whole yet


def thin(folder: Path, now: datetime, *, keep: Path | None = None) -> None:
    """Delete the backups in the college's own folder that are not worth keeping any more.

    *keep* is needed still, whatever its age.
    """
    _thin(folder / BACKUPS, now, keep)


def newest_made(folder: Path) -> datetime | None:
    """When the newest backup in the college's own folder was made; None where there is none."""
    newest = newest_here(folder)
    return None if newest is None else newest[1]


def heads_here(folder: Path) -> frozenset[bytes]:
    """The newest mark of the trail in each backup of the college's own folder."""
    found = set()
    for path in (folder / BACKUPS).glob(f"*{ENDING}"):
        with suppress(BadBackup, OSError, ValueError):
            found.add(bytes.fromhex(container.read_manifest(path).trail_head))
    return frozenset(found)


def newest_here(folder: Path) -> tuple[Path, datetime] | None:
    """The newest backup in the college's own folder, and when it was made."""
    return max(_dated(folder / BACKUPS).items(), key=lambda one: one[1], default=None)


def newest_there(place: Path, folder: Path) -> tuple[Path, datetime] | None:
    """The newest backup of *folder*'s college at the second *place*, and when it was made.

    Raises:
        UserError: the place is not there: a stick that is not plugged in, say.
    """
    if not place.is_dir():
        raise _away(place)
    dated = _dated(_shelf_at(place, folder))
    return max(dated.items(), key=lambda one: one[1], default=None)


def take_to(place: Path, folder: Path, now: datetime) -> Path:
    """A copy of the newest backup of *folder*'s college at *place*, compared before it counts.

    What stood there stays until the new one is whole; old ones are thinned.

    Raises:
        UserError: the place is not there, is full, or did not keep what was written.
    """
    dated = _dated(folder / BACKUPS)
    newest = max(dated, key=dated.__getitem__)
    if not place.is_dir():
        raise _away(place)
    shelf = _shelf_at(place, folder)
    with writing(place):
        clear_place(place, folder)
        shelf.mkdir(exist_ok=True)
        target, half = shelf / newest.name, shelf / f"{COPYING}{newest.name}"
        for left in shelf.glob(f"{COPYING}*"):  # by a stick that was pulled out
            left.unlink()
        if not target.exists():
            _copied_file(newest, half)
            half.replace(target)
            sync_folder(shelf)
        _thin(shelf, now)
    return target


def clear_place(place: Path, folder: Path) -> None:
    """Delete what a killed copy of *folder*'s college left at *place*; others' are left alone."""
    for left in place.glob(f"{COPYING}*"):
        if left.name.partition(" ")[2] == college_name(folder):
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def writing(where: Path) -> Iterator[None]:
    """Around what writes to *where*.

    Raises:
        UserError: nothing could be written there.
    """
    try:
        with plain_sentences():
            yield
    except OSError as error:
        raise UserError(
            f"Nothing could be written to {where}: the disk is full, gone or write-protected. "
            "The college file itself is as it was."
        ) from error


def _copied_file(source: Path, target: Path) -> None:
    with source.open("rb") as found, target.open("wb") as written:
        shutil.copyfileobj(found, written, 1 << 20)
        written.flush()
        os.fsync(written.fileno())
    if container.sha256(source) != container.sha256(target):
        target.unlink(missing_ok=True)
        raise UserError(
            f"What was written to {target.parent} is not what was read back. Use another disk."
        )


def _shelf_at(place: Path, folder: Path) -> Path:
    return place / f"{college_name(folder)} copies"


def _away(place: Path) -> UserError:
    return UserError(f"{place} is not there now. Plug it in or choose another place.")


def _thin(shelf: Path, now: datetime, keep: Path | None = None) -> None:
    dated = _dated(shelf)
    unwanted = thinning.to_drop(dated.values(), now)
    for path, made in dated.items():
        if made in unwanted and path != keep:
            path.unlink(missing_ok=True)


def _dated(shelf: Path) -> dict[Path, datetime]:
    found = ((path, _made(path)) for path in shelf.glob(f"*{ENDING}"))
    return {path: made for path, made in found if made is not None}


def _made(backup: Path) -> datetime | None:
    try:
        return container.read_manifest(backup).made
    except (BadBackup, OSError):
        return None
