"""Writing a file whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lsadesk.errors import UserError


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """A temporary path beside *target* that takes its place when the block ends well.

    If anything fails, an older file of that name is still there, whole; what the person
    can mend (no room, no such folder, open in another program) is said as a `UserError`.
    """
    try:
        draft = _draft_beside(target)
    except OSError as failure:
        raise UserError(_sentence(target, failure)) from failure
    try:
        yield draft
        _settle(draft)
        draft.replace(target)
    except OSError as failure:
        raise UserError(_sentence(target, failure)) from failure
    finally:
        draft.unlink(missing_ok=True)


def _draft_beside(target: Path) -> Path:
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only")
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    os.close(handle)
    draft = Path(name)
    draft.chmod(0o644)  # mkstemp makes it unreadable for those the report is meant for
    return draft


def _settle(draft: Path) -> None:
    """Have the disk confirm it: a disk that is full may only say so here."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _sentence(target: Path, failure: OSError) -> str:
    if failure.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"There is no room on the disk for {target.name}; free some space and try again."
    if failure.errno in (errno.ENOENT, errno.ENOTDIR):
        return f"The folder {target.parent} is not there; choose another place to save."
    return (
        f"{target.name} could not be saved: it may be open in another program, or the folder "
        "may not allow it. Close it there or choose another place, then try again."
    )
