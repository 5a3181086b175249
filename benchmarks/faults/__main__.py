"""`python -m benchmarks.faults`: the long fault runs, as a table."""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from benchmarks.faults import flips, kills, power_cuts

KILLS, CUTS, FLIPS = 200, 600, 500


def main() -> int:
    """Run them all; 1 where the file broke, lost what was said to be kept, or hid damage."""
    bad = _killed() + _flipped()
    if shutil.which("strace"):
        bad += _cut(weakened=False) + (not _cut(weakened=True))
    else:
        print("power cuts: not run, strace is not installed")
    return 1 if bad else 0


def _killed() -> int:
    started = time.perf_counter()
    command = [sys.executable, "-m", "benchmarks.faults.kills", str(KILLS)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    outcome = kills.Outcome(**json.loads(said))
    _print("killed while writing", asdict(outcome), started)
    return outcome.lost + len(outcome.broken)


def _cut(*, weakened: bool) -> int:
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="lsadesk-cuts") as made:
        outcome = power_cuts.run(CUTS, Path(made), weakened=weakened)
    name = "power cut, durability weakened (must lose)" if weakened else "power cut"
    _print(name, asdict(outcome), started)
    return outcome.lost + len(outcome.broken)


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
