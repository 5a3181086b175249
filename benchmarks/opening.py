"""Every tab opened for the first time, and every page within, at a college of 400 people.

Figure: the longest piece of work on the window's thread without a turn of its event loop, in
time of the processor, so that others at the same computer do not count. Floor: a frame.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.big_college import make_big_college

FRAME = 1 / 60
BUDGET = 3.0  # nothing over 50 ms


def measure() -> Iterator[tuple[str, float, float, float]]:
    """Name, seconds, a frame's seconds and the budgeted ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "Afon.lsadesk"
        make_big_college(folder)
        yield from told(folder, Path(name) / "compiled")


def told(folder: Path, compiled: Path) -> Iterator[tuple[str, float, float, float]]:
    """The same of the college in *folder*, modules kept compiled in *compiled*."""
    for _ in range(2):  # the first compiles what it imports, as the installer does
        lines = _opened(folder, compiled)
    for line in lines:
        seconds, name = line.split(" ", 1)
        yield name, float(seconds), FRAME, BUDGET


def _opened(folder: Path, compiled: Path) -> list[str]:
    around = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    around.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "benchmarks.opening_child", str(folder)]
    ran = subprocess.run(command, env=around, check=True, capture_output=True, text=True)
    return ran.stdout.splitlines()
