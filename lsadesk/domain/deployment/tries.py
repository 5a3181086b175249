"""What might fill an open slot, for `remedies` to check: changes, moves, one of each together."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import chain, islice

from lsadesk.domain.deployment.chains import HELD, Chains, Moves
from lsadesk.domain.deployment.explain import Reasons
from lsadesk.domain.deployment.model import Lsa, Plan, Problem, Slot, SlotId
from lsadesk.domain.deployment.one_change import (
    MINUTES,
    MOST_LATER,
    Change,
    Step,
    changes,
    shorter,
)
from lsadesk.domain.deployment.rules import HARD, case_of
from lsadesk.domain.staff.people import PersonId

MOST_LEFT = 60  # places that somebody would leave for the gap, to be looked at
_TIMED = HELD | {"availability"}


@dataclass(frozen=True, slots=True)
class Try:
    """A change, the *place* that it lets its person into, and all places that change hands.

    *then* is who goes where once it is made, aloud.
    """

    change: Change
    place: SlotId
    moves: Moves
    then: str = ""

    @property
    def sentence(self) -> str:
        """The whole of it."""
        return f"{self.change.said}: then {self.then}." if self.then else f"{self.change.said}."


class Tries:
    """What might fill *gap*, which is open; nobody leaves a place that is pinned."""

    def __init__(self, problem: Problem, plan: Plan, gap: Slot) -> None:
        """Look up once who holds what."""
        self._problem, self._gap = problem, gap
        self._reasons = Reasons(problem, plan)
        self._people = {lsa.id: lsa for lsa in problem.lsas}
        self._slots = {slot.id: slot for slot in problem.slots}
        pinned = {each.slot for each in plan.assignments if each.pinned}
        self._chains = Chains(problem, self._reasons, pinned)
        self._candidates = self._reasons.candidates(gap.id)

    def moves(self) -> Iterator[Try]:
        """Somebody leaves another place for this one, and others take over, the fewest first."""
        for moves in self._chains.filling(self._gap):
            ((_, first), *more) = moves
            parts = [self._comes_here(first)]
            parts += [self._takes_over(person, place) for place, person in more]
            said = f"Swap: {', '.join(parts[:-1])}, and {parts[-1]}"
            yield Try(Change(Step.MOVE, said, self._people[first]), self._gap.id, moves)

    def changes(self) -> Iterator[Try]:
        """What would have to change about somebody whom one rule keeps out, the nearest first."""
        for each in self._candidates:
            if len(each.rules) == 1:
                for change in self._changed(each.person, self._gap, each.rules[0]):
                    yield Try(change, self._gap.id, ((self._gap.id, each.person),))

    def other_times(self) -> Iterator[Try]:
        """Start later, or end earlier: the fewest minutes of each that let somebody take it."""
        timed = [
            each.person
            for each in self._candidates
            if each.rules and _TIMED.issuperset(each.rules)  # who is free needs no other time
        ]
        for changes_of_time in self._other_times():
            could = (
                Try(
                    Change(Step.RETIME, said, self._people[person], places),
                    self._gap.id,
                    ((self._gap.id, person),),
                    f"{self._people[person].name} can come",
                )
                for said, places in changes_of_time
                for person in timed
                if self._could(self._people[person], places[0])
            )
            yield from islice(could, 1)

    def changes_with_a_move(self) -> Iterator[Try]:
        """One change, and one person who leaves a place that another takes over."""
        return chain(self._leaving_to_come(), self._coming_to_take_over(), self._at_another_time())

    def effort(self, each: Try) -> tuple[Step, int]:
        """What to sort by: how much has to be done, then what the moves cost by the soft rules."""
        costs = (
            self._reasons.ledger.total(person, self._slots[place]) for place, person in each.moves
        )
        return each.change.step, sum(costs)

    def _leaving_to_come(self) -> Iterator[Try]:
        """Whoever is changed comes here, and somebody takes over what they leave."""
        for each in self._candidates:
            lasting, held = set(each.rules) - HELD, HELD.intersection(each.rules)
            if len(lasting) == 1 and held:
                for change in self._changed(each.person, self._gap, *lasting):
                    yield from self._leaving(change, self._gap, held)

    def _coming_to_take_over(self) -> Iterator[Try]:
        """Somebody comes here, and whoever is changed takes over what they leave."""
        for left, first in islice(self._chains.left_for(self._gap), MOST_LEFT):
            for each in self._reasons.candidates(left.id):
                if len(each.rules) == 1 and each.person != first:
                    moves = ((self._gap.id, first), (left.id, each.person))
                    then = (
                        f"{self._takes_over(each.person, left.id)}, and {self._comes_here(first)}"
                    )
                    for change in self._changed(each.person, left, each.rules[0]):
                        yield Try(change, left.id, moves, then)

    def _at_another_time(self) -> Iterator[Try]:
        """The session moves by the fewest minutes that let somebody leave a place for it."""
        timed = [
            self._people[each.person]
            for each in self._candidates
            if each.rules and _TIMED.issuperset(each.rules)
        ]
        for changes_of_time in self._other_times():
            for said, places in changes_of_time:
                found = [
                    each
                    for lsa in timed
                    for each in self._leaving(
                        Change(Step.RETIME, said, lsa, places), places[0], _TIMED
                    )
                ]
                if found:
                    yield from found
                    break

    def _leaving(self, change: Change, gap: Slot, held: Set[str]) -> Iterator[Try]:
        lsa = change.lsa
        for left in self._chains.leaving(lsa.id, gap, held):
            taker = self._reasons.cheapest(left, self._reasons.free(left.id))
            if taker is not None and self._could(lsa, gap, left):
                moves = ((gap.id, lsa.id), (left.id, taker))
                then = f"{self._comes_here(lsa.id)}, and {self._takes_over(taker, left.id)}"
                yield Try(change, gap.id, moves, then)

    def _changed(self, person: PersonId, slot: Slot, rule: str) -> Iterator[Change]:
        minutes = self._reasons.ledger.minutes(person)
        return changes(self._problem.names, self._people[person], slot, rule, minutes)

    def _other_times(self) -> Iterator[Iterator[tuple[str, tuple[Slot, ...]]]]:
        """Later, then earlier: each time what is said and the session's places, fewest minutes
        first.
        """
        steps = range(MINUTES, MOST_LATER + 1, MINUTES)
        yield (
            (f"Start {minutes} minutes later", places)
            for minutes in steps
            if (places := shorter(self._problem, self._gap, minutes, later=True))
        )
        yield (
            (f"End {minutes} minutes earlier", places)
            for minutes in steps
            if (places := shorter(self._problem, self._gap, minutes, later=False))
        )

    def _could(self, lsa: Lsa, slot: Slot, without: Slot | None = None) -> bool:
        held = [each for each in self._reasons.ledger.held[lsa.id] if each is not without]
        case = case_of(self._problem, lsa, slot, held)
        return not any(rule.why_not(case) for rule in HARD)

    def _comes_here(self, person: PersonId) -> str:
        return f"{self._people[person].name} comes here"

    def _takes_over(self, person: PersonId, place: SlotId) -> str:
        slot = self._slots[place]
        where = f"{slot.title or slot.group}, {slot.day.short} {slot.span}"
        return f"{self._people[person].name} takes over {where}"
