"""Why nobody has a place, at a college of 400 people and 3,000 places.

Processor time, since other work may share the computer. The floor is every rule asked of
everybody for one place, one by one.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from statistics import fmean
from time import process_time
from typing import TypeVar

from benchmarks.planner.colleges import SIZES, college
from lsadesk.domain.deployment.explain import Reasons
from lsadesk.domain.deployment.marginal import Ledger
from lsadesk.domain.deployment.model import Plan, Problem, Slot
from lsadesk.domain.deployment.rules import HARD, case_of
from lsadesk.planner import solve

SIZES["400 people"] = (400, 3000, 4, 0.80)
ASKED, ROUNDS = 60, 4
Place = TypeVar("Place")


def measure() -> Iterator[tuple[str, float, float, float]]:
    """What is measured: its name, its time, the floor's, and the most it may be of it."""
    problem, plan = _planned()
    floor = one_look(problem, plan)
    asked = [slot.id for slot in problem.slots[:: len(problem.slots) // ASKED]]
    made, first, again, headlines = [], [], [], []
    for _ in range(ROUNDS):
        began = process_time()
        reasons = Reasons(problem, plan)
        made.append(process_time() - began)
        first.append(_took(reasons.why_open, asked))
        again.append(_took(reasons.why_open, asked))
        headlines.append(_took(reasons.headline, asked))
    yield "who holds what, 400 people, once a plan", min(made), floor, 5
    yield "reasons of one place, 400 people, first asked", _least(first), floor, 0.25
    yield "reasons of one place, 400 people, asked again", _least(again), floor, 0.1
    yield "their headline alone", _least(headlines), floor, 0.05


def _took(ask: Callable[[Place], object], places: Sequence[Place]) -> list[float]:
    """Seconds that each place takes."""
    took = []
    for place in places:
        began = process_time()
        ask(place)
        took.append(process_time() - began)
    return took


def _least(rounds: Sequence[Sequence[float]]) -> float:
    """The mean over all places of the least that each took, since others share the caches."""
    return fmean(min(each) for each in zip(*rounds, strict=True))


def one_look(problem: Problem, plan: Plan) -> float:
    """Seconds that every rule takes for everybody and one place, asked one by one."""
    ledger = Ledger(problem, plan.by_slot())

    def look(slot: Slot) -> None:
        for lsa in problem.lsas:
            case = case_of(problem, lsa, slot, ledger.others_of(lsa.id, slot.id))
            [rule.name for rule in HARD if rule.why_not(case)]

    return _least([_took(look, problem.slots[:10]) for _ in range(ROUNDS)])


@cache
def _planned() -> tuple[Problem, Plan]:
    problem = college("400 people", 10)
    return problem, solve(problem, cycles=1)
