"""The planner beside other solvers, as tables: python -m benchmarks.planner.compare [size...].

Seeds 10 to 19 are for reporting; tune on 0 to 2. Each run has a process of its own, one after
another, and is a line of a file as soon as it is done, so that the comparison can be ended and
gone on with. Only what the domain's checker finds is told. *Best* is the cheapest plan that any of
them reached on that week; *over proven* is the unmet need over what the planner proved meanwhile
that no plan can go below.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import monotonic

from benchmarks.planner.peers import PEERS
from benchmarks.planner.runs import Run, kept, run_and_keep

SECONDS = {"small": 2.0, "medium": 5.0, "large": 10.0, "group": 60.0}
FILE = Path("build/planner/compared.jsonl")
# What is not asked at a size: its programme alone would need more memory than most computers have.
LEFT_OUT = {"group": ("cp-sat", "cp-sat, one worker", "highs")}
NEAR = 1.01
HEADS = (
    "",
    "first plan",
    "open",
    "unmet need",
    "over proven",
    "cost",
    "over best",
    "within 1 %",
    "time",
    "memory",
)


def main() -> None:
    """Run what is asked and not yet kept, then print a table for each size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planner.compare")
    parser.add_argument("sizes", nargs="*", metavar="SIZE", help=", ".join(SECONDS))
    parser.add_argument("--seeds", type=int, nargs="+", default=range(10, 20))
    parser.add_argument("--solvers", nargs="+", default=list(PEERS), choices=PEERS)
    parser.add_argument("--minutes", type=float, help="begin no run after so long")
    parser.add_argument("--file", type=Path, default=FILE, help="where the runs are kept")
    asked = parser.parse_args()
    sizes = asked.sizes or list(SECONDS)
    done = {run.asked for run in kept(asked.file)}
    end = None if asked.minutes is None else monotonic() + 60 * asked.minutes
    for wanted in _wanted(sizes, asked.seeds, asked.solvers):
        if end is not None and monotonic() > end:
            break
        if wanted.asked not in done:
            run_and_keep(asked.file, wanted)
    for size in sizes:
        runs = [run for run in kept(asked.file) if (run.size, run.limit) == (size, SECONDS[size])]
        _print(size, [run for run in runs if run.solver in asked.solvers])


def _wanted(sizes: Sequence[str], seeds: Sequence[int], solvers: Sequence[str]) -> Iterator[Run]:
    """Seed by seed, so that what is done when time is up is of all sizes and solvers."""
    for seed in seeds:
        for size in sizes:
            for solver in solvers:
                if solver not in LEFT_OUT.get(size, ()):
                    yield Run(size=size, seed=seed, solver=solver, limit=SECONDS[size])


def _print(size: str, runs: Sequence[Run]) -> None:
    """Only weeks that every solver had are told of, so that all are compared on the same."""
    solvers = [name for name in PEERS if any(run.solver == name for run in runs)]
    weeks = [
        {run.solver: run for run in runs if run.seed == seed}
        for seed in sorted({run.seed for run in runs})
    ]
    weeks = [week for week in weeks if len(week) == len(solvers)]
    if not weeks:
        return
    seeds = ", ".join(str(week[solvers[0]].seed) for week in weeks)
    print(f"\n{size}, {SECONDS[size]:g} s each, seeds {seeds}\n")
    for row in (HEADS, ("---",) * len(HEADS), *(_row(name, weeks) for name in solvers)):
        print(f"| {' | '.join(row)} |")


def _row(name: str, weeks: Sequence[dict[str, Run]]) -> tuple[str, ...]:
    found = [(week[name], week) for week in weeks if week[name].cost is not None]
    if not found:
        return (name, "none", *("",) * (len(HEADS) - 2))
    runs = [run for run, _ in found]
    near = [seconds for run, week in found if (seconds := _within(run, _best(week))) is not None]
    over = [_over(run.shortfall, max(each.proven for each in week.values())) for run, week in found]
    return (
        name if len(found) == len(weeks) else f"{name} ({len(found)} of {len(weeks)})",
        f"{median(run.better[0][0] for run in runs):.2f} s",
        f"{median(run.unmet for run in runs):.0f}",
        f"{median(run.shortfall for run in runs):,.0f}",
        f"{median(over):.1%}",
        f"{median(run.cost or 0 for run in runs):,.0f}",
        f"{median(_over(run.cost or 0, _best(week)) for run, week in found):.1%}",
        f"{median(near):.1f} s in {len(near)} of {len(weeks)}" if near else "not",
        f"{median(run.took for run in runs):.1f} s",
        f"{median(run.megabytes for run in runs):.0f} MB",
    )


def _best(week: dict[str, Run]) -> int:
    return min(run.cost for run in week.values() if run.cost is not None)


def _over(what: int, least: int) -> float:
    return what / least - 1 if least else float(what > 0)


def _within(run: Run, least: int) -> float | None:
    """When *run* first had a plan within a hundredth of the *least* cost."""
    return next((seconds for seconds, cost in run.better if cost <= least * NEAR), None)


if __name__ == "__main__":
    main()
