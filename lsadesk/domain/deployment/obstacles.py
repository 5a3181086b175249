"""Which rules keep each person out of a place, asked of the whole team at once.

The answers are those of `rules.HARD`, rule by rule. What is saved is asking: places that are
equal in what a rule looks at share its answer, and a rule about what people hold already is
asked only of those whom a look at the day's books cannot clear of it.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property

from lsadesk.domain.calendar import Weekday
from lsadesk.domain.deployment.model import DAY, Lsa, Problem, Slot
from lsadesk.domain.deployment.rules import (
    BREAK_FROM,
    BREAK_MINUTES,
    BREAK_TO,
    HARD,
    REST_MINUTES,
    Case,
    HardRule,
    leaves_break,
)
from lsadesk.domain.staff.people import PersonId, SiteId

LooksAt = Callable[[Slot], Hashable]
Gaps = dict[SiteId | None, list[tuple[int, int]]]

# What of a slot each rule about the person alone looks at.
ALONE: Mapping[str, LooksAt] = {
    "times": lambda slot: (slot.start, slot.end),
    "availability": lambda slot: (slot.day, slot.start, slot.end),
    "away": lambda slot: (slot.day, slot.start, slot.end),
    "site": lambda slot: slot.site,
    "skill": lambda slot: slot.skills,
    "restriction": lambda slot: slot.skills,
    "certificate": lambda slot: slot.certificates and (slot.day, slot.certificates),
    "sign-off": lambda slot: slot.sign_offs and (slot.day, slot.sign_offs),
    "care": lambda slot: slot.care_by,
    "leading": lambda slot: slot.leads,
    "exclusion": lambda slot: slot.avoid,
    "refusal": lambda slot: slot.refused,
}
# What a slot, or a person, must have for such a rule to stop anybody.
_ASKED: Mapping[str, Callable[[Slot], object]] = {
    "skill": lambda slot: slot.skills,
    "restriction": lambda slot: slot.skills,
    "certificate": lambda slot: slot.certificates,
    "sign-off": lambda slot: slot.sign_offs,
    "care": lambda slot: slot.care_by,
    "leading": lambda slot: slot.leads,
    "exclusion": lambda slot: slot.avoid,
    "refusal": lambda slot: slot.refused,
}
_OWN: Mapping[str, Callable[[Lsa], object]] = {
    "away": lambda lsa: lsa.away,
    "site": lambda lsa: lsa.sites,
    "restriction": lambda lsa: lsa.barred,
}
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
_LOOKS_AT = {**ALONE, **BESIDE}


class Obstacles:
    """Answers about one problem, in which everybody holds what *held* says."""

    def __init__(self, problem: Problem, held: Mapping[PersonId, Sequence[Slot]]) -> None:
        """Sort what people hold by the day, once."""
        self._problem = problem
        self._held = [held[lsa.id] for lsa in problem.lsas]
        self._days = {day: _Day(problem, self._held, day) for day in Weekday}
        self._left = [
            None if lsa.weekly_minutes is None else lsa.weekly_minutes - _minutes(mine)
            for lsa, mine in zip(problem.lsas, self._held, strict=True)
        ]
        self._travel = problem.longest_travel
        self._answers: dict[tuple[str, Hashable], list[int]] = {}
        self._perhaps: dict[str, Callable[[Slot], Iterable[int]]] = {
            "double booking": self._busy,
            "travel": self._elsewhere,
            "rest": self._late_or_early,
            "in a row": self._limited,
            "day hours": self._full_day,
            "week hours": self._full_week,
            "break": self._no_gap,
        }

    def in_the_way(self, slot: Slot) -> list[tuple[str, ...]]:
        """The rules that keep each of the problem's people out of *slot*, in the table's order.

        Whoever has *slot* is answered as though it were another one at the same time.
        """
        found: list[list[str]] = [[] for _ in self._held]
        for rule in HARD:
            for at in self._stopped(rule, slot):
                found[at].append(rule.name)
        return [tuple(each) for each in found]

    def first_in_the_way(self, slot: Slot) -> list[str]:
        """The first of them for each person, "" for none."""
        first = [""] * len(self._held)
        for rule in reversed(HARD):
            for at in self._stopped(rule, slot):
                first[at] = rule.name
        return first

    def _stopped(self, rule: HardRule, slot: Slot) -> list[int]:
        """The places in the team of those whom *rule* keeps out."""
        key = (rule.name, _LOOKS_AT[rule.name](slot))
        if key not in self._answers:
            perhaps = self._perhaps.get(rule.name)
            if perhaps is None:
                self._answers[key] = stopped_alone(self._problem, rule, slot)
            else:
                self._answers[key] = [
                    at for at in perhaps(slot) if rule.why_not(self._case(at, slot))
                ]
        return self._answers[key]

    def _case(self, at: int, slot: Slot) -> Case:
        same_day = self._days[slot.day].held[at]
        return Case(self._problem, self._problem.lsas[at], slot, self._held[at], same_day)

    def _busy(self, slot: Slot) -> Iterable[int]:
        start, end = slot.start, slot.end
        taken = self._days[slot.day].taken
        return sorted({at for other, at in taken if other.start < end and start < other.end})

    def _elsewhere(self, slot: Slot) -> Iterable[int]:
        if slot.site is None:
            return ()
        first, last, site = slot.start - self._travel, slot.end + self._travel, slot.site
        return sorted(
            {
                at
                for other, at in self._days[slot.day].taken
                if other.site != site
                and (first < other.end <= slot.start or slot.end <= other.start < last)
            }
        )

    def _late_or_early(self, slot: Slot) -> Iterable[int]:
        """Those with work on another day that ends too late or starts too early for a rest."""
        found: set[int] = set()
        for day, books in self._days.items():
            apart = DAY * (slot.day - day)
            latest, earliest = apart + slot.start - REST_MINUTES, apart + slot.end + REST_MINUTES
            if apart and books.last > latest and books.first < earliest:
                found |= {
                    at for other, at in books.taken if other.end > latest and other.start < earliest
                }
        return sorted(found)

    def _limited(self, _slot: Slot) -> Iterable[int]:
        lsas = self._problem.lsas
        return (at for at, lsa in enumerate(lsas) if lsa.most_in_a_row is not None)

    def _full_day(self, slot: Slot) -> Iterable[int]:
        minutes = slot.minutes
        return (at for at, left in enumerate(self._days[slot.day].left) if left < minutes)

    def _full_week(self, slot: Slot) -> Iterable[int]:
        minutes = slot.minutes
        return (at for at, left in enumerate(self._left) if left is not None and left < minutes)

    def _no_gap(self, slot: Slot) -> Iterable[int]:
        """Those for whom no gap of their midday is seen to stay long enough."""
        if slot.start - self._travel >= BREAK_TO or slot.end + self._travel <= BREAK_FROM:
            return
        shut = self._shut_by(slot)
        for at, gaps in enumerate(self._days[slot.day].gaps):
            if gaps is None or (gaps and not _leaves_any(gaps, shut)):
                yield at

    def _shut_by(self, slot: Slot) -> dict[SiteId | None, tuple[int, int]]:
        """From and to when *slot* shuts a break at each site, the way there counted."""
        away = {
            where: self._problem.travel(slot.site, where)
            for where in self._days[slot.day].sites | {slot.site}
        }
        return {where: (slot.start - far, slot.end + far) for where, far in away.items()}


def stopped_alone(problem: Problem, rule: HardRule, slot: Slot) -> list[int]:
    """The places in the team of those whom *rule* keeps out of *slot* were it their only one."""
    asked, own = _ASKED.get(rule.name), _OWN.get(rule.name)
    if asked is not None and not asked(slot):
        return []
    return [
        at
        for at, lsa in enumerate(problem.lsas)
        if (own is None or own(lsa)) and rule.why_not(Case(problem, lsa, slot))
    ]


class _Day:
    """What the team holds on one day."""

    def __init__(self, problem: Problem, held: Sequence[Sequence[Slot]], day: Weekday) -> None:
        self.held = [[slot for slot in mine if slot.day is day] for mine in held]
        self.taken = [(slot, at) for at, mine in enumerate(self.held) for slot in mine]
        self.first = min((slot.start for slot, _ in self.taken), default=DAY)
        self.last = max((slot.end for slot, _ in self.taken), default=0)
        self.left = [
            lsa.day_minutes - _minutes(mine)
            for lsa, mine in zip(problem.lsas, self.held, strict=True)
        ]
        self.sites = {slot.site for slot, _ in self.taken}
        self._problem = problem

    @cached_property
    def gaps(self) -> list[Gaps | None]:
        """When of midday each person is free."""
        return [_gaps(self._problem, mine) for mine in self.held]


def _minutes(slots: Sequence[Slot]) -> int:
    return sum(slot.minutes for slot in slots)


def _gaps(problem: Problem, held: Sequence[Slot]) -> Gaps | None:
    """When of midday somebody with *held* is free, by site; None: not to be known so simply.

    Empty where nothing that they hold counts, so that nothing can be in the way.
    """
    if any(slot.minutes <= 0 for slot in held):
        return None
    count = [slot for slot in held if leaves_break(slot)]
    sites: set[SiteId | None] = {slot.site for slot in count}
    if len(sites) > 1:
        sites.discard(None)
    return {where: _free(problem, count, where) for where in sites}


def _free(problem: Problem, held: Sequence[Slot], where: SiteId | None) -> list[tuple[int, int]]:
    """The parts of midday, long enough for a break at *where*, that *held* leave free."""
    busy = sorted(
        (slot.start - problem.travel(slot.site, where), slot.end + problem.travel(slot.site, where))
        for slot in held
    )
    found, free = [], BREAK_FROM
    for start, end in (*busy, (BREAK_TO, BREAK_TO)):
        if min(start, BREAK_TO) - free >= BREAK_MINUTES:
            found.append((free, min(start, BREAK_TO)))
        free = max(free, end)
    return found


def _leaves_any(gaps: Gaps, shut: Mapping[SiteId | None, tuple[int, int]]) -> bool:
    """Whether one of *gaps* stays long enough beside what is *shut*."""
    for where, free in gaps.items():
        start, end = shut[where]
        for begins, ends in free:
            if min(ends, start) - begins >= BREAK_MINUTES or ends - max(begins, end) >= (
                BREAK_MINUTES
            ):
                return True
    return False
