"""Why a slot is open, why a person is where they are, and who could nearly take it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from lsadesk.domain.auditing.skills import LEVEL_WORDS, SkillId
from lsadesk.domain.deployment import penalties
from lsadesk.domain.deployment.marginal import Ledger, SoftCost
from lsadesk.domain.deployment.model import Lsa, Plan, Problem, Slot, SlotId
from lsadesk.domain.deployment.obstacles import Obstacles
from lsadesk.domain.deployment.penalties import bands
from lsadesk.domain.deployment.rules import HARD, Case, case_of
from lsadesk.domain.staff.people import PersonId

_ORDER = {rule.name: at for at, rule in enumerate(HARD)}
# The table's first rules look at the person and the slot alone, the rest at what is held too.
_BESIDE = HARD[_ORDER["double booking"] :]
_ALONE = HARD[: _ORDER["double booking"]]
Answer = TypeVar("Answer")
SHORT = {rule.name: rule.short for rule in HARD}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person for a slot, and the rules in the way (none: they could).

    *cost* is what they would cost by the soft rules, for those who could. `Reasons.why_not`
    says the reasons aloud.
    """

    person: PersonId
    name: str
    rules: tuple[str, ...]
    cost: int = 0


@dataclass(frozen=True, slots=True)
class WhyOpen:
    """A slot's reasons: *headline* counts everybody once, *candidates* has the nearest first."""

    slot: SlotId
    headline: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class WhyHere:
    """What a person brings to a slot, and what its learners need that they do not.

    *soft* is what the soft rules say of them there, *runner_up* the best of the others who
    could, with what the soft rules say of that one.
    """

    slot: SlotId
    person: PersonId
    meets: tuple[str, ...]
    misses: tuple[str, ...]
    soft: tuple[SoftCost, ...] = ()
    runner_up: Candidate | None = None
    instead: tuple[SoftCost, ...] = ()


@dataclass(frozen=True, slots=True)
class WhyHours:
    """A person's hours: what they have, what would be fair, and what keeps them from more.

    All in minutes; *share* None: no contract hours are known. *fair* is from and to which
    the share counts as met. *kept* counts the week's open slots by the first rule in the way
    of this person ("" for none), in the table's order.
    """

    person: PersonId
    minutes: int
    contract: int | None
    share: int | None
    fair: tuple[int, int]
    kept: tuple[tuple[str, int], ...]


class Reasons:
    """Answers about one plan of one problem."""

    def __init__(self, problem: Problem, plan: Plan) -> None:
        """Look up once who holds what."""
        self._problem = problem
        self._plan = plan
        self._slots = {slot.id: slot for slot in problem.slots}
        self._people = {lsa.id: lsa for lsa in problem.lsas}
        self._placed = plan.by_slot()
        self.ledger = Ledger(problem, self._placed)
        self._obstacles = Obstacles(problem, self.ledger.held)

    def candidates(self, slot: SlotId) -> tuple[Candidate, ...]:
        """Everybody but the slot's own person: those who could, the best first, then near misses.

        Near misses, whom one rule alone keeps out, come by that rule, and so do the rest.
        """
        asked, own = self._slots[slot], self._placed.get(slot)
        return tuple(
            sorted(
                (
                    self._candidate(lsa, asked, stops)
                    for lsa, stops in self._others(self._obstacles.in_the_way(asked), own)
                ),
                key=_nearness,
            )
        )

    def why_open(self, slot: SlotId) -> WhyOpen:
        """Why nobody has *slot*."""
        candidates = self.candidates(slot)
        first = [each.rules[0] if each.rules else "" for each in candidates]
        return WhyOpen(slot, _headline(first), candidates)

    def headline(self, slot: SlotId) -> str:
        """The headline of `why_open` alone, in a fraction of the time."""
        asked, own = self._slots[slot], self._placed.get(slot)
        first = self._obstacles.first_in_the_way(asked)
        return _headline([stop for _, stop in self._others(first, own)])

    def could_be_covered(self, slot: SlotId) -> bool:
        """Whether anybody but its own person could take *slot*."""
        return bool(self.free(slot))

    def why_here(self, slot: SlotId) -> WhyHere:
        """What the person in *slot* (it must be filled) meets and misses of its needs."""
        asked, lsa = self._slots[slot], self._people[self._placed[slot]]
        meets = [_known(self._problem, lsa, need.skill) for need in asked.skills]
        meets += [f"{need.name}: proof valid on the day" for need in asked.certificates]
        meets += [f"{need.name}: signed off" for need in asked.sign_offs]
        misses: list[str] = []
        for skill in sorted(asked.helpful):
            good = lsa.levels.get(skill, 0) >= 2
            (meets if good else misses).append(_known(self._problem, lsa, skill))
        return WhyHere(
            slot,
            lsa.id,
            tuple(meets),
            tuple(misses),
            tuple(self.ledger.costs(lsa.id, asked)),
            *self._runner_up(asked),
        )

    def why_hours(self, person: PersonId) -> WhyHours:
        """Why *person* has the hours they have."""
        lsa, share = self._people[person], self.ledger.share(person)
        first = Counter(self._first_in_the_way(lsa, self._slots[slot]) for slot in self._plan.unmet)
        near = 0 if share is None else bands(share)[0]
        return WhyHours(
            person,
            self.ledger.minutes(person),
            lsa.weekly_minutes,
            share,
            (max(0, (share or 0) - near), (share or 0) + near),
            tuple((name, first[name]) for name in ("", *_ORDER) if first[name]),
        )

    def stops(self, slot: SlotId) -> Iterator[tuple[PersonId, tuple[str, ...]]]:
        """Everybody but the slot's own person, with the rules that keep them out of it."""
        asked, own = self._slots[slot], self._placed.get(slot)
        answers = self._others(self._obstacles.in_the_way(asked), own)
        return ((lsa.id, stops) for lsa, stops in answers)

    def free(self, slot: SlotId) -> list[PersonId]:
        """Who, but the slot's own person, could take *slot* with nothing to leave for it."""
        asked, own = self._slots[slot], self._placed.get(slot)
        first = self._others(self._obstacles.first_in_the_way(asked), own)
        return [lsa.id for lsa, stop in first if not stop]

    def cheapest(self, slot: Slot, people: Sequence[PersonId]) -> PersonId | None:
        """Who of *people* would cost the least in *slot*; None where there is nobody."""
        return min(people, key=lambda person: self.ledger.total(person, slot), default=None)

    def more(self, moves: Mapping[SlotId, PersonId | None]) -> int:
        """What the whole plan would cost more (below 0: less) after *moves*."""
        after = {**self._placed, **moves}
        held = {slot: who for slot, who in after.items() if who is not None}
        return penalties.objective(self._problem, held) - self._cost

    @cached_property
    def _cost(self) -> int:
        return penalties.objective(self._problem, self._placed)

    def swap(self, slot: SlotId, person: PersonId) -> SlotId | None:
        """The place of *person* at the same time that whoever has *slot* could take for it."""
        asked, holder = self._slots[slot], self._placed.get(slot)
        if holder is None or holder == person:
            return None
        for left in self.ledger.held[person]:
            meets = left.day == asked.day and left.start < asked.end and asked.start < left.end
            if meets and self._could(person, asked, left) and self._could(holder, left, asked):
                return left.id
        return None

    def candidate(self, person: PersonId, slot: Slot) -> Candidate:
        """What stands between *person* and *slot*, and what they would cost in it."""
        lsa = self._people[person]
        case = self._case(lsa, slot)
        stops = tuple(rule.name for rule in HARD if rule.why_not(case))
        return self._candidate(lsa, slot, stops)

    def why_not(
        self, person: PersonId, slot: SlotId, *, leaving: SlotId | None = None
    ) -> tuple[str, ...]:
        """What each rule that keeps *person* out of *slot* says of them if they leave *leaving*."""
        held = self.ledger.others_of(person, slot)
        case = case_of(
            self._problem,
            self._people[person],
            self._slots[slot],
            [each for each in held if each.id != leaving],
        )
        return tuple(reason for rule in HARD if (reason := rule.why_not(case)))

    def _candidate(self, lsa: Lsa, slot: Slot, stops: tuple[str, ...]) -> Candidate:
        cost = 0 if stops else self.ledger.total(lsa.id, slot)
        return Candidate(lsa.id, lsa.name, stops, cost)

    def _others(
        self, answers: Sequence[Answer], own: PersonId | None
    ) -> Iterator[tuple[Lsa, Answer]]:
        """Everybody with their answer, but for *own*."""
        team = zip(self._problem.lsas, answers, strict=True)
        return ((lsa, answer) for lsa, answer in team if lsa.id != own)

    def _runner_up(self, slot: Slot) -> tuple[Candidate | None, tuple[SoftCost, ...]]:
        best = next(iter(self.candidates(slot.id)), None)
        if best is None or best.rules:
            return None, ()
        return best, tuple(self.ledger.costs(best.person, slot))

    def _could(self, person: PersonId, slot: Slot, without: Slot) -> bool:
        held = [each for each in self.ledger.held[person] if each.id != without.id]
        case = case_of(self._problem, self._people[person], slot, held)
        return not any(rule.why_not(case) for rule in HARD)

    def _case(self, lsa: Lsa, slot: Slot) -> Case:
        held = self.ledger.others_of(lsa.id, slot.id)
        day = slot.day
        return Case(self._problem, lsa, slot, held, [each for each in held if each.day == day])

    def _first_in_the_way(self, lsa: Lsa, slot: Slot) -> str:
        """The first rule in the way; what hangs on nothing held is asked first, being quick."""
        alone = Case(self._problem, lsa, slot)
        for rule in _ALONE:
            if rule.why_not(alone):
                return rule.name
        case = self._case(lsa, slot)
        return next((rule.name for rule in _BESIDE if rule.why_not(case)), "")


def _nearness(each: Candidate) -> tuple[bool, bool, int, int]:
    first = _ORDER[each.rules[0]] if each.rules else 0
    return bool(each.rules), len(each.rules) > 1, first, each.cost or len(each.rules)


def _headline(first_in_the_way: Sequence[str]) -> str:
    """Each person is counted under the first rule, in the table's order, that stops them."""
    if not first_in_the_way:
        return "There is nobody in the team this week."
    counts = Counter(first_in_the_way)
    parts = [f"{counts[rule.name]} {rule.short}" for rule in HARD if counts[rule.name]]
    if counts[""]:
        parts.append(f"{counts['']} free to take it")
    number = len(first_in_the_way)
    people = "1 person" if number == 1 else f"{number} people"
    return f"Of {people}: {', '.join(parts)}."


def _known(problem: Problem, lsa: Lsa, skill: SkillId) -> str:
    level = lsa.levels.get(skill)
    words = "not known" if level is None else LEVEL_WORDS[level]
    return f"{problem.names.skills.get(skill, 'skill')}: {words}"
