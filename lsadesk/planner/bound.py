"""What no plan can do better than: the shortfall that the week's facts force.

At once, from matchings: of the slots that run at one moment, only so many can have an
eligible person each. Then, in a worker process that can be ended, from HiGHS: the least
shortfall of each whole day with all of its hard rules, and of the whole week, which weekly hours
bind together. First of the scarce slots alone, which few people could take: what they leave open
no plan of all slots can fill, and it is known in a hundredth of the time. Each is a true bound,
whatever else is not known yet.
"""

import contextlib
import multiprocessing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from threading import Thread

import numpy as np

from lsadesk.domain.deployment import rules
from lsadesk.domain.deployment.model import Bound
from lsadesk.planner import cover_model
from lsadesk.planner.arrays import Ints
from lsadesk.planner.assignment import assigned
from lsadesk.planner.compile import Compiled
from lsadesk.planner.times import DAYS

SCARCE = 8  # people who could take a slot, at the most


def matching_bounds(week: Compiled, weights: Ints) -> list[int]:
    """For each day, a shortfall that is certain, weighed by *weights*; takes milliseconds."""
    hopeless = ~week.eligible.any(axis=0)
    certain = [int(weights[hopeless & (week.day == day)].sum()) for day in range(DAYS)]
    for day in range(DAYS):
        moments = [slots for slots in week.moments if week.day[slots[0]] == day]
        certain[day] += _packed(moments, [_short(week, slots, weights) for slots in moments])
    return certain


def _short(week: Compiled, slots: Ints, weights: Ints) -> int:
    people = np.flatnonzero(week.eligible[:, slots].any(axis=1))
    gain = np.where(week.eligible[np.ix_(people, slots)], -weights[slots].astype(np.float64), 0.0)
    rows, columns = assigned(gain)
    return int(weights[slots].sum()) + round(float(gain[rows, columns].sum()))


def _packed(moments: list[Ints], values: list[int]) -> int:
    """The most that moments without a slot in common add up to, in time order."""
    best: list[int] = []
    for index, slots in enumerate(moments):
        before = [
            best[earlier] for earlier in range(index) if not np.isin(slots, moments[earlier]).any()
        ]
        best.append(values[index] + max(before, default=0))
    return max(best, default=0)


@dataclass
class Least:
    """What must stay open at the least on each day, and in the whole week."""

    by_day: list[int]
    together: int = 0

    def learn(self, days: list[int], least: int) -> None:
        """Know that *days* leave *least* open between them: one of them, or all."""
        if len(days) > 1:
            self.together = max(self.together, least)
        else:
            self.by_day[days[0]] = max(self.by_day[days[0]], least)

    def in_all(self) -> int:
        """What the week leaves open."""
        return max(sum(self.by_day), self.together)


class Prover:
    """Works out the bound in a process of its own; `bound` says what is known so far."""

    def __init__(self, week: Compiled) -> None:
        """Know the matching bound at once; nothing else starts yet."""
        self.cost = Least(matching_bounds(week, week.weights))
        self.slots = Least(matching_bounds(week, np.ones_like(week.weights)))
        self.days = [day for day in range(DAYS) if (week.day == day).any()]
        self._week = week
        self._worker: multiprocessing.process.BaseProcess | None = None
        self._results: Connection | None = None

    def start(self) -> None:
        """Begin to prove the days in the background."""
        context = multiprocessing.get_context("spawn")
        asked, asking = context.Pipe(duplex=False)
        self._results, theirs = context.Pipe(duplex=False)
        self._worker = context.Process(target=_prove, args=(asked, theirs), daemon=True)
        self._worker.start()
        asked.close()
        theirs.close()
        # A week is more than a pipe holds: whoever wrote it would wait until the worker has
        # started and read it, and for ever should it not start.
        Thread(target=_hand_over, args=(asking, self._week, self.days), daemon=True).start()

    def bound(self) -> Bound:
        """The bound as far as it is known by now."""
        while self._results is not None and self._results.poll():
            self._take()
        return Bound(self.cost.in_all(), self.slots.in_all())

    def end(self) -> None:
        """End the worker process, done or not."""
        if self._worker is not None:
            self._worker.kill()
            self._worker.join()
            self._worker.close()
            self._worker = None
        if self._results is not None:
            self._results.close()
            self._results = None

    def _take(self) -> None:
        assert self._results is not None  # noqa: S101
        try:
            days, counting, least = self._results.recv()
        except EOFError:
            self._results.close()
            self._results = None
            return
        (self.slots if counting else self.cost).learn(days, least)


def _hand_over(asking: Connection, week: Compiled, days: list[int]) -> None:
    """Ask the worker, unless it is ended before it has read all of it."""
    with asking, contextlib.suppress(OSError):
        asking.send((week, days))


def _prove(asked: Connection, results: Connection) -> None:
    """The worker: sends (days, counting, least) for each day alone and for the whole week."""
    week, days = asked.recv()
    alone = [[day] for day in days]
    for most in (SCARCE, week.n):
        for together in (alone, [days] if len(days) > 1 else []):
            for counting in (False, True):
                step = 1 if counting else rules.SHORTFALL.weight
                for part in together:
                    model = cover_model.model_of(week, part, counting=counting, most=most)
                    least = cover_model.least_shortfall(model, step)
                    if least is not None:
                        results.send((part, counting, least))
    results.close()
