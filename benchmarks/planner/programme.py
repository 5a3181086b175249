"""A made-up college's week as one integer programme: what the peers are given.

It has every hard rule and every soft one that the made-up colleges of `colleges` can break, so
that its optimum is the planner's own: shortfall, fit, familiar faces and fair hours.
"""

from collections import defaultdict

import numpy as np

from lsadesk.domain.deployment.penalties import STEP_MINUTES, bands, floors
from lsadesk.planner.compile import Compiled
from lsadesk.planner.cover_model import CoverModel, Graph, Programme, hours_row, person_rows
from lsadesk.planner.times import DAYS

Column = int
Pairs = dict[Column, tuple[int, int]]  # a column of the programme: its slot and person


def whole_week(week: Compiled) -> tuple[CoverModel, Pairs]:
    """The programme of *week*, and what its columns place where."""
    model, pairs = Programme(), Pairs()
    of_person: dict[int, list[tuple[int, Column]]] = defaultdict(list)
    for slot in range(week.m):
        left_open = model.column(float(week.weights[slot]))
        filled = []
        for person in np.flatnonzero(week.eligible[:, slot]).tolist():
            column = model.column(float(week.fit[person, slot]))
            pairs[column] = (slot, person)
            of_person[person].append((slot, column))
            filled.append(column)
        model.row([left_open, *filled], 1.0, lower=1.0)
    graphs = {day: Graph(week, day) for day in range(DAYS) if (week.type_day == day).any()}
    for person, taken in of_person.items():
        _hard_rows(model, week, graphs, person, taken)
        _fair_rows(model, week, person, taken)
    _team_rows(model, week, pairs)
    return model.finished(), pairs


def _hard_rows(
    model: Programme,
    week: Compiled,
    graphs: dict[int, Graph],
    person: int,
    taken: list[tuple[int, Column]],
) -> None:
    by_day: dict[int, list[tuple[int, Column]]] = defaultdict(list)
    for slot, column in taken:
        by_day[int(week.day[slot])].append((slot, column))
    for day, places in by_day.items():
        person_rows(model, graphs[day], [(int(week.kind[slot]), at) for slot, at in places])
        timed = [(at, int(week.minutes[slot])) for slot, at in places]
        hours_row(model, timed, int(week.day_ceiling[person, day]))
    timed = [(at, int(week.minutes[slot])) for slot, at in taken]
    hours_row(model, timed, int(week.ceiling[person]))


def _fair_rows(
    model: Programme, week: Compiled, person: int, taken: list[tuple[int, Column]]
) -> None:
    """Whole steps by which hours lie outside the fair band and the far one, and below floors."""
    share = int(week.share[person])
    if share < 0:
        return
    columns = [column for _, column in taken]
    minutes = [float(week.minutes[slot]) for slot, _ in taken]
    for rate, band in zip((week.rates.fair, week.rates.far), bands(share), strict=True):
        steps = model.column(float(rate), most=float(DAYS * 24 * 60 // STEP_MINUTES))
        spare = band + STEP_MINUTES - 1
        model.row([*columns, steps], float(share + spare), values=[*minutes, float(-STEP_MINUTES)])
        model.row(
            [*columns, steps],
            float(spare - share),
            values=[*(-each for each in minutes), float(-STEP_MINUTES)],
        )
    for floor in floors(share):
        steps = model.column(float(week.rates.floor), most=float(floor // STEP_MINUTES))
        model.row(
            [*columns, steps],
            float(STEP_MINUTES - 1 - floor),
            values=[*(-each for each in minutes), float(-STEP_MINUTES)],
        )


def _team_rows(model: Programme, week: Compiled, pairs: Pairs) -> None:
    """Who sees a group at all, and how many beyond its familiar faces."""
    teams: dict[int, dict[int, list[Column]]] = defaultdict(lambda: defaultdict(list))
    for column, (slot, person) in pairs.items():
        if week.group[slot] >= 0:
            teams[int(week.group[slot])][person].append(column)
    for group, team in teams.items():
        faces = int(week.faces[group])
        if len(team) <= faces:
            continue
        seen = []
        for columns in team.values():
            comes = model.column()
            seen.append(comes)
            for column in columns:
                model.row([column, comes], 0.0, values=[1.0, -1.0])
        strangers = model.column(float(week.rates.team), most=float(len(team)))
        model.row([*seen, strangers], float(faces), values=[*(1.0 for _ in seen), -1.0])
