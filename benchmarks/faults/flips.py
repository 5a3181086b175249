"""Flip bits in a college's files and see whether opening it notices."""

import random
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from lsadesk.store import college_file, schema
from lsadesk.store.database import Damaged
from lsadesk.store.layout import DATABASE
from lsadesk.store.sealing.keyfile import Effort

QUICK = Effort(passes=1, memory=8192)
LOGIN, SECRET = "pat", "harbour-7"


@dataclass(slots=True)
class Outcome:
    """What so many damaged files did; *missed* are the places where nothing was noticed."""

    files: int = 0
    noticed: int = 0
    missed: list[int] = field(default_factory=list)


def run(files: int, folder: Path, seed: int = 3) -> Outcome:
    """Flip one bit at that many random places of a closed college's database, one at a time."""
    chance = random.Random(seed)  # noqa: S311
    college = folder / "Flipped.lsadesk"
    make_college(college)
    database = college / DATABASE
    whole = database.read_bytes()
    outcome = Outcome()
    for _ in range(files):
        place = chance.randrange(len(whole))
        database.write_bytes(flipped(whole, place, chance.randrange(8)))
        outcome.files += 1
        if _is_noticed(college):
            outcome.noticed += 1
        else:
            outcome.missed.append(place)
    return outcome


def make_college(folder: Path) -> None:
    """A closed college file that opens with `LOGIN` and `SECRET` at next to no effort."""
    created = college_file.create(
        folder,
        owner_login=LOGIN,
        secret=SECRET,
        schema_version=schema.SCHEMA_VERSION,
        initialise=schema.initialise,
        effort=QUICK,
    )
    created.unlocked.close()


def open_college(folder: Path) -> college_file.Unlocked:
    """Sign in as its owner."""
    return college_file.unlock(
        folder, LOGIN, SECRET, schema_version=schema.SCHEMA_VERSION, migrate=schema.migrate
    )


def flipped(whole: bytes, place: int, bit: int) -> bytes:
    """*whole* with one bit the other way."""
    return whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :]


def _is_noticed(college: Path) -> bool:
    try:
        open_college(college).close()
    except Damaged:
        return True
    return False


def main(files: int) -> Outcome:
    """The run in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="lsadesk-flips") as made:
        return run(files, Path(made))
