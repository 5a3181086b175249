"""What a college file is made of: a folder that people see as one thing with one name."""

import re
from dataclasses import dataclass
from pathlib import Path

from lsadesk.errors import UserError

SUFFIX = ".lsadesk"
DATABASE = "college.lsadb"
KEYS = "college.keys"
TWIN = "college.keys.twin"
LOCK = "college.lock"
GUESSES = "college.guesses"
BACKUPS = "backups"
ASIDE = "Before restoring"

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


@dataclass(frozen=True, slots=True)
class Closed:
    """A college file as it looks from outside: no key is needed to see this much."""

    folder: Path
    name: str
    logins: tuple[str, ...]


def folder_for(parent: Path, college: str) -> Path:
    """Where a college of that name lives inside *parent*."""
    name = _NOT_IN_NAMES.sub(" ", college).strip(" .")
    return parent / f"{' '.join(name.split()) or 'College'}{SUFFIX}"


def college_name(folder: Path) -> str:
    """The name that the folder shows to people."""
    return folder.name.removesuffix(SUFFIX)


def require_college(folder: Path) -> None:
    """Refuse a folder that is missing or is not a college file.

    Raises:
        UserError: says which of the two, or which part of the college file is gone.
    """
    if not folder.is_dir():
        raise UserError(
            f"There is no folder {folder}. If it is on a memory stick or another disk, "
            "plug that in; if it was moved, open it from its new place."
        )
    has_keys = (folder / KEYS).exists() or (folder / TWIN).exists()
    has_database = (folder / DATABASE).exists()
    if not has_database and any(folder.glob(f"{ASIDE}*")):
        raise UserError(
            f"Restoring {college_name(folder)} was interrupted. Restore the backup again; what was "
            f"there before is kept inside, under “{ASIDE} ...”."
        )
    if not has_keys and not has_database:
        raise UserError(
            f"{folder} is not a college file of LSA Desk. Choose the folder whose name ends "
            f"in {SUFFIX}."
        )
    if not has_database:
        raise UserError(
            f"The records are missing from {folder} ({DATABASE} is not there). Restore the "
            "newest backup."
        )
