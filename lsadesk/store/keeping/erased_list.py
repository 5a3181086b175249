"""Who was erased, beside the file: so that going back to an earlier copy forgets no erasure.

The list has a number, a day and a mark of number and name that only this college's key makes:
it says nothing by itself, and fits nobody who was given the same number later. The file keeps
the same marks. At every sign-in each is made whole from the other: the list for an earlier copy
that comes into its place, the file for a copy of it that goes to another computer.
"""

import hmac
import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from enum import StrEnum
from pathlib import Path

from sqlalchemy import select

from lsadesk.store import settings
from lsadesk.store.durable import replace_file
from lsadesk.store.rows import ErasureRow
from lsadesk.store.work import Reading, Store, Work

FILE = "college.erased"
_PURPOSE = "lsadesk erased 1"
_CARRIED = "erased after this copy"


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
    with suppress(OSError):
        listed = _read(folder)
        missing = _not_in(listed, _in_file(reading))
        if missing:
            replace_file(folder / FILE, json.dumps(_lines(listed | missing)).encode(), json.loads)


def carry(folder: Path, work: Work) -> None:
    """Note in the file what the list knows of erasures and an earlier copy of it does not.

    Where the list cannot be read now, that is for the next sign-in.
    """
    with suppress(OSError):
        if missing := _not_in(_in_file(work), _read(folder)):
            carried = settings.setting(work, _CARRIED, {})
            settings.set_setting(work, _CARRIED, carried | _lines(missing))


def back_again(
    reading: Reading, key: bytes, whose: Whose, names: Mapping[int, str]
) -> dict[int, date]:
    """Those of *names*, by number, who were erased before, and when; *reading* is of the college.

    An earlier copy brought them back.
    """
    erased = _in_file(reading)
    if not erased:
        return {}
    marked = {number: mark(key, whose, number, name) for number, name in names.items()}
    return {number: erased[each] for number, each in marked.items() if each in erased}


def _in_file(reading: Reading) -> dict[str, date]:
    """The marks that the file keeps: of its own erasures, and of those that it was told of."""
    rows = reading.session.execute(
        select(ErasureRow.mark, ErasureRow.erased_on).where(ErasureRow.mark != "")
    )
    own = {row.mark: row.erased_on for row in rows}
    return _dated(settings.setting(reading, _CARRIED, {})) | own


def _not_in(known: Mapping[str, date], others: Mapping[str, date]) -> dict[str, date]:
    return {marked: day for marked, day in others.items() if marked not in known}


def _lines(marks: Mapping[str, date]) -> dict[str, str]:
    return {marked: day.isoformat() for marked, day in marks.items()}


def _dated(lines: Mapping[str, str]) -> dict[str, date]:
    return {marked: date.fromisoformat(day) for marked, day in lines.items()}


def _read(folder: Path) -> dict[str, date]:
    """The marks with their days; of a list that is damaged, none: `remember` writes it anew."""
    try:
        return _dated(json.loads((folder / FILE).read_bytes()))
    except (FileNotFoundError, ValueError, AttributeError, TypeError):
        return {}
