"""A plan changed by hand: who is where, whom to keep out, two people swapped.

What is published is what people work by, so each change of it is written down with its
reason. A change is refused whole where any part of it breaks a hard rule.
"""

from collections.abc import Mapping
from dataclasses import replace

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.deployment.kept import PlanChange
from lsadesk.domain.deployment.model import Assignment, Plan, Slot, SlotId
from lsadesk.domain.deployment.rules import HARD, case_of
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import Stale, UserError
from lsadesk.operations.deploying.deployment import WeekPlan, judged, laid_out
from lsadesk.operations.desk import Desk
from lsadesk.store.deploying import deployment
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work

Placing = Mapping[SlotId, PersonId | None]  # None: nobody


def rearrange(
    desk: Desk, plan: int, wanted: Placing, *, seen: Placing, pinned: bool, why: str = ""
) -> Done[None]:
    """Give each slot of *wanted* to its person, all of them or none.

    *seen* is who had each in the plan that was looked at. *pinned*: the next plan keeps them
    as they are. *why* is asked for where the plan is published.

    Raises:
        Stale: somebody else has given one of the places to another person since.
        UserError: a place is in the plan no more, a hard rule is in the way, or the plan is
            published and nobody said why it is changed.
    """
    with desk.writing(Kind.DEPLOYMENT) as work:
        made = laid_out(desk, work, deployment.get(work, plan))
        before = made.plan.by_slot()
        if any(slot not in made.ahead.slots for slot in wanted):
            raise UserError("This place is not in the plan any more. Look at the week again.")
        if any(before.get(slot) != seen.get(slot) for slot in wanted):
            raise Stale("Somebody else has just changed this place. Look at the week again.")
        after = _after(made, wanted)
        for slot, person in wanted.items():
            if person is not None:
                _require_possible(made, after, slot, person)
        _write(work, made, wanted, pinned=pinned)
        deployment.judge(work, plan, after, made.ahead.problem.weights)
        _note_changes(desk, work, made, wanted, why)
        return desk.keep(
            work,
            None,
            _told(made, wanted, pinned=pinned),
            Entry("placed by hand", Kind.DEPLOYMENT, plan),
            Subject.DEPLOYMENT,
        )


def hindered(made: WeekPlan, wanted: Placing) -> dict[SlotId, str]:
    """Why people cannot have their places of *wanted*, were all of it done, in sentences."""
    after = _after(made, wanted)
    found = {
        slot: _in_the_way(made, after, slot, person)
        for slot, person in wanted.items()
        if person is not None
    }
    return {
        slot: f"{_name(made, wanted[slot])} cannot take {_place(made, slot)}: {'; '.join(reasons)}."
        for slot, reasons in found.items()
        if reasons
    }


def keep_out(desk: Desk, plan: int, slot: SlotId, person: PersonId) -> Done[None]:
    """Keep *person* out of *slot* of a draft; if they are in it, it is left open.

    Raises:
        UserError: the plan is published.
    """
    with desk.writing(Kind.DEPLOYMENT) as work:
        made = _draft(desk, work, plan)
        deployment.keep_out(work, plan, slot, person)
        if made.plan.by_slot().get(slot) == person:
            deployment.clear(work, plan, slot)
            after = _after(made, {slot: None})
            deployment.judge(work, plan, after, made.ahead.problem.weights)
        return desk.keep(
            work,
            None,
            f"Kept {_name(made, person)} out of {_place(made, slot)}",
            Entry("kept out by hand", Kind.DEPLOYMENT, plan),
            Subject.DEPLOYMENT,
        )


def let_in(desk: Desk, plan: int, slot: SlotId, person: PersonId) -> Done[None]:
    """Do not keep *person* out of *slot* of a draft any more.

    Raises:
        UserError: the plan is published.
    """
    with desk.writing(Kind.DEPLOYMENT) as work:
        made = _draft(desk, work, plan)
        deployment.let_in(work, plan, slot, person)
        return desk.keep(
            work,
            None,
            f"Let {_name(made, person)} into {_place(made, slot)} again",
            Entry("let in by hand", Kind.DEPLOYMENT, plan),
            Subject.DEPLOYMENT,
        )


def whose_hand(desk: Desk, work: Work) -> str:
    """Who is at the desk, as a published plan and its changes name them."""
    me = desk.person
    return desk.login if me is None else people.get(work, me).name


def _draft(desk: Desk, work: Work, plan: int) -> WeekPlan:
    kept = deployment.get(work, plan)
    if kept.published is not None:
        raise UserError("This plan is published. Copy it to a draft to plan it otherwise.")
    return laid_out(desk, work, kept)


def _write(work: Work, made: WeekPlan, wanted: Placing, *, pinned: bool) -> None:
    for slot, person in wanted.items():
        if person is None:
            deployment.clear(work, made.number, slot)
        else:
            deployment.place(work, made.number, Assignment(slot, person, pinned))


def _note_changes(desk: Desk, work: Work, made: WeekPlan, wanted: Placing, why: str) -> None:
    """Write down what changes in a published plan; a pin alone changes nobody's day."""
    before = made.plan.by_slot()
    changed = {slot: who for slot, who in wanted.items() if before.get(slot) != who}
    if made.label.published is None or not changed:
        return
    if not why.strip():
        raise UserError("This plan is published. Say in a few words why it changes.")
    by = whose_hand(desk, work)
    for slot, person in changed.items():
        change = PlanChange(
            slot=slot, before=before.get(slot), after=person, at=work.now, by=by, why=why.strip()
        )
        deployment.note_change(work, made.number, change)


def _require_possible(made: WeekPlan, after: Plan, slot: SlotId, person: PersonId) -> None:
    """Refuse a person whom a hard rule keeps from *slot* in the plan *after* the change."""
    reasons = _in_the_way(made, after, slot, person)
    if reasons:
        who, place = _name(made, person), _place(made, slot)
        raise UserError(f"{who} cannot take {place}: {'; '.join(reasons)}.")


def _in_the_way(made: WeekPlan, after: Plan, slot: SlotId, person: PersonId) -> list[str]:
    problem, slots = made.ahead.problem, made.ahead.slots
    lsa = next((lsa for lsa in problem.lsas if lsa.id == person), None)
    if lsa is None:
        raise UserError("This person is not on the team that week. Choose somebody else.")
    held: list[Slot] = [
        slots[each.slot]
        for each in after.assignments
        if each.person == person and each.slot != slot
    ]
    case = case_of(problem, lsa, slots[slot], held)
    return [reason for rule in HARD if (reason := rule.why_not(case))]


def _after(made: WeekPlan, wanted: Placing) -> Plan:
    """The plan after *wanted*, with its true cost."""
    problem = made.ahead.problem
    placed = {**made.plan.by_slot(), **wanted}
    held = {where: who for where, who in placed.items() if who is not None}
    plan = replace(
        made.plan,
        assignments=tuple(Assignment(where, who) for where, who in held.items()),
        unmet=tuple(each.id for each in problem.slots if each.id not in held),
    )
    return judged(problem, plan)


def _told(made: WeekPlan, wanted: Placing, *, pinned: bool) -> str:
    if len(wanted) > 1:
        names = ", ".join(
            _name(made, person) for person in dict.fromkeys(wanted.values()) if person is not None
        )
        return f"Moved {names} in {made.label.name}"
    ((slot, person),) = wanted.items()
    place = _place(made, slot)
    if person is None:
        return f"Left a place open in {place}"
    if made.plan.by_slot().get(slot) == person:
        return f"{'Pinned' if pinned else 'Released'} {_name(made, person)} in {place}"
    return f"Placed {_name(made, person)} in {place}"


def _place(made: WeekPlan, slot: SlotId) -> str:
    where = made.ahead.slots.get(slot)
    if where is None:
        raise UserError("This place is not in the plan any more. Look at the week again.")
    return f"{where.title or where.group}, {where.day.short} {where.span}"


def _name(made: WeekPlan, person: PersonId | None) -> str:
    return next((lsa.name for lsa in made.ahead.problem.lsas if lsa.id == person), "somebody")
