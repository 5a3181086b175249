"""Print figure, floor and ratio for every budget.

`python -m benchmarks [MODULE ...]` runs the named ones (`start`, `store`...) or all.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Iterable

MODULES = (
    "start",
    "opening",
    "store",
    "matrix",
    "map",
    "reports",
    "intake",
    "library",
    "answer",
    "appraisal",
    "training",
    "reasons",
    "cover",
)


def main() -> None:
    """Run the benchmarks and print a row as soon as it is known."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=", ".join(MODULES))
    asked = parser.parse_args()
    print(f"{'work':<52} {'figure':>12} {'floor':>12} {'ratio':>8} {'budget':>8}")
    within = True
    for name in asked.modules or MODULES:
        measured = importlib.import_module(f"benchmarks.{name}").measure()
        within = _print(measured) and within
    sys.exit(0 if within else 1)


def _print(rows: Iterable[tuple[str, float, float, float]]) -> bool:
    within = True
    for name, figure, floor, budget in rows:
        unit, scale = ("MB", 1.0) if name.endswith("MB") else ("ms", 1000.0)
        ratio = figure / floor
        mark = " " if ratio <= budget else "  over"
        within = within and ratio <= budget
        columns = f"{figure * scale:>9.1f} {unit} {floor * scale:>9.1f} {unit} {ratio:>8.2f}"
        print(f"{name:<52} {columns} {budget:>8.2f}{mark}", flush=True)
    return within


if __name__ == "__main__":
    main()
