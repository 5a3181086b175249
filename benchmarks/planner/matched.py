"""How soon ours costs no more than CP-SAT ends with: python -m benchmarks.planner.matched.

Both are runs of `benchmarks.planner.compare`, kept in the same file: CP-SAT with long time, ours
with the time that it has there. *Times as soon* is the one's whole time over the moment from which
the other's plan is as cheap.
"""

import argparse
from pathlib import Path

from benchmarks.planner.compare import FILE, SECONDS
from benchmarks.planner.runs import Run, kept, run_and_keep


def main() -> None:
    """Run what is asked and not yet kept, then print a line for each week."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planner.matched")
    parser.add_argument("size", nargs="?", default="medium", choices=SECONDS)
    parser.add_argument("--seeds", type=int, nargs="+", default=range(10, 15))
    parser.add_argument("--seconds", type=float, default=30.0, help="for CP-SAT")
    parser.add_argument("--file", type=Path, default=FILE, help="where the runs are kept")
    asked = parser.parse_args()
    print("| seed | CP-SAT ends with | ours as cheap after | times as soon |\n|---|---|---|---|")
    for seed in asked.seeds:
        theirs = Run(size=asked.size, seed=seed, solver="cp-sat", limit=asked.seconds)
        ours = Run(size=asked.size, seed=seed, solver="ours", limit=SECONDS[asked.size])
        theirs, ours = _of(asked.file, theirs), _of(asked.file, ours)
        print(f"| {seed} | {_compared(theirs, ours)} |", flush=True)


def _of(file: Path, asked: Run) -> Run:
    """What came of what is *asked*."""
    if all(run.asked != asked.asked for run in kept(file)):
        run_and_keep(file, asked)
    return next(run for run in kept(file) if run.asked == asked.asked)


def _compared(theirs: Run, ours: Run) -> str:
    if theirs.cost is None:
        return "no plan | |"
    end = theirs.cost
    soon = next((seconds for seconds, cost in ours.better if cost <= end), None)
    if soon is None:
        return f"{end:,} | not | "
    return f"{end:,} | {soon:.2f} s | {theirs.took / soon:,.0f}"


if __name__ == "__main__":
    main()
