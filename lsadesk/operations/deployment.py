"""The deployment planner: gather a week, propose a plan for it, keep it, tell of it.

Proposing takes seconds and does not touch the college file, so the window gathers and
keeps on the file's own thread and proposes on another.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from lsadesk import planner
from lsadesk.domain.calendar import Week
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.deployment import check
from lsadesk.domain.deployment.explain import Reasons
from lsadesk.domain.deployment.model import Plan, Problem, Slot, SlotId
from lsadesk.domain.deployment.needs import College, week_of
from lsadesk.domain.learners import Learner
from lsadesk.domain.people import SiteId
from lsadesk.domain.rights import Kind
from lsadesk.domain.timetable import Session, SessionId
from lsadesk.domain.timetable_sheet import Placement, TimetableSheet, UnmetNeed
from lsadesk.operations.desk import Desk
from lsadesk.store import certificates, deployment, learners, people, skills, timetable
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class WeekAhead:
    """A week to be staffed, with the college's own words for what is in it."""

    college: str
    problem: Problem
    sessions: Mapping[SessionId, Session]
    learners: Sequence[Learner]
    sites: Mapping[SiteId, str]


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A plan beside the week it is for; *outdated* where the week has changed since."""

    ahead: WeekAhead
    plan: Plan
    made_at: datetime
    outdated: bool


def gather(desk: Desk, *, week: Week, starts: date | None = None) -> WeekAhead:
    """The week that begins on *starts*, or on the next Monday."""
    with desk.reading(Kind.DEPLOYMENT) as reading:
        return _gathered(desk, reading, week, starts or next_monday(desk.today))


def propose(
    ahead: WeekAhead,
    *,
    seconds: float,
    on_progress: Callable[[Plan], None] | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Plan:
    """The best plan found in *seconds*, checked; it touches no college file."""
    return planner.solve(
        ahead.problem, seconds=seconds, on_progress=on_progress, should_stop=should_stop
    )


def keep_plan(desk: Desk, ahead: WeekAhead, plan: Plan) -> Done[None]:
    """Keep *plan* as the latest; earlier ones stay."""
    problem = ahead.problem
    with desk.writing(Kind.DEPLOYMENT) as work:
        number = deployment.keep(work, plan, week=problem.week, starts=problem.starts)
        return desk.keep(
            work,
            None,
            f"Planned week {problem.week.value} from {problem.starts:%d %b}",
            Entry("planned", Kind.DEPLOYMENT, number),
            Subject.DEPLOYMENT,
        )


def latest(desk: Desk) -> WeekPlan | None:
    """The plan that was kept last, beside the week as it stands now; None before the first."""
    with desk.reading(Kind.DEPLOYMENT) as reading:
        kept = deployment.latest(reading)
        if kept is None:
            return None
        ahead = _gathered(desk, reading, kept.week, kept.starts)
    outdated = bool(check.check(ahead.problem, kept.plan))
    return WeekPlan(ahead, _fitted(ahead.problem, kept.plan), kept.made_at, outdated)


def make_plan(desk: Desk, *, seconds: float, week: Week) -> WeekPlan:
    """Gather, propose and keep in one step, for the command line."""
    ahead = gather(desk, week=week)
    plan = propose(ahead, seconds=seconds)
    keep_plan(desk, ahead, plan)
    return WeekPlan(ahead, plan, desk.store.clock(), outdated=False)


def next_monday(day: date) -> date:
    """*day* itself if it is a Monday, or else the next."""
    return day + timedelta(days=-day.weekday() % 7)


def sheet_of(made: WeekPlan, day: date) -> TimetableSheet:
    """The plan as it is printed, unmet needs first."""
    ahead, problem = made.ahead, made.ahead.problem
    names = {lsa.id: lsa.name for lsa in problem.lsas}
    by_group: dict[str, list[str]] = {}
    for learner in ahead.learners:
        by_group.setdefault(learner.group, []).append(learner.reference)
    return TimetableSheet(
        college=ahead.college,
        week=f"Week {problem.week.value}, from {problem.starts.day} {problem.starts:%b %Y}",
        day=day,
        people=sorted(names.values()),
        placements=[
            _placement(ahead, names[each.person], each.slot, by_group)
            for each in made.plan.assignments
        ],
        unmet=unmet_needs(made),
    )


def unmet_needs(made: WeekPlan) -> list[UnmetNeed]:
    """Each open place in the order of the plan: what it asks for, and why nobody has it."""
    reasons = Reasons(made.ahead.problem, made.plan)
    slots = {slot.id: slot for slot in made.ahead.problem.slots}
    return [
        UnmetNeed(
            day=slots[slot].day,
            span=slots[slot].span,
            title=slots[slot].title,
            group=slots[slot].group,
            site=_site(made.ahead, made.ahead.sessions[slot.session]),
            missing=_asked(made.ahead.problem, slots[slot]),
            reason=reasons.why_open(slot).headline,
        )
        for slot in made.plan.unmet
    ]


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
            for slot, need in zip(plan.unmet, unmet_needs(made), strict=True)
        ],
        "hard_violations": len(broken),
        "objective": plan.objective,
        "bound": plan.bound.cost,
        "gap": plan.gap or 0.0,
        "unavoidable": plan.bound.slots,
        "seconds": round(plan.seconds, 3),
        "remarks": list(problem.remarks),
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


def _gathered(desk: Desk, reading: Reading, week: Week, starts: date) -> WeekAhead:
    sessions = timetable.all_sessions(reading)
    sites = people.sites(reading)
    support = learners.all_learners(reading)
    college = College(
        people=people.everybody(reading),
        sessions=sessions,
        learners=support,
        skills=skills.all_skills(reading),
        ratings=skills.shown_levels(reading),
        certificates=certificates.all_certificates(reading),
        courses=certificates.all_courses(reading),
        sites=sites,
    )
    return WeekAhead(
        college=desk.college,
        problem=week_of(college, starts, week),
        sessions={session.id: session for session in sessions},
        learners=support,
        sites={site.id: site.name for site in sites},
    )


def _fitted(problem: Problem, plan: Plan) -> Plan:
    """*plan* on the week as it stands now: what has gone is dropped, what came is unmet."""
    slots = {slot.id for slot in problem.slots}
    team = {lsa.id for lsa in problem.lsas}
    kept = tuple(each for each in plan.assignments if each.slot in slots and each.person in team)
    taken = {each.slot for each in kept}
    return Plan(
        assignments=kept,
        unmet=tuple(slot.id for slot in problem.slots if slot.id not in taken),
        objective=plan.objective,
        bound=plan.bound,
        seconds=plan.seconds,
    )


def _site(ahead: WeekAhead, session: Session) -> str:
    return "" if session.site is None else ahead.sites[session.site]


def _asked(problem: Problem, slot: Slot) -> str:
    """What a place asks for, in words ("BSL at 2, epilepsy training")."""
    skills = [f"{problem.names.skills[need.skill]} at {need.level}" for need in slot.skills]
    return ", ".join([*skills, *(need.name for need in slot.certificates)])


def _placement(
    ahead: WeekAhead, who: str, slot: SlotId, by_group: Mapping[str, Sequence[str]]
) -> Placement:
    session = ahead.sessions[slot.session]
    return Placement(
        who=who,
        day=session.day,
        span=session.span,
        title=session.title,
        group=session.group,
        room=session.room,
        site=_site(ahead, session),
        learners=by_group.get(session.group, ()),
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
