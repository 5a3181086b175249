"""Which databases nobody has touched since this very program closed them whole.

Every page is read before a college opens. On a shared computer people sign in one after the
other, and what is on the disk exactly as it was closed a moment ago need not be read again
while somebody waits. After a day it is: a disk can spoil what nobody writes to.
"""

import time
from dataclasses import dataclass
from pathlib import Path

GOOD_FOR = 24 * 60 * 60.0  # seconds


@dataclass(frozen=True, slots=True)
class _Looks:
    """What any change of the file would change too."""

    number: int
    size: int
    written_ns: int


_read_at: dict[Path, float] = {}
_left: dict[Path, _Looks] = {}


def read_whole(database: Path) -> None:
    """Every page of *database* was read just now, and all was well."""
    _read_at[database.absolute()] = time.time()


def closed(database: Path) -> None:
    """*database* was closed in order just now."""
    try:
        _left[database.absolute()] = _looks(database)
    except OSError:
        _left.pop(database.absolute(), None)


def is_as_left(database: Path) -> bool:
    """Whether *database* was read whole within a day and looks as it did when it was closed."""
    path = database.absolute()
    if path not in _left or not 0 <= time.time() - _read_at.get(path, 0.0) < GOOD_FOR:
        return False
    log = database.with_name(database.name + "-wal")
    try:
        return _looks(database) == _left[path] and not (log.exists() and log.stat().st_size)
    except OSError:
        return False


def distrust() -> None:
    """Something was met that is not whole: every database is read again."""
    _read_at.clear()


def _looks(database: Path) -> _Looks:
    found = database.stat()
    return _Looks(found.st_ino, found.st_size, found.st_mtime_ns)
