"""The deployment planner: gather a week, propose a plan for it, keep it, tell of it.

Proposing takes seconds and does not touch the college file, so the window gathers and
keeps on the file's own thread and proposes on another.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from lsadesk import planner
from lsadesk.domain.calendar import Week
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.deployment import check, penalties
from lsadesk.domain.deployment.coming import first_monday, next_run
from lsadesk.domain.deployment.dealing import dealt_to
from lsadesk.domain.deployment.demand import Asked
from lsadesk.domain.deployment.fingerprint import costing, fingerprint
from lsadesk.domain.deployment.kept import KeptPlan, PlanLabel
from lsadesk.domain.deployment.model import (
    NOTHING_PROVEN,
    Assignment,
    Plan,
    Problem,
    Slot,
    SlotId,
)
from lsadesk.domain.deployment.needs import College, context_of, places_at_work, week_of
from lsadesk.domain.deployment.pins import standing
from lsadesk.domain.deployment.rules import SoftRule
from lsadesk.domain.deployment.unmet import unmet_needs
from lsadesk.domain.deployment.weights import weights_of
from lsadesk.domain.placements.placements import Placement
from lsadesk.domain.rights import CHANGE, Kind, allows
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.learners import Learner
from lsadesk.domain.weeks.terms import Closed, closed_week
from lsadesk.domain.weeks.timetable import Session, SessionId
from lsadesk.domain.weeks.timetable_sheet import UnmetNeed
from lsadesk.operations.deploying import plan_weights
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.auditing import skills
from lsadesk.store.courses import certificates
from lsadesk.store.deploying import deployment
from lsadesk.store.placements import placements
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners, planning, sign_offs, timetable
from lsadesk.store.work import Reading

KeptOut = Mapping[SlotId, frozenset[PersonId]]
REPEATABLE_CYCLES = 150
# What is done to plans and on days of cover: the week that they are for stays as it was.
_OF_PLANS_AND_DAYS = frozenset(
    f"{verb}{action}"
    for verb in ("", "undid: ", "redid: ")
    for action in (
        "placed by hand",
        "kept out by hand",
        "let in by hand",
        "planned",
        "copied plan",
        "renamed plan",
        "removed plan",
        "published plan",
        "set aside a finding",
        "took up a finding",
        "settled cover",
        "marked away",
        "took absence back",
        "logged support",
        "saw",
    )
)


@dataclass(frozen=True, slots=True)
class WeekAhead:
    """A week to be staffed, with the college's own words for what is in it.

    *teams* says in which team people are, those who are in one, and *listed* has everybody
    surname first. *comes* is who comes to each session, as *asked* knows it: nobody who is at one
    of the *placements* then. *at_work* are the places beside those who have an LSA there. *pins*
    and *kept_out* are what a hand put into the plan that is made anew, *draft* is its number where
    the new plan takes its place.
    """

    college: str
    problem: Problem
    sessions: Mapping[SessionId, Session]
    learners: Sequence[Learner]
    sites: Mapping[SiteId, str]
    asked: Asked
    teams: Mapping[PersonId, str] = field(default_factory=dict)
    listed: Mapping[PersonId, str] = field(default_factory=dict)
    comes: Mapping[SessionId, tuple[Learner, ...]] = field(default_factory=dict)
    placements: Sequence[Placement] = ()
    at_work: Sequence[Slot] = ()
    pins: tuple[Assignment, ...] = ()
    kept_out: KeptOut = field(default_factory=dict)
    draft: int | None = None

    @property
    def slots(self) -> dict[SlotId, Slot]:
        """Every place of the week by its id."""
        return {slot.id: slot for slot in self.problem.slots}


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A plan beside the week it is for; *outdated* where it does not fit the week any more."""

    ahead: WeekAhead
    plan: Plan
    label: PlanLabel
    outdated: bool

    @property
    def number(self) -> int:
        """The number it is kept under."""
        return self.label.id

    @property
    def made_at(self) -> datetime:
        """When it was made."""
        return self.label.made_at


@dataclass(frozen=True, slots=True)
class WeekBoard:
    """All that the planner's page shows of a week; *made* is None before its first plan.

    *unmet* is in the order of the plan's unmet slots. *broken* says what stands against an
    assignment that was possible when it was made. *two_weeks*: the timetable has weeks A
    and B. *plans* are all of this week's, the newest first; *bill* is what the plan costs.
    *may_book*: who asks may write into development plans. *closed*: nobody learns that week.
    """

    ahead: WeekAhead
    made: WeekPlan | None
    unmet: Sequence[UnmetNeed]
    broken: Mapping[SlotId, str]
    two_weeks: bool
    plans: Sequence[PlanLabel] = ()
    bill: Sequence[tuple[SoftRule, int, int]] = ()
    may_book: bool = False
    closed: Closed | None = None


def gather(
    desk: Desk, *, week: Week, starts: date | None = None, plan: int | None = None
) -> WeekAhead:
    """The week that begins on *starts*, or the next open one of its kind.

    What a hand pinned and kept out stays as in *plan*, or else in the newest draft of the
    week; a plan that is published already is not made anew, but a draft beside it.
    """
    with desk.reading(Kind.DEPLOYMENT) as reading:
        year = planning.year(reading)
        starts = starts or first_monday(year, desk.today, week)
        ahead = gathered(desk, reading, week, starts)
        kept = deployment.get(reading, plan) if plan is not None else _newest_draft(reading, week)
        return ahead if kept is None else _after(ahead, kept, _pinned(kept))


def week_board(desk: Desk, week: Week | None = None, plan: int | None = None) -> WeekBoard:
    """*plan*, or the latest of *week* (or of any), with what it leaves open and why."""
    with desk.reading(Kind.DEPLOYMENT) as reading:
        kept = deployment.latest(reading, week) if plan is None else deployment.get(reading, plan)
        made = None if kept is None else beside_its_week(desk, reading, kept)
        plans = deployment.all_plans(reading)
        year = planning.year(reading)
        may_book = allows(accounts.standing_of(reading, desk.account), CHANGE, Kind.DEVELOPMENT)
    ahead = gather(desk, week=week or Week.A) if made is None else made.ahead
    return WeekBoard(
        ahead=ahead,
        made=made,
        unmet=[] if made is None else unmet_needs(made.ahead.problem, made.plan),
        broken={} if made is None else _broken(made),
        two_weeks=any(session.week is not Week.BOTH for session in ahead.sessions.values()),
        plans=[each for each in plans if each.week is ahead.problem.week],
        bill=[] if made is None else penalties.bill(ahead.problem, made.plan.by_slot()),
        may_book=may_book,
        closed=closed_week(year, ahead.problem.starts),
    )


def propose(
    ahead: WeekAhead,
    *,
    seconds: float | None = None,
    on_progress: Callable[[Plan], None] | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Plan:
    """The best plan found in *seconds*, checked; it touches no college file.

    *seconds* None: as many steps as always, so that the same week gets the same plan.
    """
    return planner.solve(
        ahead.problem,
        seconds=seconds,
        cycles=REPEATABLE_CYCLES if seconds is None else None,
        pins=ahead.pins,
        on_progress=on_progress,
        should_stop=should_stop,
    )


def keep_plan(desk: Desk, ahead: WeekAhead, plan: Plan) -> Done[int]:
    """Keep *plan* in the draft that it was made from, or else as a new one; its number."""
    problem = ahead.problem
    with desk.writing(Kind.DEPLOYMENT) as work:
        number = ahead.draft
        if number is None or deployment.get(work, number).published is not None:
            name = free_name([each.name for each in deployment.all_plans(work)])
            number = deployment.keep(
                work,
                plan,
                week=problem.week,
                starts=problem.starts,
                name=name,
                weights=problem.weights,
            )
            for slot, who in ahead.kept_out.items():
                for person in who:
                    deployment.keep_out(work, number, slot, person)
        else:
            deployment.rewrite(work, number, plan, problem.starts, problem.weights)
        return desk.keep(
            work,
            number,
            f"Planned week {problem.week.value} from {problem.starts:%d %b}",
            Entry("planned", Kind.DEPLOYMENT, number),
            Subject.DEPLOYMENT,
        )


def was_better(desk: Desk, ahead: WeekAhead, plan: Plan) -> bool:
    """Whether the draft that *plan* is to take the place of still stands, and costs less.

    A few seconds on a slow computer may find less than more of them did before.
    """
    problem = ahead.problem
    with desk.reading(Kind.DEPLOYMENT) as reading:
        kept = None if ahead.draft is None else deployment.get(reading, ahead.draft)
    if kept is None or kept.published is not None:
        return False
    before = _fitted(problem, kept.plan)
    cost = penalties.objective(problem, before.by_slot())
    return cost < plan.objective and not check.broken_rules(problem, before)


def latest(desk: Desk, week: Week | None = None) -> WeekPlan | None:
    """The plan that was made last, beside the week as it stands now; None before the first.

    *week* left out: whichever week it is for.
    """
    with desk.reading(Kind.DEPLOYMENT) as reading:
        kept = deployment.latest(reading, week)
        return None if kept is None else beside_its_week(desk, reading, kept)


def make_plan(desk: Desk, *, seconds: float, week: Week) -> WeekPlan:
    """Gather, propose and keep in one step, for the command line."""
    ahead = gather(desk, week=week)
    number = keep_plan(desk, ahead, propose(ahead, seconds=seconds)).result
    with desk.reading(Kind.DEPLOYMENT) as reading:
        return beside_its_week(desk, reading, deployment.get(reading, number))


def free_name(taken: Sequence[str]) -> str:
    """The first of Draft 1, Draft 2... that no plan is called."""
    number = 1
    while f"Draft {number}" in taken:
        number += 1
    return f"Draft {number}"


def site_of(ahead: WeekAhead, session: Session) -> str:
    """Where a session is; "" where nobody said."""
    return "" if session.site is None else ahead.sites[session.site]


def gathered(desk: Desk, reading: Reading, week: Week, starts: date) -> WeekAhead:
    """The week from *starts* within a reading that is open already.

    At 400 people it takes most of a second to gather, and a hand that changes a plan or settles
    cover changes nothing of it.
    """
    return desk.while_quiet(
        reading,
        _OF_PLANS_AND_DAYS,
        lambda: _gathered(desk, reading, week, starts),
        _gathered,
        week,
        starts,
        reading.today,
    )


def _gathered(desk: Desk, reading: Reading, week: Week, starts: date) -> WeekAhead:
    sessions = timetable.all_sessions(reading)
    sites = people.sites(reading)
    support = learners.here(reading, starts)
    everybody, teams = people.everybody(reading), people.teams(reading)
    college = College(
        people=everybody,
        sessions=sessions,
        learners=support,
        skills=skills.all_skills(reading),
        ratings=skills.shown_levels(reading),
        certificates=certificates.by_the_rules(reading),
        courses=certificates.all_courses(reading),
        sites=sites,
        year=planning.year(reading),
        patterns=planning.patterns(reading),
        sign_offs=sign_offs.standing(reading),
        placements=placements.between(reading, starts, starts + timedelta(days=6)),
        journeys=planning.journeys(reading),
        meetings=planning.meetings(reading),
        weights=weights_of(plan_weights.chosen(reading)),
    )
    problem = week_of(college, starts, week)
    asked = Asked(context_of(college, problem.lsas, starts))
    return WeekAhead(
        college=desk.college,
        problem=problem,
        sessions={session.id: session for session in sessions},
        learners=support,
        sites={site.id: site.name for site in sites},
        asked=asked,
        teams={each.id: team.name for each in everybody for team in teams if each.team == team.id},
        listed={each.id: each.sort_name for each in everybody},
        comes={session.id: asked.coming_to(session) for session in sessions},
        placements=college.placements,
        at_work=places_at_work(college, problem.lsas, starts),
    )


def beside_its_week(
    desk: Desk, reading: Reading, kept: KeptPlan, *, starts: date | None = None
) -> WeekPlan:
    """*kept* beside its week as it stands now, or beside the week from *starts*.

    Once the week that it was made for is over, the next one that it is to run in.
    """
    made = laid_out(desk, reading, kept, starts=starts)
    problem = made.ahead.problem
    outdated = bool(check.check(replace(problem, weights=kept.weights), kept.plan))
    plan = _as_proven(problem, replace(made.plan, bound=kept.plan.bound))
    return replace(made, plan=judged(problem, plan), outdated=outdated)


def laid_out(
    desk: Desk, reading: Reading, kept: KeptPlan, *, starts: date | None = None
) -> WeekPlan:
    """The same for a hand that changes it, in half the time: nothing is judged, and no bound said.

    What does not fit the week any more is told by `beside_its_week` alone.
    """
    starts = starts or next_run(planning.year(reading), desk.today, kept)
    ahead = _after(gathered(desk, reading, kept.week, starts), kept, kept.plan.by_slot())
    plan = replace(_fitted(ahead.problem, kept.plan), bound=NOTHING_PROVEN)
    return WeekPlan(ahead, plan, kept, outdated=False)


def judged(problem: Problem, plan: Plan) -> Plan:
    """*plan* with its true cost as the weights stand."""
    return replace(plan, objective=penalties.objective(problem, plan.by_slot()))


def _newest_draft(reading: Reading, week: Week) -> KeptPlan | None:
    drafts = (
        each
        for each in deployment.all_plans(reading)
        if each.week is week and each.published is None
    )
    newest = next(drafts, None)
    return None if newest is None else deployment.get(reading, newest.id)


def _pinned(kept: KeptPlan) -> dict[SlotId, PersonId]:
    return {each.slot: each.person for each in kept.plan.assignments if each.pinned}


def _after(ahead: WeekAhead, kept: KeptPlan, holders: Mapping[SlotId, PersonId]) -> WeekAhead:
    """*ahead* with what a hand put into *kept*, and *holders* asked for what they bring."""
    problem = under(ahead, kept, holders)
    pinned = [each for each in _fitted(problem, kept.plan).assignments if each.pinned]
    pins, fell = standing(problem, pinned)
    problem = replace(problem, remarks=(*fell, *problem.remarks))
    draft = None if kept.published else kept.id
    return replace(ahead, problem=problem, pins=pins, kept_out=kept.kept_out, draft=draft)


def under(ahead: WeekAhead, kept: KeptPlan, holders: Mapping[SlotId, PersonId]) -> Problem:
    """The problem of *ahead* for *kept*: needs shared out among *holders*, and who is kept out."""
    problem = dealt_to(ahead.problem, holders, ahead.sessions, ahead.asked)
    slots = tuple(
        replace(slot, refused=kept.kept_out[slot.id]) if slot.id in kept.kept_out else slot
        for slot in problem.slots
    )
    return replace(problem, slots=slots)


def _as_proven(problem: Problem, plan: Plan) -> Plan:
    """*plan* without what was proven of a week that was not exactly as *problem*.

    Nor of other weights or pins; what was proven without any pin holds with pins all the more.
    """
    bound = plan.bound
    if bound.of != fingerprint(problem):
        return replace(plan, bound=NOTHING_PROVEN)
    pins = [each for each in plan.assignments if each.pinned]
    if bound.whole and bound.whole_of not in (costing(problem), costing(problem, pins)):
        bound = replace(bound, whole=0)
    return replace(plan, bound=bound)


def _broken(made: WeekPlan) -> dict[SlotId, str]:
    problem = made.ahead.problem
    names = {lsa.id: lsa.name for lsa in problem.lsas}
    reasons: dict[SlotId, list[str]] = {}
    for each in check.broken_rules(problem, made.plan):
        if each.slot is not None:
            reasons.setdefault(each.slot, []).append(each.reason)
    holders = made.plan.by_slot()
    return {
        slot: f"{names[holders[slot]]} cannot be here: {'; '.join(why)}."
        for slot, why in reasons.items()
    }


def _fitted(problem: Problem, plan: Plan) -> Plan:
    """*plan* on the week as it stands now: what has gone is dropped, what came is unmet."""
    slots = {slot.id for slot in problem.slots}
    team = {lsa.id for lsa in problem.lsas}
    kept = tuple(each for each in plan.assignments if each.slot in slots and each.person in team)
    taken = {each.slot for each in kept}
    return replace(
        plan,
        assignments=kept,
        unmet=tuple(slot.id for slot in problem.slots if slot.id not in taken),
    )
