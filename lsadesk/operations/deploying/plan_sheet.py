"""A plan on its way out of the program: as it is printed, in figures, and in lines."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from lsadesk.domain.deployment import check
from lsadesk.domain.deployment.model import Slot
from lsadesk.domain.deployment.unmet import unmet_needs
from lsadesk.domain.vocabulary import said
from lsadesk.domain.weeks.timetable_sheet import Placement, TimetableSheet, UnmetNeed
from lsadesk.domain.weeks.timetables import OutOfCollege
from lsadesk.domain.weeks.week_back import told_apart
from lsadesk.domain.words import folded
from lsadesk.operations.deploying.deployment import WeekAhead, WeekPlan, site_of


def sheet_of(made: WeekPlan, day: date, out: Sequence[OutOfCollege] = ()) -> TimetableSheet:
    """The plan as it is printed, unmet needs first; who is *out* at a work placement is in it."""
    ahead, problem = made.ahead, made.ahead.problem
    names = told_apart({lsa.id: lsa.name for lsa in problem.lsas})
    slots, references = ahead.slots, {each.id: each.reference for each in ahead.learners}
    assigned = made.plan.assignments
    return TimetableSheet(
        college=ahead.college,
        week=f"Week {problem.week.value}, from {problem.starts.day} {problem.starts:%b %Y}",
        day=day,
        people=[names[who] for who in sorted(names, key=lambda who: folded(ahead.listed[who]))],
        placements=[
            *(_placement(ahead, names[one.person], slots[one.slot]) for one in assigned),
            *(
                _at_work(names[one.lsa], one, references.get(one.learner, ""))
                for one in out
                if one.lsa in names
            ),
        ],
        unmet=unmet_needs(problem, made.plan),
    )


def as_json(made: WeekPlan) -> dict[str, Any]:
    """The plan in figures, as the command line prints it; covered + unmet = slots."""
    plan, problem = made.plan, made.ahead.problem
    broken = check.broken_rules(problem, plan)
    return {
        "week": problem.week.value,
        "starts": problem.starts.isoformat(),
        "slots": len(problem.slots),
        "covered": len(plan.assignments),
        "unmet": [
            {"session": slot.session, "place": slot.index + 1, **_need_json(need)}
            for slot, need in zip(plan.unmet, unmet_needs(problem, plan), strict=True)
        ],
        "hard_violations": len(broken),
        "objective": plan.objective,
        "bound": plan.bound.cost,
        "gap": plan.gap or 0.0,
        "unavoidable": plan.bound.slots,
        "seconds": round(plan.seconds, 3),
        "remarks": [str(remark) for remark in problem.remarks],
    }


def as_lines(facts: Mapping[str, Any]) -> list[str]:
    """The same for a person."""
    unmet = facts["unmet"]
    covered = f"{facts['covered']} of {facts['slots']} places covered"
    lines = [f"Week {facts['week']} from {facts['starts']}: {covered} in {facts['seconds']:.1f} s."]
    if unmet and facts["unavoidable"] >= len(unmet):
        lines.append(f"{len(unmet)} not covered; no plan can do better.")
    elif unmet:
        lines.append(
            f"{len(unmet)} not covered; at least {facts['unavoidable']} cannot be avoided."
        )
    lines += [
        f"  {gap['day']} {gap['time']} {gap['title']} {gap['group']}: {gap['reason']}"
        for gap in unmet
    ]
    return [*lines, *(f"Note: {remark}" for remark in facts["remarks"])]


def _placement(ahead: WeekAhead, who: str, slot: Slot) -> Placement:
    session = ahead.sessions[slot.id.session]
    come = ahead.comes[session.id]
    return Placement(
        who=who,
        day=session.day,
        span=session.span,
        title=session.title,
        group=session.group,
        room=session.room,
        site=site_of(ahead, session),
        learners=[each.reference for each in come if slot.learner in (None, each.id)],
    )


def _at_work(who: str, out: OutOfCollege, reference: str) -> Placement:
    """Somebody beside a learner at an employer's, which is no site of the college."""
    return Placement(
        who=who,
        day=out.day,
        span=out.span,
        title=said("Work placement"),
        room=out.place,
        learners=[reference] if reference else [],
    )


def _need_json(need: UnmetNeed) -> dict[str, str]:
    return {
        "day": need.day.short,
        "time": str(need.span),
        "title": need.title,
        "group": need.group,
        "site": need.site,
        "needs": need.missing,
        "reason": need.reason,
    }
