"""A problem as arrays, put together once before the search begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lsadesk.domain.calendar import Weekday
from lsadesk.domain.deployment import penalties, rules
from lsadesk.domain.deployment.alone import is_in
from lsadesk.domain.deployment.model import DAY, Lsa, Problem, Slot
from lsadesk.planner import eligible, times
from lsadesk.planner.arrays import Bools, Ints, ints
from lsadesk.planner.times import DAYS


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
    learner: Ints  # m: whose own place it is, -1 where none
    teacher: Ints  # m: -1 where none, or where no planning time with them is known
    unpopular: Bools  # m
    conflicts: Bools  # types x types, true on the diagonal
    blocks: Bools  # types x rests
    rests: Ints  # days: how many of the columns of *blocks* belong to the day
    ceiling: Ints  # n
    day_ceiling: Ints  # n x days
    in_a_row: Ints  # n: the longest run without a pause, or -1
    share: Ints  # n: fair minutes, or -1
    faces: Ints  # groups
    with_one: Ints  # learners: how many places one person may have before it costs
    duties: int  # how many unpopular places each person may have before it costs
    hope_of: Ints  # hopes: whose it is
    hope_groups: Bools  # hopes x (groups + 1): what would meet it
    meetings: "Meetings"
    rates: "Rates"
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


@dataclass(frozen=True)
class Rates:
    """What breaking each soft rule once costs in this week."""

    fit: int
    team: int
    one_person: int
    planning: int
    duties: int
    hopes: int
    fair: int
    far: int
    floor: int
    change: int


@dataclass(frozen=True)
class Meetings:
    """Times at which a teacher could plan with an LSA, in the order of their teachers.

    *starts* has the first time of each teacher, as `reduceat` wants it.
    """

    teacher: Ints
    starts: Ints
    could_come: Bools  # people x times, had they nothing else that day
    shut_by: Bools  # types x times


def compiled(problem: Problem, only: Weekday | None = None) -> Compiled:
    """The arrays of *problem*; *only* one day's slots can be given to anybody, if told so."""
    lsas, slots = problem.lsas, problem.slots
    types, kind = times.types_of(problem)
    blocks, rests = times.rests(problem, types)
    faces = penalties.familiar_faces(problem)
    groups = {group: number for number, group in enumerate(sorted(faces))}
    most = penalties.most_with_one(problem)
    learners = {learner: number for number, learner in enumerate(most)}
    shares = penalties.fair_shares(problem)
    meetings, teachers = _meetings(problem, types)
    hopes = [(row, hope) for row, lsa in enumerate(lsas) for hope in lsa.hopes]
    return Compiled(
        problem=problem,
        eligible=eligible.eligible(
            problem, [row for row, slot in enumerate(slots) if only in (None, slot.day)]
        ),
        fit=eligible.fit(problem),
        weights=ints([rules.SHORTFALL.weight * slot.priority for slot in slots]),
        minutes=ints([slot.minutes for slot in slots]),
        day=ints([slot.day for slot in slots]),
        kind=kind,
        group=ints([groups.get(slot.group, -1) for slot in slots]),
        learner=ints([-1 if slot.learner is None else learners[slot.learner] for slot in slots]),
        teacher=ints([teachers.get(slot.teacher, -1) for slot in slots]),
        unpopular=np.array([slot.unpopular for slot in slots], dtype=bool),
        conflicts=times.conflicts(problem, types),
        blocks=blocks,
        rests=rests,
        ceiling=ints([_or(lsa.left, DAYS * DAY) for lsa in lsas]),
        day_ceiling=_day_ceiling(lsas),
        in_a_row=ints([_or(lsa.most_in_a_row, -1) for lsa in lsas]),
        share=ints([shares.get(lsa.id, -1) for lsa in lsas]),
        faces=ints([faces[group] for group in groups]),
        with_one=ints(list(most.values())),
        duties=penalties.fair_duties(problem),
        hope_of=ints([row for row, _ in hopes]),
        hope_groups=_among(
            [[groups[each] for each in hope.groups if each in groups] for _, hope in hopes],
            len(groups) + 1,
        ),
        meetings=meetings,
        rates=_rates(problem),
        type_day=ints([slot.day for slot in types]),
        type_start=ints([slot.start for slot in types]),
        type_end=ints([slot.end for slot in types]),
    )


def _day_ceiling(lsas: Sequence[Lsa]) -> Ints:
    """What each may have on each day beside their work placements."""
    return np.array([[lsa.left_on(Weekday(day)) for day in range(DAYS)] for lsa in lsas]).reshape(
        len(lsas), DAYS
    )


def _or(minutes: int | None, otherwise: int) -> int:
    return otherwise if minutes is None else minutes


def _rates(problem: Problem) -> Rates:
    return Rates(
        fit=rules.weight(problem, rules.FIT),
        team=rules.weight(problem, rules.TEAM),
        one_person=rules.weight(problem, rules.ONE_PERSON),
        planning=rules.weight(problem, rules.PLANNING),
        duties=rules.weight(problem, rules.DUTIES),
        hopes=rules.weight(problem, rules.HOPES),
        fair=rules.weight(problem, rules.FAIR),
        far=rules.weight(problem, rules.FAR),
        floor=rules.weight(problem, rules.FLOOR),
        change=rules.weight(problem, rules.CHANGE),
    )


def _among(wanted: Sequence[Sequence[int]], columns: int) -> Bools:
    result = np.zeros((len(wanted), columns), dtype=bool)
    for row, chosen in enumerate(wanted):
        result[row, chosen] = True
    return result


def _meetings(problem: Problem, types: Sequence[Slot]) -> tuple[Meetings, dict[str, int]]:
    """The planning times of teachers who teach this week, and each such teacher's number."""
    offered = penalties.planning_times(problem)
    teachers = {name: row for row, name in enumerate(sorted({each.teacher for each in offered}))}
    teacher = ints([teachers[each.teacher] for each in offered])
    could_come = np.array(
        [is_in(lsa, time) for lsa in problem.lsas for time in offered],
        dtype=bool,
    ).reshape(len(problem.lsas), len(offered))
    shut_by = times.conflicts(problem, [*types, *offered])[: len(types), len(types) :]
    starts = np.flatnonzero(np.diff(teacher, prepend=-1)).astype(np.int64)
    return Meetings(teacher, starts, could_come, shut_by), teachers


def _within(one: Ints, other: Ints) -> bool:
    return bool(np.isin(one, other).all())
