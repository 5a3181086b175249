"""A problem as arrays: who may take which slot at all, and which times shut each other out.

Slots of one day, span and site share a *type*; conflicts are between types, which are few.
The break rule is a choice of *rests* (a start at a site): a type blocks some of them, and a
person must keep one that is free.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lsadesk.domain.calendar import minute_of
from lsadesk.domain.deployment import penalties, rules
from lsadesk.domain.deployment.model import Problem, Slot
from lsadesk.domain.people import SiteId

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

DAYS = 7


@dataclass(frozen=True)
class Compiled:
    """The arrays of a week: *n* people down, *m* slots or *types* across.

    *weights* is what an open slot costs, *fit* what a placement costs by itself. *blocks*
    is types x rests: the rests of its day that a type makes impossible.
    """

    problem: Problem
    eligible: Bools  # n x m
    fit: NDArray[np.int16]  # n x m
    weights: Ints  # m
    minutes: Ints  # m
    day: Ints  # m
    kind: Ints  # m: each slot's type
    group: Ints  # m: -1 where none
    conflicts: Bools  # types x types, true on the diagonal
    blocks: Bools  # types x rests
    rests: Ints  # days: how many of the columns of *blocks* belong to the day
    ceiling: Ints  # n
    share: Ints  # n: fair minutes, or -1
    faces: Ints  # groups
    type_day: Ints  # types
    type_start: Ints
    type_end: Ints

    @property
    def n(self) -> int:
        """How many people."""
        return len(self.ceiling)

    @property
    def m(self) -> int:
        """How many slots."""
        return len(self.weights)

    @cached_property
    def moments(self) -> list[Ints]:
        """The largest sets of slots that all run at one time of one day."""
        start, end = self.type_start[self.kind], self.type_end[self.kind]
        useful = self.eligible.any(axis=0)
        found: list[Ints] = []
        for day in range(DAYS):
            today = np.flatnonzero((self.day == day) & useful)
            sets = [
                today[(start[today] <= time) & (time < end[today])]
                for time in np.unique(start[today])
            ]
            found += [
                each
                for number, each in enumerate(sets)
                if not any(_within(each, other) for other in sets[number + 1 : number + 2])
            ]
        return found


def compiled(problem: Problem) -> Compiled:
    """The arrays of *problem*."""
    types, kind = _types(problem)
    blocks, rests = _rests(problem, types)
    groups = sorted({slot.group for slot in problem.slots if slot.group})
    number = {group: index for index, group in enumerate(groups)}
    faces = penalties.familiar_faces(problem)
    shares = penalties.fair_shares(problem)
    unlimited = DAYS * rules.DAY_MINUTES
    return Compiled(
        problem=problem,
        eligible=_eligible(problem),
        fit=_fit(problem),
        weights=_ints([rules.SHORTFALL.weight * slot.priority for slot in problem.slots]),
        minutes=_ints([slot.minutes for slot in problem.slots]),
        day=_ints([slot.day for slot in problem.slots]),
        kind=kind,
        group=_ints([number.get(slot.group, -1) for slot in problem.slots]),
        conflicts=_conflicts(problem, types),
        blocks=blocks,
        rests=rests,
        ceiling=_ints(
            [
                unlimited if lsa.weekly_minutes is None else lsa.weekly_minutes
                for lsa in problem.lsas
            ]
        ),
        share=_ints([shares.get(lsa.id, -1) for lsa in problem.lsas]),
        faces=_ints([faces[group] for group in groups]),
        type_day=_ints([slot.day for slot in types]),
        type_start=_ints([minute_of(slot.span.start) for slot in types]),
        type_end=_ints([minute_of(slot.span.end) for slot in types]),
    )


def _ints(values: Sequence[int]) -> Ints:
    return np.array(values, dtype=np.int64).reshape(len(values))


def _within(one: Ints, other: Ints) -> bool:
    return bool(np.isin(one, other).all())


def _types(problem: Problem) -> tuple[list[Slot], Ints]:
    """One slot for each type, and each slot's type."""
    index: dict[object, int] = {}
    types: list[Slot] = []
    kind = []
    for slot in problem.slots:
        key = (slot.day, slot.span, slot.site)
        if key not in index:
            index[key] = len(types)
            types.append(slot)
        kind.append(index[key])
    return types, _ints(kind)


# What of a slot each of the rules about one person alone looks at: slots that are equal in
# it have equal answers, so each is asked once.
_LOOKS_AT: dict[str, Callable[[Slot], object]] = {
    "times": lambda slot: slot.span,
    "availability": lambda slot: (slot.day, slot.span),
    "site": lambda slot: slot.site,
    "skill": lambda slot: slot.skills,
    "restriction": lambda slot: slot.skills,
    "certificate": lambda slot: (slot.day, slot.certificates),
    "exclusion": lambda slot: slot.avoid,
    "day hours": lambda slot: slot.minutes,
    "week hours": lambda slot: slot.minutes,
}


def _eligible(problem: Problem) -> Bools:
    """Who may take each slot, were it their only one in the week."""
    result = np.ones((len(problem.lsas), len(problem.slots)), dtype=bool)
    for rule in rules.HARD:
        looks_at = _LOOKS_AT.get(rule.name)
        if looks_at is None:
            continue
        answers: dict[object, Bools] = {}
        for column, slot in enumerate(problem.slots):
            part = looks_at(slot)
            if part not in answers:
                answers[part] = _answers(problem, rule, slot)
            result[:, column] &= answers[part]
    return result


def _answers(problem: Problem, rule: rules.HardRule, slot: Slot) -> Bools:
    cases = (rules.Case(problem, lsa, slot) for lsa in problem.lsas)
    return np.array([not rule.why_not(case) for case in cases], dtype=bool)


def _fit(problem: Problem) -> NDArray[np.int16]:
    columns: dict[object, NDArray[np.int16]] = {}
    result = np.zeros((len(problem.lsas), len(problem.slots)), dtype=np.int16)
    for column, slot in enumerate(problem.slots):
        if slot.helpful not in columns:
            columns[slot.helpful] = np.array(
                [rules.FIT.weight * penalties.misfit(slot, lsa) for lsa in problem.lsas], np.int16
            )
        result[:, column] = columns[slot.helpful]
    return result


def _conflicts(problem: Problem, types: Sequence[Slot]) -> Bools:
    """Pairs of types of which one person can have one: they overlap, or travel does not fit."""
    day = _ints([slot.day for slot in types])
    start = _ints([minute_of(slot.span.start) for slot in types])
    end = _ints([minute_of(slot.span.end) for slot in types])
    site = _ints([-1 if slot.site is None else slot.site for slot in types])
    apart = (site[:, None] != site) & (site[:, None] >= 0) & (site >= 0)
    needed = apart * problem.travel_minutes
    gap = np.maximum(start[:, None] - end, start - end[:, None])
    result: Bools = (day[:, None] == day) & (gap < needed)
    np.fill_diagonal(result, val=True)
    return result


def _rests(problem: Problem, types: Sequence[Slot]) -> tuple[Bools, Ints]:
    """Which rests each type blocks, and how many rests each day has (at least one)."""
    by_day: dict[int, list[int]] = {}
    for index, slot in enumerate(types):
        by_day.setdefault(slot.day, []).append(index)
    rows: dict[int, list[list[bool]]] = {}
    for day, indices in by_day.items():
        rows[day] = _blocked(problem, [types[index] for index in indices])
    count = _ints([len(rows[day][0]) if day in rows else 1 for day in range(DAYS)])
    blocks = np.zeros((len(types), int(count.max())), dtype=bool)
    for day, indices in by_day.items():
        blocks[indices, : count[day]] = rows[day]
    return blocks, count


def _blocked(problem: Problem, today: Sequence[Slot]) -> list[list[bool]]:
    """For each of the day's types, whether it blocks each of the day's rests."""
    sites: set[SiteId | None] = {slot.site for slot in today if slot.site is not None}
    rests = sorted(
        {
            (start, where)
            for where in sites or {None}
            for start in (
                rules.BREAK_FROM,
                *(minute_of(slot.span.end) + problem.travel(slot.site, where) for slot in today),
            )
            if rules.BREAK_FROM <= start <= rules.BREAK_TO - rules.BREAK_MINUTES
        },
        key=str,
    )
    table = []
    for slot in today:
        row = []
        for start, where in rests:
            away = problem.travel(slot.site, where)
            before = start + rules.BREAK_MINUTES <= minute_of(slot.span.start) - away
            after = minute_of(slot.span.end) + away <= start
            row.append(rules.leaves_break(slot) and not (before or after))
        table.append(row)
    return table
