"""What one person in one slot costs, soft rule by soft rule, without counting the whole week.

It is the difference that `penalties.bill` makes between the plan with the person in the
slot and the plan with the slot open; the shortfall, the same for everybody, is left out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lsadesk.domain.deployment import penalties, rules
from lsadesk.domain.deployment.model import Lsa, Problem, Slot, SlotId
from lsadesk.domain.deployment.rules import SoftRule
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId


@dataclass(frozen=True, slots=True)
class SoftCost:
    """How much more or less often *rule* is broken, and what that costs."""

    rule: SoftRule
    often: int
    cost: int


class Ledger:
    """Counts of one plan, kept ready so that each question takes microseconds."""

    def __init__(self, problem: Problem, placed: penalties.Placed) -> None:
        """Count once."""
        self._problem = problem
        self._placed = placed
        self._people = {lsa.id: lsa for lsa in problem.lsas}
        self._faces = penalties.familiar_faces(problem)
        self._most = penalties.most_with_one(problem)
        self._fair_duties = penalties.fair_duties(problem)
        self._shares = penalties.fair_shares(problem)
        self._meetings: dict[str, list[Slot]] = defaultdict(list)
        for time in penalties.planning_times(problem):
            self._meetings[time.teacher].append(time)
        self._teams: dict[str, Counter[PersonId]] = defaultdict(Counter)
        self._pairs = Counter[tuple[LearnerId | None, PersonId]]()
        self._duties = Counter[PersonId]()
        self._loads = Counter[PersonId]()
        self.held: dict[PersonId, list[Slot]] = {lsa.id: [] for lsa in problem.lsas}
        for slot in problem.slots:
            if slot.id in placed:
                self._count(slot, placed[slot.id])

    def minutes(self, person: PersonId) -> int:
        """What *person* has in the plan's week."""
        return self._loads[person]

    def share(self, person: PersonId) -> int | None:
        """The minutes that would be fair for *person*; None: no contract hours are known."""
        return self._shares.get(person)

    def others_of(self, person: PersonId, slot: SlotId) -> list[Slot]:
        """What *person* has but for *slot*."""
        held = self.held[person]
        if self._placed.get(slot) != person:
            return held
        return [each for each in held if each.id != slot]

    def costs(self, person: PersonId, slot: Slot) -> list[SoftCost]:
        """What *person* costs in *slot* beside leaving it open; rules that say nothing are out."""
        return [
            SoftCost(rule, often, often * rules.weight(self._problem, rule))
            for rule, often in self._counted(person, slot)
            if often
        ]

    def total(self, person: PersonId, slot: Slot) -> int:
        """The same in one number."""
        return sum(
            often * rules.weight(self._problem, rule)
            for rule, often in self._counted(person, slot)
            if often
        )

    def _counted(self, person: PersonId, slot: Slot) -> tuple[tuple[SoftRule, int], ...]:
        """How much more or less often each rule is broken."""
        lsa, own = self._people[person], self._placed.get(slot.id) == person
        others = self.others_of(person, slot.id)
        fair, far, floor = self._unfair(person, slot, own)
        return (
            (rules.FIT, penalties.misfit(slot, lsa)),
            (rules.TEAM, self._stranger(person, slot)),
            (rules.ONE_PERSON, self._leans(person, slot, own)),
            (rules.PLANNING, self._planning(lsa, slot, others)),
            (rules.DUTIES, self._duty(person, slot, own)),
            (rules.HOPES, -_hopes_met_only_here(lsa, slot, others)),
            (rules.FAIR, fair),
            (rules.FAR, far),
            (rules.FLOOR, floor),
        )

    def _count(self, slot: Slot, person: PersonId) -> None:
        self.held[person].append(slot)
        if slot.group:
            self._teams[slot.group][person] += 1
        if slot.learner is not None:
            self._pairs[slot.learner, person] += 1
        if slot.unpopular:
            self._duties[person] += 1
        self._loads[person] += slot.minutes

    def _stranger(self, person: PersonId, slot: Slot) -> int:
        """Whether the group's team grows beyond its familiar faces."""
        if not slot.group:
            return 0
        team, holder = self._teams[slot.group], self._placed.get(slot.id)
        without = len(team) - (holder is not None and team[holder] == 1)
        there = person in team and team[person] > (person == holder)
        return int(not there and without >= self._faces[slot.group])

    def _leans(self, person: PersonId, slot: Slot, own: bool) -> int:
        if slot.learner is None:
            return 0
        return int(self._pairs[slot.learner, person] - own >= self._most[slot.learner])

    def _duty(self, person: PersonId, slot: Slot, own: bool) -> int:
        return int(slot.unpopular and self._duties[person] - own >= self._fair_duties)

    def _planning(self, lsa: Lsa, slot: Slot, others: Sequence[Slot]) -> int:
        if not self._meetings:
            return 0
        return self._missed(lsa, [*others, slot]) - self._missed(lsa, others)

    def _missed(self, lsa: Lsa, held: Sequence[Slot]) -> int:
        """Teachers of *held* with planning times, none of which *lsa* could come to."""
        teachers = {slot.teacher for slot in held if slot.teacher in self._meetings}
        return sum(
            not any(
                penalties.could_come(self._problem, lsa, time, held)
                for time in self._meetings[teacher]
            )
            for teacher in teachers
        )

    def _unfair(self, person: PersonId, slot: Slot, own: bool) -> tuple[int, int, int]:
        share = self._shares.get(person)
        if share is None:
            return 0, 0, 0
        load = self._loads[person] - (slot.minutes if own else 0)
        before = penalties.unfair(share, load)
        after = penalties.unfair(share, load + slot.minutes)
        return after[0] - before[0], after[1] - before[1], after[2] - before[2]


def _hopes_met_only_here(lsa: Lsa, slot: Slot, others: Iterable[Slot]) -> int:
    if not slot.group or not lsa.hopes:
        return 0
    seen = {each.group for each in others if each.group}
    return sum(slot.group in hope.groups and not hope.groups & seen for hope in lsa.hopes)
