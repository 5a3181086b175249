"""What matters now to whoever is signed in: only what their duties open, and only counts."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from lsadesk.domain.appraisals.assessment import Progress
from lsadesk.domain.calendar import working_day
from lsadesk.domain.courses.clocks import last_of_each, notice_of, notices
from lsadesk.domain.developing.development import PlanAction
from lsadesk.domain.placements.placements import ToWrite
from lsadesk.domain.reviewing.review import ReviewWaiting
from lsadesk.domain.rights import CHANGE, READ, Kind, Standing, allows, people_open_to
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.appraisals import assessment
from lsadesk.operations.appraisals.waiting import AppraisalsWaiting, appraisals_waiting
from lsadesk.operations.courses import documents
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import development
from lsadesk.operations.keeping import requests, trail_watch
from lsadesk.operations.keeping.copies import SecondPlace, lies_long, second_place
from lsadesk.operations.keeping.drill import is_drill_due
from lsadesk.operations.keeping.retention import due_numbers
from lsadesk.operations.keeping.trail_watch import Altered
from lsadesk.operations.placements.placements import due_placements
from lsadesk.operations.reviewing import review
from lsadesk.operations.weeks import former_learners
from lsadesk.store import accounts, trail
from lsadesk.store import home as counts
from lsadesk.store.courses import certificates
from lsadesk.store.covering import cover, own_day
from lsadesk.store.covering.own_day import OwnSession
from lsadesk.store.deploying import deployment
from lsadesk.store.home import PlannedWeek
from lsadesk.store.staff import people
from lsadesk.store.weeks import learners, planning, sign_offs
from lsadesk.store.work import Reading

# How far back a clock set wrong is looked for: an old slip, put right since, is then forgotten.
LINES_LOOKED_AT = 200
A_DAY = timedelta(days=1)  # two computers at one college may differ by minutes
DAYS_AHEAD = 21  # how far own sessions are looked for: over the longest break between terms
SIGN_OFFS_WITHIN = timedelta(days=30)
LAPSES_WITHIN = timedelta(days=90)  # requirements C20: 90 days' notice on the home page

__all__ = ["Own", "OwnSession", "PlannedWeek", "Team", "Today", "today"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """A member of staff's own day.

    *sessions* are those of *sessions_on*: today, or the next day on which they have any;
    None where no plan covers this week or a later one. *actions* are what is still open,
    *next_review* is when the development plan is looked at next. *lapses* are certificates
    with a last day within 90 days or past, *to_read* documents to be read and understood.
    *placements* are those that they support, of which something is to be done now. *unread* is
    how much others wrote of what they saw in sessions, which is theirs to read first.
    """

    answered: Progress
    handed_in_at: datetime | None
    sessions_on: date | None
    sessions: tuple[OwnSession, ...]
    actions: tuple[PlanAction, ...]
    next_review: date | None = None
    lapses: tuple[tuple[str, date], ...] = ()
    to_read: tuple[str, ...] = ()
    placements: tuple[ToWrite, ...] = ()
    unread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """The people somebody has a duty for, in numbers; None: not open to them.

    *everybody* says that it is the whole staff. *teaching* have a teaching contract: they are
    left out of *people*. *lapsing* certificates have their last day
    from today to *lapse_by*, *within_30* of them in the next 30 days. *sign_offs* for one learner
    have ended or end in the next 30 days. *to_read*: how many people
    have a document to read and understand.
    """

    everybody: bool
    people: int
    skills: int | None
    skills_nobody_has: int | None
    lapsing: int | None
    lapsed: int | None
    lapse_by: date
    handed_in: int | None
    plans_past_a_date: int | None = None
    sign_offs: int = 0
    within_30: int = 0
    to_read: int | None = None
    teaching: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The home page. *is_empty*: there is no staff yet; *may_import*: it may be brought in."""

    college: str
    now: datetime
    forename: str
    is_empty: bool
    may_import: bool
    own: Own | None
    team: Team | None
    week: PlannedWeek | None
    away: tuple[int, date | None] = (0, None)  # people, sites and groups; on the next day at work
    appraisals: AppraisalsWaiting = field(default_factory=AppraisalsWaiting)
    review: ReviewWaiting = field(default_factory=ReviewWaiting)
    second_place: SecondPlace | None  # None: whoever is signed in has nothing to do with copies
    asked: tuple[int, date | None] = (0, None)  # by others of their records; the first last day
    copy_to_try: bool = False  # none of the college's copies was tried this term
    set_aside: bool = False  # files that going back to an earlier copy moved aside lie there long
    due_for_review: int = 0  # kinds of record on people, past the time for which they are kept
    learners_due: int = 0  # who left longer ago than the college keeps what is held on them
    people_back: int = 0  # erased before, and back with an earlier copy
    learners_back: int = 0
    placements: tuple[ToWrite, ...] = ()  # of all learners, for whoever plans
    accounts_to_end: int = 0  # open still, of people who have left
    altered: Altered | None = None  # the trail, and nobody has noted anything of it yet
    written_to: datetime | None = None  # the last thing written, where the clock is not there yet


def today(desk: Desk) -> Today:
    """What matters now, for the duties held at this moment."""
    with desk.store.read() as reading:
        standing = accounts.standing_of(reading, desk.account)
        everybody = people.everybody(reading)
        me = next((each for each in everybody if each.id == standing.person), None)
        ids = frozenset(each.id for each in everybody)
        week = counts.planned_week(reading, desk.today)
        own_week = _own_week(desk, reading, me.id) if me is not None else (None, ())
        answer = Today(
            college=desk.college,
            now=desk.store.clock().astimezone(),
            forename="" if me is None else me.forename,
            is_empty=not everybody,
            may_import=allows(standing, CHANGE, Kind.PERSON),
            own=None,
            team=_team(reading, standing, ids, desk.today),
            week=week if allows(standing, READ, Kind.DEPLOYMENT) else None,
            away=_away(desk, reading) if allows(standing, READ, Kind.ABSENCE) else (0, None),
            second_place=second_place(reading) if allows(standing, READ, Kind.BACKUP) else None,
            appraisals=appraisals_waiting(desk, reading),
            review=review.waiting(desk, reading),
            asked=requests.waiting(desk, reading),
            placements=(
                due_placements(reading) if allows(standing, CHANGE, Kind.PLACEMENT) else ()
            ),
            written_to=_written_ahead(desk, reading),
        )
        answer = _with_leavers(answer, desk, reading, standing)
        if allows(standing, CHANGE, Kind.BACKUP):
            answer = _with_upkeep(answer, desk, reading)
    return answer if me is None else replace(answer, own=_own(desk, me.id, *own_week))


def _away(desk: Desk, reading: Reading) -> tuple[int, date | None]:
    on = working_day(desk.today, 1)
    return len(cover.absences(reading, on, on)), on


def _with_leavers(answer: Today, desk: Desk, reading: Reading, standing: Standing) -> Today:
    """*answer* with what is still held of people and learners who have left."""
    if allows(standing, READ, Kind.ERASURE):
        due, back = due_numbers(desk, reading)
        answer = replace(answer, due_for_review=due, people_back=back)
    if allows(standing, CHANGE, Kind.LEARNER):
        former = former_learners.to_look_at(desk, reading)
        due, back = len(former.due - former.back), len(former.back)
        answer = replace(answer, learners_due=due, learners_back=back)
    if allows(standing, CHANGE, Kind.ACCOUNT):
        ended = counts.accounts_of_leavers(reading, desk.today)
        answer = replace(answer, accounts_to_end=ended)
    return answer


def _with_upkeep(answer: Today, desk: Desk, reading: Reading) -> Today:
    """*answer* with what whoever looks after the college's files has to do."""
    return replace(
        answer,
        copy_to_try=is_drill_due(reading),
        set_aside=lies_long(desk),
        altered=trail_watch.altered(reading),
    )


def _written_ahead(desk: Desk, reading: Reading) -> datetime | None:
    """When the last thing was written, where that is more than a day from now."""
    last = trail.latest(reading.session, LINES_LOOKED_AT)
    return last if last is not None and last - desk.store.clock() > A_DAY else None


def _own(
    desk: Desk, me: PersonId, sessions_on: date | None, sessions: tuple[OwnSession, ...]
) -> Own | None:
    sheet = assessment.my_sheet(desk)
    if sheet is None:
        return None
    plan = development.waiting(desk, me)
    with desk.reading(Kind.PLACEMENT, me) as reading:
        supported = due_placements(reading, of=me)
    with desk.reading(Kind.CERTIFICATE, me) as reading:
        lapses = _own_lapses(reading, me, desk.today)
        unread = documents.waiting_among(reading, frozenset({me})).get(me, ())
    return Own(
        answered=sheet.progress,
        handed_in_at=sheet.assessment.handed_in_at,
        sessions_on=sessions_on,
        sessions=sessions,
        actions=plan.waiting,
        next_review=plan.next_review,
        lapses=lapses,
        to_read=tuple(f"{each.name}, edition {each.edition}" for each in unread),
        placements=supported,
        unread=plan.unread,
    )


def _own_week(
    desk: Desk, reading: Reading, me: PersonId
) -> tuple[date | None, tuple[OwnSession, ...]]:
    """Today, or the next day with sessions of *me*; None where nothing of theirs is published."""
    year, today = planning.year(reading), desk.today
    for day in (today + timedelta(days=n) for n in range(DAYS_AHEAD)):
        kept = deployment.label_in_force(reading, day)
        if kept is not None and not year.closed_because(day):
            sessions = own_day.own_day(reading, kept.id, me, day)
            if sessions:
                return day, tuple(sessions)
    return (today if deployment.label_in_force(reading, today) else None), ()


def _team(reading: Reading, standing: Standing, ids: frozenset[PersonId], day: date) -> Team | None:
    """Numbers of those for whom somebody holds a duty; being oneself is none."""
    others = replace(standing, person=None)
    everybody = allows(others, READ, Kind.DIRECTORY)
    scope = None if everybody else people_open_to(others, READ, Kind.DIRECTORY, ids)
    if scope is not None and not scope:
        return None

    def counted(kind: Kind, count: Callable[[counts.Among], int]) -> int | None:
        open_ = people_open_to(others, READ, kind, ids)
        return count(None if open_ == ids else open_) if open_ else None

    running_out = _notices(reading, day, people_open_to(others, READ, Kind.CERTIFICATE, ids))
    held = counted(Kind.RATING, lambda among: counts.skills_held(reading, day, among))
    asked = counts.skills_asked(reading)
    return Team(
        everybody=everybody,
        people=counts.staff(reading, day, scope),
        teaching=counts.teaching(reading, day, scope),
        skills=None if held is None else asked,
        skills_nobody_has=None if held is None else asked - held,
        lapsing=None if running_out is None else sum(running_out.values()) - running_out[0],
        lapsed=None if running_out is None else running_out[0],
        lapse_by=day + LAPSES_WITHIN,
        within_30=0 if running_out is None else running_out[30],
        to_read=_to_read(reading, people_open_to(others, READ, Kind.HAS_READ, ids)),
        sign_offs=_sign_offs_ending(reading, others, day),
        plans_past_a_date=counted(
            Kind.DEVELOPMENT, lambda among: counts.plans_past_a_date(reading, day, among)
        ),
        handed_in=counted(Kind.ASSESSMENT, lambda among: counts.handed_in(reading, day, among)),
    )


def _notices(reading: Reading, day: date, among: frozenset[PersonId]) -> dict[int, int] | None:
    """How many certificates of *among* have lapsed, and lapse within 30, 60 and 90 days."""
    if not among:
        return None
    here = {each.id for each in people.everybody(reading) if each.works_on(day)} & among
    held = certificates.running_out(reading, day + LAPSES_WITHIN)
    return notices([each for each in held if each.person in here], day)


def _to_read(reading: Reading, among: frozenset[PersonId]) -> int | None:
    here = {each.id for each in people.everybody(reading) if each.works_on(reading.today)}
    return len(documents.waiting_among(reading, among & here)) if among else None


def _sign_offs_ending(reading: Reading, standing: Standing, day: date) -> int:
    """How many of those who work here need a new sign-off for a learner, or soon will."""
    if not allows(standing, READ, Kind.LEARNER):
        return 0
    here = {each.id for each in people.everybody(reading) if each.works_on(day)}
    learning = {each.id for each in learners.here(reading, day)}
    ending = sign_offs.ending_by(reading, day + SIGN_OFFS_WITHIN)
    return sum(each.person in here and each.learner in learning for each in ending)


def _own_lapses(reading: Reading, me: PersonId, day: date) -> tuple[tuple[str, date], ...]:
    """What one may do for a while: courses, and tasks for one learner, where the last day of it
    is near or past."""
    names = {each.id: each.name for each in certificates.all_courses(reading)}
    mine = last_of_each(certificates.running_out(reading, day + LAPSES_WITHIN, of=me))
    found = [
        (names[each.course], each.expires.day)
        for each in mine
        if each.expires is not None and notice_of(each, day) is not None
    ]
    references = {each.id: each.reference for each in learners.all_learners(reading)}
    found += [
        (f"{each.task} with {references[each.learner]}", each.until)
        for each in sign_offs.ending_by(reading, day + LAPSES_WITHIN)
        if each.person == me and each.until is not None and each.learner in references
    ]
    return tuple(sorted(found, key=lambda one: one[1]))
