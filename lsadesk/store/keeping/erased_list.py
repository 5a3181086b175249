"""Who was erased, beside the file: so that going back to an earlier copy forgets no erasure.

The list has a number, a day and a mark of number and name that only this college's key makes:
it says nothing by itself, and fits nobody who was given the same number later.
"""

import hmac
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lsadesk.domain.staff.people import Person, PersonId
from lsadesk.store.durable import replace_file
from lsadesk.store.work import Reading, Store

FILE = "college.erased"
_PURPOSE = "lsadesk erased 1"


def key_of(store: Store, reading: Reading) -> bytes:
    """The key of the marks; it is the same in every copy of this college."""
    return store.chain_key(reading, _PURPOSE)


def add(folder: Path, key: bytes, person: PersonId, name: str, day: date) -> None:
    """Note beside the file that *person*, of that *name*, was erased on *day*."""
    lines = [*_read(folder), (int(person), day.isoformat(), _mark(key, person, name))]
    replace_file(folder / FILE, json.dumps(lines).encode(), json.loads)


def back_again(folder: Path, key: bytes, people: Iterable[Person]) -> dict[PersonId, date]:
    """Those of *people* who were erased before, and when: an earlier copy brought them back."""
    erased = {(number, mark): date.fromisoformat(day) for number, day, mark in _read(folder)}
    marked = {each.id: (int(each.id), _mark(key, each.id, each.name)) for each in people}
    return {person: erased[mark] for person, mark in marked.items() if mark in erased}


def _read(folder: Path) -> list[tuple[int, str, str]]:
    path = folder / FILE
    if not path.exists():
        return []
    return [(number, day, mark) for number, day, mark in json.loads(path.read_bytes())]


def _mark(key: bytes, person: PersonId, name: str) -> str:
    return hmac.digest(key, f"{person} {name}".encode(), "sha256").hex()
