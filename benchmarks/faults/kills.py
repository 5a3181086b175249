"""Kill a process that writes, at a random moment, again and again, and look what is left."""

import json
import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.faults import workload
from lsadesk.store.sealing.keys import new_key

ENDLESS = 1_000_000


@dataclass(slots=True)
class Outcome:
    """What so many kills did. *mid_write*: a log was left behind, so it was not idle."""

    kills: int = 0
    commits: int = 0
    mid_write: int = 0
    lost: int = 0
    broken: list[str] = field(default_factory=list)


def run(kills: int, folder: Path, seed: int = 7) -> Outcome:
    """Kill a writer that often, 4 to 60 ms after it starts writing; judge after each."""
    moments = random.Random(seed)  # noqa: S311
    path, key = folder / "college.lsadb", new_key()
    workload.prepare(path, key)
    log = path.with_name(path.name + "-wal")
    outcome = Outcome()
    for _ in range(kills):
        said = _killed(path, key, moments.uniform(0.004, 0.06))
        outcome.kills += 1
        outcome.mid_write += log.exists() and log.stat().st_size > 0
        verdict = workload.judge(path, key)
        outcome.lost += verdict.last < said
        outcome.commits = verdict.last
        if verdict.problem:
            outcome.broken.append(verdict.problem)
    return outcome


def _killed(path: Path, key: bytes, after: float) -> int:
    """Start a writer and kill it *after* so many seconds of writing; the last it said."""
    heard, mouth = os.pipe()
    writer = os.fork()
    if writer == 0:
        _write_until_killed(path, key, mouth)
    os.close(mouth)
    with os.fdopen(heard, "rb") as pipe:
        first = pipe.read(8)
        time.sleep(after)
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        said = first + pipe.read()
    return int.from_bytes(said[-8:])


def _write_until_killed(path: Path, key: bytes, mouth: int) -> None:
    try:
        random.seed(os.getpid())
        workload.write(
            path, key, lambda number: os.write(mouth, number.to_bytes(8)), commits=ENDLESS
        )
    finally:
        os._exit(1)


def main() -> None:
    """`python -m benchmarks.faults.kills KILLS SEED`: the outcome as JSON."""
    with tempfile.TemporaryDirectory(prefix="lsadesk-kills") as made:
        print(json.dumps(asdict(run(int(sys.argv[1]), Path(made), int(sys.argv[2])))))


if __name__ == "__main__":
    main()
