"""The college file against the disk and the key derivation themselves."""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from nacl import pwhash

from lsadesk.domain.auditing.skills import Level, Rating, SkillId, View
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails, PersonId
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import college
from lsadesk.store import settings
from lsadesk.store.auditing import skills
from lsadesk.store.database import PRAGMAS, raw_connection
from lsadesk.store.sealing import vault
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry

SECRET = "correct horse"
ROUNDS = 15


def measure() -> Iterator[tuple[str, float, float, float]]:
    """Name, seconds, floor's seconds and the budgeted ratio."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name) / "Bench.lsadesk"
        made = college.new_college(folder, college="Bench", owner="owner", secret=SECRET)
        desk = made.desk
        person, wanted = _fill(desk)
        turns = iter(range(10_000))
        for what, work, rounds, budget in (
            ("durable encrypted commit with its trail line", lambda: _commit(desk), 200, 2.0),
            ("one answer kept", lambda: _answer(desk, person), 100, 5.0),
            (
                "an appraisal of 150 ratings kept",
                lambda: _appraise(desk, person, wanted, next(turns)),
                50,
                30.0,
            ),
        ):
            floor, ours = in_turn(lambda: write_4k(Path(name)), work, rounds)
            yield what, ours, floor, budget
        with closing(raw_connection(Path(name) / "bare.db", os.urandom(32), mode="rwc")) as driver:
            floor, ours = in_turn(_bare(driver), lambda: _commit(desk), 200)
            yield "the same commit, by SQLCipher's driver alone", ours, floor, 2.0
        yield from _backups(desk, folder, Path(name))
        desk.close()
        yield from _unlock(folder)


def _unlock(folder: Path) -> Iterator[tuple[str, float, float, float]]:
    effort = vault.read(folder).slots[0].effort
    salt = os.urandom(pwhash.argon2id.SALTBYTES)

    def derive() -> None:
        pwhash.argon2id.kdf(32, SECRET.encode(), salt, effort.passes, effort.memory)

    floor, ours = in_turn(derive, lambda: college.unlock(folder, "owner", SECRET).close(), ROUNDS)
    yield "unlock and close, key derivation alone", ours, floor, 1.3


def _backups(desk: Desk, folder: Path, room: Path) -> Iterator[tuple[str, float, float, float]]:
    def copy() -> None:
        with (folder / "college.lsadb").open("rb") as source, (room / "copy").open("wb") as target:
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())

    def back_up() -> None:
        (room / "b.lsabackup").unlink(missing_ok=True)
        desk.unlocked.back_up_to(room / "b.lsabackup", datetime.now(UTC))

    desk.unlocked.back_up_to(room / "first.lsabackup", datetime.now(UTC))
    floor, ours = in_turn(copy, back_up, ROUNDS)
    yield "backup, reopened and verified", ours, floor, 25.0


def _fill(desk: Desk) -> tuple[PersonId, list[SkillId]]:
    """500 people rated in 150 skills; the last of them, and the skills."""
    with desk.store.begin() as work:
        wanted = [skills.skill_named(work, f"Skill {number}") for number in range(150)]
        for number in range(500):
            details = PersonDetails(forename="Person", surname=f"{number}")
            person = people.add(work, details)
            skills.rate(work, [_rating(person, skill, number % 5) for skill in wanted])
        work.row_changes.clear()
        work.commit(Entry("filled", Kind.RATING))
    return person, wanted


def _rating(person: PersonId, skill: SkillId, level: int) -> Rating:
    return Rating(person=person, skill=skill, value=Level(level), view=View.APPRAISER)


def _commit(desk: Desk) -> None:
    with desk.store.begin() as work:
        settings.set_setting(work, "bench", perf_counter())
        work.commit(Entry("changed", Kind.COLLEGE))


def _bare(driver: Any) -> Callable[[], object]:
    """The same pages as `_commit` writes, by the same recipe, with nothing of ours around it."""
    for pragma in PRAGMAS:
        driver.execute(f"PRAGMA {pragma}")
    driver.execute("CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT)")
    driver.execute("CREATE TABLE line (seq INTEGER PRIMARY KEY, words TEXT)")
    driver.execute("INSERT INTO setting VALUES ('bench', ''), ('head', '')")

    def commit() -> None:
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("UPDATE setting SET value = ? WHERE key = 'bench'", [str(perf_counter())])
        driver.execute("INSERT INTO line (words) VALUES (?)", [os.urandom(60).hex()])
        driver.execute("UPDATE setting SET value = ? WHERE key = 'head'", [os.urandom(32).hex()])
        driver.execute("COMMIT")

    return commit


def _answer(desk: Desk, person: PersonId) -> None:
    with desk.store.begin() as work:
        settings.set_setting(work, f"answer {person}", perf_counter())
        work.commit(Entry("answered", Kind.DRAFT, person))


def _appraise(desk: Desk, person: PersonId, wanted: list[SkillId], turn: int) -> None:
    with desk.store.begin() as work:
        skills.rate(work, [_rating(person, skill, turn % 5) for skill in wanted])
        work.commit(Entry("rated", Kind.RATING, person))


def write_4k(room: Path) -> None:
    """One page on the disk, as durable as it gets: the least that keeping anything costs."""
    handle = os.open(room / "floor", os.O_WRONLY | os.O_CREAT)
    os.pwrite(handle, os.urandom(4096), 0)
    os.fdatasync(handle)
    os.close(handle)


def in_turn(
    floor: Callable[[], object],
    ours: Callable[[], object],
    rounds: int,
    before: Callable[[], object] = lambda: None,
) -> tuple[float, float]:
    """The medians of both, run turn about so that other load meets both alike.

    *before* is done ahead of each round and not measured. Unused objects are not looked for
    meanwhile, as in the window, which does that between two pieces of work.
    """
    pairs = []
    gc.disable()
    for _ in range(rounds):
        before()
        pairs.append((_once(floor), _once(ours)))
    gc.enable()
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def _once(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
