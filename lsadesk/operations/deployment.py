"""The deployment planner: gather a week, propose a plan for it, keep it, tell of it.

Proposing takes seconds and does not touch the college file, so the window gathers and
keeps on the file's own thread and proposes on another.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from lsadesk import planner
from lsadesk.domain.calendar import Week
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.deployment import check, penalties
from lsadesk.domain.deployment.explain import Candidate, Reasons
from lsadesk.domain.deployment.model import Assignment, Plan, Problem, Slot, SlotId
from lsadesk.domain.deployment.needs import College, week_of
from lsadesk.domain.deployment.rules import HARD, case_of
from lsadesk.domain.learners import Learner
from lsadesk.domain.people import PersonId, SiteId
from lsadesk.domain.rights import Kind
from lsadesk.domain.timetable import Session, SessionId
from lsadesk.domain.timetable_sheet import Placement, TimetableSheet, UnmetNeed
from lsadesk.domain.words import folded
from lsadesk.errors import Stale, UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import (
    certificates,
    deployment,
    learners,
    people,
    planning,
    sign_offs,
    skills,
    timetable,
)
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
    pins: tuple[Assignment, ...] = ()  # what a hand put in the plan of this week before

    @property
    def slots(self) -> dict[SlotId, Slot]:
        """Every place of the week by its id."""
        return {slot.id: slot for slot in self.problem.slots}


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A plan beside the week it is for; *outdated* where the week has changed since."""

    ahead: WeekAhead
    plan: Plan
    made_at: datetime
    outdated: bool
    number: int = 0


@dataclass(frozen=True, slots=True)
class WeekBoard:
    """All that the planner's page shows of a week; *made* is None before its first plan.

    *unmet* is in the order of the plan's unmet slots. *broken* says what stands against an
    assignment that was possible when it was made. *two_weeks*: the timetable has weeks A
    and B.
    """

    ahead: WeekAhead
    made: WeekPlan | None
    unmet: Sequence[UnmetNeed]
    broken: Mapping[SlotId, str]
    two_weeks: bool


def gather(desk: Desk, *, week: Week, starts: date | None = None) -> WeekAhead:
    """The week that begins on *starts*, or on the next Monday, with what is pinned in it."""
    with desk.reading(Kind.DEPLOYMENT) as reading:
        ahead = _gathered(desk, reading, week, starts or next_monday(desk.today))
        kept = deployment.latest(reading, week)
    return ahead if kept is None else replace(ahead, pins=_pins(ahead.problem, kept.plan))


def week_board(desk: Desk, week: Week | None = None) -> WeekBoard:
    """The latest plan of *week* (or of any) with what it leaves open and why."""
    made = latest(desk, week)
    ahead = gather(desk, week=week or Week.A) if made is None else made.ahead
    return WeekBoard(
        ahead=ahead,
        made=made,
        unmet=[] if made is None else unmet_needs(made),
        broken={} if made is None else _broken(made),
        two_weeks=any(session.week is not Week.BOTH for session in ahead.sessions.values()),
    )


def propose(
    ahead: WeekAhead,
    *,
    seconds: float,
    on_progress: Callable[[Plan], None] | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Plan:
    """The best plan found in *seconds*, checked; it touches no college file.

    Raises:
        UserError: what is pinned by hand breaks a hard rule by now.
    """
    return planner.solve(
        ahead.problem,
        seconds=seconds,
        pins=ahead.pins,
        on_progress=on_progress,
        should_stop=should_stop,
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


def latest(desk: Desk, week: Week | None = None) -> WeekPlan | None:
    """The plan that was kept last, beside the week as it stands now; None before the first.

    *week* left out: whichever week it is for.
    """
    with desk.reading(Kind.DEPLOYMENT) as reading:
        return _latest(desk, reading, week)


def assign(
    desk: Desk,
    week: Week,
    slot: SlotId,
    person: PersonId | None,
    *,
    seen: PersonId | None,
    pinned: bool,
) -> Done[None]:
    """Give *slot* in the latest plan of *week* to *person*, or to nobody where None.

    *seen* is who had it in the plan that was looked at. *pinned*: the next plan keeps it as
    it is.

    Raises:
        Stale: somebody else has given the place to another person since.
        UserError: there is no such place in the plan any more, or a hard rule is in the way.
    """
    with desk.writing(Kind.DEPLOYMENT) as work:
        made = _latest(desk, work, week)
        if made is None or slot not in made.ahead.slots:
            raise UserError("This place is not in the plan any more. Look at the week again.")
        if made.plan.by_slot().get(slot) != seen:
            raise Stale("Somebody else has just changed this place. Look at the week again.")
        if person is None:
            deployment.clear(work, made.number, slot)
        else:
            _require_possible(made, slot, person)
            deployment.place(work, made.number, Assignment(slot, person, pinned))
        plan = _with(made, slot, person)
        deployment.judge(work, made.number, unmet=plan.unmet, objective=plan.objective)
        return desk.keep(
            work,
            None,
            _told(made, slot, person, pinned=pinned),
            Entry("placed by hand", Kind.DEPLOYMENT, made.number),
            Subject.DEPLOYMENT,
        )


def make_plan(desk: Desk, *, seconds: float, week: Week) -> WeekPlan:
    """Gather, propose and keep in one step, for the command line."""
    ahead = gather(desk, week=week)
    plan = propose(ahead, seconds=seconds)
    keep_plan(desk, ahead, plan)
    return WeekPlan(ahead, plan, desk.store.clock(), outdated=False)


def candidates_for(ahead: WeekAhead, reasons: Reasons, slot: SlotId) -> tuple[Candidate, ...]:
    """Everybody else for *slot*: the least in the way first, then the best fit."""
    wanted = ahead.slots[slot]
    fit = {lsa.id: penalties.misfit(wanted, lsa) for lsa in ahead.problem.lsas}
    found = reasons.candidates(slot)
    return tuple(sorted(found, key=lambda each: (len(each.rules), fit[each.person])))


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
        people=sorted(names.values(), key=folded),
        placements=[
            _placement(ahead, names[each.person], each.slot, by_group)
            for each in made.plan.assignments
        ],
        unmet=unmet_needs(made),
    )


def unmet_needs(made: WeekPlan) -> list[UnmetNeed]:
    """Each open place in the order of the plan: what it asks for, and why nobody has it."""
    reasons = Reasons(made.ahead.problem, made.plan)
    slots = made.ahead.slots
    # Places of one session that ask for the same are open for the same reason.
    alike = {slot: replace(slots[slot], id=SlotId(slot.session, 0)) for slot in made.plan.unmet}
    why = {asks: reasons.headline(slot) for slot, asks in alike.items()}
    return [
        UnmetNeed(
            day=slots[slot].day,
            span=slots[slot].span,
            title=slots[slot].title,
            group=slots[slot].group,
            site=_site(made.ahead, made.ahead.sessions[slot.session]),
            missing=asked(made.ahead.problem, slots[slot]),
            reason=why[alike[slot]],
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
        year=planning.year(reading),
        patterns=planning.patterns(reading),
        sign_offs=sign_offs.standing(reading),
        journeys=planning.journeys(reading),
        meetings=planning.meetings(reading),
    )
    return WeekAhead(
        college=desk.college,
        problem=week_of(college, starts, week),
        sessions={session.id: session for session in sessions},
        learners=support,
        sites={site.id: site.name for site in sites},
    )


def _latest(desk: Desk, reading: Reading, week: Week | None) -> WeekPlan | None:
    kept = deployment.latest(reading, week)
    if kept is None:
        return None
    ahead = _gathered(desk, reading, kept.week, kept.starts)
    outdated = bool(check.check(ahead.problem, kept.plan))
    plan = _fitted(ahead.problem, kept.plan)
    return WeekPlan(ahead, plan, kept.made_at, outdated, kept.id)


def _pins(problem: Problem, plan: Plan) -> tuple[Assignment, ...]:
    return tuple(each for each in _fitted(problem, plan).assignments if each.pinned)


def _broken(made: WeekPlan) -> dict[SlotId, str]:
    found = check.broken_rules(made.ahead.problem, made.plan)
    return {each.slot: each.sentence for each in found if each.slot is not None}


def _require_possible(made: WeekPlan, slot: SlotId, person: PersonId) -> None:
    """Refuse a person whom a hard rule keeps from *slot*."""
    problem = made.ahead.problem
    slots = made.ahead.slots
    lsa = next((lsa for lsa in problem.lsas if lsa.id == person), None)
    if lsa is None:
        raise UserError("This person is not on the team that week. Choose somebody else.")
    held = [
        slots[each.slot]
        for each in made.plan.assignments
        if each.person == person and each.slot != slot
    ]
    case = case_of(problem, lsa, slots[slot], held)
    reasons = [reason for rule in HARD if (reason := rule.why_not(case))]
    if reasons:
        raise UserError(f"{lsa.name} cannot take this place: {'; '.join(reasons)}.")


def _with(made: WeekPlan, slot: SlotId, person: PersonId | None) -> Plan:
    """The plan after *slot* went to *person*, with its true cost."""
    problem = made.ahead.problem
    placed = {**made.plan.by_slot(), slot: person}
    held = {where: who for where, who in placed.items() if who is not None}
    return replace(
        made.plan,
        assignments=tuple(Assignment(where, who) for where, who in held.items()),
        unmet=tuple(each.id for each in problem.slots if each.id not in held),
        objective=penalties.objective(problem, held),
    )


def _told(made: WeekPlan, slot: SlotId, person: PersonId | None, *, pinned: bool) -> str:
    where = made.ahead.slots[slot]
    place = f"{where.title or where.group}, {where.day.short} {where.span}"
    if person is None:
        return f"Left a place open in {place}"
    name = next(lsa.name for lsa in made.ahead.problem.lsas if lsa.id == person)
    if made.plan.by_slot().get(slot) == person:
        return f"{'Pinned' if pinned else 'Released'} {name} in {place}"
    return f"Placed {name} in {place}"


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


def asked(problem: Problem, slot: Slot) -> str:
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
