"""What going back to an earlier copy moved aside: the files as they stood before, sealed as ever.

They are kept in case the copy was the wrong one. They also keep what is erased from then on, so
somebody has to be told of them, and be able to let them go.
"""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from lsadesk.errors import UserError
from lsadesk.store.backups.backup import STAMP
from lsadesk.store.layout import ASIDE

_DIGITS = len("2026-11-24 104200")


def set_aside(folder: Path) -> list[tuple[Path, datetime]]:
    """Each folder of files that was moved aside in the college's *folder*, the oldest first."""
    found = ((path, _moved(path)) for path in folder.glob(f"{ASIDE} *") if path.is_dir())
    return sorted(((path, at) for path, at in found if at is not None), key=lambda one: one[1])


def let_go(folder: Path) -> int:
    """Delete all of them; how many there were.

    Raises:
        UserError: one cannot be deleted. Those before it are gone.
    """
    found = set_aside(folder)
    for path, _ in found:
        try:
            shutil.rmtree(path)
        except OSError as error:
            raise UserError(
                f"“{path.name}” could not be deleted: a file in it may be open, or the folder may "
                "be read-only. Close other programs, then try again."
            ) from error
    return len(found)


def _moved(path: Path) -> datetime | None:
    stamp = path.name.removeprefix(f"{ASIDE} ")[:_DIGITS]
    try:
        return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
