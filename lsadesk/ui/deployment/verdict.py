"""What it would mean to put a place down with somebody, in a sentence, while it is carried."""

import itertools
from collections.abc import Sequence
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
        moves: dict[SlotId, PersonId | None] = {slot: person, other: holder}
        return Verdict(f"{said} {_told(reasons.more(moves))}", moves)
    why = "; ".join(reasons.why_not(person, slot))
    return Verdict(tr("{name}: {why}.", name=found.name, why=why), {})


def exchange(
    reasons: Reasons, shown: Shown, carried: Sequence[SlotId], over: Sequence[SlotId]
) -> Verdict:
    """What comes of exchanging who has one of *carried* with who has one of *over*.

    Both are the places of a block. Whoever could go where a place is open goes there; the
    first exchange that no rule keeps from happening is told of, or else what keeps the first.
    """
    if set(carried) & set(over):
        return Verdict(tr("As it is now."), {})
    placed = shown.plan.by_slot()
    others = sorted(over, key=lambda slot: slot in placed)
    against: Verdict | None = None
    for one, other in itertools.product(carried, others):
        if placed.get(one) != placed.get(other):
            found = _exchanged(reasons, shown, one, other)
            if found.moves:
                return found
            against = against or found
    return against or Verdict(tr("The two have nobody to exchange."), {})


def _exchanged(reasons: Reasons, shown: Shown, one: SlotId, other: SlotId) -> Verdict:
    placed, names = shown.plan.by_slot(), {lsa.id: lsa.name for lsa in shown.ahead.problem.lsas}
    moves: dict[SlotId, PersonId | None] = {other: placed.get(one), one: placed.get(other)}
    goes, hinders = [], []
    for to, left in ((other, one), (one, other)):
        person, place = moves[to], _place(shown, to)
        if person is None:
            goes.append(tr("{place} is left open", place=place))
            continue
        goes.append(tr("{name} goes to {place}", name=names[person], place=place))
        why = "; ".join(reasons.why_not(person, to, leaving=left))
        if why:
            hinders.append(
                tr("{name} cannot go to {place}: {why}.", name=names[person], place=place, why=why)
            )
    if hinders:
        return Verdict(" ".join(hinders), {})
    said = tr("{one} and {other}.", one=goes[0], other=goes[1])
    return Verdict(f"{said} {_told(reasons.more(moves))}", moves)


def _place(shown: Shown, slot: SlotId) -> str:
    at = shown.ahead.slots[slot]
    return f"{at.title or at.group}, {at.day.short} {at.span}"


def _cost(reasons: Reasons, shown: Shown, slot: SlotId, cost: int) -> str:
    holder = shown.plan.by_slot().get(slot)
    if holder is None:
        return tr("It costs {cost}.", cost=f"{cost:,}") if cost > 0 else tr("It costs nothing.")
    return _told(cost - reasons.ledger.total(holder, shown.ahead.slots[slot]))


def _told(more: int) -> str:
    if more > 0:
        return tr("The plan costs {more} more.", more=f"{more:,}")
    if more < 0:
        return tr("The plan costs {less} less.", less=f"{-more:,}")
    return tr("The plan costs the same.")
