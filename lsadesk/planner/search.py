"""The search: lift all slots of one moment, put them back at least cost, again and again.

Times are fixed, so a moment is a linear assignment problem and is solved exactly, with
everybody's marginal costs. Sweeps over the moments settle a plan; shaking some groups and
sweeping again improves it. With a number of cycles the same seed gives the same plan.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

import numpy as np

from lsadesk.planner.arrays import Bools, Floats, Ints, by_column
from lsadesk.planner.assignment import assigned
from lsadesk.planner.bound import Prover
from lsadesk.planner.bundles import deal_again
from lsadesk.planner.compile import Compiled
from lsadesk.planner.state import NOBODY, Moment, State
from lsadesk.planner.times import DAYS

# Well below the least weight of an open slot: moves people freely, needs hardly ever.
NOISE = 100
SPARING = 150.0  # the price of whoever could do most of a day
# The price of somebody for whom an open slot waits that at most so few could take: what each
# sweep adds at the most, what of it is left a sweep later, and the most it comes to.
FEW = 3
WANTED, WANTED_KEPT, WANTED_MOST = 100.0, 0.95, 200.0
COVERAGE_SWEEPS = 200  # at the most
COVERAGE_PATIENCE = 60  # sweeps without anything gained
COVERAGE_SHARE = 0.3
WHOLE_WEEK = 2  # each so-many-th sweep of coverage is of all days, short or not
SETTLED_FIRST, SETTLED_EVERY = 3, 10  # sweeps of coverage until its best is settled and shown
SETTLING_SWEEPS = 3
HOMESICK = 100.0  # the price of leaving, once needs are covered, whom a slot had before
HOMEWARD_SWEEPS = 2
NEEDS_FIRST = 20  # so many times over no slot is left open to bring people home
SHAKE = 10.0
DEAL_EVERY = 12  # moments between two deals of bundles
TRADE_EVERY = 4  # the same while only what is open counts: hours are traded between days
WARMTH = 4.0

Report = Callable[[Ints], None]


@dataclass
class Budget:
    """When to end: after *seconds*, after *cycles*, or when *should_stop* says so."""

    seconds: float | None
    cycles: int | None
    should_stop: Callable[[], bool]
    began: float = field(default_factory=monotonic)
    cycle: int = 0

    def spent(self) -> float:
        """The part of the budget that is gone, 0 to 1."""
        time = (monotonic() - self.began) / self.seconds if self.seconds else 0.0
        turns = self.cycle / self.cycles if self.cycles else 0.0
        return min(1.0, max(time, turns))

    def over(self) -> bool:
        """Whether to end now."""
        late = self.seconds is not None and monotonic() - self.began >= self.seconds
        done = self.cycles is not None and self.cycle >= self.cycles
        return late or done or self.should_stop()

    def interrupted(self) -> bool:
        """Whether to leave a sweep unfinished: time is up, or a person said stop."""
        late = self.seconds is not None and monotonic() - self.began >= self.seconds
        return late or self.should_stop()


class Search:
    """One run from an open week to the best plan found; *best* holds it at any time."""

    def __init__(self, week: Compiled, state: State, budget: Budget, seed: int) -> None:
        """Work on *state*, whose slots that are taken already are pinned."""
        self.week, self.state, self.budget = week, state, budget
        self.rng = np.random.default_rng(seed)
        self.pinned = state.plan != NOBODY
        free = [slots[~self.pinned[slots]] for slots in week.moments]
        self.moments = [Moment(week, slots) for slots in free if len(slots)]
        self.of_group = _moments_of_groups(self.moments, len(week.faces))
        self.sparing = _sparing(week)
        self.wanted = np.zeros(week.n, dtype=np.float32)
        self.best, self.best_cost = state.plan.copy(), state.objective()

    def run(self, prover: Prover, report: Report) -> None:
        """Search until the budget is spent or the plan costs no more than what is proven."""
        for moment in self._shuffled(self.moments):  # a first plan comes however late it is
            self.move(moment)
            if self.budget.should_stop():
                break
        self._keep(report)
        self._settle_all(report)
        self._cover(prover, report)
        self._settle_all(report)
        self._improve(prover, report)

    def _settle_all(self, report: Report) -> None:
        for _ in range(SETTLING_SWEEPS):
            self._sweep(self.moments)
        self._keep(report)

    def move(self, moment: Moment, pull: Floats | None = None) -> None:
        """Lift the moment's slots and put them back at least cost.

        *pull* (people x groups) is added to the costs to shake the plan.
        """
        state = self.state
        state.lift(moment.slots)
        cost = state.costs(moment)
        if pull is not None:
            cost += by_column(pull[moment.people[:, None], moment.groups], moment.group_of)
        put_back(state, moment, cost)

    def _sweep(self, moments: list[Moment], pull: Floats | None = None) -> None:
        for number, moment in enumerate(self._shuffled(moments)):
            if self.budget.interrupted():
                return
            self.move(moment, pull)
            if pull is None and number % DEAL_EVERY == 0:
                deal_again(self.state, self.pinned, self.rng)

    def _cover(self, prover: Prover, report: Report) -> None:
        """Wander among plans that leave about as little open to the one that leaves least.

        What the settled plan was is lost on the way; as much of it as can be is taken up again.
        """
        state, budget = self.state, self.budget
        best, found, since = state.shortfall(), state.plan.copy(), 0
        settled, home = best, found
        for number in range(COVERAGE_SWEEPS):
            if best <= prover.bound().cost or since == COVERAGE_PATIENCE:
                break
            if number % SETTLED_EVERY == SETTLED_FIRST and best < settled:
                settled = best
                self._show_settled(found, home, report)
            short = self._short_days(prover)
            everyday = number % WHOLE_WEEK == 0
            for at, moment in enumerate(self._shuffled(self.moments)):
                if budget.interrupted() or budget.spent() > COVERAGE_SHARE:
                    break
                if everyday or short[moment.day]:
                    self._cover_moment(moment)
                if everyday and at % TRADE_EVERY == 0:
                    deal_again(state, self.pinned, self.rng)
            self._learn_who_is_wanted()
            since += 1
            if state.shortfall() < best:
                best, found, since = state.shortfall(), state.plan.copy(), 0
        self._go_home(found, home)

    def _show_settled(self, found: Ints, home: Ints, report: Report) -> None:
        """Show *found* once it costs what it should, and go on from where the search was."""
        here = self.state.plan.copy()
        self._go_home(found, home)
        self._sweep(self.moments)
        self._keep(report)
        self.state.place_all(here)

    def _go_home(self, found: Ints, home: Ints) -> None:
        """Make the plan *found*, with as much of *home* as leaves no more open."""
        state = self.state
        state.place_all(found)
        if found is home:
            return
        for _ in range(HOMEWARD_SWEEPS):
            for moment in self._shuffled(self.moments):
                if self.budget.interrupted():
                    return
                state.lift(moment.slots)
                cost = state.costs(moment)
                cost -= HOMESICK * (moment.people[:, None] == home[moment.slots])
                cost -= NEEDS_FIRST * self.week.weights[moment.slots].astype(np.float32)
                put_back(state, moment, cost)

    def _cover_moment(self, moment: Moment) -> None:
        """Put the moment's slots back by needs alone, sparing whom other slots may need."""
        self.state.lift(moment.slots)
        slots, people = moment.base.T.shape
        noise = self.rng.integers(-NOISE, NOISE, (slots, people), dtype=np.int16, endpoint=True).T
        spared = self.sparing[moment.people, moment.day] + self.wanted[moment.people]
        put_back(self.state, moment, moment.base + noise + spared[:, None])

    def _learn_who_is_wanted(self) -> None:
        """Spare those the more for whom slots stay open that hardly anybody else could take."""
        could = self.week.eligible[:, self.state.plan == NOBODY]
        scarce = np.minimum(1.0, FEW / np.maximum(1, could.sum(axis=0))) ** 2
        price = WANTED_KEPT * self.wanted + WANTED * np.minimum(1.0, could @ scarce)
        self.wanted = np.rint(np.minimum(price, WANTED_MOST)).astype(np.float32)

    def _short_days(self, prover: Prover) -> Bools:
        """The days that leave more open than is proven to be unavoidable."""
        week, left_open = self.week, self.state.plan == NOBODY
        short = np.bincount(week.day[left_open], week.weights[left_open], minlength=DAYS)
        result: Bools = short > prover.cost.by_day
        return result

    def _improve(self, prover: Prover, report: Report) -> None:
        """Shake some groups, settle, and keep what is better or, while warm, nearly as good."""
        state, budget = self.state, self.budget
        current, cost = state.plan.copy(), state.objective()
        while self.moments and self.best_cost > prover.bound().in_all and not budget.over():
            budget.cycle += 1
            groups = self._neighbourhood(self._short_days(prover))
            nearby = [self.moments[index] for index in self._moments_with(groups)]
            self._sweep(nearby, pull=self._shake(groups))
            self._settle(nearby)
            reached = state.objective()
            warmth = WARMTH * (1 - budget.spent()) * -math.log(max(self.rng.random(), 1e-9))
            if reached <= cost + warmth:
                current, cost = state.plan.copy(), reached
                self._keep(report)
            else:
                state.place_all(current)
            cheapest = prover.handed_back()
            if cheapest is not None:
                state.place_all(cheapest)
                current, cost = cheapest, state.objective()
                self._keep(report)

    def _settle(self, moments: list[Moment]) -> None:
        before = self.state.objective()
        for _ in range(2):
            self._sweep(moments)
            after = self.state.objective()
            if after > before - 3 or self.budget.interrupted():
                return
            before = after

    def _neighbourhood(self, short: Bools) -> Ints:
        """A group, half the time one in need, those that share its people, and a few others."""
        week, state, rng = self.week, self.state, self.rng
        count = len(week.faces)
        if not count:
            return np.array([-1])
        wanting = week.group[(state.plan == NOBODY) & (week.group >= 0) & short[week.day]]
        in_need = len(wanting) and rng.random() < 0.5
        seed = int(rng.choice(wanting)) if in_need else int(rng.integers(count))
        team = state.visits[:, seed] > 0
        related = np.flatnonzero((state.visits[team, :count] > 0).any(axis=0))
        size = max(3, int(count * 0.15 * rng.random() * (1 - 0.7 * self.budget.spent())))
        if len(related) > size:
            related = rng.choice(related, size, replace=False)
        others = rng.choice(count, min(count, max(2, size // 2)), replace=False)
        return np.unique(np.concatenate([[seed], related, others]))

    def _shake(self, groups: Ints) -> Floats:
        pull = np.zeros(self.state.visits.shape, dtype=np.float32)
        pull[:, groups] = np.rint(self.rng.normal(0.0, SHAKE, (self.week.n, len(groups))))
        return pull

    def _moments_with(self, groups: Ints) -> list[int]:
        return sorted(set().union(*(self.of_group[group] for group in groups)))

    def _shuffled(self, moments: list[Moment]) -> list[Moment]:
        return [moments[index] for index in self.rng.permutation(len(moments))]

    def _keep(self, report: Report) -> None:
        cost = self.state.objective()
        if cost < self.best_cost:
            self.best, self.best_cost = self.state.plan.copy(), cost
            report(self.best)


def put_back(state: State, moment: Moment, cost: Floats) -> None:
    """Place the slots of a lifted moment at the least *cost* (people x slots), which is used up."""
    # Nought stands for "leave it open", so that a bad or forbidden place is never taken.
    np.minimum(cost, 0.0, out=cost)
    cost *= state.allowed(moment)
    rows, columns = assigned(cost)
    state.place(moment.slots[columns], moment.people[rows])


def _moments_of_groups(moments: list[Moment], groups: int) -> list[set[int]]:
    """Which moments each group is in; the last entry is for slots without a group."""
    found: list[set[int]] = [set() for _ in range(groups + 1)]
    for index, moment in enumerate(moments):
        for group in moment.groups:
            found[group].add(index)
    return found


def _sparing(week: Compiled) -> Floats:
    """A price for each person and day, so that who could do most of it is used last."""
    could = np.zeros((week.n, DAYS), dtype=np.float32)
    for day in range(DAYS):
        could[:, day] = week.eligible[:, week.day == day].sum(axis=1)
    price: Floats = np.rint(SPARING * could / np.maximum(1.0, could.max(axis=0, initial=0.0)))
    return price
