"""Why a slot is open, why a person is where they are, and who could nearly take it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from lsadesk.domain.auditing.skills import LEVEL_WORDS, SkillId
from lsadesk.domain.deployment import penalties
from lsadesk.domain.deployment.alone import ALONE, lacking, not_signed_off, unproven
from lsadesk.domain.deployment.marginal import Ledger, SoftCost
from lsadesk.domain.deployment.model import Lsa, Plan, Problem, Slot, SlotId
from lsadesk.domain.deployment.obstacles import Obstacles, Stops
from lsadesk.domain.deployment.penalties import bands, floors
from lsadesk.domain.deployment.reach import Reach, reach
from lsadesk.domain.deployment.rules import HARD, Case, case_of
from lsadesk.domain.staff.people import PersonId

_ORDER = {rule.name: at for at, rule in enumerate(HARD)}
_BESIDE = [rule for rule in HARD if rule.name not in ALONE]
SHORT = {rule.name: rule.short for rule in HARD}


class Candidate(NamedTuple):  # hundreds are made for each place, tuples four times as fast
    """A person for a slot, and the rules in the way (none: they could).

    *cost* is what they would cost by the soft rules, for those who could. `Reasons.why_not`
    says the reasons aloud.
    """

    person: PersonId
    name: str
    rules: Stops
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
    of this person ("" for none), in the table's order. *within* is told of whoever has little.
    """

    person: PersonId
    minutes: int
    contract: int | None
    share: int | None
    fair: tuple[int, int]
    kept: tuple[tuple[str, int], ...]
    within: Reach | None = None


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
        return self._ranked(slot, self._others(slot))

    def why_open(self, slot: SlotId) -> WhyOpen:
        """Why nobody has *slot*."""
        others = self._others(slot)
        return WhyOpen(slot, _headline(others), self._ranked(slot, others))

    def headline(self, slot: SlotId) -> str:
        """The headline of `why_open` alone, in a fraction of the time."""
        return _headline(self._others(slot))

    def could_be_covered(self, slot: SlotId) -> bool:
        """Whether anybody but its own person could take *slot*."""
        return bool(self.free(slot))

    def why_here(self, slot: SlotId) -> WhyHere:
        """What the person in *slot* (it must be filled) meets and misses of its needs.

        What must be is missed too where something has changed since the plan was made.
        """
        asked, lsa = self._slots[slot], self._people[self._placed[slot]]
        meets, misses = self._musts(lsa, asked)
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

    def _musts(self, lsa: Lsa, asked: Slot) -> tuple[list[str], list[str]]:
        """What *lsa* meets and misses of what must be for *asked*."""
        short, bare = lacking(lsa, asked), unproven(lsa, asked)
        unsigned = not_signed_off(lsa, asked)
        skills = {need: _known(self._problem, lsa, need.skill) for need in asked.skills}
        proven = [need for need in asked.certificates if need not in bare]
        meets = [said for need, said in skills.items() if need not in short]
        meets += [f"{need.name}: proof valid on the day" for need in proven]
        meets += [f"{need.name}: signed off" for need in asked.sign_offs if need not in unsigned]
        misses = [skills[need] for need in short]
        misses += [f"{need.name}: no proof valid on the day" for need in bare]
        misses += [f"{need.name}: not signed off on the day" for need in unsigned]
        return meets, misses

    def why_hours(self, person: PersonId) -> WhyHours:
        """Why *person* has the hours they have."""
        lsa, share = self._people[person], self.ledger.share(person)
        first = Counter(self._first_in_the_way(lsa, self._slots[slot]) for slot in self._plan.unmet)
        near = 0 if share is None else bands(share)[0]
        minutes = self.ledger.minutes(person)
        has_little = share is not None and minutes < floors(share)[0]
        return WhyHours(
            person,
            minutes,
            lsa.weekly_minutes,
            share,
            (max(0, (share or 0) - near), (share or 0) + near),
            tuple((name, first[name]) for name in ("", *_ORDER) if first[name]),
            reach(self._problem, self._placed, lsa) if has_little else None,
        )

    def stopped(self, slot: SlotId) -> Iterator[tuple[Stops, list[PersonId]]]:
        """The rules that keep people out of *slot*, each time with all whom just those do."""
        for stops, people in self._others(slot).items():
            if stops:
                yield stops, [lsa.id for lsa in people]

    def free(self, slot: SlotId) -> list[PersonId]:
        """Who, but the slot's own person, could take *slot* with nothing to leave for it."""
        return [lsa.id for lsa in self._others(slot).get((), ())]

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
        return Candidate(lsa.id, lsa.name, stops, 0 if stops else self.ledger.total(lsa.id, slot))

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

    def _others(self, slot: SlotId) -> dict[Stops, list[Lsa]]:
        """Everybody but the slot's own person, by the rules that keep them out of it."""
        own, lsas = self._placed.get(slot), self._problem.lsas
        apart = self._obstacles.in_the_way(self._slots[slot])
        return {
            stops: [lsas[at] for at in people if lsas[at].id != own]
            for stops, people in apart.items()
        }

    def _ranked(self, slot: SlotId, others: Mapping[Stops, Sequence[Lsa]]) -> tuple[Candidate, ...]:
        asked = self._slots[slot]
        found = [
            Candidate(lsa.id, lsa.name, (), self.ledger.total(lsa.id, asked))
            for lsa in others.get((), ())
        ]
        found.sort(key=attrgetter("cost"))
        for stops in sorted(filter(None, others), key=_nearness):
            found += [Candidate(lsa.id, lsa.name, stops) for lsa in others[stops]]
        return tuple(found)

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
        for name, alone in ALONE.items():
            if alone.stops(lsa, slot):
                return name
        case = self._case(lsa, slot)
        return next((rule.name for rule in _BESIDE if rule.why_not(case)), "")


def _nearness(stops: Stops) -> tuple[bool, int, int]:
    return len(stops) > 1, _ORDER[stops[0]], len(stops)


def _headline(others: Mapping[Stops, Sequence[Lsa]]) -> str:
    """Each person is counted under the first rule, in the table's order, that stops them."""
    first = Counter[str]()
    for stops, people in others.items():
        first[stops[0] if stops else ""] += len(people)
    number = first.total()
    if not number:
        return "There is nobody in the team this week."
    parts = [f"{first[rule.name]} {rule.short}" for rule in HARD if first[rule.name]]
    if first[""]:
        parts.append(f"{first['']} free to take it")
    team = "1 person" if number == 1 else f"{number} people"
    return f"Of {team}: {', '.join(parts)}."


def _known(problem: Problem, lsa: Lsa, skill: SkillId) -> str:
    level = lsa.levels.get(skill)
    words = "not known" if level is None else LEVEL_WORDS[level]
    return f"{problem.names.skills.get(skill, 'skill')}: {words}"
