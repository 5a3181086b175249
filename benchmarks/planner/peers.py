"""Solvers beside the planner, each in a process of its own: python -m benchmarks.planner.peers.

Called as `... peers NAME SIZE SEED SECONDS`; writes a line for each better plan, {"seconds",
"cost"}, and at the end the plan itself. The clock starts at the problem in memory, and stops at
the plan; building a model counts, importing a solver does not. It counts processor time by the
threads that a solver may use, so that other work on the computer shortens nobody's run: two
threads that are both at work for a second are a second. CP-SAT and HiGHS never share a process: on
Linux their libraries shut each other out.
"""

import json
import resource
import sys
from collections.abc import Callable, Iterable
from functools import partial
from threading import Event, Thread
from time import process_time
from unittest.mock import patch

import numpy as np

from benchmarks.planner.colleges import college
from lsadesk.domain.deployment import penalties
from lsadesk.domain.deployment.model import Lsa, Problem, Slot, SlotId
from lsadesk.domain.deployment.rules import HARD, case_of
from lsadesk.domain.staff.people import PersonId
from lsadesk.planner import solve
from lsadesk.planner.compile import Compiled, compiled
from lsadesk.planner.cover_model import CoverModel, passed_to_highs
from lsadesk.planner.state import NOBODY
from lsadesk.planner.whole_week import Given, Pairs, dealt, whole_week

Placed = dict[SlotId, PersonId]
Clock = Callable[[], float]
Tell = Callable[[int], None]
THREADS = {"cp-sat": 2, "highs": 2}
LATE = 10**6  # seconds by the wall, which are not what is counted
MISSING = (
    "CP-SAT is not installed: python -m pip install --group peers. "
    "It is for these measurements only; the program never uses it."
)


def ours(problem: Problem, seconds: float, _clock: Clock, tell: Tell) -> Placed:
    """The planner itself, on one thread; the process that proves its bound uses the other core."""
    with (
        patch("lsadesk.planner.engine.monotonic", process_time),
        patch("lsadesk.planner.search.monotonic", process_time),
    ):
        plan = solve(problem, seconds=seconds, on_progress=lambda plan: tell(plan.objective))
    print(json.dumps({"proven": plan.bound.cost}), flush=True)
    return plan.by_slot()


def greedy(problem: Problem, _seconds: float, _clock: Clock, _tell: Tell) -> Placed:
    """The slots with the fewest possible people first, each to whom they fit best."""
    could = {
        slot.id: [lsa for lsa in problem.lsas if _may(problem, lsa, slot, [])]
        for slot in problem.slots
    }
    held: dict[PersonId, list[Slot]] = {lsa.id: [] for lsa in problem.lsas}
    placed: Placed = {}
    for slot in sorted(problem.slots, key=lambda each: (len(could[each.id]), -each.priority)):
        by_fit = sorted(could[slot.id], key=partial(penalties.misfit, slot))
        for lsa in by_fit:
            if _may(problem, lsa, slot, held[lsa.id]):
                placed[slot.id] = lsa.id
                held[lsa.id].append(slot)
                break
    return placed


def _may(problem: Problem, lsa: Lsa, slot: Slot, held: list[Slot]) -> bool:
    case = case_of(problem, lsa, slot, held)
    return not any(rule.why_not(case) for rule in HARD)


def cp_sat(
    problem: Problem, seconds: float, clock: Clock, tell: Tell, *, proving: bool = False
) -> Placed:
    """CP-SAT; *proving* is the one worker that proves quickest, otherwise its defaults."""
    from ortools.sat.python import cp_model

    week, programme, pairs = _programme(problem)
    model = cp_model.CpModel()
    columns = [model.new_int_var(0, int(most), "") for most in programme.most]
    ends = programme.starts.tolist()
    for row, (lower, upper) in enumerate(zip(programme.lower, programme.upper, strict=True)):
        part = slice(ends[row], ends[row + 1])
        model.add_linear_constraint(
            cp_model.LinearExpr.weighted_sum(
                [columns[at] for at in programme.columns[part].tolist()],
                [int(value) for value in programme.values[part]],
            ),
            -(10**9) if lower == -float("inf") else int(lower),
            int(upper),
        )
    model.minimize(
        cp_model.LinearExpr.weighted_sum(columns, [int(each) for each in programme.cost])
    )

    class Told(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]  # it is not in the lock
        def on_solution_callback(self) -> None:
            tell(round(self.objective_value))

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1 if proving else THREADS["cp-sat"]
    if proving:
        solver.parameters.linearization_level = 2
    solver.parameters.max_time_in_seconds = LATE
    done = Event()
    Thread(target=_stop_at, args=(seconds, clock, done, solver.stop_search), daemon=True).start()
    status = solver.solve(model, Told())
    done.set()
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return {}
    return _placed(week, (pairs[at] for at in pairs if solver.value(columns[at])))


def _stop_at(seconds: float, clock: Clock, done: Event, stop: Callable[[], None]) -> None:
    while not done.wait(0.02):
        if clock() >= seconds:
            stop()


def highs(problem: Problem, seconds: float, clock: Clock, tell: Tell) -> Placed:
    """HiGHS, with its own stopping rules left alone but for the time."""
    week, programme, pairs = _programme(problem)
    solver = passed_to_highs(programme)
    solver.setOptionValue("threads", THREADS["highs"])
    for asked in (solver.cbMipInterrupt, solver.cbSimplexInterrupt, solver.cbIpmInterrupt):
        asked.subscribe(lambda event: event.interrupt(clock() >= seconds))
    solver.cbMipImprovingSolution.subscribe(
        lambda event: tell(round(event.data_out.objective_function_value))
    )
    solver.run()
    values = solver.getSolution().col_value
    if len(values) == 0 or solver.getInfo().primal_solution_status != 2:
        return {}
    return _placed(week, (pairs[at] for at in pairs if values[at] > 0.5))


def _programme(problem: Problem) -> tuple[Compiled, CoverModel, Pairs]:
    week = compiled(problem)
    return week, *whole_week(week, _nothing_given(week))


def _nothing_given(week: Compiled) -> Given:
    return Given(np.full(week.m, NOBODY))


def _placed(week: Compiled, chosen: Iterable[tuple[int, int]]) -> Placed:
    slots, lsas = week.problem.slots, week.problem.lsas
    who = dealt(week, _nothing_given(week), chosen).tolist()
    return {slots[at].id: lsas[person].id for at, person in enumerate(who) if person != NOBODY}


PEERS: dict[str, Callable[[Problem, float, Clock, Tell], Placed]] = {
    "ours": ours,
    "greedy": greedy,
    "cp-sat": cp_sat,
    "cp-sat, one worker": partial(cp_sat, proving=True),
    "highs": highs,
}


def main(name: str, size: str, seed: int, seconds: float) -> None:
    """Run one peer on one week."""
    if name == "ours":
        solve(college("small", 0), cycles=1)  # loads the kernel, which is start-up's cost
    elif name.startswith("cp-sat"):
        try:
            import ortools.sat.python.cp_model  # noqa: F401
        except ImportError:
            sys.exit(MISSING)
    problem = college(size, seed)
    began, threads = process_time(), THREADS.get(name, 1)

    def clock() -> float:
        return (process_time() - began) / threads

    def tell(cost: int) -> None:
        print(json.dumps({"seconds": clock(), "cost": cost}), flush=True)

    placed = PEERS[name](problem, seconds, clock, tell)
    took = clock()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    plan = [[*slot, person] for slot, person in placed.items()]
    print(json.dumps({"plan": plan, "seconds": took, "megabytes": memory}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
