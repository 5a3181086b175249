"""Moves that a moment cannot make: people hand in a bundle of slots each, to be dealt again.

A bundle is all that a person has with one group, or on one day, or a single slot. So whole
relationships change hands, and hours are traded between days.
"""

import numpy as np

from lsadesk.planner.arrays import Bools, Floats, Ints
from lsadesk.planner.assignment import assigned
from lsadesk.planner.state import NOBODY, State

PEOPLE_AT_ONCE = 40
OPEN_AT_ONCE = 40


def deal_again(state: State, pinned: Bools, rng: np.random.Generator) -> None:
    """Lift one bundle each from some people and place all of them, and open slots, anew."""
    week = state.week
    if not week.n:
        return
    people = np.sort(rng.choice(week.n, min(PEOPLE_AT_ONCE, week.n), replace=False))
    together = (week.group, week.day, np.arange(week.m))[int(rng.integers(3))]
    waiting = np.flatnonzero((state.plan == NOBODY) & week.eligible[people].any(axis=0))
    if len(waiting) > OPEN_AT_ONCE:
        waiting = rng.choice(waiting, OPEN_AT_ONCE, replace=False)
    handed_in = (_handed_in(state, person, pinned, together, rng) for person in people)
    bundles = [bundle for bundle in handed_in if len(bundle)]
    bundles += list(waiting[:, None])
    if not bundles:
        return
    slots = np.concatenate(bundles)
    state.lift_all(slots)
    number = np.repeat(np.arange(len(bundles)), [len(bundle) for bundle in bundles])
    cost = np.where(
        _fits(state, people, slots, number),
        np.minimum(_costs(state, people, slots, number), 0.0),
        0.0,
    )
    rows, columns = assigned(cost)
    taker = np.full(len(bundles), NOBODY)
    taker[columns] = people[rows]
    given = taker[number] != NOBODY
    state.give_all(slots[given], taker[number][given])


def _handed_in(
    state: State, person: int, pinned: Bools, together: Ints, rng: np.random.Generator
) -> Ints:
    """One bundle of what *person* has: slots that are equal in *together*."""
    mine: Ints = np.flatnonzero((state.plan == person) & ~pinned)
    if len(mine):
        chosen = mine[int(rng.integers(len(mine)))]
        mine = mine[together[mine] == together[chosen]]
    return mine


def _costs(state: State, people: Ints, slots: Ints, number: Ints) -> Floats:
    """What each bundle would add with each person; *number* is the bundle of each slot."""
    week = state.week
    starts = np.flatnonzero(np.diff(number, prepend=-1))
    each = week.fit[people[:, None], slots] - week.weights[slots].astype(np.float32)
    groups = week.group[slots]
    first = np.zeros(len(slots), dtype=bool)
    first[np.unique(number * (len(week.faces) + 1) + groups, return_index=True)[1]] = True
    crowded = first & (state.team[groups] >= state.faces[groups])
    each += week.rates.team * (crowded & (state.visits[people[:, None], groups] == 0))
    if state.previous is not None:
        each -= state.change * (people[:, None] == state.previous[slots])
    learners = week.learner[slots]
    each += week.rates.one_person * (
        state.own[people[:, None], learners] >= state.with_one[learners]
    )
    full = state.duties[people] >= week.duties
    each += week.rates.duties * (full[:, None] & week.unpopular[slots])
    cost: Floats = np.add.reduceat(each, starts, axis=1)
    hours, more = state.hours[people], np.add.reduceat(week.minutes[slots], starts)
    cost += state.unfair(hours[:, None] + more, people)
    cost -= state.unfair(hours, people)[:, None]
    return cost


def _fits(state: State, people: Ints, slots: Ints, number: Ints) -> Bools:
    """Who could have each whole bundle beside what they hold."""
    week = state.week
    starts = np.flatnonzero(np.diff(number, prepend=-1))
    kinds = week.kind[slots]
    each = week.eligible[people[:, None], slots] & (state.shut[people[:, None], kinds] == 0)
    fits: Bools = np.logical_and.reduceat(each, starts, axis=1)
    minutes = np.add.reduceat(week.minutes[slots], starts)
    fits &= state.hours[people][:, None] + minutes <= week.ceiling[people][:, None]
    for day in np.unique(week.day[slots]):
        today = week.day[slots] == day
        minutes = np.add.reduceat(week.minutes[slots] * today, starts)
        room = week.day_ceiling[people, day] - state.day_hours[people, day]
        fits &= minutes <= room[:, None]
        blocks = week.blocks[kinds, : week.rests[day]] & today[:, None]
        spare = ~np.logical_or.reduceat(blocks, starts, axis=0)
        free = state.unrest[people, day, : week.rests[day]] == 0
        fits &= (free.astype(np.float32) @ spare.T.astype(np.float32)) > 0
        # Two slots of a day might make one run: who has a limit gets them one at a time.
        several = np.add.reduceat(today.astype(np.int64), starts) > 1
        fits &= ~(state.runs.limited(people)[:, None] & several)
    runs = state.runs.allowed(people, kinds)
    fits &= np.logical_and.reduceat(runs, starts, axis=1)
    return fits
