"""From a college's people, learners and timetable to the week that is to be staffed.

Whatever is assumed, or cannot be judged, becomes a remark; nothing is dropped in silence.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from lsadesk.domain.calendar import WORKING_WEEK, TimeSpan, Week, Weekday
from lsadesk.domain.certificates import Certificate, Course, CourseId, Standing
from lsadesk.domain.deployment import demand
from lsadesk.domain.deployment.model import Lsa, Names, Problem
from lsadesk.domain.learners import Learner
from lsadesk.domain.people import Person, PersonId, Site
from lsadesk.domain.skills import SHOWN_FIRST, Level, Rating, Skill, SkillId
from lsadesk.domain.timetable import Session

USUAL_HOURS = TimeSpan(time(8, 30), time(17, 30))

# Words of a staff note that keep a person from a skill's work. Source: requirements A68;
# the staff list's own remarks.
RESTRICTIONS = {"no lifting": "moving & handling"}


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


def week_of(
    college: College, starts: date, week: Week = Week.A, *, travel_minutes: int = 20
) -> Problem:
    """The problem of the week that begins on *starts* (a Monday), as week A or B."""
    lsas = _lsas(college, starts)
    slots, wished, remarks = demand.slots_of(
        college.sessions,
        demand.Context(
            week=week,
            lsas=lsas,
            learners=college.learners,
            skills=college.skills,
            courses=college.courses,
        ),
    )
    return Problem(
        starts=starts,
        week=week,
        lsas=lsas,
        slots=slots,
        travel_minutes=travel_minutes,
        names=Names(
            skills={skill.id: skill.name for skill in college.skills},
            sites={site.id: site.name for site in college.sites},
        ),
        remarks=(*remarks, *_remarks_on_people(college.people, starts)),
        wished=wished,
    )


def _lsas(college: College, starts: date) -> tuple[Lsa, ...]:
    """Everybody who is there on at least one day of the week."""
    levels = known_levels(college.ratings)
    valid = _valid_days(college.certificates, starts)
    barring = {
        note: frozenset(skill.id for skill in college.skills if work in skill.name.casefold())
        for note, work in RESTRICTIONS.items()
    }
    lsas = (_lsa(person, starts, levels, valid, barring) for person in college.people)
    return tuple(lsa for lsa in lsas if lsa.available)


def _lsa(
    person: Person,
    starts: date,
    levels: Mapping[PersonId, dict[SkillId, int]],
    valid: Mapping[PersonId, dict[CourseId, frozenset[Weekday]]],
    barring: Mapping[str, frozenset[SkillId]],
) -> Lsa:
    days = WORKING_WEEK if person.days is None else person.days
    note = person.note.casefold()
    barred = [skills for words, skills in barring.items() if words in note]
    return Lsa(
        id=person.id,
        name=person.name,
        available={
            day: USUAL_HOURS
            for day in sorted(days)
            if _is_there(person, starts + timedelta(days=int(day)))
        },
        weekly_minutes=None if person.as_required else person.weekly_minutes,
        sites=person.sites,
        levels=levels.get(person.id, {}),
        barred=frozenset().union(*barred),
        valid=valid.get(person.id, {}),
    )


def _is_there(person: Person, day: date) -> bool:
    return person.works_on(day) and (person.started is None or person.started.day <= day)


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


def _remarks_on_people(people: Sequence[Person], starts: date) -> list[str]:
    here = [
        person
        for person in people
        if any(_is_there(person, starts + timedelta(days=number)) for number in range(7))
    ]
    days = [person.name for person in here if person.days is None]
    hours = [
        person.name for person in here if person.weekly_minutes is None and not person.as_required
    ]
    remarks = []
    if days:
        remarks.append(f"Working days not known, Monday to Friday assumed: {listed(days)}.")
    if hours:
        remarks.append(f"Contract hours not known, no ceiling kept: {listed(hours)}.")
    return remarks + _remarks_on_notes(here)


def _remarks_on_notes(people: Sequence[Person]) -> list[str]:
    """Every remark on a person that the planner does not understand, with whose it is."""
    unread: dict[str, list[str]] = {}
    for person in people:
        note = person.note.strip()
        if note and note.casefold() not in RESTRICTIONS:
            unread.setdefault(note, []).append(person.name)
    return [
        f"Not taken into account, please judge yourself: \u201c{note}\u201d ({listed(names)})."
        for note, names in unread.items()
    ]


def listed(names: Sequence[str]) -> str:
    """Names as a list in a sentence."""
    return ", ".join(names)
