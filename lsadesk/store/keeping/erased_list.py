"""Who was erased, beside the file: so that going back to an earlier copy forgets no erasure.

The list has a number, a day and a mark of number and name that only this college's key makes:
it says nothing by itself, and fits nobody who was given the same number later. The file keeps
the same marks, and the list is made whole from them at every sign-in.
"""

import hmac
import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from enum import StrEnum
from pathlib import Path

from sqlalchemy import select

from lsadesk.store.durable import replace_file
from lsadesk.store.rows import ErasureRow
from lsadesk.store.work import Reading, Store

FILE = "college.erased"
_PURPOSE = "lsadesk erased 1"


class Whose(StrEnum):
    """Whose number and name a mark is of."""

    PERSON = "person"
    LEARNER = "learner"


def key_of(store: Store, reading: Reading) -> bytes:
    """The key of the marks; it is the same in every copy of this college."""
    return store.chain_key(reading, _PURPOSE)


def mark(key: bytes, whose: Whose, number: int, name: str) -> str:
    """What stands on the list for whoever has that number and name."""
    return hmac.digest(key, f"{whose} {number} {name}".encode(), "sha256").hex()


def remember(folder: Path, reading: Reading) -> None:
    """Write beside the file what it knows of erasures and the list does not.

    Where the list cannot be read or written now, that is for the next sign-in.
    """
    rows = reading.session.execute(
        select(ErasureRow.mark, ErasureRow.erased_on).where(ErasureRow.mark != "")
    )
    with suppress(OSError):
        listed = _read(folder)
        known = listed | {marked: day for marked, day in rows if marked not in listed}
        if known != listed:
            lines = {marked: day.isoformat() for marked, day in known.items()}
            replace_file(folder / FILE, json.dumps(lines).encode(), json.loads)


def back_again(folder: Path, key: bytes, whose: Whose, names: Mapping[int, str]) -> dict[int, date]:
    """Those of *names*, by number, who were erased before, and when.

    An earlier copy brought them back.
    """
    erased = _read(folder)
    if not erased:
        return {}
    marked = {number: mark(key, whose, number, name) for number, name in names.items()}
    return {number: erased[each] for number, each in marked.items() if each in erased}


def _read(folder: Path) -> dict[str, date]:
    """The marks with their days; of a list that is damaged, none: `remember` writes it anew."""
    try:
        lines = json.loads((folder / FILE).read_bytes())
        return {marked: date.fromisoformat(day) for marked, day in lines.items()}
    except (FileNotFoundError, ValueError, AttributeError, TypeError):
        return {}
