"""What no plan can do better than: the shortfall that the week's facts force.

At once, from matchings: of the slots that run at one moment, only so many can have an
eligible person each. Then, in a worker process that can be ended, from HiGHS: the least
shortfall of each whole day with all of its hard rules, and of the whole week, which weekly hours
bind together. First of the scarce slots alone, which few people could take: what they leave open
no plan of all slots can fill, and it is known in a hundredth of the time. Each is a true bound,
whatever else is not known yet. Of a small week the least that any plan can cost in all is worked
out as well, and the plan that costs no more is handed back.
"""

import contextlib
import multiprocessing
import os
from collections.abc import Iterator
from ctypes import c_longlong
from dataclasses import dataclass
from multiprocessing.connection import Connection
from threading import Thread
from typing import NamedTuple

import numpy as np

from lsadesk.domain.deployment import rules
from lsadesk.domain.deployment.model import Bound
from lsadesk.planner import cover_model
from lsadesk.planner.arrays import Ints
from lsadesk.planner.assignment import assigned
from lsadesk.planner.compile import Compiled
from lsadesk.planner.times import DAYS
from lsadesk.planner.whole_week import Given, cheapest, keeps_every_rule

SCARCE = 8  # people who could take a slot, at the most
SMALL = 2000  # eligible pairs of a week that is worked out whole, at the most
NONE_YET = -1  # what the cheapest plan costs before there is one


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


class Uncovered(NamedTuple):
    """Of *days* together, so much must stay open: so many slots with *counting*, else by weight."""

    days: list[int]
    counting: bool
    least: int


class Whole(NamedTuple):
    """No plan costs less than *least*; *who* is one that costs no more, if it was found."""

    least: int
    who: Ints | None


class Prover:
    """Works out the bound in a process of its own; `bound` says what is known so far."""

    def __init__(self, week: Compiled, given: Given) -> None:
        """Know the matching bound at once; nothing else starts yet."""
        self._given = given
        self._whole = Whole(0, None)
        self.cost = Least(matching_bounds(week, week.weights))
        self.slots = Least(matching_bounds(week, np.ones_like(week.weights)))
        self.days = [day for day in range(DAYS) if (week.day == day).any()]
        self._week = week
        self._worker: multiprocessing.process.BaseProcess | None = None
        self._results: Connection | None = None
        self._reached: c_longlong | None = None

    def start(self) -> None:
        """Begin to prove the days in the background."""
        context = multiprocessing.get_context("spawn")
        asked, asking = context.Pipe(duplex=False)
        self._results, theirs = context.Pipe(duplex=False)
        self._reached = context.RawValue(c_longlong, NONE_YET)
        told = (asked, theirs, self._reached)
        self._worker = context.Process(target=_prove, args=told, daemon=True)
        self._worker.start()
        asked.close()
        theirs.close()
        # A week is more than a pipe holds: whoever wrote it would wait until the worker has
        # started and read it, and for ever should it not start.
        work = (self._week, self.days, self._given)
        Thread(target=_hand_over, args=(asking, work), daemon=True).start()

    def reached(self, cost: int) -> None:
        """Tell the worker what the cheapest plan so far costs: it looks for none dearer."""
        if self._reached is not None:
            self._reached.value = cost

    def bound(self) -> Bound:
        """The bound as far as it is known by now."""
        while self._results is not None and self._arrived(self._results):
            self._take(self._results)
        return Bound(self.cost.in_all(), self.slots.in_all(), whole=self._whole.least)

    def handed_back(self) -> Ints | None:
        """A plan than which none costs less, once."""
        who, self._whole = self._whole.who, self._whole._replace(who=None)
        return who

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

    def _arrived(self, results: Connection) -> bool:
        """Whether there is something to read; a worker that is gone has said all it will."""
        try:
            return results.poll()
        except OSError:
            self._hang_up(results)
            return False

    def _take(self, results: Connection) -> None:
        try:
            proof: Uncovered | Whole = results.recv()
        except (EOFError, OSError):  # at the end, or ended by somebody in the middle of a message
            self._hang_up(results)
            return
        if isinstance(proof, Whole):
            self._whole = proof
        else:
            (self.slots if proof.counting else self.cost).learn(proof.days, proof.least)

    def _hang_up(self, results: Connection) -> None:
        results.close()
        self._results = None


def _hand_over(asking: Connection, work: object) -> None:
    """Ask the worker, unless it is ended before it has read all of it."""
    with asking, contextlib.suppress(OSError):
        asking.send(work)


def _end_with_the_program() -> None:
    """Leave no worker behind a program that was killed and so could not end it."""
    program = multiprocessing.parent_process()
    if program is not None:
        program.join()
        os._exit(1)


def _prove(asked: Connection, results: Connection, reached: c_longlong) -> None:
    """The worker: sends each proof as it is found."""
    Thread(target=_end_with_the_program, daemon=True).start()
    week, days, given = asked.recv()
    for most in (SCARCE, week.n):
        for proof in _uncovered(week, days, most):
            results.send(proof)
    if week.eligible.sum() <= SMALL:
        found = cheapest(week, given, None if reached.value == NONE_YET else reached.value)
        if found is not None:
            least, who = found
            results.send(Whole(least, who if keeps_every_rule(week, who) else None))
    results.close()


def _uncovered(week: Compiled, days: list[int], most: int) -> Iterator[Uncovered]:
    """Of each day alone, then of all together, what slots that *most* could take leave open."""
    alone = [[day] for day in days]
    for together in (alone, [days] if len(days) > 1 else []):
        for counting in (False, True):
            step = 1 if counting else rules.SHORTFALL.weight
            for part in together:
                model = cover_model.model_of(week, part, counting=counting, most=most)
                least = cover_model.least_shortfall(model, step)
                if least is not None:
                    yield Uncovered(part, counting, least)
