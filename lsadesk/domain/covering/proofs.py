"""Whether those who share a session bring what it asks for on the day.

A plan was right when it was made; a sign-off, a proof or a skill can have gone since, or a learner
have come. Which of two people in a session does what is theirs to arrange, so nobody is told of a
lapse that a change of parts between them mends.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from typing import TypeVar

from lsadesk.domain.deployment.model import Lsa, Problem, Slot, SlotId
from lsadesk.domain.deployment.penalties import Placed
from lsadesk.domain.deployment.rules import HARD, case_of
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId

# The rules of what somebody must bring, which a day can change after the plan was made.
_PROVEN = {"skill", "restriction", "certificate", "sign-off", "care", "leading", "exclusion"}
_FEW = 4  # people whose places are tried in every order

T = TypeVar("T")


def unproven(problem: Problem, slots: Iterable[Slot], placed: Placed) -> dict[SlotId, str]:
    """Those of *slots* whose holder may not do what they ask, and why.

    Nobody whose session is all right once its people change places with each other.
    """
    team = {lsa.id: lsa for lsa in problem.lsas}
    there: dict[tuple[SessionId, int], dict[Slot, Lsa]] = {}
    for slot in slots:
        if (lsa := team.get(placed.get(slot.id, PersonId(0)))) is not None:
            there.setdefault((slot.id.session, slot.id.part), {})[slot] = lsa
    found: dict[SlotId, str] = {}
    for held in there.values():
        why = {slot: _why_not(problem, lsa, slot) for slot, lsa in held.items()}
        if any(why.values()) and not any(
            _fails(problem, way, held) == 0 for way in _orders(list(held.values()))
        ):
            found |= {slot.id: said for slot, said in why.items() if said}
    return found


def shared_out(problem: Problem, slots: Iterable[Slot], planned: Placed) -> list[Slot]:
    """*slots* with what each session asks for shared out anew among those who are *planned* there.

    Only where somebody lacks what their place asks: it is done so that the fewest then do. A place
    beside one learner alone keeps its own, and the first place leads where there is no teacher.
    """
    slots = list(slots)
    team = {lsa.id: lsa for lsa in problem.lsas}
    together: dict[SessionId, list[Slot]] = {}
    for slot in slots:
        if slot.learner is None and planned.get(slot.id) in team:
            together.setdefault(slot.id.session, []).append(slot)
    moved: dict[SlotId, Slot] = {}
    for those in together.values():
        people = [team[planned[slot.id]] for slot in those]
        if len(those) > 1 and _fails(problem, people, those):
            ways = (list(map(_asking, those, order)) for order in _orders(those))
            best = min(ways, key=lambda way: _fails(problem, people, way))
            moved |= {slot.id: slot for slot in best}
    return [moved.get(slot.id, slot) for slot in slots]


def _orders(those: Sequence[T]) -> Iterator[Sequence[T]]:
    """Every order of a few, as they are first; of many that one alone."""
    return permutations(those) if len(those) <= _FEW else iter([those])


def _fails(problem: Problem, people: Iterable[Lsa], slots: Iterable[Slot]) -> int:
    """How many of *people* may not have the place at their turn."""
    return sum(bool(_why_not(problem, lsa, slot)) for lsa, slot in zip(people, slots, strict=True))


def _asking(slot: Slot, other: Slot) -> Slot:
    """*slot* with what *other* asks of whoever has it."""
    return replace(
        slot,
        skills=other.skills,
        certificates=other.certificates,
        sign_offs=other.sign_offs,
        care_by=other.care_by,
        priority=other.priority,
    )


def _why_not(problem: Problem, lsa: Lsa, slot: Slot) -> str:
    case = case_of(problem, lsa, slot, ())
    return "; ".join(why for rule in HARD if rule.name in _PROVEN and (why := rule.why_not(case)))
