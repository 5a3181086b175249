"""Kill a process in the middle of the long jobs: a new password or key, a copy, a migration.

After each kill somebody signs in, every backup on the shelf is opened from its own copy, and
nothing that was there before may be missing.
"""

import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from benchmarks.faults.flips import LOGIN, QUICK, SECRET, make_college
from lsadesk.errors import UserError
from lsadesk.store import college_file
from lsadesk.store.backups import shelves
from lsadesk.store.college_file import Unlocked
from lsadesk.store.database import Engines, set_user_version
from lsadesk.store.layout import BACKUPS, college_name
from lsadesk.store.sealing import vault
from lsadesk.store.sealing.keyfile import KeyFile
from lsadesk.store.sealing.keys import Opened, WrongSecret

OTHER_SECRET = "lane-8"
KEPT = "quiet room"
ROWS = 300


@dataclass(slots=True)
class Outcome:
    """What so many kills in one job did. *repeated*: restores that had to be done again."""

    job: str
    kills: int = 0
    repeated: int = 0
    broken: list[str] = field(default_factory=list)


def run(job: str, kills: int, folder: Path, seed: int = 13) -> Outcome:
    """Kill the job of that name that often, each at a random moment; look after each."""
    moments = random.Random(seed)  # noqa: S311
    college = folder / "Interrupted.lsadesk"
    make_college(college)
    _remember(college)
    saved = _saved(college, folder)
    outcome = Outcome(job)
    for _ in range(kills):
        _kill_during(lambda: JOBS[job](college, saved), moments.uniform(0.0, LASTS.get(job, 0.03)))
        outcome.kills += 1
        problem = _problem(college)
        if problem and "Restore the backup again" in problem:
            outcome.repeated += 1
            college_file.restore(saved, college, vault.by_secret(LOGIN, SECRET), _now())
            problem = _problem(college)
        if problem:
            outcome.broken.append(problem)
        _only_newest_backup(college)
    return outcome


def _new_password(college: Path, _saved: Path) -> None:
    for old, new in ((SECRET, OTHER_SECRET), (OTHER_SECRET, SECRET)):
        opened = vault.by_secret(LOGIN, old)(vault.read(college))
        vault.set_secret(college, opened, new, QUICK)


def _back_up(college: Path, _saved: Path) -> None:
    unlocked = _open(college)
    while True:
        unlocked.back_up(_now())


def _restore(college: Path, saved: Path) -> None:
    while True:
        college_file.restore(saved, college, vault.by_secret(LOGIN, SECRET), _now())


def _change_key(college: Path, _saved: Path) -> None:
    """The key of the whole file, as after somebody has left."""
    found = vault.read(college)
    opened = vault.by_secret(LOGIN, SECRET)(found)
    if opened.former_key is None:
        vault.write(college, replace(found, is_rekey_due=True), opened.database_key)
    _open(college).close()


def _migrate(college: Path, _saved: Path) -> None:
    """A migration and back again: a table is made anew, filled from the old and renamed."""
    unlocked = _open(college)
    while True:
        with unlocked.engines.writer.begin() as connection:
            for statement in _REMADE:
                connection.execute(text(statement))
            set_user_version(connection, 1)


_REMADE = (
    "CREATE TABLE remade (key VARCHAR NOT NULL PRIMARY KEY, value VARCHAR NOT NULL)",
    "INSERT INTO remade SELECT key, value FROM setting",
    "DROP TABLE setting",
    "ALTER TABLE remade RENAME TO setting",
)

JOBS: dict[str, Callable[[Path, Path], None]] = {
    "new password": _new_password,
    "backup": _back_up,
    "restore": _restore,
    "migration": _migrate,
    "change of key": _change_key,
}
LASTS = {"change of key": 0.15}  # seconds; the others are over, and begun again, sooner


def _kill_during(job: Callable[[], None], after: float) -> None:
    heard, mouth = os.pipe()
    worker = os.fork()
    if worker == 0:
        os.write(mouth, b"!")
        try:
            while True:
                job()
        finally:
            os._exit(1)
    os.close(mouth)
    with os.fdopen(heard, "rb") as pipe:
        pipe.read(1)
        time.sleep(after)
        os.kill(worker, signal.SIGKILL)
        os.waitpid(worker, 0)


def _problem(college: Path) -> str | None:
    """What is wrong with the college or one of its backups, if anything."""
    try:
        unlocked = _open(college)
        try:
            if _remembered(unlocked.engines) != [KEPT] * ROWS:
                return "records are missing"
            wrong = college_file.check(unlocked)
        finally:
            unlocked.close()
        for path in (college / BACKUPS).glob("*"):
            _drill(path)
    except UserError as error:
        return str(error)
    return "; ".join(wrong) or None


def _drill(path: Path) -> None:
    """Restore a backup to a place of its own; leftovers of a killed one are not backups."""
    if path.suffix != shelves.ENDING:
        raise UserError(f"{path.name} was left behind")
    with tempfile.TemporaryDirectory(prefix="lsadesk-drill") as made:
        restored = Path(made) / "Drill.lsadesk"
        college_file.restore(path, restored, _either, _now())


def _open(college: Path) -> Unlocked:
    secret = _working_secret(vault.read(college))
    return college_file.unlock(college, LOGIN, secret, schema_version=1, migrate=_never)


def _either(found: KeyFile) -> Opened:
    return vault.by_secret(LOGIN, _working_secret(found))(found)


def _working_secret(found: KeyFile) -> str:
    """Whichever password the kill left in force."""
    try:
        vault.by_secret(LOGIN, SECRET)(found)
    except WrongSecret:
        return OTHER_SECRET
    return SECRET


def _never(_engines: Engines, _version: int) -> None:
    raise AssertionError("a half migrated file")


def _remember(college: Path) -> None:
    unlocked = _open(college)
    with unlocked.engines.writer.begin() as connection:
        for number in range(ROWS):
            values = {"key": str(number), "value": KEPT}
            connection.execute(text("INSERT INTO setting VALUES (:key, :value)"), values)
    unlocked.close()


def _remembered(engines: Engines) -> list[str]:
    with engines.reader.connect() as connection:
        return list(
            connection.execute(
                text("SELECT value FROM setting WHERE key NOT LIKE 'trail%'")
            ).scalars()
        )


def _saved(college: Path, folder: Path) -> Path:
    to = folder / f"{college_name(college)}{shelves.ENDING}"
    unlocked = _open(college)
    unlocked.back_up_to(to, _now())
    unlocked.close()
    return to


def _only_newest_backup(college: Path) -> None:
    for path in sorted((college / BACKUPS).glob("*"))[:-1]:
        path.unlink()


def _now() -> datetime:
    return datetime.now(UTC)


def main() -> None:
    """`python -m benchmarks.faults.interrupted JOB KILLS SEED`: the outcome as JSON."""
    with tempfile.TemporaryDirectory(prefix="lsadesk-interrupted") as made:
        print(json.dumps(asdict(run(sys.argv[1], int(sys.argv[2]), Path(made), int(sys.argv[3])))))


if __name__ == "__main__":
    main()
