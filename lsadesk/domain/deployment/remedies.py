"""The smallest changes that would fill an open slot, each tried before it is told.

First single changes, and people who move along with nothing changed. Where neither fills the
slot, one change together with somebody who moves along. Every rule is asked again with the change
made; what still breaks any rule, for anybody whom it touches, is not offered. As many are tried
for the same plan every time, so the same gap is told the same.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan
from lsadesk.domain.deployment import check, penalties
from lsadesk.domain.deployment.chains import Moves
from lsadesk.domain.deployment.model import Assignment, Plan, Problem, Slot, SlotId
from lsadesk.domain.deployment.one_change import Step
from lsadesk.domain.deployment.rules import SHORTFALL, weight
from lsadesk.domain.deployment.tries import Tries, Try
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId

MOST_EACH = 3  # of one kind
MOST_CHECKED = 60  # of a change with a move, the least effort first
_AT_ONCE = (Step.MOVE, Step.LET_IN)  # the plan is changed without anything to happen before


@dataclass(frozen=True, slots=True)
class Remedy:
    """What fills a slot, and who has it then.

    *change* is what is done first, aloud, and *sentence* all of it. *moves* are all places that
    change hands, the gap first. *person* is whom the change is about, and *place* what they take.
    *skill* is what is asked about or learnt, *what* the certificate or task. *span* is when the
    session is then, where that is the change. *extra* is what the plan costs more for it, the
    gap's own cost apart; 0 where something has to happen before.
    """

    step: Step
    change: str
    sentence: str
    person: PersonId
    place: SlotId
    moves: Moves
    session: SessionId
    skill: SkillId | None = None
    what: str = ""
    span: TimeSpan | None = None
    extra: int = 0

    @property
    def moves_along(self) -> bool:
        """Whether somebody has to leave another place, after a change."""
        return self.step is not Step.MOVE and len(self.moves) > 1


def remedies(problem: Problem, plan: Plan, slot: SlotId) -> list[Remedy]:
    """What would fill *slot*, which is open, the least effort first."""
    asked = next(each for each in problem.slots if each.id == slot)
    return _Search(problem, plan, asked).found()


class _Search:
    def __init__(self, problem: Problem, plan: Plan, slot: Slot) -> None:
        self.problem, self.plan, self.slot = problem, plan, slot
        self.tries = Tries(problem, plan, slot)

    def found(self) -> list[Remedy]:
        moves = islice(self._that_stand(self.tries.moves()), MOST_EACH)
        changes = chain(self.tries.other_times(), self.tries.changes())
        found = [*moves, *_few_of_each(self._that_stand(changes))]
        if not found:
            together = sorted(self.tries.changes_with_a_move(), key=self.tries.effort)
            found = list(_few_of_each(self._that_stand(together[:MOST_CHECKED])))
        return sorted(found, key=lambda each: (each.step, len(each.moves), each.extra))

    def _that_stand(self, tries: Iterable[Try]) -> Iterator[Remedy]:
        """What the checker finds nothing against once it is done."""
        for each in tries:
            change = each.change
            if _stands(change.made_in(self.problem), self.plan, each.moves):
                yield Remedy(
                    step=change.step,
                    change=change.said,
                    sentence=each.sentence,
                    person=change.lsa.id,
                    place=each.place,
                    moves=each.moves,
                    session=self.slot.id.session,
                    skill=change.skill,
                    what=change.what,
                    span=change.slots[0].span if change.step is Step.RETIME else None,
                    extra=self._extra(each.moves) if change.step in _AT_ONCE else 0,
                )

    def _extra(self, moves: Moves) -> int:
        before = self.plan.by_slot()
        return (
            penalties.objective(self.problem, {**before, **dict(moves)})
            - penalties.objective(self.problem, before)
            + self.slot.priority * weight(self.problem, SHORTFALL)
        )


def _few_of_each(remedies: Iterable[Remedy]) -> Iterator[Remedy]:
    """No more than a few of one kind."""
    counts = Counter[Step]()
    for each in remedies:
        counts[each.step] += 1
        if counts[each.step] <= MOST_EACH:
            yield each


def _stands(problem: Problem, plan: Plan, moves: Moves) -> bool:
    """Whether the checker finds nothing against anybody whom *moves* touch."""
    placed = {**plan.by_slot(), **dict(moves)}
    sessions = {slot.session for slot, _ in moves}
    touched = {person for slot, person in placed.items() if slot.session in sessions}
    assignments = tuple(
        Assignment(slot, person) for slot, person in placed.items() if person in touched
    )
    return not check.broken_rules(problem, Plan(assignments=assignments, unmet=(), objective=0))
