"""How long people would go on without a pause, for those who have a limit.

Each such person's day is a row of five-minute steps. A session marks its own steps and the
pause after it that would be too short, so that a run is an unbroken stretch of marks.
"""

import numpy as np

from lsadesk.domain.deployment import rules
from lsadesk.domain.deployment.model import DAY
from lsadesk.planner.arrays import Bools, Ints
from lsadesk.planner.compile import Compiled
from lsadesk.planner.times import DAYS

STEPS = 2 * DAY // rules.STEP  # a night goes on into the next day
TAIL = rules.PAUSE_MINUTES // rules.STEP - 1  # marks after a session: a pause shorter than due


class Runs:
    """The days of those with a limit; whoever has none is always allowed."""

    def __init__(self, week: Compiled) -> None:
        """Begin with nothing held."""
        self._row = np.full(week.n, -1)
        limited = np.flatnonzero(week.in_a_row >= 0)
        self._row[limited] = np.arange(len(limited))
        self._limit = week.in_a_row // rules.STEP
        self._day = week.type_day
        self._start = week.type_start // rules.STEP
        self._end = -(-week.type_end // rules.STEP)
        self._marks = np.zeros((len(limited), DAYS, STEPS), dtype=np.int8)

    def place(self, people: Ints, kinds: Ints, sign: int) -> None:
        """Mark (or with *sign* -1 clear) a type of each of *people*."""
        if not len(self._marks):
            return
        for row, kind in zip(self._row[people].tolist(), kinds.tolist(), strict=True):
            if row >= 0:
                self._marks[row, self._day[kind], self._start[kind] : self._end[kind] + TAIL] += (
                    sign
                )

    def allowed(self, people: Ints, kinds: Ints) -> Bools:
        """Who may add which type without a run beyond their limit, people x types."""
        result = np.ones((len(people), len(kinds)), dtype=bool)
        limited = np.flatnonzero(self._row[people] >= 0) if len(self._marks) else ()
        for at in limited:
            person = int(people[at])
            for column, kind in enumerate(kinds.tolist()):
                result[at, column] = self._run(person, kind) <= self._limit[person]
        return result

    def limited(self, people: Ints) -> Bools:
        """Who has a limit at all."""
        result: Bools = self._row[people] >= 0
        return result

    def _run(self, person: int, kind: int) -> int:
        """Steps of the run that *kind* would be part of."""
        marks = self._marks[self._row[person], self._day[kind]] > 0
        start, end = int(self._start[kind]), int(self._end[kind])
        if start and marks[start - 1]:
            before = np.flatnonzero(~marks[:start])
            start = int(before[-1]) + 1 if len(before) else 0
        follows = np.flatnonzero(marks[end : end + TAIL + 1])
        if len(follows):
            begins = end + int(follows[0])
            end = begins + int(np.argmin(marks[begins:])) - TAIL
        return end - start
