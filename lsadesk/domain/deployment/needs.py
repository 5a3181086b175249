"""From a college's people, learners and timetable to the week that is to be staffed.

Whatever is assumed, or cannot be judged, becomes a remark; nothing is dropped in silence.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from typing import TypeVar

from lsadesk.domain.auditing.skills import SHOWN_FIRST, Level, Rating, Skill, SkillId
from lsadesk.domain.calendar import WORKING_WEEK, TimeSpan, Week, Weekday, joined
from lsadesk.domain.courses.certificates import Certificate, Course, CourseId, Standing
from lsadesk.domain.deployment import demand
from lsadesk.domain.deployment.doubts import (
    RESTRICTIONS,
    is_there,
    on_closures,
    on_learners,
    on_people,
    on_placements,
    on_sessions,
    on_sites,
)
from lsadesk.domain.deployment.model import (
    UNKNOWN_JOURNEY,
    Hope,
    Lsa,
    Meeting,
    Names,
    Problem,
    SignOff,
    Slot,
)
from lsadesk.domain.placements.as_sessions import as_session
from lsadesk.domain.placements.placements import Placement, hours_in_week, with_the_way
from lsadesk.domain.staff.people import Person, PersonId, Site
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.planning import Journey, LearnerSignOff, WorkPattern
from lsadesk.domain.weeks.terms import CollegeYear
from lsadesk.domain.weeks.timetable import Session

K = TypeVar("K", PersonId, LearnerId)

USUAL_HOURS = TimeSpan(time(8, 30), time(17, 30))


@dataclass(frozen=True, slots=True, kw_only=True)
class College:
    """What the planner needs to know of a college; all of it as it stands today."""

    people: Sequence[Person]
    sessions: Sequence[Session]
    learners: Sequence[Learner] = ()
    skills: Sequence[Skill] = ()
    ratings: Sequence[Rating] = ()
    certificates: Sequence[Certificate] = ()
    courses: Sequence[Course] = ()
    sites: Sequence[Site] = ()
    year: CollegeYear = field(default_factory=CollegeYear)
    patterns: Mapping[PersonId, WorkPattern] = field(default_factory=dict)
    sign_offs: Sequence[LearnerSignOff] = ()
    placements: Sequence[Placement] = ()
    journeys: Sequence[Journey] = ()
    meetings: Sequence[Meeting] = ()
    weights: Mapping[str, int] = field(default_factory=dict)


def week_of(college: College, starts: date, week: Week = Week.A) -> Problem:
    """The problem of the week that begins on *starts* (a Monday), as week A or B."""
    lsas = team_of(college, starts)
    open_days = {
        day for day in Weekday if not college.year.closed_because(starts + timedelta(int(day)))
    }
    running = [
        each
        for each in college.sessions
        if each.week.runs_in(week)
        and each.day in open_days
        and each.runs_on(starts + timedelta(days=int(each.day)))
    ]
    context = context_of(college, lsas, starts)
    slots, wished = demand.slots_of(running, context)
    journeys = {frozenset((each.one, each.other)): each.minutes for each in college.journeys}
    return Problem(
        starts=starts,
        week=week,
        lsas=lsas,
        slots=slots,
        journeys=journeys,
        meetings=tuple(each for each in college.meetings if each.day in open_days),
        weights=college.weights,
        names=Names(
            skills={skill.id: skill.name for skill in college.skills},
            sites={site.id: site.name for site in college.sites},
        ),
        remarks=(
            *on_closures(college.sessions, college.year, starts),
            *on_sessions(running, slots, context),
            *on_learners(running, context),
            *on_sites(running, college.sites, journeys, UNKNOWN_JOURNEY),
            *on_people(college.people, college.patterns, starts),
            *on_placements(lsas),
        ),
        wished=wished,
    )


def context_of(college: College, lsas: tuple[Lsa, ...], starts: date) -> demand.Context:
    """What learners' needs are worked out from in the week that begins on *starts*."""
    return demand.Context(
        lsas=lsas,
        learners=college.learners,
        skills=college.skills,
        courses=college.courses,
        out=_at_placements(college, starts, lambda each: each.learner),
    )


def places_at_work(college: College, lsas: tuple[Lsa, ...], starts: date) -> tuple[Slot, ...]:
    """The week's places beside learners whom an LSA goes along with to a work placement.

    No plan fills them: the placement says who has them, and a day of cover who comes instead.
    """
    sessions = {
        as_session(each, day, span): each
        for each in college.placements
        if each.lsa is not None
        for day, span in hours_in_week(each, starts, college.year.is_open)
    }
    slots, _wished = demand.slots_of(
        list(sessions), replace(context_of(college, lsas, starts), out={})
    )
    return tuple(
        replace(slot, learner=placement.learner, group=placement.place, priority=demand.GRAVE)
        for slot, placement in zip(slots, sessions.values(), strict=True)
    )


def team_of(college: College, starts: date) -> tuple[Lsa, ...]:
    """Each LSA who is there on at least one day of the week that begins on *starts*."""
    facts = _Facts(
        starts=starts,
        levels=known_levels(college.ratings),
        valid=_valid_days(college.certificates, starts),
        signed=_signed_days(college.sign_offs, starts),
        barring={
            note: frozenset(skill.id for skill in college.skills if work in skill.name.casefold())
            for note, work in RESTRICTIONS.items()
        },
        asking=_groups_asking(college.learners),
        at_placements=_at_placements(college, starts, lambda each: each.lsa),
    )
    lsas = (
        _lsa(person, college.patterns.get(person.id, WorkPattern()), facts)
        for person in college.people
        if not person.teaches
    )
    return tuple(lsa for lsa in lsas if lsa.available)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What is looked up once for everybody."""

    starts: date
    levels: Mapping[PersonId, dict[SkillId, int]]
    valid: Mapping[PersonId, dict[CourseId, frozenset[Weekday]]]
    signed: Mapping[PersonId, dict[SignOff, frozenset[Weekday]]]
    barring: Mapping[str, frozenset[SkillId]]
    asking: Mapping[SkillId, frozenset[str]]
    at_placements: Mapping[PersonId, dict[Weekday, tuple[TimeSpan, ...]]]


def _lsa(person: Person, pattern: WorkPattern, facts: _Facts) -> Lsa:
    note = person.note.casefold()
    barred = [skills for words, skills in facts.barring.items() if words in note]
    barred += [frozenset({each.skill}) for each in pattern.kept_from if each.holds_on(facts.starts)]
    return Lsa(
        id=person.id,
        name=person.name,
        available=_hours(person, pattern, facts.starts),
        weekly_minutes=None if person.as_required else person.weekly_minutes,
        day_minutes=pattern.day_minutes,
        most_in_a_row=pattern.most_in_a_row,
        sites=person.sites,
        levels=facts.levels.get(person.id, {}),
        barred=frozenset().union(*barred),
        valid=facts.valid.get(person.id, {}),
        signed=facts.signed.get(person.id, {}),
        gives_care_as=pattern.gives_care_as,
        may_lead=pattern.may_lead,
        hopes=_hopes(pattern, facts.asking),
        at_placements=facts.at_placements.get(person.id, {}),
    )


def _hours(person: Person, pattern: WorkPattern, starts: date) -> dict[Weekday, TimeSpan]:
    """From when to when a person is in, on the days of this week that they are."""
    days = WORKING_WEEK if person.days is None else person.days
    usual = pattern.hours or dict.fromkeys(days, USUAL_HOURS)
    found = {}
    for day, span in sorted(usual.items()):
        on = starts + timedelta(days=int(day))
        if is_there(person, on) and (pattern.ends is None or on <= pattern.ends):
            found[day] = span
    return found


def _at_placements(
    college: College, starts: date, whose: Callable[[Placement], K | None]
) -> dict[K, dict[Weekday, tuple[TimeSpan, ...]]]:
    """When learners, or those beside them, are at employers' this week, or on the way."""
    spans: dict[K, dict[Weekday, list[TimeSpan]]] = {}
    for each in college.placements:
        who = whose(each)
        if who is not None:
            for day, span in hours_in_week(each, starts, college.year.is_open):
                spans.setdefault(who, {}).setdefault(day, []).append(with_the_way(each, span))
    return {
        who: {day: joined(found) for day, found in sorted(days.items())}
        for who, days in spans.items()
    }


def _hopes(pattern: WorkPattern, asking: Mapping[SkillId, frozenset[str]]) -> tuple[Hope, ...]:
    wished = tuple(Hope(frozenset({group}), f"to work with {group}") for group in pattern.hopes)
    learns = (asking.get(skill, frozenset()) for skill in sorted(pattern.learns))
    return wished + tuple(Hope(groups, "to use what they learn") for groups in learns if groups)


def _groups_asking(learners: Iterable[Learner]) -> dict[SkillId, frozenset[str]]:
    """The groups whose learners ask for each skill."""
    found: dict[SkillId, frozenset[str]] = {}
    for learner in learners:
        for skill in learner.needs:
            found[skill] = found.get(skill, frozenset()) | {learner.group}
    return found


def _signed_days(
    sign_offs: Iterable[LearnerSignOff], starts: date
) -> dict[PersonId, dict[SignOff, frozenset[Weekday]]]:
    found: dict[PersonId, dict[SignOff, frozenset[Weekday]]] = {}
    for each in sign_offs:
        days = (day for day in Weekday if each.stands_on(starts + timedelta(days=int(day))))
        held = found.setdefault(each.person, {})
        held[SignOff(each.learner, each.task.casefold())] = frozenset(days)
    return found


def known_levels(ratings: Iterable[Rating]) -> dict[PersonId, dict[SkillId, int]]:
    """The levels that are known, each from the view that the audit shows first.

    A view that says anything but a level (unknown, suspended...) hides the later ones, since
    an agreed "suspended" must not be overruled by a self-rating.
    """
    shown: dict[tuple[PersonId, SkillId], Rating] = {}
    for rating in ratings:
        key = (rating.person, rating.skill)
        rank = SHOWN_FIRST.index(rating.view)
        if key not in shown or rank < SHOWN_FIRST.index(shown[key].view):
            shown[key] = rating
    levels: dict[PersonId, dict[SkillId, int]] = {}
    for (person, skill), rating in shown.items():
        if isinstance(rating.value, Level):
            levels.setdefault(person, {})[skill] = rating.value.value
    return levels


def _valid_days(
    certificates: Iterable[Certificate], starts: date
) -> dict[PersonId, dict[CourseId, frozenset[Weekday]]]:
    found: dict[PersonId, dict[CourseId, frozenset[Weekday]]] = {}
    for each in certificates:
        days = frozenset(
            day
            for day in Weekday
            if each.standing_on(starts + timedelta(days=int(day))) is Standing.VALID
        )
        held = found.setdefault(each.person, {})
        held[each.course] = held.get(each.course, frozenset()) | days
    return found
