"""The least change of one day that fills what an absence left open.

Only the moments of that day in which a slot was lost are looked at. Each is a linear
assignment problem with the cost of every change in it, so that the cheapest chain of swaps
at that moment comes out; twice, since the first round changes what the second may do.
"""

from collections.abc import Collection

import numpy as np

from lsadesk.domain.calendar import Weekday
from lsadesk.domain.deployment.check import broken_rules
from lsadesk.domain.deployment.model import Assignment, Plan, Problem, SlotId
from lsadesk.domain.deployment.penalties import Placed
from lsadesk.domain.staff.people import PersonId
from lsadesk.planner.arrays import Bools, Ints
from lsadesk.planner.compile import compiled
from lsadesk.planner.engine import people_of
from lsadesk.planner.search import put_back
from lsadesk.planner.state import NOBODY, Moment, State

ROUNDS = 2
FEW_CHANGES = 100  # what moving a person costs where that counts for more than their fit


class Replanner:
    """A week in memory, to be asked about one day's absences again and again."""

    def __init__(self, problem: Problem, day: Weekday) -> None:
        """Look up *problem* once, for changes of *day*; the absences are in it."""
        self.problem = problem
        self.week = compiled(problem, only=day)
        self._row = {slot.id: row for row, slot in enumerate(problem.slots)}

    def replan(
        self,
        placed: Placed,
        lost: Collection[SlotId],
        *,
        fixed: Collection[SlotId] = (),
        few_changes: bool = False,
    ) -> dict[SlotId, PersonId]:
        """Who is where; see `lsadesk.planner.replan`."""
        week, before = self.week, people_of(self.problem, placed)
        state = State(week, before, change=FEW_CHANGES if few_changes else None)
        state.place_all(before)
        open_rows = np.array(sorted(self._row[slot] for slot in lost), dtype=np.int64)
        stays = self._staying(before, fixed)
        stays[open_rows] = False
        moments = [
            Moment(week, slots[~stays[slots]])
            for slots in week.moments
            if np.isin(slots, open_rows).any()
        ]
        for _ in range(ROUNDS):
            for moment in moments:
                state.lift(moment.slots)
                put_back(state, moment, state.costs(moment))
        return self._answer(before, state.plan)

    def _staying(self, before: Ints, fixed: Collection[SlotId]) -> Bools:
        """Slots that nobody is moved out of: the *fixed*, and what broke a rule already."""
        stays = np.zeros(len(before), dtype=bool)
        stays[[self._row[slot] for slot in fixed]] = True
        taken = np.flatnonzero(before != NOBODY)
        stays[taken[~self.week.eligible[before[taken], taken]]] = True
        return stays

    def _answer(self, before: Ints, after: Ints) -> dict[SlotId, PersonId]:
        slots, lsas = self.problem.slots, self.problem.lsas
        found = {
            slots[row].id: lsas[after[row]].id for row in np.flatnonzero(after != NOBODY).tolist()
        }
        changed = {slots[row].id for row in np.flatnonzero(before != after).tolist()}
        moved = {found[slot] for slot in changed if slot in found}
        theirs = [Assignment(slot, who) for slot, who in found.items() if who in moved]
        plan = Plan(assignments=tuple(theirs), unmet=(), objective=0)
        wrong = [each for each in broken_rules(self.problem, plan) if each.slot in changed]
        if wrong:
            raise AssertionError(f"the replan broke a rule: {wrong[0].rule}: {wrong[0].sentence}")
        return found


def replan(
    problem: Problem,
    placed: Placed,
    lost: Collection[SlotId],
    *,
    fixed: Collection[SlotId],
    few_changes: bool,
) -> dict[SlotId, PersonId]:
    """Who is where; see `lsadesk.planner.replan`."""
    if not lost:
        return dict(placed)
    wanted = next(iter(lost))
    day = next(slot.day for slot in problem.slots if slot.id == wanted)
    return Replanner(problem, day).replan(placed, lost, fixed=fixed, few_changes=few_changes)
