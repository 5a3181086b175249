"""A problem as arrays: who may take which slot at all, and which times shut each other out.

Slots of one day, span and site share a *type*; conflicts are between types, which are few.
The break rule is a choice of *rests* (a start at a site): a type blocks some of them, and a
person must keep one that is free.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from lsadesk.domain.calendar import Weekday
from lsadesk.domain.deployment import midday, penalties, rules
from lsadesk.domain.deployment.alone import ALONE, LooksAt
from lsadesk.domain.deployment.model import DAY, Problem, Slot
from lsadesk.domain.staff.people import SiteId

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
    learner: Ints  # m: whose own place it is, -1 where none
    teacher: Ints  # m: -1 where none, or where no planning time with them is known
    unpopular: Bools  # m
    conflicts: Bools  # types x types, true on the diagonal
    blocks: Bools  # types x rests
    rests: Ints  # days: how many of the columns of *blocks* belong to the day
    ceiling: Ints  # n
    day_ceiling: Ints  # n
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
    types, kind = _types(problem)
    blocks, rests = _rests(problem, types)
    groups = sorted({slot.group for slot in problem.slots if slot.group})
    number = {group: index for index, group in enumerate(groups)}
    faces = penalties.familiar_faces(problem)
    shares = penalties.fair_shares(problem)
    most = penalties.most_with_one(problem)
    learners = {learner: index for index, learner in enumerate(most)}
    meetings, teachers = _meetings(problem, types)
    hopes = [
        (row, [number[group] for group in hope.groups if group in number])
        for row, lsa in enumerate(problem.lsas)
        for hope in lsa.hopes
    ]
    unlimited = DAYS * DAY
    return Compiled(
        problem=problem,
        eligible=_eligible(
            problem,
            [row for row, slot in enumerate(problem.slots) if only in (None, slot.day)],
        ),
        fit=_fit(problem),
        weights=_ints([rules.SHORTFALL.weight * slot.priority for slot in problem.slots]),
        minutes=_ints([slot.minutes for slot in problem.slots]),
        day=_ints([slot.day for slot in problem.slots]),
        kind=kind,
        group=_ints([number.get(slot.group, -1) for slot in problem.slots]),
        learner=_ints(
            [-1 if slot.learner is None else learners[slot.learner] for slot in problem.slots]
        ),
        teacher=_ints([teachers.get(slot.teacher, -1) for slot in problem.slots]),
        unpopular=np.array([slot.unpopular for slot in problem.slots], dtype=bool),
        conflicts=_conflicts(problem, types),
        blocks=blocks,
        rests=rests,
        ceiling=_ints(
            [
                unlimited if lsa.weekly_minutes is None else lsa.weekly_minutes
                for lsa in problem.lsas
            ]
        ),
        day_ceiling=_ints([lsa.day_minutes for lsa in problem.lsas]),
        in_a_row=_ints(
            [-1 if lsa.most_in_a_row is None else lsa.most_in_a_row for lsa in problem.lsas]
        ),
        share=_ints([shares.get(lsa.id, -1) for lsa in problem.lsas]),
        faces=_ints([faces[group] for group in groups]),
        with_one=_ints(list(most.values())),
        duties=penalties.fair_duties(problem),
        hope_of=_ints([row for row, _ in hopes]),
        hope_groups=_among([wanted for _, wanted in hopes], len(groups) + 1),
        meetings=meetings,
        rates=_rates(problem),
        type_day=_ints([slot.day for slot in types]),
        type_start=_ints([slot.start for slot in types]),
        type_end=_ints([slot.end for slot in types]),
    )


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
        change=rules.weight(problem, rules.CHANGE),
    )


def _among(wanted: Sequence[Sequence[int]], columns: int) -> Bools:
    result = np.zeros((len(wanted), columns), dtype=bool)
    for row, chosen in enumerate(wanted):
        result[row, chosen] = True
    return result


def _meetings(problem: Problem, types: Sequence[Slot]) -> tuple[Meetings, dict[str, int]]:
    """The planning times of teachers who teach this week, and each such teacher's number."""
    times = penalties.planning_times(problem)
    teachers = {name: row for row, name in enumerate(sorted({each.teacher for each in times}))}
    teacher = _ints([teachers[each.teacher] for each in times])
    could_come = np.array(
        [
            [not (rules.available(case) or rules.site(case)) for case in cases]
            for cases in (
                [rules.Case(problem, lsa, time) for time in times] for lsa in problem.lsas
            )
        ],
        dtype=bool,
    ).reshape(len(problem.lsas), len(times))
    shut_by = _conflicts(problem, [*types, *times])[: len(types), len(types) :]
    starts = np.flatnonzero(np.diff(teacher, prepend=-1)).astype(np.int64)
    return Meetings(teacher, starts, could_come, shut_by), teachers


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
        key = (slot.day, slot.start, slot.end, slot.site)
        if key not in index:
            index[key] = len(types)
            types.append(slot)
        kind.append(index[key])
    return types, _ints(kind)


# Rules about what is held too that may keep somebody from their only slot.
_BY_ITSELF: Sequence[tuple[Callable[[rules.Case], str], LooksAt]] = (
    (rules.in_a_row, lambda slot: (slot.start, slot.end)),
    (rules.day_hours, lambda slot: slot.minutes),
    (rules.week_hours, lambda slot: slot.minutes),
)


def _eligible(problem: Problem, columns: Sequence[int]) -> Bools:
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
    part = _ints([parts.setdefault(looks_at(slot), len(parts)) for slot in slots])
    found = np.zeros((people, len(parts)), dtype=bool)
    for number, at in enumerate(np.unique(part, return_index=True)[1].tolist()):
        found[stopped(slots[at]), number] = True
    result: Bools = found[:, part]
    return result


def _stopped(problem: Problem, why_not: Callable[[rules.Case], str], slot: Slot) -> list[int]:
    cases = (rules.Case(problem, lsa, slot) for lsa in problem.lsas)
    return [at for at, case in enumerate(cases) if why_not(case)]


def _fit(problem: Problem) -> NDArray[np.int16]:
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


def _conflicts(problem: Problem, types: Sequence[Slot]) -> Bools:
    """Pairs of types of which one person can have one.

    They overlap, or travel does not fit, or, on two days, the night's rest does not.
    """
    day = _ints([slot.day for slot in types])
    start = _ints([slot.start for slot in types]) + DAY * day
    end = _ints([slot.end for slot in types]) + DAY * day
    site = _ints([-1 if slot.site is None else slot.site for slot in types])
    needed = _journeys(problem, site)
    gap = np.maximum(start[:, None] - end, start - end[:, None])
    result: Bools = gap < np.where(day[:, None] == day, needed, rules.REST_MINUTES)
    np.fill_diagonal(result, val=True)
    return result


def _journeys(problem: Problem, site: Ints) -> Ints:
    """Minutes from each of *site* to each, -1 being a site that is not known."""
    known, at = np.unique(site, return_inverse=True)
    names = [None if number < 0 else SiteId(int(number)) for number in known]
    between = _ints([problem.travel(one, other) for one in names for other in names])
    result: Ints = between.reshape(len(known), len(known))[np.ix_(at, at)]
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
