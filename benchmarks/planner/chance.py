"""Thousands of made-up weeks before a judge of its own: python -m benchmarks.planner.chance.

`... chance [--first N] [--weeks N]`: each is planned, and one of its days replanned with somebody
away; the judge of the tests, which shares no code with the program, looks at both. A line for each
fault, with the seed that makes the same week again.
"""

import argparse
from dataclasses import replace

from lsadesk.domain.deployment.model import Problem
from lsadesk.domain.deployment.penalties import Placed
from lsadesk.domain.staff.people import PersonId
from lsadesk.planner import replan, solve
from tests.planner.judge import who_breaks_a_rule
from tests.planner.weeks_of_chance import Lot, a_week


def main() -> None:
    """Say which weeks had a fault, and how many were looked at."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planner.chance")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--weeks", type=int, default=1000)
    asked = parser.parse_args()
    filled = places = 0
    for seed in range(asked.first, asked.first + asked.weeks):
        lot = Lot(f"week {seed}")
        problem: Problem = a_week(seed, lot.randint(1, 7), lot.randint(1, 26))
        placed = solve(problem, cycles=3, seed=seed).by_slot()
        filled, places = filled + len(placed), places + len(problem.slots)
        _told(seed, "planned", who_breaks_a_rule(problem, placed))
        if placed:
            _told(seed, "replanned", _replanned(problem, placed, lot))
    print(f"{asked.weeks} weeks, {filled} of {places} places filled")


def _replanned(problem: Problem, placed: Placed, lot: Lot) -> set[PersonId]:
    """Who breaks a rule once somebody of the plan is away for one of their days."""
    slots = {slot.id: slot for slot in problem.slots}
    chosen = lot.choice(sorted(placed))
    who, day = placed[chosen], slots[chosen].day
    lost = [slot for slot, person in placed.items() if person == who and slots[slot].day == day]
    team = tuple(
        replace(each, available={on: span for on, span in each.available.items() if on != day})
        if each.id == who
        else each
        for each in problem.lsas
    )
    left = {slot: person for slot, person in placed.items() if slot not in lost}
    short = replace(problem, lsas=team)
    found: set[PersonId] = who_breaks_a_rule(short, replan(short, left, lost))
    return found


def _told(seed: int, when: str, at_fault: set[PersonId]) -> None:
    if at_fault:
        print(f"week {seed}, {when}: {sorted(at_fault)} break a rule", flush=True)


if __name__ == "__main__":
    main()
