"""When slots are: which times shut each other out, and which of them leave no break.

Slots of one day, span and site share a *type*; conflicts are between types, which are few.
The break rule is a choice of *rests* (a start at a site): a type blocks some of them, and a
person must keep one that is free.
"""

from collections.abc import Sequence, Set

import numpy as np

from lsadesk.domain.deployment import midday, rules
from lsadesk.domain.deployment.model import DAY, Problem, Slot
from lsadesk.domain.staff.people import SiteId
from lsadesk.planner.arrays import Bools, Ints, ints

DAYS = 7


def types_of(problem: Problem) -> tuple[list[Slot], Ints]:
    """One slot for each type, and each slot's type."""
    index: dict[object, int] = {}
    types: list[Slot] = []
    kind = []
    for slot in problem.slots:
        key = (slot.day, slot.start, slot.end, slot.site)
        if key not in index:
            index[key] = len(types)
            types.append(slot)
        kind.append(index[key])
    return types, ints(kind)


def conflicts(problem: Problem, types: Sequence[Slot]) -> Bools:
    """Pairs of types of which one person can have one.

    They overlap, or travel does not fit, or, on two days, the night's rest does not.
    """
    day = ints([slot.day for slot in types])
    start = ints([slot.start for slot in types]) + DAY * day
    end = ints([slot.end for slot in types]) + DAY * day
    site = ints([-1 if slot.site is None else slot.site for slot in types])
    needed = _journeys(problem, site)
    gap = np.maximum(start[:, None] - end, start - end[:, None])
    result: Bools = gap < np.where(day[:, None] == day, needed, rules.REST_MINUTES)
    np.fill_diagonal(result, val=True)
    return result


def _journeys(problem: Problem, site: Ints) -> Ints:
    """Minutes from each of *site* to each, -1 being a site that is not known."""
    known, at = np.unique(site, return_inverse=True)
    names = [None if number < 0 else SiteId(int(number)) for number in known]
    between = ints([problem.travel(one, other) for one in names for other in names])
    result: Ints = between.reshape(len(known), len(known))[np.ix_(at, at)]
    return result


def rests(problem: Problem, types: Sequence[Slot]) -> tuple[Bools, Ints]:
    """Which rests each type blocks, and how many rests each day has (at least one)."""
    by_day: dict[int, list[int]] = {}
    for index, slot in enumerate(types):
        by_day.setdefault(slot.day, []).append(index)
    rows: dict[int, list[list[bool]]] = {}
    for day, indices in by_day.items():
        rows[day] = _blocked(problem, [types[index] for index in indices])
    count = ints([len(rows[day][0]) if day in rows else 1 for day in range(DAYS)])
    blocks = np.zeros((len(types), int(count.max())), dtype=bool)
    for day, indices in by_day.items():
        blocks[indices, : count[day]] = rows[day]
    return blocks, count


def _blocked(problem: Problem, today: Sequence[Slot]) -> list[list[bool]]:
    """For each of the day's types, whether it blocks each of the day's rests."""
    sites: Set[SiteId | None] = problem.sites_on.get(today[0].day, frozenset())
    rests = sorted(
        {
            (start, where)
            for where in sites or {None}
            for start in (
                midday.BREAK_FROM,
                *(slot.end + problem.travel(slot.site, where) for slot in today),
            )
            if midday.BREAK_FROM <= start <= midday.BREAK_TO - midday.BREAK_MINUTES
        },
        key=str,
    )
    table = []
    for slot in today:
        row = []
        for start, where in rests:
            away = problem.travel(slot.site, where)
            before = start + midday.BREAK_MINUTES <= slot.start - away
            after = slot.end + away <= start
            row.append(midday.leaves_break(slot) and not (before or after))
        table.append(row)
    return table
