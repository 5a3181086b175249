"""Why a slot is open, why a person is where they are, and who could nearly take it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lsadesk.domain.deployment.model import Lsa, Plan, Problem, Slot, SlotId
from lsadesk.domain.deployment.rules import HARD, case_of
from lsadesk.domain.people import PersonId
from lsadesk.domain.skills import LEVEL_WORDS, SkillId


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person for a slot: the rules in the way (none: they could), and the reasons aloud."""

    person: PersonId
    name: str
    rules: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhyOpen:
    """A slot's reasons: *headline* counts everybody once, *candidates* has the nearest first."""

    slot: SlotId
    headline: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class WhyHere:
    """What a person brings to a slot, and what its learners need that they do not."""

    slot: SlotId
    person: PersonId
    meets: tuple[str, ...]
    misses: tuple[str, ...]


class Reasons:
    """Answers about one plan of one problem."""

    def __init__(self, problem: Problem, plan: Plan) -> None:
        """Look up once who holds what."""
        self._problem = problem
        self._slots = {slot.id: slot for slot in problem.slots}
        self._people = {lsa.id: lsa for lsa in problem.lsas}
        self._placed = plan.by_slot()
        self._held: dict[PersonId, list[Slot]] = {lsa.id: [] for lsa in problem.lsas}
        for slot, person in self._placed.items():
            self._held[person].append(self._slots[slot])

    def candidates(self, slot: SlotId) -> tuple[Candidate, ...]:
        """Everybody but the slot's own person, those with the fewest hindrances first."""
        asked = self._slots[slot]
        found = [
            self._candidate(lsa, asked)
            for lsa in self._problem.lsas
            if lsa.id != self._placed.get(slot)
        ]
        return tuple(sorted(found, key=lambda each: len(each.rules)))

    def why_open(self, slot: SlotId) -> WhyOpen:
        """Why nobody has *slot*."""
        candidates = self.candidates(slot)
        first = [each.rules[0] if each.rules else "" for each in candidates]
        return WhyOpen(slot, _headline(first), candidates)

    def headline(self, slot: SlotId) -> str:
        """The headline of `why_open` alone, in a fraction of the time."""
        asked, own = self._slots[slot], self._placed.get(slot)
        return _headline(
            [self._first_in_the_way(lsa, asked) for lsa in self._problem.lsas if lsa.id != own]
        )

    def why_here(self, slot: SlotId) -> WhyHere:
        """What the person in *slot* (it must be filled) meets and misses of its needs."""
        asked, lsa = self._slots[slot], self._people[self._placed[slot]]
        meets = [_known(self._problem, lsa, need.skill) for need in asked.skills]
        meets += [f"{need.name}: proof valid on the day" for need in asked.certificates]
        misses: list[str] = []
        for skill in sorted(asked.helpful):
            good = lsa.levels.get(skill, 0) >= 2
            (meets if good else misses).append(_known(self._problem, lsa, skill))
        return WhyHere(slot, lsa.id, tuple(meets), tuple(misses))

    def _candidate(self, lsa: Lsa, slot: Slot) -> Candidate:
        case = case_of(self._problem, lsa, slot, self._held[lsa.id])
        said = [(rule.name, reason) for rule in HARD if (reason := rule.why_not(case))]
        return Candidate(
            lsa.id, lsa.name, tuple(name for name, _ in said), tuple(why for _, why in said)
        )

    def _first_in_the_way(self, lsa: Lsa, slot: Slot) -> str:
        case = case_of(self._problem, lsa, slot, self._held[lsa.id])
        return next((rule.name for rule in HARD if rule.why_not(case)), "")


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
