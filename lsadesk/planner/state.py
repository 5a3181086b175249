"""A plan in the making, with the books that make each move's cost exact and quick to know."""

import numpy as np

from lsadesk.domain.deployment import penalties, rules
from lsadesk.planner.compile import DAYS, Bools, Compiled, Floats, Ints

NOBODY = -1


class Moment:
    """Slots that run at one time, with what of them never changes looked up once."""

    def __init__(self, week: Compiled, slots: Ints) -> None:
        """Look up *slots*, of which one person can have one at the most."""
        self.slots = slots
        self.people = np.flatnonzero(week.eligible[:, slots].any(axis=1))
        cells = np.ix_(self.people, slots)
        self.eligible = week.eligible[cells]
        self.base = week.fit[cells].astype(np.float64) - week.weights[slots]
        self.day = int(week.day[slots[0]])
        self.kinds, self.kind_of = np.unique(week.kind[slots], return_inverse=True)
        self.lengths, self.length_of = np.unique(week.minutes[slots], return_inverse=True)
        self.groups, self.group_of = np.unique(week.group[slots], return_inverse=True)
        self.spare = ~week.blocks[self.kinds, : week.rests[self.day]]


class State:
    """Who has which slot, and the hours, blocked times, teams and rests that follow."""

    def __init__(self, week: Compiled, previous: Ints | None = None) -> None:
        """Begin with every slot open; *previous* has the person of each slot, or NOBODY."""
        self.week = week
        types, rests = week.blocks.shape
        self.plan = np.full(week.m, NOBODY, dtype=np.int64)
        self.shut = np.zeros((week.n, types), dtype=np.int16)
        self.hours = np.zeros(week.n, dtype=np.int64)
        self.day_hours = np.zeros((week.n, DAYS), dtype=np.int64)
        self.visits = np.zeros((week.n, len(week.faces) + 1), dtype=np.int16)
        self.team = np.zeros(len(week.faces) + 1, dtype=np.int64)
        self.faces = np.append(week.faces, np.iinfo(np.int32).max)
        self.unrest = np.zeros((week.n, DAYS, rests), dtype=np.int16)
        self.has_share = week.share >= 0
        off = [penalties.bands(int(share)) for share in week.share]
        self.near = np.array([each[0] for each in off], dtype=np.int64)
        self.wide = np.array([each[1] for each in off], dtype=np.int64)
        self.previous = previous

    def place(self, slots: Ints, people: Ints, sign: int = 1) -> None:
        """Give each slot to its person, or with *sign* -1 take it back.

        A person may appear only once: `place_all` is for more.
        """
        week = self.week
        kinds, minutes, days = week.kind[slots], week.minutes[slots], week.day[slots]
        self.shut[people] += sign * week.conflicts[kinds]
        self.hours[people] += sign * minutes
        self.day_hours[people, days] += sign * minutes
        self.unrest[people, days] += sign * week.blocks[kinds]
        groups = week.group[slots]
        before = self.visits[people, groups]
        self.visits[people, groups] = before + sign
        moved = groups[before == (0 if sign > 0 else 1)]
        self.team += sign * np.bincount(moved % len(self.team), minlength=len(self.team))
        self.plan[slots] = people if sign > 0 else NOBODY

    def lift_all(self, slots: Ints) -> None:
        """Open *slots*, of which one person may have several."""
        taken = slots[self.plan[slots] != NOBODY]
        for batch in _one_each(self.plan[taken]):
            self.place(taken[batch], self.plan[taken[batch]], -1)

    def give_all(self, slots: Ints, people: Ints) -> None:
        """Give each of the open *slots* to its person, who may get several."""
        for batch in _one_each(people):
            self.place(slots[batch], people[batch])

    def place_all(self, plan: Ints) -> None:
        """Make the plan *plan*, from whatever it is now."""
        self.lift_all(np.flatnonzero(self.plan != plan))
        come = np.flatnonzero(self.plan != plan)
        self.give_all(come, plan[come])

    def lift(self, slots: Ints) -> None:
        """Open *slots*, of which one person has one at the most."""
        taken = slots[self.plan[slots] != NOBODY]
        if len(taken):
            self.place(taken, self.plan[taken], -1)

    def unfair(self, hours: Ints, people: Ints) -> Ints:
        """What *hours* (people, or people x options) cost against their fair shares."""
        column = (slice(None),) + (None,) * (hours.ndim - 1)
        off = np.abs(hours - self.week.share[people][column])
        near = np.maximum(0, off - self.near[people][column]) // penalties.STEP_MINUTES
        far = np.maximum(0, off - self.wide[people][column]) // penalties.STEP_MINUTES
        cost = rules.FAIR.weight * near + rules.FAR.weight * far
        result: Ints = cost * self.has_share[people][column]
        return result

    def allowed(self, moment: Moment) -> Bools:
        """Who may take which of the moment's (lifted) slots, people x slots."""
        week, people = self.week, moment.people
        room = np.minimum(
            week.ceiling[people] - self.hours[people],
            rules.DAY_MINUTES - self.day_hours[people, moment.day],
        )
        free = self.shut[people[:, None], moment.kinds] == 0
        rest = self.unrest[people, moment.day, : week.rests[moment.day]] == 0
        free &= (rest.astype(np.float32) @ moment.spare.T.astype(np.float32)) > 0
        fits = room[:, None] >= moment.lengths
        result: Bools = moment.eligible & free[:, moment.kind_of] & fits[:, moment.length_of]
        return result

    def costs(self, moment: Moment) -> Floats:
        """What each placement at a lifted moment would add, people x slots; below 0 is a gain."""
        people = moment.people
        hours = self.hours[people]
        more = self.unfair(hours[:, None] + moment.lengths, people)
        cost = moment.base + (more - self.unfair(hours, people)[:, None])[:, moment.length_of]
        crowded = self.team[moment.groups] >= self.faces[moment.groups]
        new = self.visits[people[:, None], moment.groups] == 0
        cost += rules.TEAM.weight * (new & crowded)[:, moment.group_of]
        if self.previous is not None:
            before = self.previous[moment.slots]
            cost -= rules.CHANGE.weight * (people[:, None] == before)
        return cost

    def objective(self) -> int:
        """The plan's cost from the books; the domain's checker has the last word."""
        week = self.week
        taken = np.flatnonzero(self.plan != NOBODY)
        total = int(week.weights.sum() - week.weights[taken].sum())
        total += int(week.fit[self.plan[taken], taken].sum(dtype=np.int64))
        total += rules.TEAM.weight * int(np.maximum(0, self.team - self.faces).sum())
        total += int(self.unfair(self.hours, np.arange(week.n)).sum())
        if self.previous is not None:
            changed = (self.previous != self.plan) & (self.previous != NOBODY)
            total += rules.CHANGE.weight * int(changed.sum())
        return total

    def shortfall(self) -> int:
        """The weight of the slots that are open."""
        return int(self.week.weights[self.plan == NOBODY].sum())


def _one_each(people: Ints) -> list[Ints]:
    """The positions of *people* in batches in which nobody appears twice."""
    order = np.argsort(people, kind="stable")
    ordered = people[order]
    rank = np.arange(len(order)) - np.searchsorted(ordered, ordered)
    return [order[rank == number] for number in range(int(rank.max(initial=-1)) + 1)]
