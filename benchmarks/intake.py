"""Importing the Harbour workbook, against openpyxl merely reading all its cells."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from openpyxl import load_workbook

from lsadesk.operations.importing import intake
from lsadesk.operations.keeping import college

HARBOUR = Path("tests/intake/files/harbour-lane-college.xlsx")
ROUNDS = 5


def measure() -> Iterator[tuple[str, float, float, float]]:
    """Name, seconds, floor's seconds and the budgeted ratio."""
    turns = [(_read(), *_imported()) for _ in range(ROUNDS)]
    floor = median(turn[0] for turn in turns)
    yield "import the Harbour workbook, first time", median(t[1] for t in turns), floor, 25.0
    yield "import it again, nothing to change", median(t[2] for t in turns), floor, 20.0


def _read() -> float:
    began = perf_counter()
    for sheet in load_workbook(HARBOUR, read_only=True, data_only=True):
        for _row in sheet.iter_rows(values_only=True):
            pass
    return perf_counter() - began


def _imported() -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "Bench.lsadesk"
        desk = college.new_college(folder, college="B", owner="owner", secret="correct horse").desk
        began = perf_counter()
        intake.import_file(desk, HARBOUR)
        first = perf_counter()
        intake.import_file(desk, HARBOUR)
        second = perf_counter()
        desk.close()
    return first - began, second - first
