"""Chains that fill a gap: somebody leaves a place for it, another takes that over, and so on.

A rule binds one person at a time, and in a chain nobody changes twice, so a chain stands where
each of its links does. They are found by looking outwards from the gap, place by place, so that
those of two people come before those of three.
"""

from collections import deque
from collections.abc import Iterator, Set
from dataclasses import dataclass

from lsadesk.domain.deployment.explain import Reasons
from lsadesk.domain.deployment.model import Problem, Slot, SlotId
from lsadesk.domain.deployment.rules import HARD, case_of
from lsadesk.domain.staff.people import PersonId

LONGEST = 3  # people; more is too much to ask of a morning
MOST_LOOKED_AT = 400  # places, so that a big college does not wait for ever
Moves = tuple[tuple[SlotId, PersonId], ...]

# What hangs on a person's other places, and so may be solved by leaving one of those...
HELD = frozenset(
    {"double booking", "travel", "rest", "in a row", "day hours", "week hours", "break"}
)
_ANY_DAY = frozenset({"rest", "week hours"})  # ...which these alone need not be on the same day.


@dataclass(frozen=True, slots=True)
class _Link:
    """A place that would be open once *moves* are made, beginning with the gap's own."""

    slot: Slot
    moves: Moves

    @property
    def people(self) -> Set[PersonId]:
        return {person for _, person in self.moves}


class Chains:
    """Chains in one plan of one problem; nobody leaves a place in *pinned*."""

    def __init__(self, problem: Problem, reasons: Reasons, pinned: Set[SlotId]) -> None:
        """Nothing is looked up before it is asked for."""
        self._problem, self._reasons, self._pinned = problem, reasons, pinned
        self._people = {lsa.id: lsa for lsa in problem.lsas}

    def filling(self, gap: Slot) -> Iterator[Moves]:
        """Who takes which place so that *gap* is filled and none opens, the fewest first.

        Each chain begins with another person in the gap, who leaves a place for it.
        """
        waiting, seen, begun = deque([_Link(gap, ())]), {gap.id}, set[PersonId]()
        for _ in range(MOST_LOOKED_AT):
            if not waiting:
                return
            link = waiting.popleft()
            if link.moves and link.moves[0][1] in begun:
                continue
            taker = self._free(link) if link.moves else None
            if taker is not None:
                begun.add(link.moves[0][1])
                yield (*link.moves, (link.slot.id, taker))
            elif len(link.moves) < LONGEST - 1:
                for further in self._further(link):
                    if further.slot.id not in seen:
                        seen.add(further.slot.id)
                        waiting.append(further)

    def left_for(self, gap: Slot) -> Iterator[tuple[Slot, PersonId]]:
        """Places that one move into *gap* would open, and who would leave them."""
        for link in self._further(_Link(gap, ())):
            yield link.slot, link.moves[0][1]

    def leaving(self, person: PersonId, slot: Slot, stops: Set[str]) -> Iterator[Slot]:
        """The places one of which *person* would have to leave for *slot*, out of it by *stops*."""
        held = self._reasons.ledger.held[person]
        same_day = [each for each in held if each.day == slot.day]
        meeting = [each for each in same_day if each.start < slot.end and slot.start < each.end]
        helping = meeting or (held if _ANY_DAY.issuperset(stops) else same_day)
        for left in helping:
            if left.id not in self._pinned and left.id != slot.id:
                yield left

    def _free(self, link: _Link) -> PersonId | None:
        """Who could take the link's place with nothing to leave, and would cost the least."""
        last = link.moves[-1][1]
        busy = link.people
        free = self._reasons.free(link.slot.id)
        return self._reasons.cheapest(link.slot, [p for p in free if p != last and p not in busy])

    def _further(self, link: _Link) -> Iterator[_Link]:
        """What would be open if another person left a place for the link's."""
        for stops, people in self._reasons.stopped(link.slot.id):
            if not HELD.issuperset(stops):
                continue
            for person in people:
                for left in self.leaving(person, link.slot, frozenset(stops)):
                    if person not in link.people and self._could(person, link.slot, left):
                        yield _Link(left, (*link.moves, (link.slot.id, person)))

    def _could(self, person: PersonId, slot: Slot, without: Slot) -> bool:
        held = [each for each in self._reasons.ledger.held[person] if each is not without]
        case = case_of(self._problem, self._people[person], slot, held)
        return not any(rule.why_not(case) for rule in HARD)
