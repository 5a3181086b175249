"""Judges any plan from the problem alone, without knowing how it was made."""

from collections import Counter
from dataclasses import dataclass

from lsadesk.domain.deployment import penalties
from lsadesk.domain.deployment.model import Plan, Problem, Slot, SlotId
from lsadesk.domain.deployment.rules import HARD, case_of
from lsadesk.domain.staff.people import PersonId


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule broken in a plan, and what to say about it: a whole sentence, and the reason alone."""

    rule: str
    sentence: str
    slot: SlotId | None = None
    person: PersonId | None = None
    reason: str = ""


def check(
    problem: Problem, plan: Plan, previous: penalties.Placed | None = None
) -> list[Violation]:
    """Everything wrong with *plan*; empty for a plan that may be shown.

    *previous* is the plan that this one was asked to stay near to, if it was.
    """
    form = _form(problem, plan)
    if form:
        return form
    found = broken_rules(problem, plan)
    true_cost = penalties.objective(problem, plan.by_slot(), previous)
    if true_cost != plan.objective:
        found.append(
            Violation("objective", f"The plan says it costs {plan.objective}, not {true_cost}.")
        )
    return found


def broken_rules(problem: Problem, plan: Plan) -> list[Violation]:
    """The hard rules that the plan's assignments break, in the order of the assignments."""
    slots = {slot.id: slot for slot in problem.slots}
    people = {lsa.id: lsa for lsa in problem.lsas}
    held: dict[PersonId, list[Slot]] = {}
    for each in plan.assignments:
        held.setdefault(each.person, []).append(slots[each.slot])
    found = []
    for each in plan.assignments:
        lsa, slot = people[each.person], slots[each.slot]
        others = [other for other in held[each.person] if other.id != slot.id]
        case = case_of(problem, lsa, slot, others)
        for rule in HARD:
            reason = rule.why_not(case)
            if reason:
                where = f"{slot.day.short} {slot.span} {slot.group}".strip()
                sentence = f"{where}: {lsa.name} - {reason}."
                found.append(Violation(rule.name, sentence, slot.id, lsa.id, reason))
    return found


def _form(problem: Problem, plan: Plan) -> list[Violation]:
    """Whether each slot is in the plan exactly once, with a person that there is."""
    known = {slot.id for slot in problem.slots}
    people = {lsa.id for lsa in problem.lsas}
    seen = Counter([*(each.slot for each in plan.assignments), *plan.unmet])
    found = [
        Violation("form", "A slot is in the plan more than once.", slot)
        for slot, count in seen.items()
        if count > 1
    ]
    found += [
        Violation("form", "A slot of the week is missing from the plan.", slot)
        for slot in known - seen.keys()
    ]
    found += [
        Violation("form", "The plan has a slot that the week has not.", slot)
        for slot in seen.keys() - known
    ]
    found += [
        Violation("form", "The plan has a person whom the week has not.", each.slot, each.person)
        for each in plan.assignments
        if each.person not in people
    ]
    return found
