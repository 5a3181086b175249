"""Who has a college file open: information for people. Safety comes from SQLite's own locks."""

import getpass
import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from lsadesk.store.layout import LOCK


@dataclass(frozen=True, slots=True)
class Holder:
    """A session of the program: its process, computer and operating-system user.

    *login* is the account that is signed in.
    """

    pid: int
    host: str
    user: str
    since: str
    login: str = ""


def enter(folder: Path, login: str = "") -> Holder:
    """Say that this process is inside; entries of processes that died are dropped."""
    since = datetime.now(UTC).isoformat()
    me = Holder(os.getpid(), socket.gethostname(), _user(), since, login)
    _write(folder, [*inside(folder), me])
    return me


def leave(folder: Path, me: Holder) -> None:
    """Say that *me* is gone."""
    _write(folder, [holder for holder in inside(folder) if holder != me])


def inside(folder: Path) -> list[Holder]:
    """The sessions that still run. One of another computer does not: the disk was moved."""
    host = socket.gethostname()
    return [one for one in _read(folder) if one.host == host and _is_running(one.pid)]


def others_inside(folder: Path) -> list[Holder]:
    """The sessions of other processes that still run."""
    return [holder for holder in inside(folder) if holder.pid != os.getpid()]


def _read(folder: Path) -> list[Holder]:
    try:
        return [Holder(**entry) for entry in json.loads((folder / LOCK).read_bytes())]
    except (OSError, ValueError, TypeError):
        return []


def _write(folder: Path, holders: list[Holder]) -> None:
    """Replace the lock at once; without fsync, since it only matters while we run."""
    path, partial = folder / LOCK, folder / f"{LOCK}.{os.getpid()}"
    with suppress(OSError):  # a stick pulled out, a full disk: nobody is kept out or in by this
        if not holders:
            path.unlink(missing_ok=True)
            return
        partial.write_text(json.dumps([asdict(holder) for holder in holders]), encoding="utf-8")
        partial.replace(path)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"


def _is_running(pid: int) -> bool:
    if pid <= 0:  # no process: to the system, these are groups of them
        return False
    if sys.platform == "win32":  # os.kill would end the process there
        return _is_running_on_windows(pid)
    try:
        os.kill(pid, 0)
    except PermissionError:  # it runs, under somebody else's name
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True


def _is_running_on_windows(pid: int) -> bool:
    import ctypes

    may_wait, still_running, is_anothers = 0x0010_0000, 0x102, 5
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(may_wait, False, pid)
    if not handle:  # refused where it runs for another Windows user
        error: int = ctypes.get_last_error()  # type: ignore[attr-defined,unused-ignore]
        return error == is_anothers
    try:
        return bool(kernel.WaitForSingleObject(handle, 0) == still_running)
    finally:
        kernel.CloseHandle(handle)
