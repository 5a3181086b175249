"""Cut the power at a random moment of a recorded run, many times, and look what is left.

The disk is the worst that its contract allows: what was synced stays; of what was not, any
part may have arrived, in any order, torn at 512 bytes; names in the folder survive as an
ordered beginning of what was done to them.
"""

import json
import random
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.faults import workload
from benchmarks.faults.recording import Cut, Make, Operation, Remove, Said, Sync, Write, record
from lsadesk.store.sealing.keys import new_key

SECTOR = 512


@dataclass(slots=True)
class Outcome:
    """What so many power cuts did; *worst*: the most commits lost in one."""

    states: int = 0
    lost: int = 0
    worst: int = 0
    broken: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _File:
    durable: bytearray
    waiting: list[Write | Cut] = field(default_factory=list)


class Disk:
    """A folder on a disk with a cache, from its state before the run."""

    def __init__(self, folder: str, before: dict[str, bytes]) -> None:
        self.said = 0
        self._folder = folder
        self._now = {path: _File(bytearray(content)) for path, content in before.items()}
        self._names = dict(self._now)
        self._waiting: list[tuple[str, _File | None]] = []

    def do(self, operation: Operation) -> None:
        """Take one operation into the cache, or, for a sync, to the platter."""
        match operation:
            case Said(number):
                self.said = number
            case Make(path):
                if path not in self._now:
                    self._name(path, _File(bytearray()))
            case Remove(path):
                self._name(path, None)
            case Sync(path):
                self._sync(path)
            case Write() | Cut():
                if operation.path in self._now:
                    self._now[operation.path].waiting.append(operation)

    def after_power_cut(self, chance: random.Random) -> dict[str, bytes]:
        """What the platter holds when the power comes back."""
        names = dict(self._names)
        _rename(names, self._waiting[: chance.randint(0, len(self._waiting))])
        fate = chance.random()
        return {path: bytes(_survived(file, fate, chance)) for path, file in names.items()}

    def _name(self, path: str, file: _File | None) -> None:
        _rename(self._now, [(path, file)])
        self._waiting.append((path, file))

    def _sync(self, path: str) -> None:
        if path == self._folder:
            _rename(self._names, self._waiting)
            self._waiting = []
        elif path in self._now:
            file = self._now[path]
            for operation in file.waiting:
                _apply(file.durable, operation)
            file.waiting = []


def run(states: int, folder: Path, *, weakened: bool = False, seed: int = 11) -> Outcome:
    """Record one run of 60 commits, then cut its power at that many random moments."""
    chance = random.Random(seed)  # noqa: S311
    live, key = folder / "live", new_key()
    operations, before = _recorded(live, key, weakened=weakened)
    first = next(place for place, one in enumerate(operations) if isinstance(one, Said))
    outcome = Outcome()
    for _ in range(states):
        disk = Disk(str(live), before)
        for operation in operations[: chance.randint(first, len(operations))]:
            disk.do(operation)
        _judge(disk.after_power_cut(chance), disk.said, key, outcome)
    return outcome


def _recorded(
    live: Path, key: bytes, *, weakened: bool
) -> tuple[list[Operation], dict[str, bytes]]:
    live.mkdir()
    database = live / "college.lsadb"
    workload.prepare(database, key)
    before = {str(database): database.read_bytes()}
    said = live / "said"
    durability = "normal" if weakened else "full"
    workload_arguments = [str(database), key.hex(), "60", str(said), durability]
    arguments = ["-m", "benchmarks.faults.workload", *workload_arguments]
    return record(live, said, arguments), before


def _judge(left: dict[str, bytes], said: int, key: bytes, outcome: Outcome) -> None:
    outcome.states += 1
    with tempfile.TemporaryDirectory(prefix="lsadesk-cut") as made:
        for path, content in left.items():
            if not path.endswith(("-shm", "said")):
                (Path(made) / Path(path).name).write_bytes(content)
        verdict = workload.judge(Path(made) / "college.lsadb", key)
    if verdict.problem:
        outcome.broken.append(verdict.problem)
    elif verdict.last < said:
        outcome.lost += 1
        outcome.worst = max(outcome.worst, said - verdict.last)


def _rename(names: dict[str, _File], changes: Iterable[tuple[str, _File | None]]) -> None:
    for path, file in changes:
        if file is None:
            names.pop(path, None)
        else:
            names[path] = file


def _survived(file: _File, fate: float, chance: random.Random) -> bytearray:
    """The file with some of what was still waiting: all, nothing or any part of it."""
    content = bytearray(file.durable)
    for operation in file.waiting:
        arrived = fate < 0.25 or (fate > 0.4 and chance.random() < 0.5)
        if not arrived:
            continue
        torn = isinstance(operation, Write) and len(operation.data) > SECTOR
        if torn and chance.random() < 0.3:
            _tear(content, operation, chance)
        else:
            _apply(content, operation)
    return content


def _tear(content: bytearray, operation: Write | Cut, chance: random.Random) -> None:
    assert isinstance(operation, Write)
    for start in range(0, len(operation.data), SECTOR):
        if chance.random() < 0.5:
            part = operation.data[start : start + SECTOR]
            _apply(content, Write(operation.path, operation.at + start, part))


def _apply(content: bytearray, operation: Write | Cut) -> None:
    end = operation.size if isinstance(operation, Cut) else operation.at + len(operation.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if isinstance(operation, Cut):
        del content[end:]
    else:
        content[operation.at : end] = operation.data


def main() -> None:
    """`python -m benchmarks.faults.power_cuts CUTS SEED {full,weakened}`: the outcome as JSON."""
    with tempfile.TemporaryDirectory(prefix="lsadesk-cuts") as made:
        weakened = sys.argv[3] == "weakened"
        outcome = run(int(sys.argv[1]), Path(made), weakened=weakened, seed=int(sys.argv[2]))
    print(json.dumps(asdict(outcome)))


if __name__ == "__main__":
    main()
