"""A whole week as one integer programme, for HiGHS: what the least is that any plan can cost.

It has every soft rule, and every hard one but two: a night's rest between days and the longest
time without a pause. So its least cost is a true bound for every week, and where the plan that it
finds keeps those two as well, that plan is the best there is.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from lsadesk.domain.deployment.check import broken_rules
from lsadesk.domain.deployment.model import Assignment, Plan
from lsadesk.domain.deployment.penalties import STEP_MINUTES, bands, floors
from lsadesk.planner.arrays import Ints
from lsadesk.planner.compile import Compiled
from lsadesk.planner.cover_model import (
    CoverModel,
    Graph,
    Programme,
    hours_row,
    person_rows,
    solution,
)
from lsadesk.planner.state import NOBODY
from lsadesk.planner.times import DAYS

Column = int
Pairs = dict[Column, tuple[int, int]]  # a column: the first of the slots alike, and who has one
Taken = list[tuple[int, Column]]  # somebody's possible slots, each with its column
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True)
class Given:
    """What a plan must keep, and what it should stay near to: the person of each slot."""

    pinned: Ints
    previous: Ints | None = None


def cheapest(week: Compiled, given: Given, most: int | None = None) -> tuple[int, Ints] | None:
    """The least that a plan can cost, and who has each slot then; None where it was not solved.

    The plan may break one of the two rules that are left out: the cost is a true bound even so.
    *most* is what a plan that keeps all rules costs: it is proven sooner where that is known.
    """
    model, pairs = whole_week(week, given)
    solved = solution(model, 1, most)
    if solved is None:
        return None
    least, values = solved
    chosen = (pair for column, pair in pairs.items() if values[column] > 0.5)
    return least, dealt(week, given, chosen)


def dealt(week: Compiled, given: Given, chosen: Iterable[tuple[int, int]]) -> Ints:
    """Who has each slot; *chosen* has somebody, and the first of the slots alike of which one."""
    who = np.full(week.m, NOBODY, dtype=np.int64)
    left = {slots[0]: list(slots) for slots in _alike(week, given)}
    for slot, person in chosen:
        who[left[slot].pop()] = person
    return who


def keeps_every_rule(week: Compiled, who: Ints) -> bool:
    """Whether the domain lets the plan *who* stand."""
    problem = week.problem
    placed = tuple(
        Assignment(slot.id, problem.lsas[person].id)
        for slot, person in zip(problem.slots, who.tolist(), strict=True)
        if person != NOBODY
    )
    return not broken_rules(problem, Plan(assignments=placed, unmet=(), objective=0))


def whole_week(week: Compiled, given: Given) -> tuple[CoverModel, Pairs]:
    """The programme of *week*, and what its columns place where."""
    model, pairs = Programme(), Pairs()
    of_person: dict[int, Taken] = defaultdict(list)
    for slots in _alike(week, given):
        slot, count = slots[0], float(len(slots))
        filled = []
        for person, cost in _may_take(week, given, slot):
            column = model.column(cost)
            pairs[column] = (slot, person)
            of_person[person].append((slot, column))
            filled.append(column)
        if given.pinned[slot] == NOBODY:
            left_open = week.weights[slot] + _change(week, given, slot, NOBODY)
            filled.append(model.column(left_open, most=count))
        model.row(filled, count, lower=count)
    graphs = {day: Graph(week, day) for day in range(DAYS) if (week.type_day == day).any()}
    for person in range(week.n):
        taken = of_person[person]
        _hard_rows(model, week, graphs, person, taken)
        _fair_rows(model, week, person, taken)
        _duty_rows(model, week, taken)
        _planning_rows(model, week, person, taken)
    _team_rows(model, week, pairs)
    _one_person_rows(model, week, pairs)
    _hope_rows(model, week, of_person)
    return model.finished(), pairs


def _alike(week: Compiled, given: Given) -> list[list[int]]:
    """The slots, those together that are the same to everybody: all of them run at one time.

    Kept apart, each way to deal them to the same people would be a plan of its own to rule out.
    """
    before = np.full(week.m, NOBODY) if given.previous is None else given.previous
    alike = (
        week.kind,
        week.weights,
        week.group,
        week.learner,
        week.teacher,
        week.unpopular,
        before,
    )
    keyed: list[tuple[Hashable, int]] = []
    for slot in range(week.m):
        free = given.pinned[slot] == NOBODY
        people = week.eligible[:, slot].tobytes(), week.fit[:, slot].tobytes()
        keyed.append(((*(int(each[slot]) for each in alike), *people) if free else slot, slot))
    return list(_grouped(keyed).values())


def _may_take(week: Compiled, given: Given, slot: int) -> Iterator[tuple[int, float]]:
    """Who may have *slot*, each with what that costs by itself."""
    pinned = int(given.pinned[slot])
    for person in np.flatnonzero(week.eligible[:, slot]).tolist():
        if pinned in (NOBODY, person):
            yield person, week.fit[person, slot] + _change(week, given, slot, person)


def _change(week: Compiled, given: Given, slot: int, person: int) -> float:
    before = NOBODY if given.previous is None else int(given.previous[slot])
    return 0.0 if before in (NOBODY, person) else float(week.rates.change)


def _hard_rows(
    model: Programme, week: Compiled, graphs: dict[int, Graph], person: int, taken: Taken
) -> None:
    by_day: dict[int, Taken] = defaultdict(list)
    for slot, column in taken:
        by_day[int(week.day[slot])].append((slot, column))
    for day, places in by_day.items():
        person_rows(model, graphs[day], [(int(week.kind[slot]), at) for slot, at in places])
        timed = [(at, int(week.minutes[slot])) for slot, at in places]
        hours_row(model, timed, int(week.day_ceiling[person, day]))
    timed = [(at, int(week.minutes[slot])) for slot, at in taken]
    hours_row(model, timed, int(week.ceiling[person]))


def _fair_rows(model: Programme, week: Compiled, person: int, taken: Taken) -> None:
    """Whole steps by which hours lie outside the fair band and the far one, and below floors."""
    share, rates = int(week.share[person]), week.rates
    if share < 0:
        return
    columns = [column for _, column in taken]
    minutes = [float(week.minutes[slot]) for slot, _ in taken]
    less = [*(-each for each in minutes), float(-STEP_MINUTES)]
    for rate, band in zip((rates.fair, rates.far), bands(share), strict=True):
        steps = model.column(float(rate), most=float(DAYS * 24 * 60 // STEP_MINUTES))
        spare = band + STEP_MINUTES - 1
        model.row([*columns, steps], float(share + spare), values=[*minutes, float(-STEP_MINUTES)])
        model.row([*columns, steps], float(spare - share), values=less)
    for floor in floors(share):
        steps = model.column(float(rates.floor), most=float(floor // STEP_MINUTES))
        model.row([*columns, steps], float(STEP_MINUTES - 1 - floor), values=less)


def _beyond(model: Programme, rate: int, columns: list[Column], most: int) -> None:
    """Each of *columns* beyond *most* of them costs *rate*."""
    if len(columns) > most:
        more = model.column(float(rate), most=float(len(columns)))
        model.row([*columns, more], float(most), values=[*(1.0 for _ in columns), -1.0])


def _any_of(model: Programme, week: Compiled, taken: Taken) -> Column:
    """A column that is 1 if any of somebody's *taken* is; of one time they can have one alone."""
    some = model.column()
    for columns in _grouped((int(week.kind[slot]), column) for slot, column in taken).values():
        model.row([*columns, some], 0.0, values=[*(1.0 for _ in columns), -1.0])
    return some


def _duty_rows(model: Programme, week: Compiled, taken: Taken) -> None:
    unpopular = [column for slot, column in taken if week.unpopular[slot]]
    _beyond(model, week.rates.duties, unpopular, week.duties)


def _planning_rows(model: Programme, week: Compiled, person: int, taken: Taken) -> None:
    """For each teacher they work with, a time at which nothing they have shuts planning out."""
    meetings = week.meetings
    taught = (
        (int(week.teacher[slot]), (slot, at)) for slot, at in taken if week.teacher[slot] >= 0
    )
    for teacher, mine in _grouped(taught).items():
        times = np.flatnonzero((meetings.teacher == teacher) & meetings.could_come[person])
        missed = model.column(float(week.rates.planning))
        free = []
        for time in times.tolist():
            free.append(model.column())
            for slot, column in taken:
                if meetings.shut_by[week.kind[slot], time]:
                    model.row([column, free[-1]], 1.0)
        model.row(
            [_any_of(model, week, mine), *free, missed],
            0.0,
            values=[1.0, *(-1.0 for _ in free), -1.0],
        )


def _team_rows(model: Programme, week: Compiled, pairs: Pairs) -> None:
    """Who sees a group at all, and how many beyond its familiar faces."""
    teams: dict[int, dict[int, Taken]] = defaultdict(lambda: defaultdict(list))
    for column, (slot, person) in pairs.items():
        if week.group[slot] >= 0:
            teams[int(week.group[slot])][person].append((slot, column))
    for group, team in teams.items():
        faces = int(week.faces[group])
        if len(team) > faces:
            seen = [_any_of(model, week, taken) for taken in team.values()]
            _beyond(model, week.rates.team, seen, faces)


def _one_person_rows(model: Programme, week: Compiled, pairs: Pairs) -> None:
    own = (
        ((int(week.learner[slot]), person), column)
        for column, (slot, person) in pairs.items()
        if week.learner[slot] >= 0
    )
    for (learner, _), columns in _grouped(own).items():
        _beyond(model, week.rates.one_person, columns, int(week.with_one[learner]))


def _hope_rows(model: Programme, week: Compiled, of_person: dict[int, Taken]) -> None:
    for hope, person in enumerate(week.hope_of.tolist()):
        would_meet = [
            column for slot, column in of_person[person] if week.hope_groups[hope, week.group[slot]]
        ]
        unmet = model.column(float(week.rates.hopes))
        model.row([*would_meet, unmet], np.inf, lower=1.0)


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    groups: dict[Key, list[Value]] = defaultdict(list)
    for key, column in pairs:
        groups[key].append(column)
    return groups
