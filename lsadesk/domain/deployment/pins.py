"""Which of the places that a hand has fixed can stand, and what is said of the others."""

from collections import defaultdict
from collections.abc import Sequence

from lsadesk.domain.deployment.model import Assignment, Problem, Slot
from lsadesk.domain.deployment.remarks import About, Record, Remark
from lsadesk.domain.deployment.rules import HARD, case_of
from lsadesk.domain.staff.people import PersonId


def standing(
    problem: Problem, pins: Sequence[Assignment]
) -> tuple[tuple[Assignment, ...], tuple[Remark, ...]]:
    """Those of *pins* that break no rule beside those before them, and a remark on each other.

    A plan is made without the others: one pin that cannot stand any more must not keep
    everybody else from having a plan.
    """
    slots = {slot.id: slot for slot in problem.slots}
    people = {lsa.id: lsa for lsa in problem.lsas}
    held: dict[PersonId, list[Slot]] = defaultdict(list)
    kept: list[Assignment] = []
    fell: list[Remark] = []
    for pin in pins:
        slot, lsa = slots[pin.slot], people[pin.person]
        case = case_of(problem, lsa, slot, held[pin.person])
        why = next((reason for rule in HARD if (reason := rule.why_not(case))), "")
        if why:
            fell.append(_fell(slot, lsa.name, why))
        else:
            kept.append(pin)
            held[pin.person].append(slot)
    return tuple(kept), tuple(fell)


def _fell(slot: Slot, name: str, why: str) -> Remark:
    where = f"{slot.title or slot.group}, {slot.day.short} {slot.span}"
    return Remark(
        f"{name} was pinned and cannot be kept in ",
        (Record(About.SESSION, slot.id.session, where),),
        f": {why}. The next plan goes without that pin.",
    )
