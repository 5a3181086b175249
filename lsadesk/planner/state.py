"""A plan in the making, with the books that make each move's cost exact and quick to know."""

import numpy as np

from lsadesk.domain.deployment import penalties
from lsadesk.domain.deployment.model import DAY
from lsadesk.planner.arrays import Bools, Floats, Ints, by_column
from lsadesk.planner.compile import Compiled
from lsadesk.planner.runs import Runs
from lsadesk.planner.times import DAYS

NOBODY = -1


class Moment:
    """Slots that run at one time, with what of them never changes looked up once."""

    def __init__(self, week: Compiled, slots: Ints) -> None:
        """Look up *slots*, of which one person can have one at the most."""
        self.slots = slots
        self.people = np.flatnonzero(week.eligible[:, slots].any(axis=1))
        cells = np.ix_(self.people, slots)
        self.eligible = np.asfortranarray(week.eligible[cells])
        self.base: Floats = np.asfortranarray(
            week.fit[cells] - week.weights[slots].astype(np.float32)
        )
        self.day = int(week.day[slots[0]])
        self.kinds, self.kind_of = np.unique(week.kind[slots], return_inverse=True)
        self.lengths = week.type_end[self.kinds] - week.type_start[self.kinds]
        self.groups, self.group_of = np.unique(week.group[slots], return_inverse=True)
        self.spare = ~week.blocks[self.kinds, : week.rests[self.day]]
        self.own = np.flatnonzero(week.learner[slots] >= 0)
        self.learner = week.learner[slots[self.own]]
        self.unpopular = np.flatnonzero(week.unpopular[slots])
        wanted = week.hope_groups[:, week.group[slots]]
        self.hopes = np.flatnonzero(wanted.any(axis=1) & np.isin(week.hope_of, self.people))
        self.hope_rows = np.searchsorted(self.people, week.hope_of[self.hopes])
        self.hope_slots = wanted[self.hopes]
        self.planning = Planning(week, self)


class Planning:
    """Which planning times a moment's types shut, looked up once."""

    def __init__(self, week: Compiled, moment: Moment) -> None:
        """For each of the moment's types, the times it shuts and whose they are."""
        self.matters = bool(len(week.meetings.teacher))
        self.teacher = week.teacher[moment.slots]
        self.of_kind = []
        for kind in moment.kinds if self.matters else ():
            times = np.flatnonzero(week.meetings.shut_by[kind])
            owners = week.meetings.teacher[times]
            first = np.flatnonzero(np.diff(owners, prepend=-1))
            self.of_kind.append((times, owners[first], first))


class State:
    """Who has which slot, and the hours, blocked times, teams and rests that follow."""

    def __init__(
        self, week: Compiled, previous: Ints | None = None, *, change: int | None = None
    ) -> None:
        """Begin with every slot open; *previous* has the person of each slot, or NOBODY.

        *change* is what another person than before costs, where not what the week says.
        """
        self.week = week
        self.change = week.rates.change if change is None else change
        types, rests = week.blocks.shape
        self.plan = np.full(week.m, NOBODY, dtype=np.int64)
        self.shut = np.zeros((week.n, types), dtype=np.int16)
        self.hours = np.zeros(week.n, dtype=np.int64)
        self.day_hours = np.zeros((week.n, DAYS), dtype=np.int64)
        # People x groups, with the people of a group side by side in memory, as `costs` asks.
        self.visits = np.zeros((len(week.faces) + 1, week.n), dtype=np.int16).T
        self.team = np.zeros(len(week.faces) + 1, dtype=np.int64)
        self.faces = np.append(week.faces, np.iinfo(np.int32).max)
        self.unrest = np.zeros((week.n, DAYS, rests), dtype=np.int16)
        shares, self.share = np.unique(week.share, return_inverse=True)
        self.unfairness = _unfairness(week, shares)
        self.previous = previous
        self.own = np.zeros((week.n, len(week.with_one) + 1), dtype=np.int16)
        self.with_one = np.append(week.with_one, np.iinfo(np.int16).max)
        self.duties = np.zeros(week.n, dtype=np.int64)
        teachers = len(week.meetings.starts)
        self.works = np.zeros((week.n, teachers + 1), dtype=np.int16)
        self.busy = np.zeros((week.n, len(week.meetings.teacher)), dtype=np.int16)
        self.runs = Runs(week)

    def place(self, slots: Ints, people: Ints, sign: int = 1) -> None:
        """Give each slot to its person, or with *sign* -1 take it back.

        A person may appear only once: `place_all` is for more.
        """
        week = self.week
        kinds, minutes, days = week.kind[slots], week.minutes[slots], week.day[slots]
        step = np.int16(sign)  # of the books' own kind: with a plain number all is widened first
        self.shut[people] += step * week.conflicts[kinds]
        self.hours[people] += sign * minutes
        self.day_hours[people, days] += sign * minutes
        self.unrest[people, days] += step * week.blocks[kinds]
        groups = week.group[slots]
        before = self.visits[people, groups]
        self.visits[people, groups] = before + sign
        moved = groups[before == (0 if sign > 0 else 1)]
        self.team += sign * np.bincount(moved % len(self.team), minlength=len(self.team))
        self.own[people, week.learner[slots]] += sign
        self.duties[people] += sign * week.unpopular[slots]
        if self.busy.shape[1]:
            self.works[people, week.teacher[slots]] += sign
            self.busy[people] += step * week.meetings.shut_by[kinds]
        self.runs.place(people, kinds, sign)
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
        known = np.minimum(hours, self.unfairness.shape[1] - 1)
        result: Ints = self.unfairness[self.share[people][column], known]
        return result

    def allowed(self, moment: Moment) -> Bools:
        """Who may take which of the moment's (lifted) slots, people x slots."""
        week, people = self.week, moment.people
        room = np.minimum(
            week.ceiling[people] - self.hours[people],
            week.day_ceiling[people, moment.day] - self.day_hours[people, moment.day],
        )
        free = self.shut[people[:, None], moment.kinds] == 0
        rest = self.unrest[people, moment.day, : week.rests[moment.day]] == 0
        free &= (rest.astype(np.float32) @ moment.spare.T.astype(np.float32)) > 0
        free &= room[:, None] >= moment.lengths
        free &= self.runs.allowed(people, moment.kinds)
        result: Bools = moment.eligible & by_column(free, moment.kind_of)
        return result

    def costs(self, moment: Moment) -> Floats:
        """What each placement at a lifted moment would add, people x slots; below 0 is a gain."""
        week, people = self.week, moment.people
        hours = self.hours[people]
        more = self.unfair(hours[:, None] + moment.lengths, people)
        more -= self.unfair(hours, people)[:, None]
        cost: Floats = moment.base + by_column(more.astype(np.float32), moment.kind_of)
        crowded = self.team[moment.groups] >= self.faces[moment.groups]
        strange = (self.visits.T[moment.groups][:, people] == 0).astype(np.float32)
        strange *= week.rates.team * crowded[:, None]
        cost += strange[moment.group_of].T
        if self.previous is not None:
            before = self.previous[moment.slots]
            cost -= self.change * (people[:, None] == before)
        if len(moment.own):
            most = self.with_one[moment.learner]
            leaning = self.own[people[:, None], moment.learner] >= most
            cost[:, moment.own] += week.rates.one_person * leaning
        if len(moment.unpopular):
            full = self.duties[people] >= week.duties
            cost[:, moment.unpopular] += week.rates.duties * full[:, None]
        if len(moment.hopes):
            unmet = ~self.met()[moment.hopes]
            gain = moment.hope_slots & unmet[:, None]
            np.subtract.at(cost, moment.hope_rows, week.rates.hopes * gain)
        if moment.planning.matters:
            self._add_planning(moment, cost)
        return cost

    def met(self) -> Bools:
        """Which hopes the plan meets so far."""
        week = self.week
        seen = (self.visits[week.hope_of] > 0) & week.hope_groups
        result: Bools = np.any(seen, axis=1)
        return result

    def open_times(self, people: Ints) -> Bools:
        """Which planning times each of *people* could come to."""
        result: Bools = self.week.meetings.could_come[people] & (self.busy[people] == 0)
        return result

    def _add_planning(self, moment: Moment, cost: Floats) -> None:
        """Add what a placement costs in time to plan: with its own teacher, and with others."""
        week, people = self.week, moment.people
        free = self.open_times(people)
        times = np.zeros((len(people), self.works.shape[1]), dtype=np.int64)
        times[:, :-1] = np.add.reduceat(free, week.meetings.starts, axis=1, dtype=np.int64)
        works = self.works[people] > 0
        for number, (shut, owners, first) in enumerate(moment.planning.of_kind):
            columns = np.flatnonzero(moment.kind_of == number)
            left = times.copy()
            if len(shut):
                left[:, owners] -= np.add.reduceat(free[:, shut], first, axis=1, dtype=np.int64)
                lost = works[:, owners] & (times[:, owners] > 0) & (left[:, owners] == 0)
                cost[:, columns] += week.rates.planning * lost.sum(axis=1)[:, None]
            whose = moment.planning.teacher[columns]
            alone = (left[:, whose] == 0) & ~works[:, whose] & (whose >= 0)
            cost[:, columns] += week.rates.planning * alone

    def _never_planning(self) -> int:
        if not self.busy.shape[1]:
            return 0
        free = self.open_times(np.arange(self.week.n))
        times = np.add.reduceat(free, self.week.meetings.starts, axis=1, dtype=np.int64)
        return int(((self.works[:, :-1] > 0) & (times == 0)).sum())

    def objective(self) -> int:
        """The plan's cost from the books; the domain's checker has the last word."""
        week = self.week
        taken = np.flatnonzero(self.plan != NOBODY)
        total = int(week.weights.sum() - week.weights[taken].sum())
        total += int(week.fit[self.plan[taken], taken].sum(dtype=np.int64))
        total += week.rates.team * int(np.maximum(0, self.team - self.faces).sum())
        total += week.rates.one_person * int(np.maximum(0, self.own - self.with_one)[:, :-1].sum())
        total += week.rates.planning * self._never_planning()
        total += week.rates.duties * int(np.maximum(0, self.duties - week.duties).sum())
        total += week.rates.hopes * int((~self.met()).sum())
        total += int(self.unfair(self.hours, np.arange(week.n)).sum())
        if self.previous is not None:
            changed = (self.previous != self.plan) & (self.previous != NOBODY)
            total += self.change * int(changed.sum())
        return total

    def shortfall(self) -> int:
        """The weight of the slots that are open."""
        return int(self.week.weights[self.plan == NOBODY].sum())


def _unfairness(week: Compiled, shares: Ints) -> Ints:
    """What each load of up to the most minutes that anybody may have costs, shares x minutes."""
    load = np.arange(min(int(week.ceiling.max(initial=0)), DAYS * DAY) + 1)
    cost = np.zeros((len(shares), len(load)), dtype=np.int64)
    rates = week.rates
    for row, share in enumerate(shares.tolist()):
        if share >= 0:
            near, wide = penalties.bands(share)
            off, (little, hardly) = np.abs(load - share), penalties.floors(share)
            for rate, beyond in (
                (rates.fair, off - near),
                (rates.far, off - wide),
                (rates.floor, little - load),
                (rates.floor, hardly - load),
            ):
                cost[row] += rate * (np.maximum(0, beyond) // penalties.STEP_MINUTES)
    return cost


def _one_each(people: Ints) -> list[Ints]:
    """The positions of *people* in batches in which nobody appears twice."""
    order = np.argsort(people, kind="stable")
    ordered = people[order]
    rank = np.arange(len(order)) - np.searchsorted(ordered, ordered)
    return [order[rank == number] for number in range(int(rank.max(initial=-1)) + 1)]
