"""Measures the planner on made-up colleges: python -m benchmarks.planner [size...].

The floor of a shortfall is what is proven that no plan can do better than. Seeds from 10 on
are for reporting only; tune on others. Reasons are timed for one slot among the whole team.
"""

import sys
import time
from collections.abc import Sequence

from benchmarks.planner.colleges import college
from lsadesk.domain.deployment.explain import Reasons
from lsadesk.domain.deployment.model import Plan, Problem
from lsadesk.planner import solve

SECONDS = {"small": 1.0, "medium": 2.0, "large": 10.0, "group": 30.0}
SEEDS = (10, 11, 12)
OPEN_SLOT = 400
COLUMNS = "{:<10} {:>5} {:>9} {:>9} {:>6} {:>8} {:>6} {:>9} {:>9}"


def main(sizes: Sequence[str]) -> None:
    """Print a line for each size and seed."""
    solve(college("small", 0), cycles=1)  # loads numpy and the kernel, which is start-up's cost
    print(
        COLUMNS.format(
            "week", "open", "shortfall", "proven", "ratio", "cost", "first", "at first", "reasons"
        )
    )
    for size in sizes or SECONDS:
        for seed in SEEDS:
            print(_line(size, seed), flush=True)


def _line(size: str, seed: int) -> str:
    problem = college(size, seed)
    shown: list[Plan] = []
    plan = solve(problem, seconds=SECONDS[size], on_progress=shown.append)
    proven = plan.bound.cost
    missed = _shortfall(problem, plan)
    first = shown[0] if shown else plan
    return COLUMNS.format(
        f"{size} {seed}",
        len(plan.unmet),
        missed,
        proven,
        f"{missed / proven:.3f}" if proven else "-",
        plan.objective,
        f"{first.seconds:.2f} s",
        first.objective,
        f"{_reasons(problem, plan) * 1000:.1f} ms",
    )


def _shortfall(problem: Problem, plan: Plan) -> int:
    priorities = {slot.id: slot.priority for slot in problem.slots}
    return OPEN_SLOT * sum(priorities[slot] for slot in plan.unmet)


def _reasons(problem: Problem, plan: Plan) -> float:
    reasons = Reasons(problem, plan)
    began = time.perf_counter()
    for slot in plan.unmet:
        reasons.why_open(slot)
    return (time.perf_counter() - began) / max(1, len(plan.unmet))


if __name__ == "__main__":
    main(sys.argv[1:])
