"""Starting the program, from launch, against a bare window; and memory at rest.

Compiled once beforehand, as the installer ships it.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from lsadesk.operations.demo import demo

ROUNDS = 9
FRAME = 1 / 60
SPARE_MEMORY = 120.0  # MB above a bare window


def measure() -> Iterator[tuple[str, float, float, float]]:
    """Name, figure, floor and budgeted ratio; seconds, or MB where the name says so."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "Afon.lsadesk"
        demo.make_demo(folder).close()
        compiled = Path(name) / "compiled"
        runs = [
            (_launched("floor", folder, compiled), _launched("app", folder, compiled))
            for _ in range(ROUNDS + 1)
        ][1:]
        floor = median(bare["painted"] for bare, _ in runs)
        memory = median(bare["memory"] for bare, _ in runs)
        told = {key: median(ours[key] for _, ours in runs) for key in runs[0][1]}
    yield "sign-in page painted, from launch", told["painted"], floor, 1.15
    yield "all imported and mapped, from launch", told["ready"], floor, 4.5
    yield "worst gap on the window's thread meanwhile", told["gap"], FRAME, 3.0
    yield "sign-in to first tab, frames", told["first_tab"], FRAME, 60.0
    yield "switch to the audit tab, frames", told["audit"], FRAME, 6.0
    budget = (memory + SPARE_MEMORY) / memory
    yield "memory at rest, audit tab shown, MB", told["memory"], memory, budget


def _launched(which: str, folder: Path, compiled: Path) -> dict[str, float]:
    """What a fresh process tells: one `name value` a line; "painted" and "ready" are moments.

    Its modules are kept compiled in *compiled*, whatever this process was told about that.
    """
    around = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    around.pop("PYTHONDONTWRITEBYTECODE", None)
    began = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.start_child", which, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env=around,
    )
    told: dict[str, float] = {}
    assert process.stdout is not None
    for line in process.stdout:
        name, value = line.split()
        told[name] = perf_counter() - began if value == "now" else float(value)
    if process.wait():
        raise RuntimeError(f"the {which} process failed")
    return told
