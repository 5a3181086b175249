"""Why nobody has a place, at a college of 400 people and 3,000 places.

Processor time, since other work may share the computer. The floor is every rule asked of
everybody for one place, one by one.
"""

from collections.abc import Iterator
from functools import cache
from statistics import mean
from time import process_time

from benchmarks.planner.colleges import SIZES, college
from lsadesk.domain.deployment.explain import Reasons
from lsadesk.domain.deployment.marginal import Ledger
from lsadesk.domain.deployment.model import Plan, Problem
from lsadesk.domain.deployment.rules import HARD, case_of
from lsadesk.planner import solve

SIZES["400 people"] = (400, 3000, 4, 0.80)
ASKED = 60


def measure() -> Iterator[tuple[str, float, float, float]]:
    """What is measured: its name, its time, the floor's, and the most it may be of it."""
    problem, plan = _planned()
    floor = one_look(problem, plan)
    asked = [slot.id for slot in problem.slots[:: len(problem.slots) // ASKED]]
    began = process_time()
    reasons = Reasons(problem, plan)
    made = process_time() - began
    yield "who holds what, 400 people, once a plan", made, floor, 8
    times = []
    for _ in range(2):
        began = process_time()
        for slot in asked:
            reasons.why_open(slot)
        times.append((process_time() - began) / len(asked))
    yield "reasons of one place, 400 people, first asked", times[0], floor, 0.25
    yield "reasons of one place, 400 people, asked again", times[1], floor, 0.1
    began = process_time()
    for slot in asked:
        reasons.headline(slot)
    yield "their headline alone", (process_time() - began) / len(asked), floor, 0.05


def one_look(problem: Problem, plan: Plan) -> float:
    """Seconds that every rule takes for everybody and one place, asked one by one."""
    ledger = Ledger(problem, plan.by_slot())
    took = []
    for slot in problem.slots[:10]:
        began = process_time()
        for lsa in problem.lsas:
            case = case_of(problem, lsa, slot, ledger.others_of(lsa.id, slot.id))
            [rule.name for rule in HARD if rule.why_not(case)]
        took.append(process_time() - began)
    return mean(took)


@cache
def _planned() -> tuple[Problem, Plan]:
    problem = college("400 people", 10)
    return problem, solve(problem, cycles=1)
