"""What a plan leaves open: what each place asks for in words, and why nobody has it."""

from dataclasses import replace

from lsadesk.domain.auditing.skills import level_said
from lsadesk.domain.deployment.explain import Reasons
from lsadesk.domain.deployment.model import Plan, Problem, Slot, SlotId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.domain.weeks.timetable_sheet import UnmetNeed


def asked(problem: Problem, slot: Slot) -> str:
    """What a place asks for, in words ("BSL at 2 (with guidance), epilepsy training")."""
    names = problem.names.skills
    skills = [f"{names[need.skill]} at {level_said(need.level)}" for need in slot.skills]
    signed = [f"sign-off for {need.name}" for need in slot.sign_offs]
    return ", ".join([*skills, *(need.name for need in slot.certificates), *signed])


def unmet_needs(problem: Problem, plan: Plan) -> list[UnmetNeed]:
    """Each open place in the order of *plan*: what it asks for, and why nobody has it."""
    reasons = Reasons(problem, plan)
    slots = {slot.id: slot for slot in problem.slots}
    # Places that ask for the same at the same time are open for the same reason.
    alike = {slot: _as_asked(slots[slot]) for slot in plan.unmet}
    one_of = {asks: slot for slot, asks in alike.items()}
    why = {asks: reasons.headline(slot) for asks, slot in one_of.items()}
    sites = problem.names.sites
    return [
        UnmetNeed(
            day=slots[slot].day,
            span=slots[slot].span,
            title=slots[slot].title,
            group=slots[slot].group,
            site=sites[site] if (site := slots[slot].site) is not None else "",
            missing=asked(problem, slots[slot]),
            reason=why[alike[slot]],
        )
        for slot in plan.unmet
    ]


def _as_asked(slot: Slot) -> Slot:
    """*slot* without what no hard rule looks at."""
    return replace(
        slot,
        id=SlotId(SessionId(0), 0),
        group="",
        title="",
        helpful=frozenset(),
        learner=None,
        teacher="",
        unpopular=False,
        priority=1,
    )
