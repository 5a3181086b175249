"""`make faults`: every long fault run, two at a time, and docs/reliability.md written anew."""

import argparse
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.faults import computer, fuzz, interrupted, report, writes
from benchmarks.faults.report import Figures, Told

AT_ONCE = 2
KILLS_A_WRITE, KILLS_A_JOB, KILLS_OF_COMMITS, CUTS, FLIPS = 50, 50, 200, 600, 500
FAULTS = {"full disk": 40, "read-only disk": 30, "stick that vanishes": 200}
OTHER_FAULTS = 100
INPUTS = {
    "contents of packets": 25_000,
    "key files": 20_000,
    "lists as text (CSV)": 10_000,
    "workbooks (xlsx)": 8_000,
    "answer forms": 8_000,
    "audits that come back": 8_000,
    "weeks that come back": 8_000,
    "framework files": 5_000,
    "backups": 5_000,
    "sealed packets": 3_000,
}
IN_ONE_PROCESS = 5_000
SEED = 23
TARGET = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"


@dataclass(frozen=True, slots=True)
class Run:
    """One run in a process of its own; it prints its outcome as JSON."""

    name: str
    module: str
    arguments: tuple[str, ...]


def runs() -> list[Run]:
    """All of them, the longest first."""
    found = [Run("plaintext", "plaintext", ())]
    for kind in fuzz.KINDS:
        for part, inputs in enumerate(_parts(INPUTS[kind])):
            seed = SEED + 100_000 * part
            found.append(Run("fuzz", "fuzz", (kind, f"{inputs}", f"{seed}")))
    found += [Run("writes", "writes", (job, f"{KILLS_A_WRITE}", f"{SEED}")) for job in writes.JOBS]
    found += [
        Run("interrupted", "interrupted", (job, f"{KILLS_A_JOB}", f"{SEED}"))
        for job in interrupted.JOBS
    ]
    found.append(Run("kills", "kills", (f"{KILLS_OF_COMMITS}", f"{SEED}")))
    found.append(Run("flips", "flips", (f"{FLIPS}", f"{SEED}")))
    found += [
        Run("computer", "computer", (fault, f"{FAULTS.get(fault, OTHER_FAULTS)}", f"{SEED}"))
        for fault in computer.FAULTS
    ]
    if shutil.which("strace"):
        found.append(Run("cuts", "power_cuts", (f"{CUTS}", f"{SEED}", "full")))
        found.append(Run("weakened", "power_cuts", (f"{CUTS}", f"{SEED}", "weakened")))
    return found


def main() -> int:
    """Run them and write the page; 1 where anything was lost, found or not told."""
    argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__).parse_args()
    started = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        told = list(pool.map(_told, runs()))
    figures = Figures(told, SEED, (time.perf_counter() - started) / 60)
    TARGET.write_text(report.page(figures), encoding="utf-8")
    return 1 if figures.bad else 0


def _told(run: Run) -> Told:
    """What a run says; one that ended without a word is bad itself."""
    started = time.perf_counter()
    command = [sys.executable, "-m", f"benchmarks.faults.{run.module}", *run.arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    try:
        said = json.loads(done.stdout.splitlines()[-1])
    except (ValueError, IndexError):
        said = {"broken": [f"no outcome: {done.stderr.strip()[-300:]}"]}
    seconds = time.perf_counter() - started
    print(f"{run.name} {' '.join(run.arguments)}: {_short(said)} ({seconds:.0f} s)", flush=True)
    return Told(run.name, said)


def _short(said: dict[str, object]) -> str:
    return ", ".join(f"{key} {value!s:.300}" for key, value in said.items())


def _parts(inputs: int) -> Iterable[int]:
    for first in range(0, inputs, IN_ONE_PROCESS):
        yield min(IN_ONE_PROCESS, inputs - first)


if __name__ == "__main__":
    sys.exit(main())
