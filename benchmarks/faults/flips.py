"""Flip bits in a college's files and see whether opening it notices."""

import json
import random
import shutil
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.faults.small_college import newest_good
from lsadesk.store import college_file, schema
from lsadesk.store.database import Damaged
from lsadesk.store.layout import DATABASE
from lsadesk.store.sealing import vault
from lsadesk.store.sealing.keyfile import Effort

QUICK = Effort(passes=1, memory=8192)
LOGIN, SECRET = "pat", "harbour-7"


@dataclass(slots=True)
class Outcome:
    """What so many damaged files did; *missed* are the places where nothing was noticed.

    *named*: the sentence said what to do, *recovered*: the newest good copy took its
    place, and everybody was in it.
    """

    files: int = 0
    noticed: int = 0
    named: int = 0
    recovered: int = 0
    missed: list[int] = field(default_factory=list)


def run(files: int, folder: Path, seed: int = 3, *, recovers: bool = False) -> Outcome:
    """Flip one bit at that many random places of a closed college's database, one at a time.

    *recovers*: each time go back to the newest good copy, as the window offers.
    """
    chance = random.Random(seed)  # noqa: S311
    college = folder / "Flipped.lsadesk"
    make_college(college)
    unlocked = open_college(college)
    unlocked.back_up(datetime.now(UTC))
    unlocked.close()
    database = college / DATABASE
    whole = database.read_bytes()
    outcome = Outcome()
    for _ in range(files):
        place = chance.randrange(len(whole))
        database.write_bytes(flipped(whole, place, chance.randrange(8)))
        outcome.files += 1
        told = _told(college)
        outcome.noticed += bool(told)
        outcome.named += "restore the newest backup" in told
        if not told:
            outcome.missed.append(place)
        if recovers and told:
            outcome.recovered += _is_recovered(college)
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


def _told(college: Path) -> str:
    """What opening it says of the damage; "" where nothing was noticed."""
    try:
        open_college(college).close()
    except Damaged as error:
        return str(error)
    return ""


def _is_recovered(college: Path) -> bool:
    newest = newest_good(college)
    if newest is None:
        return False
    aside = college_file.restore(newest, college, vault.by_secret(LOGIN, SECRET), datetime.now(UTC))
    if aside is not None:
        shutil.rmtree(aside)
    unlocked = open_college(college)
    try:
        return college_file.check(unlocked) == []
    finally:
        unlocked.close()


def main() -> None:
    """`python -m benchmarks.faults.flips FLIPS SEED`: the outcome as JSON."""
    with tempfile.TemporaryDirectory(prefix="lsadesk-flips") as made:
        outcome = run(int(sys.argv[1]), Path(made), int(sys.argv[2]), recovers=True)
    print(json.dumps(asdict(outcome)))


if __name__ == "__main__":
    main()
