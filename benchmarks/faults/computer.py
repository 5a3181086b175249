"""What the computer under a college does wrong, other than to end the program.

A disk runs full or takes no writing, an open file is lost, the clock jumps, a file is left half
written, a stick vanishes in the middle of a copy. Each time the college must open afterwards
with all that was said to be kept, and people must have been told in a sentence.
"""

import errno
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.faults import small_college, workload
from benchmarks.faults.small_college import OWNER, SECRET, Small
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import college, copies, moving
from lsadesk.operations.staff import people
from lsadesk.store.backups import shelves
from lsadesk.store.layout import DATABASE, KEYS, TWIN
from lsadesk.store.sealing.keys import new_key


@dataclass(slots=True)
class Outcome:
    """What so many faults of one kind did. *told*: refused in a sentence, nothing lost."""

    fault: str
    times: int = 0
    told: int = 0
    broken: list[str] = field(default_factory=list)
    left_out: str = ""


def run(fault: str, times: int, folder: Path, seed: int = 31) -> Outcome:
    """Have that fault so many times, each at a place or moment by chance."""
    outcome = Outcome(fault)
    chance = random.Random(seed)  # noqa: S311
    FAULTS[fault](outcome, chance, times, folder)
    return outcome


def _noted(desk: Desk, small: Small) -> int:
    note = people.person(desk, small.lsa).note
    return int(note) if note else 0


def _note(desk: Desk, small: Small, number: int) -> None:
    record = people.person(desk, small.lsa)
    people.change_person(desk, small.lsa, record.version, replace(record, note=f"{number}"))


def _require(outcome: Outcome, small: Small, number: int) -> None:
    """The college opens, is whole, and has *number* in it."""
    try:
        with closing(small.sit_down()) as desk:
            wrong = college.check(desk)
            if _noted(desk, small) != number:
                wrong.append(f"{number} was kept and is gone")
    except UserError as error:
        wrong = [str(error)]
    outcome.broken += wrong


def _told(outcome: Outcome, call: Callable[[], object]) -> bool:
    """Whether *call* was refused in a sentence; anything but a sentence is broken."""
    try:
        call()
    except UserError:
        outcome.told += 1
        return True
    except Exception as error:  # noqa: BLE001 - whatever is no sentence is what is looked for
        outcome.broken.append(f"{error!r:.200}")
        return True
    return False


def _full_disk(outcome: Outcome, chance: random.Random, times: int, folder: Path) -> None:
    for time in range(times):
        database, key = folder / f"{time}" / DATABASE, new_key()
        database.parent.mkdir()
        workload.prepare(database, key)
        limit = database.stat().st_size + chance.randint(20_000, 900_000)
        arguments = ["benchmarks.faults.full_disk", str(database), key.hex(), str(limit)]
        done = subprocess.run(
            [sys.executable, "-m", *arguments], check=True, capture_output=True, text=True
        )
        said = json.loads(done.stdout)
        verdict = workload.judge(database, key)
        outcome.times += 1
        outcome.told += "disk" in said["sentence"]
        if verdict.problem or verdict.last != said["said"]:
            outcome.broken.append(f"{verdict.problem} {verdict.last} of {said['said']}")
        shutil.rmtree(database.parent)


@contextmanager
def _disk(place: Path) -> Iterator[Callable[[str], None]]:
    """A disk of its own at *place*, and what mounts it anew ("ro", "rw")."""
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", str(place)], check=True)
    try:
        yield lambda how: _mounted_anew(place, how)
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def _mounted_anew(place: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(place)], check=True)


def _read_only(outcome: Outcome, _chance: random.Random, times: int, folder: Path) -> None:
    try:
        with _disk(folder / "disk") as mount:
            small = small_college.make(folder / "disk" / "Small.lsadesk")
            for number in range(1, times + 1):
                with closing(small.sit_down()) as desk:
                    _note(desk, small, number)
                mount("ro")
                outcome.times += 1
                if not _told(outcome, small.sit_down):
                    outcome.broken.append("signed in where nothing can be written")
                mount("rw")
                _require(outcome, small, number)
    except (OSError, subprocess.CalledProcessError):
        outcome.left_out = "a read-only disk can only be made by root on Linux"


def _lost_handles(outcome: Outcome, chance: random.Random, times: int, folder: Path) -> None:
    """The open files of the college are taken away under the program, in the middle of work."""
    small, kept = small_college.make(folder / "Small.lsadesk"), 0
    for _ in range(times):
        heard, mouth = os.pipe()
        worker = os.fork()
        if worker == 0:
            _work_without_handles(small, kept, chance.randint(1, 5), mouth)
        os.close(mouth)
        with os.fdopen(heard, "rb") as pipe:
            said = pipe.read()
        os.waitpid(worker, 0)
        outcome.times += 1
        outcome.told += said.endswith(b"told")
        if not said.endswith(b"told"):
            outcome.broken.append(said.decode(errors="replace")[-200:])
        kept += said.count(b".")
        _require(outcome, small, kept)


def _work_without_handles(small: Small, kept: int, lost_after: int, mouth: int) -> None:
    try:
        desk = small.sit_down()
        for number in range(kept + 1, kept + 20):
            if number - kept == lost_after:
                _lose_handles(small.folder)
            _note(desk, small, number)
            os.write(mouth, b".")
        os.write(mouth, b"went on without its files")
    except UserError:
        os.write(mouth, b"told")
    except BaseException as error:  # noqa: BLE001 - said to whoever judges
        os.write(mouth, f"{error!r:.150}".encode())
    finally:
        os._exit(0)


def _lose_handles(folder: Path) -> None:
    nothing = os.open(os.devnull, os.O_RDONLY)
    for handle in list(Path("/proc/self/fd").iterdir()):
        with suppress(OSError):
            if handle.readlink().is_relative_to(folder):
                os.dup2(nothing, int(handle.name))


def _same(at: datetime) -> datetime:
    return at


def _clock_jumps(outcome: Outcome, chance: random.Random, times: int, folder: Path) -> None:
    """Years forwards and back between changes: the trail stays whole, and copies are made."""
    small, now = small_college.make(folder / "Small.lsadesk"), datetime.now(UTC)
    for number in range(1, times + 1):
        at = now + timedelta(days=chance.choice([-1, 1]) * chance.randint(0, 9000))
        desk = college.unlock(small.folder, OWNER, SECRET, clock=partial(_same, at))
        outcome.times += 1
        with closing(desk):
            _note(desk, small, number)
            made = copies.keep_copy(desk)
            if made is None or not made.exists():
                outcome.broken.append(f"no copy of a change at {at:%Y}")
            else:
                outcome.told += 1
        _require(outcome, small, number)


def _half_written(outcome: Outcome, chance: random.Random, times: int, folder: Path) -> None:
    """Any one file cut short: said so, and got back from the twin or the newest good copy."""
    small = small_college.make(folder / "Small.lsadesk")
    with closing(small.sit_down()) as desk:
        _note(desk, small, 1)
        good = desk.unlocked.back_up(desk.store.clock())
        later = desk.unlocked.back_up(desk.store.clock() + timedelta(hours=1))
    whole = {each: each.read_bytes() for each in (small.folder / n for n in (DATABASE, KEYS, TWIN))}
    whole[later] = later.read_bytes()
    for _ in range(times):
        path = chance.choice(sorted(whole))
        path.write_bytes(whole[path][: chance.randrange(len(whole[path]))])
        outcome.times += 1
        if path == later:
            newest = small_college.newest_good(small.folder)
            if newest is None or newest != good:
                outcome.broken.append("a copy cut short was taken for a good one")
            outcome.told += 1
        elif path.name == DATABASE and _told(outcome, small.sit_down):
            newest = small_college.newest_good(small.folder)
            assert newest is not None
            aside = college.restore(newest, small.folder, OWNER, SECRET)
            assert aside is not None
            shutil.rmtree(aside)
        elif path.name == DATABASE:
            outcome.broken.append("a database cut short was opened")
        else:
            outcome.told += 1  # the twin has the same keys
        _require(outcome, small, 1)
        for each, content in whole.items():
            each.write_bytes(content)


def _vanishing_stick(outcome: Outcome, chance: random.Random, times: int, folder: Path) -> None:
    """The second place, or the stick of a move, goes in the middle of the copy to it."""
    small = small_college.make(folder / "Small.lsadesk")
    stick = folder / "stick"
    stick.mkdir()
    gone = _Gone(stick)
    with closing(small.sit_down()) as desk:
        copies.set_second_place(desk, stick)
        copies.take_to_second_place(desk)
        for number in range(1, times + 1):
            _note(desk, small, number)
            before = {each: each.read_bytes() for each in stick.rglob(f"[!.]*{shelves.ENDING}")}
            moves = chance.random() < 0.4
            copy = (
                partial(moving.move_out, desk, stick)
                if moves
                else partial(copies.take_to_second_place, desk)
            )
            with gone.after(chance.randint(1, 12)):
                refused = _told(outcome, copy)
            outcome.times += 1
            _look_at_stick(outcome, desk, before, refused=refused, moves=moves)
    _require(outcome, small, times)


def _look_at_stick(
    outcome: Outcome, desk: Desk, before: dict[Path, bytes], *, refused: bool, moves: bool
) -> None:
    altered = [each for each, content in before.items() if each.read_bytes() != content]
    if altered:
        outcome.broken.append("a copy that stood there was altered")
    if desk.moved is not None and refused:
        outcome.broken.append("the college was marked as moved without its copy")
    if desk.moved is not None:
        moving.take_up_again(desk)
    elif moves and not refused:
        outcome.broken.append("it was said to be moved, and is not")


class _Gone:
    """Whatever is done to a place fails from some moment on, as with a stick pulled out."""

    def __init__(self, place: Path) -> None:
        self._place = str(place)
        self._left: int | None = None
        sys.addaudithook(self._hear)

    @contextmanager
    def after(self, calls: int) -> Iterator[None]:
        """Let so many calls to the place succeed, then none, to the end of the block.

        Reading back what was written is a call too; a write into an open file is not.
        """
        self._left = calls
        try:
            yield
        finally:
            self._left = None

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._left is None or not event.startswith(("open", "os.", "shutil.", "tempfile.")):
            return
        if any(isinstance(one, str) and one.startswith(self._place) for one in arguments):
            self._left -= 1
            if self._left < 0:
                raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))


FAULTS: dict[str, Callable[[Outcome, random.Random, int, Path], None]] = {
    "full disk": _full_disk,
    "read-only disk": _read_only,
    "open files lost": _lost_handles,
    "clock jumps": _clock_jumps,
    "half-written file": _half_written,
    "stick that vanishes": _vanishing_stick,
}


def main() -> None:
    """`python -m benchmarks.faults.computer FAULT TIMES SEED`: the outcome as JSON."""
    with tempfile.TemporaryDirectory(prefix="lsadesk-computer") as made:
        print(json.dumps(asdict(run(sys.argv[1], int(sys.argv[2]), Path(made), int(sys.argv[3])))))


if __name__ == "__main__":
    main()
