"""From a problem to a checked plan."""

import math
from collections.abc import Callable
from dataclasses import replace
from time import monotonic

import numpy as np

from lsadesk.domain.deployment import check as checker
from lsadesk.domain.deployment import penalties
from lsadesk.domain.deployment.fingerprint import costing, fingerprint
from lsadesk.domain.deployment.model import Assignment, Plan, Problem
from lsadesk.errors import UserError
from lsadesk.planner.arrays import Ints
from lsadesk.planner.bound import Prover
from lsadesk.planner.compile import compiled
from lsadesk.planner.search import Budget, Search
from lsadesk.planner.state import NOBODY, State
from lsadesk.planner.whole_week import Given

Progress = Callable[[Plan], None]
SHOW_EVERY = 0.25  # seconds at least between two plans shown while the search runs
SHOW_PART = 10  # times as long is searched as it takes to check and show a plan


def solve(
    problem: Problem,
    *,
    seconds: float | None,
    cycles: int | None,
    seed: int,
    pins: tuple[Assignment, ...],
    previous: penalties.Placed,
    on_progress: Progress | None,
    should_stop: Callable[[], bool],
) -> Plan:
    """The plan; see `lsadesk.planner.solve`."""
    began = monotonic()
    refuse_impossible(problem, pins)
    pinned = {pin.slot: pin.person for pin in pins}
    week = compiled(problem)
    state = State(week, people_of(problem, previous) if previous else None)
    state.place_all(people_of(problem, pinned))
    search = Search(week, state, Budget(seconds, cycles, should_stop, began), seed)
    prover = Prover(week, Given(state.plan.copy(), state.previous))
    next_shown = -math.inf

    def plan_of(who: Ints) -> Plan:
        return replace(
            _plan(problem, who, pinned, previous),
            bound=prover.bound(),
            seconds=monotonic() - began,
            cycles=search.budget.cycle,
        )

    def report(who: Ints) -> None:
        nonlocal next_shown
        prover.reached(search.best_cost)
        if on_progress is None or monotonic() < next_shown:
            return
        ready = monotonic()
        on_progress(plan_of(who))
        next_shown = monotonic() + max(SHOW_EVERY, SHOW_PART * (monotonic() - ready))

    try:
        if seconds is not None and week.n and week.m:
            prover.start()
        search.run(prover, report)
        plan = plan_of(search.best)
        # A plan that was to stay near another cost something for that: said of no later one.
        whole_of = "" if previous else costing(problem, pins)
        bound = replace(plan.bound, of=fingerprint(problem), whole_of=whole_of)
        return replace(plan, bound=bound)
    finally:
        prover.end()


def refuse_impossible(problem: Problem, pins: tuple[Assignment, ...]) -> None:
    """Raise a `UserError` where what was fixed by hand breaks a hard rule."""
    taken = {pin.slot for pin in pins}
    unmet = tuple(slot.id for slot in problem.slots if slot.id not in taken)
    wrong = [
        each
        for each in checker.check(problem, Plan(assignments=pins, unmet=unmet, objective=0))
        if each.rule != "objective"
    ]
    if wrong:
        raise UserError(
            f"What was fixed by hand cannot stand: {wrong[0].sentence} Change or release it first."
        )


def people_of(problem: Problem, placed: penalties.Placed) -> Ints:
    """The row of each slot's person, NOBODY where open or not in this week's team."""
    rows = {lsa.id: row for row, lsa in enumerate(problem.lsas)}
    return np.array(
        [
            rows.get(placed[slot.id], NOBODY) if slot.id in placed else NOBODY
            for slot in problem.slots
        ],
        dtype=np.int64,
    )


def _plan(problem: Problem, who: Ints, pins: penalties.Placed, previous: penalties.Placed) -> Plan:
    """The plan of the rows *who*; a broken rule in it is a fault of ours and never shown."""
    placed = {
        slot.id: problem.lsas[row].id
        for slot, row in zip(problem.slots, who.tolist(), strict=True)
        if row != NOBODY
    }
    plan = Plan(
        assignments=tuple(
            Assignment(slot, person, pinned=slot in pins) for slot, person in placed.items()
        ),
        unmet=tuple(slot.id for slot in problem.slots if slot.id not in placed),
        objective=penalties.objective(problem, placed, previous),
    )
    wrong = checker.check(problem, plan, previous)
    if wrong:
        raise AssertionError(f"the planner broke a rule: {wrong[0].rule}: {wrong[0].sentence}")
    return plan
