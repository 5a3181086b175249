"""Which rules keep each person out of a place, asked of the whole team at once.

The answers are those of `rules.HARD`, rule by rule. What is saved is asking: places that are
equal in what a rule looks at share its answer, and people who hold the same times of a day are
looked at together.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property

from lsadesk.domain.calendar import Weekday
from lsadesk.domain.deployment.alone import ALONE, LooksAt
from lsadesk.domain.deployment.midday import Beside, Midday, is_near
from lsadesk.domain.deployment.model import DAY, Problem, Slot
from lsadesk.domain.deployment.rules import HARD, REST_MINUTES, Case, in_a_row
from lsadesk.domain.staff.people import PersonId, SiteId

Stops = tuple[str, ...]  # names of rules, in the order of their table; none: nothing does
Times = tuple[int, int, SiteId | None]

# What of a slot the rules about all that the person holds look at.
BESIDE: Mapping[str, LooksAt] = {
    "double booking": lambda slot: (slot.day, slot.start, slot.end),
    "travel": lambda slot: (slot.day, slot.start, slot.end, slot.site),
    "rest": lambda slot: (slot.day, slot.start, slot.end),
    "in a row": lambda slot: (slot.day, slot.start, slot.end),
    "day hours": lambda slot: (slot.day, slot.minutes),
    "week hours": lambda slot: slot.minutes,
    "break": lambda slot: (slot.day, slot.start, slot.end, slot.site),
}
_LOOKS_AT = {**{name: rule.looks_at for name, rule in ALONE.items()}, **BESIDE}


class Obstacles:
    """Answers about one problem, in which everybody holds what *held* says."""

    def __init__(self, problem: Problem, held: Mapping[PersonId, Sequence[Slot]]) -> None:
        """Sort what people hold by the day, once."""
        self._problem = problem
        self._held = [held[lsa.id] for lsa in problem.lsas]
        self._days = {day: _Day(problem, day, today) for day, today in _by_day(self._held).items()}
        self._left = [
            None if lsa.left is None else lsa.left - _minutes(mine)
            for lsa, mine in zip(problem.lsas, self._held, strict=True)
        ]
        self._answers: dict[tuple[str, Hashable], Iterable[int]] = {}
        self._stopped_beside: dict[str, Callable[[Slot], Iterable[int]]] = {
            "double booking": self._busy,
            "travel": self._elsewhere,
            "rest": self._late_or_early,
            "in a row": self._going_on,
            "day hours": self._full_day,
            "week hours": self._full_week,
            "break": self._without_break,
        }

    def in_the_way(self, slot: Slot) -> dict[Stops, list[int]]:
        """The places in the team of everybody, by the rules that keep them out of *slot*.

        Whoever has *slot* is answered as though it were another one at the same time.
        """
        stops = [0] * len(self._held)  # a bit for each rule
        for number, rule in enumerate(HARD):
            for at in self._stopped(rule.name, slot):
                stops[at] |= 1 << number
        alike: dict[int, list[int]] = defaultdict(list)
        for at, each in enumerate(stops):
            alike[each].append(at)
        return {_names(each): people for each, people in alike.items()}

    def _stopped(self, rule: str, slot: Slot) -> Iterable[int]:
        """The places in the team of those whom *rule* keeps out."""
        key = (rule, _LOOKS_AT[rule](slot))
        if key not in self._answers:
            alone = ALONE.get(rule)
            self._answers[key] = (
                self._stopped_beside[rule](slot)
                if alone is None
                else alone.stopped(self._problem.lsas, slot)
            )
        return self._answers[key]

    def _case(self, at: int, slot: Slot) -> Case:
        same_day = self._days[slot.day].held[at]
        return Case(self._problem, self._problem.lsas[at], slot, self._held[at], same_day)

    def _busy(self, slot: Slot) -> set[int]:
        return {
            at
            for (start, end, _), holders in self._days[slot.day].times.items()
            if start < slot.end and slot.start < end
            for at in holders
        }

    def _elsewhere(self, slot: Slot) -> set[int]:
        books = self._days[slot.day]
        needed = {where: self._problem.travel(where, slot.site) for where in books.sites}
        return {
            at
            for (start, end, where), holders in books.times.items()
            if 0 <= max(start - slot.end, slot.start - end) < needed[where]
            for at in holders
        }

    def _late_or_early(self, slot: Slot) -> set[int]:
        """Those with work on another day that ends too late or starts too early for a rest."""
        found: set[int] = set()
        for day, books in self._days.items():
            apart = DAY * (slot.day - day)
            latest, earliest = apart + slot.start - REST_MINUTES, apart + slot.end + REST_MINUTES
            if apart and books.last > latest and books.first < earliest:
                for (start, end, _), holders in books.times.items():
                    if end > latest and start < earliest:
                        found.update(holders)
        return found

    def _going_on(self, slot: Slot) -> list[int]:
        return [
            at
            for at, lsa in enumerate(self._problem.lsas)
            if lsa.most_in_a_row is not None and in_a_row(self._case(at, slot))
        ]

    def _full_day(self, slot: Slot) -> list[int]:
        minutes = slot.minutes
        return [at for at, left in enumerate(self._days[slot.day].left) if left < minutes]

    def _full_week(self, slot: Slot) -> list[int]:
        minutes = slot.minutes
        return [at for at, left in enumerate(self._left) if left is not None and left < minutes]

    def _without_break(self, slot: Slot) -> list[int]:
        if not is_near(self._problem, slot):
            return []
        more = Beside(self._problem, slot)
        return [
            at
            for midday, people in self._days[slot.day].middays
            if not midday.keeps_break(more)
            for at in people
        ]


class _Day:
    """What the team holds on one day."""

    def __init__(self, problem: Problem, day: Weekday, held: Sequence[Sequence[Slot]]) -> None:
        self.held = held
        self._day = day
        self.times: dict[Times, list[int]] = defaultdict(list)
        self._alike: dict[tuple[Times, ...], list[int]] = defaultdict(list)
        self._beside: dict[Times, Beside] = {}
        for at, mine in enumerate(held):
            theirs = tuple([(slot.start, slot.end, slot.site) for slot in mine])
            self._alike[theirs].append(at)
            for times, slot in zip(theirs, mine, strict=True):
                self.times[times].append(at)
                if times not in self._beside:
                    self._beside[times] = Beside(problem, slot)
        self.first = min((start for start, _, _ in self.times), default=DAY)
        self.last = max((end for _, end, _ in self.times), default=0)
        self.sites = {where for _, _, where in self.times}
        self._lsas = problem.lsas

    @cached_property
    def left(self) -> list[int]:
        """How many more minutes each person may work that day."""
        return [
            lsa.left_on(self._day) - _minutes(mine)
            for lsa, mine in zip(self._lsas, self.held, strict=True)
        ]

    @cached_property
    def middays(self) -> list[tuple[Midday, list[int]]]:
        """When of midday people are free, together for those who hold the same times."""
        return [
            (Midday([self._beside[each] for each in times]), people)
            for times, people in self._alike.items()
        ]


def _names(stops: int) -> Stops:
    return tuple(rule.name for number, rule in enumerate(HARD) if stops >> number & 1)


def _by_day(held: Sequence[Sequence[Slot]]) -> dict[Weekday, list[list[Slot]]]:
    """What everybody holds on each day of the week."""
    days: dict[Weekday, list[list[Slot]]] = {day: [[] for _ in held] for day in Weekday}
    for at, mine in enumerate(held):
        for slot in mine:
            days[slot.day][at].append(slot)
    return days


def _minutes(slots: Sequence[Slot]) -> int:
    return sum([slot.minutes for slot in slots])
