"""Absences replanned, beside the best that the day allows: python -m benchmarks.planner.absences.

The day of an absence as one integer programme: all places of that day may change hands, nothing of
other days, and each change has its price. What was open before the absence is left out for both,
since filling it is no matter of the absence. HiGHS is told what the replan costs and says what no
plan of the day can go below; the replan is judged against that, so what is printed is the most
that it can be over the best there is.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from time import process_time

import numpy as np

from benchmarks.planner.colleges import college
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.covering.cover import Away, CoverDay, day_of
from lsadesk.domain.deployment import penalties
from lsadesk.domain.deployment.model import Plan, Problem
from lsadesk.domain.deployment.penalties import Placed
from lsadesk.planner import solve
from lsadesk.planner.compile import compiled
from lsadesk.planner.cover_model import passed_to_highs
from lsadesk.planner.engine import people_of
from lsadesk.planner.least_change import Replanner
from lsadesk.planner.state import NOBODY
from lsadesk.planner.whole_week import Given, whole_week

DAY = Weekday.TUESDAY
NEAR = 0.0005  # how near to each other the day's best plan and its bound are to come


def main() -> None:
    """Print a line for each absence."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planner.absences")
    parser.add_argument("size", nargs="?", default="large")
    parser.add_argument("--seed", type=int, default=10)
    parser.add_argument("--absences", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=10.0, help="for the plan of the week")
    parser.add_argument("--limit", type=float, default=120.0, help="for a day's programme")
    asked = parser.parse_args()
    problem = college(asked.size, asked.seed)
    plan = solve(problem, seconds=asked.seconds)
    taken = tuple(slot for slot in problem.slots if slot.id in plan.by_slot())
    problem = replace(problem, slots=taken)
    print("lost | replan | seconds | day at least | over | seconds")
    for day in _days(problem, plan, asked.absences):
        began = process_time()
        lost = [slot.id for slot in day.uncovered]
        found = Replanner(day.problem, DAY).replan(day.placed, lost)
        took = process_time() - began
        cost = penalties.objective(day.problem, found, day.placed)
        least, needed = _least(day.problem, day.placed, cost, asked.limit)
        over = f"{cost / least - 1:.2%}"
        print(
            f"{len(lost)} | {cost} | {took:.3f} | {least:.0f} | {over} | {needed:.1f}", flush=True
        )


def _days(problem: Problem, plan: Plan, wanted: int) -> Iterator[CoverDay]:
    """The day without somebody who has work on it, as often as *wanted*."""
    date = problem.date_of(DAY)
    for lsa in problem.lsas:
        away = Away(first=date, last=date, person=lsa.id)
        day = day_of(problem, plan.by_slot(), [away], [], date)
        if wanted and day.uncovered:
            wanted -= 1
            yield day


def _least(problem: Problem, placed: Placed, cost: int, limit: float) -> tuple[float, float]:
    """What no change of the day can go below, and the seconds that took."""
    began = process_time()
    week, before = compiled(problem), people_of(problem, placed)
    model, _ = whole_week(week, Given(np.where(week.day == DAY, NOBODY, before), before))
    solver = passed_to_highs(model)
    for name, value in (
        ("threads", 1),
        ("mip_rel_gap", NEAR),
        ("objective_bound", cost + 0.5),
        ("time_limit", limit),
    ):
        solver.setOptionValue(name, value)
    solver.run()
    return solver.getInfo().mip_dual_bound, process_time() - began


if __name__ == "__main__":
    main()
