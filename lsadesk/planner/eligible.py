"""Who may take each slot at all, were it their only one, and how well it would fit them."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from lsadesk.domain.deployment import penalties, rules
from lsadesk.domain.deployment.alone import ALONE, LooksAt
from lsadesk.domain.deployment.model import Problem, Slot
from lsadesk.planner.arrays import Bools, ints

# Rules about what is held too that may keep somebody from their only slot.
_BY_ITSELF: Sequence[tuple[Callable[[rules.Case], str], LooksAt]] = (
    (rules.in_a_row, lambda slot: (slot.start, slot.end)),
    (rules.day_hours, lambda slot: slot.minutes),
    (rules.week_hours, lambda slot: slot.minutes),
)


def eligible(problem: Problem, columns: Sequence[int]) -> Bools:
    """Who may take each slot of *columns*, were it their only one; nobody the others."""
    lsas = problem.lsas
    result = np.zeros((len(lsas), len(problem.slots)), dtype=bool)
    asked = [problem.slots[column] for column in columns]
    may = np.ones((len(lsas), len(asked)), dtype=bool)
    for alone in ALONE.values():
        may &= ~_by_part(asked, alone.looks_at, partial(alone.stopped, lsas), len(lsas))
    for why_not, looks_at in _BY_ITSELF:
        may &= ~_by_part(asked, looks_at, partial(_stopped, problem, why_not), len(lsas))
    result[:, columns] = may
    return result


def _by_part(
    slots: Sequence[Slot], looks_at: LooksAt, stopped: Callable[[Slot], Sequence[int]], people: int
) -> Bools:
    """Who of *people* is stopped from each slot, asked once for those equal in *looks_at*."""
    parts: dict[object, int] = {}
    part = ints([parts.setdefault(looks_at(slot), len(parts)) for slot in slots])
    found = np.zeros((people, len(parts)), dtype=bool)
    for number, at in enumerate(np.unique(part, return_index=True)[1].tolist()):
        found[stopped(slots[at]), number] = True
    result: Bools = found[:, part]
    return result


def _stopped(problem: Problem, why_not: Callable[[rules.Case], str], slot: Slot) -> list[int]:
    cases = (rules.Case(problem, lsa, slot) for lsa in problem.lsas)
    return [at for at, case in enumerate(cases) if why_not(case)]


def fit(problem: Problem) -> NDArray[np.int16]:
    """What each person costs in each slot by their fit alone, people x slots."""
    rate = rules.weight(problem, rules.FIT)
    columns: dict[object, NDArray[np.int16]] = {}
    result = np.zeros((len(problem.lsas), len(problem.slots)), dtype=np.int16)
    for column, slot in enumerate(problem.slots):
        if slot.helpful not in columns:
            columns[slot.helpful] = np.array(
                [rate * penalties.misfit(slot, lsa) for lsa in problem.lsas], np.int16
            )
        result[:, column] = columns[slot.helpful]
    return result
