"""What it would mean to put a place down with somebody, in a sentence, while it is carried."""

from dataclasses import dataclass

from lsadesk.domain.deployment.explain import Reasons
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.deploying.placing import Placing
from lsadesk.ui.deployment.board import Shown
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said, and which places change hands; *moves* empty: it cannot be."""

    said: str
    moves: Placing


def verdict(reasons: Reasons, shown: Shown, slot: SlotId, person: PersonId | None) -> Verdict:
    """What comes of giving *slot* to *person*, or to nobody where None."""
    holder = shown.plan.by_slot().get(slot)
    if person == holder:
        return Verdict(tr("As it is now."), {})
    if person is None:
        return Verdict(tr("Nobody: the place is left open."), {slot: None})
    found = reasons.candidate(person, shown.ahead.slots[slot])
    if not found.rules:
        said = tr("{name}: nothing is in the way.", name=found.name)
        return Verdict(f"{said} {_cost(reasons, shown, slot, found.cost)}", {slot: person})
    other = reasons.swap(slot, person)
    if other is not None and holder is not None:
        place = shown.ahead.slots[other]
        said = tr(
            "{name} has {place} then: put down to swap the two.",
            name=found.name,
            place=f"{place.title or place.group} {place.span}",
        )
        return Verdict(said, {slot: person, other: holder})
    why = "; ".join(reasons.why_not(person, slot))
    return Verdict(tr("{name}: {why}.", name=found.name, why=why), {})


def _cost(reasons: Reasons, shown: Shown, slot: SlotId, cost: int) -> str:
    holder = shown.plan.by_slot().get(slot)
    if holder is None:
        return tr("It costs {cost}.", cost=f"{cost:,}") if cost > 0 else tr("It costs nothing.")
    more = cost - reasons.ledger.total(holder, shown.ahead.slots[slot])
    if more > 0:
        return tr("The plan costs {more} more.", more=f"{more:,}")
    if more < 0:
        return tr("The plan costs {less} less.", less=f"{-more:,}")
    return tr("The plan costs the same.")
