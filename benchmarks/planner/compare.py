"""The planner beside other solvers, as tables: python -m benchmarks.planner.compare [size...].

Seeds 10 to 19 are for reporting; tune on 0 to 2. Each run has a process of its own, one after
another. Every plan is judged by the domain's checker from the problem alone, and only what that
finds is told. *Best* is the cheapest plan that any of them reached on that week; *over proven* is
the unmet need over what is proven that no plan can go below, in as long as each of them had.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.planner.colleges import college
from benchmarks.planner.peers import PEERS
from lsadesk.domain.deployment import penalties
from lsadesk.domain.deployment.check import check
from lsadesk.domain.deployment.model import Assignment, Plan, Problem, SlotId
from lsadesk.domain.deployment.rules import SHORTFALL
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.planner import unavoidable_shortfall

SECONDS = {"small": 10.0, "medium": 30.0, "large": 60.0, "group": 60.0}
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
    "memory",
)


@dataclass(frozen=True, slots=True)
class Run:
    """What one solver made of one week; *better* are the seconds and costs of its plans."""

    unmet: int
    shortfall: int
    cost: int
    better: Sequence[tuple[float, int]]
    megabytes: float


@dataclass(frozen=True, slots=True)
class Week:
    """One week's runs, by solver (None: no plan), and the least unmet need that is *proven*."""

    runs: dict[str, Run | None]
    proven: int


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planner.compare")
    parser.add_argument("sizes", nargs="*", metavar="SIZE", help=", ".join(SECONDS))
    parser.add_argument("--seeds", type=int, nargs="+", default=range(10, 20))
    asked = parser.parse_args()
    for size in asked.sizes or SECONDS:
        weeks = [_of_a_week(size, seed) for seed in asked.seeds]
        seeds = ", ".join(str(seed) for seed in asked.seeds)
        print(f"\n{size}, {SECONDS[size]:.0f} s each, seeds {seeds}\n", flush=True)
        for row in (HEADS, ("---",) * len(HEADS), *_rows(size, weeks)):
            print(f"| {' | '.join(row)} |", flush=True)


def _of_a_week(size: str, seed: int) -> Week:
    problem = college(size, seed)
    runs = {
        name: _run(problem, name, size, seed)
        for name in PEERS
        if name not in LEFT_OUT.get(size, ())
    }
    return Week(runs, unavoidable_shortfall(problem, SECONDS[size]).cost)


def _run(problem: Problem, name: str, size: str, seed: int) -> Run | None:
    """One solver on one week; None where it has no plan to show."""
    order = [sys.executable, "-m", "benchmarks.planner.peers", name, size, str(seed)]
    done = subprocess.run(
        [*order, str(SECONDS[size])],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    if not told or not told[-1].get("plan"):
        return None
    *steps, last = told
    plan = _plan(problem, last["plan"])
    wrong = check(problem, plan)
    if wrong:
        raise AssertionError(f"{name} broke a rule: {wrong[0].sentence}")
    priorities = {slot.id: slot.priority for slot in problem.slots}
    better = [(step["seconds"], step["cost"]) for step in steps]
    return Run(
        len(plan.unmet),
        SHORTFALL.weight * sum(priorities[slot] for slot in plan.unmet),
        plan.objective,
        [*better, (last["seconds"], plan.objective)],
        last["megabytes"],
    )


def _plan(problem: Problem, placed: Iterable[Sequence[int]]) -> Plan:
    """The plan as it came back, with its cost worked out here."""
    who = {
        SlotId(SessionId(session), index, part): PersonId(person)
        for session, index, part, person in placed
    }
    return Plan(
        assignments=tuple(Assignment(slot, person) for slot, person in who.items()),
        unmet=tuple(slot.id for slot in problem.slots if slot.id not in who),
        objective=penalties.objective(problem, who),
    )


def _rows(size: str, weeks: Sequence[Week]) -> Iterable[tuple[str, ...]]:
    best = [min(run.cost for run in week.runs.values() if run) for week in weeks]
    for name in weeks[0].runs:
        runs = [
            (week.runs[name], week.proven, least) for week, least in zip(weeks, best, strict=True)
        ]
        found = [(run, proven, least) for run, proven, least in runs if run is not None]
        if not found:
            yield (name, f"none in {SECONDS[size]:.0f} s", *("",) * (len(HEADS) - 2))
            continue
        title = name if len(found) == len(runs) else f"{name} ({len(found)} of {len(runs)})"
        near = [_within(run, least) for run, _, least in found]
        reached = [seconds for seconds in near if seconds is not None]
        yield (
            title,
            f"{median(run.better[0][0] for run, *_ in found):.2f} s",
            f"{median(run.unmet for run, *_ in found):.0f}",
            f"{median(run.shortfall for run, *_ in found):,.0f}",
            f"{median(_over(run, proven) for run, proven, _ in found):.1%}",
            f"{median(run.cost for run, *_ in found):,.0f}",
            f"{median(run.cost / least - 1 for run, _, least in found):.1%}",
            f"{median(reached):.1f} s in {len(reached)} of {len(runs)}" if reached else "not",
            f"{median(run.megabytes for run, *_ in found):.0f} MB",
        )


def _over(run: Run, proven: int) -> float:
    return run.shortfall / proven - 1 if proven else float(run.shortfall > 0)


def _within(run: Run, least: int) -> float | None:
    """When *run* first had a plan within a hundredth of the *least* cost."""
    return next((seconds for seconds, cost in run.better if cost <= least * NEAR), None)


if __name__ == "__main__":
    main()
