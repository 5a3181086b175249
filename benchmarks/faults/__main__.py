"""`make faults`: every long fault run, two at a time, and docs/reliability.md written anew.

It works at a low priority, keeps what every run said in build/faults/, and goes on from there
when it was stopped or ran out of `--minutes`, as long as the program is still the same. The page
is written when all have ended, from these runs alone.
"""

import argparse
import fcntl
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
NO_OUTCOME = "no outcome"
ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "build" / "faults"
TARGET = ROOT / "docs" / "reliability.md"


@dataclass(frozen=True, slots=True)
class Run:
    """One run in a process of its own; it prints its outcome as JSON."""

    name: str
    module: str
    arguments: tuple[str, ...]

    @property
    def slug(self) -> str:
        """What the file with its outcome is called: another number is another run."""
        return "-".join((self.name, *self.arguments)).replace(" ", "_")


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
    """Run what has not run yet and write the page; 1 where anything was lost, found or not told,
    2 where the time was over before all had run."""
    asked = _asked()
    os.nice(asked.nice)
    with _alone():
        if asked.anew:
            shutil.rmtree(KEPT, ignore_errors=True)
        place = KEPT / _of_the_program()
        ends = time.monotonic() + 60 * asked.minutes
        with ThreadPoolExecutor(AT_ONCE) as pool:
            told = [
                each for each in pool.map(lambda run: told_by(run, place, ends), runs()) if each
            ]
    if left := len(runs()) - len(told):
        print(f"The time is over with {left} of {len(runs())} to go; ask again to go on.")
        return 2
    figures = Figures(told, SEED, sum(each.seconds for each in told) / 60)
    TARGET.write_text(report.page(figures), encoding="utf-8")
    print("\n".join(figures.bad))
    return 1 if figures.bad else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--anew", action="store_true", help="forget what has run before")
    parser.add_argument("--minutes", type=float, default=24 * 60, help="stop after so many")
    parser.add_argument("--nice", type=int, default=10, help="how far below other programs")
    return parser.parse_args()


@contextmanager
def _alone() -> Iterator[None]:
    """Two at once would each take the other's runs for their own."""
    KEPT.parent.mkdir(exist_ok=True)
    with (KEPT.parent / "faults.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit("make faults is running already")
        yield


def _of_the_program() -> str:
    """A name for the program as it stands: what another one said is not gone on from."""
    whole = hashlib.sha256()
    for part in ("lsadesk", "resources", "benchmarks/faults"):
        for file in sorted((ROOT / part).rglob("*.*")):
            if file.suffix in (".py", ".toml"):
                whole.update(file.read_bytes())
    return whole.hexdigest()[:12]


def told_by(run: Run, place: Path, ends: float) -> Told | None:
    """What a run says, or said before as kept in *place*; None where the time was over.

    One that ended without a word is bad itself, and has another try when all is asked again.
    """
    kept = place / f"{run.slug}.json"
    if kept.exists():
        return Told(run.name, **json.loads(kept.read_text(encoding="utf-8")))
    started = time.monotonic()
    if started >= ends:
        return None
    try:
        done = _done(run, ends - started)
    except subprocess.TimeoutExpired:
        return None
    seconds = time.monotonic() - started
    told = Told(run.name, _said(done), seconds)
    print(f"{run.slug}: {_short(told.said)} ({seconds:.0f} s)", flush=True)
    if NO_OUTCOME not in told.said:
        place.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps({"said": told.said, "seconds": seconds}), encoding="utf-8")
    return told


def _done(run: Run, seconds: float) -> "subprocess.CompletedProcess[str]":
    """Run it in a session of its own, which ends with it: also what it started itself."""
    command = [sys.executable, "-m", f"benchmarks.faults.{run.module}", *run.arguments]
    with subprocess.Popen(
        command, stdout=-1, stderr=-1, text=True, start_new_session=True
    ) as process:
        try:
            out, wrong = process.communicate(timeout=seconds)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    return subprocess.CompletedProcess(command, process.returncode, out, wrong)


def _said(done: "subprocess.CompletedProcess[str]") -> dict[str, Any]:
    try:
        said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    except (ValueError, IndexError):
        last = done.stderr.strip()[-300:]
        return {NO_OUTCOME: True, "broken": [f"no outcome ({done.returncode}): {last}"]}
    return said


def _short(said: dict[str, object]) -> str:
    return ", ".join(f"{key} {value!s:.300}" for key, value in said.items())


def _parts(inputs: int) -> Iterable[int]:
    for first in range(0, inputs, IN_ONE_PROCESS):
        yield min(IN_ONE_PROCESS, inputs - first)


if __name__ == "__main__":
    sys.exit(main())
