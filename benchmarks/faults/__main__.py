"""`python -m benchmarks.faults`: the long fault runs, as a table."""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.faults import answers, flips, interrupted, kills, power_cuts

KILLS, KILLS_A_JOB, CUTS, FLIPS = 200, 100, 600, 500
CONTENTS, PACKETS, FORMS = 20_000, 2_000, 100


def main() -> int:
    """Run them all; 1 where the file broke, lost what was said to be kept, or hid damage."""
    bad = _killed() + sum(map(_interrupted, interrupted.JOBS)) + _flipped() + _damaged()
    if shutil.which("strace"):
        bad += _cut(weakened=False) + (not _cut(weakened=True))
    else:
        print("power cuts: not run, strace is not installed")
    return 1 if bad else 0


def _killed() -> int:
    started = time.perf_counter()
    outcome = kills.Outcome(**_said_by("benchmarks.faults.kills", str(KILLS)))
    _print("killed while writing", asdict(outcome), started)
    return outcome.lost + len(outcome.broken)


def _interrupted(job: str) -> int:
    started = time.perf_counter()
    said = _said_by("benchmarks.faults.interrupted", job, str(KILLS_A_JOB))
    outcome = interrupted.Outcome(**said)
    _print("killed in mid-job", asdict(outcome), started)
    return len(outcome.broken)


def _said_by(module: str, *arguments: str) -> dict[str, Any]:
    """What a run in a process of its own says; these runs fork, which threads would not bear."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def _cut(*, weakened: bool) -> int:
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="lsadesk-cuts") as made:
        outcome = power_cuts.run(CUTS, Path(made), weakened=weakened)
    name = "power cut, durability weakened (must lose)" if weakened else "power cut"
    _print(name, asdict(outcome), started)
    return outcome.lost + len(outcome.broken)


def _damaged() -> int:
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="lsadesk-answers") as made:
        outcome = answers.run(CONTENTS, PACKETS, FORMS, Path(made))
    _print("damaged packets and forms", asdict(outcome), started)
    return len(outcome.broken)


def _flipped() -> int:
    started = time.perf_counter()
    outcome = flips.main(FLIPS)
    _print("one bit flipped", asdict(outcome), started)
    return len(outcome.missed)


def _print(name: str, figures: dict[str, object], started: float) -> None:
    shown = ", ".join(f"{key} {value}" for key, value in figures.items())
    print(f"{name}: {shown} ({time.perf_counter() - started:.1f} s)", flush=True)


if __name__ == "__main__":
    sys.exit(main())
