"""What is planned for: the year, sessions, learners, and when people can be deployed."""

from dataclasses import replace
from datetime import date, time

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.rights import CHANGE, EXPORT, READ, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import Learner, LearnerDetails
from lsadesk.domain.weeks.planning import LearnerSignOff, WorkPattern
from lsadesk.domain.weeks.terms import CollegeYear
from lsadesk.domain.weeks.timetable import Session, SessionDetails
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import structure
from lsadesk.operations.weeks import (
    college_year,
    former_learners,
    sessions,
    support,
    work_patterns,
)
from tests.operations.duty_operations.kinds import About, Open, Whole
from tests.operations.duty_world import World


def _session(world: World) -> Session:
    wanted = SessionDetails(
        day=Weekday.SUNDAY, span=TimeSpan(time(9), time(10)), group="", title="Choir"
    )
    number = sessions.add_session(world.owner, wanted).result
    return next(each for each in sessions.all_sessions(world.owner) if each.id == number)


def _learner(world: World) -> Learner:
    found = support.support(world.owner).learners
    wanted = LearnerDetails(reference=f"New {len(found)}")
    number = support.add_learner(world.owner, wanted).result
    return next(each for each in support.support(world.owner).learners if each.id == number)


def _former(world: World) -> Learner:
    read = _learner(world)
    left = replace(support.details_of(read), left_on=date(2026, 1, 9))
    support.change_learner(world.owner, read, left)
    return next(each for each in support.support(world.owner).learners if each.id == read.id)


def _sign_off(world: World) -> LearnerSignOff:
    return LearnerSignOff(
        learner=_learner(world).id,
        task="Assisted eating",
        person=world.asha,
        signed_by="Sister Lowe",
        signed_on=date(2026, 9, 1),
    )


def _journey(desk: Desk, world: World) -> object:
    at = len(structure.structure(world.owner).sites)
    one, other = (structure.add_site(world.owner, f"Place {at} {n}").result for n in (1, 2))
    return college_year.set_journey(desk, one, other, 20)


def _pattern(desk: Desk, world: World, person: PersonId) -> object:
    read = work_patterns.work_pattern(world.owner, person)
    return work_patterns.set_work_pattern(desk, person, read.pattern)


def _copied(desk: Desk, world: World, person: PersonId) -> object:
    read = work_patterns.work_pattern(world.owner, person).pattern
    copied = work_patterns.copy_hours(desk, WorkPattern(day_minutes=400), {person: read.version})
    assert desk.undo().changes.sentence == "Gave somebody the same hours"
    return copied


def _patterned(found: object) -> set[PersonId]:
    assert isinstance(found, tuple)
    return {each.person for each in found}


OPERATIONS = {
    "college_year.year_and_sites": Whole(
        READ, Kind.TIMETABLE, lambda d, w, p: college_year.year_and_sites(d)
    ),
    "sessions.timetable_of": Whole(READ, Kind.TIMETABLE, lambda d, w, p: sessions.timetable_of(d)),
    "sessions.change_sessions": Whole(
        CHANGE,
        Kind.TIMETABLE,
        lambda d, w, p: sessions.change_sessions(
            d, [(s := _session(w), replace(sessions.details_of(s), room="Hall"))]
        ),
    ),
    "support.set_least_sessions": Whole(
        CHANGE, Kind.LEARNER, lambda d, w, p: support.set_least_sessions(d, 2)
    ),
    "work_patterns.team_patterns": Open(
        READ,
        Kind.WORK_PATTERN,
        lambda d, w, p: work_patterns.team_patterns(d),
        whom=_patterned,
        refuses=False,
    ),
    "work_patterns.copy_hours": About(CHANGE, Kind.WORK_PATTERN, _copied),
    "college_year.year": Whole(READ, Kind.TIMETABLE, lambda d, w, p: college_year.year(d)),
    "college_year.set_year": Whole(
        CHANGE, Kind.TIMETABLE, lambda d, w, p: college_year.set_year(d, CollegeYear())
    ),
    "college_year.journeys": Whole(READ, Kind.TIMETABLE, lambda d, w, p: college_year.journeys(d)),
    "college_year.set_journey": Whole(CHANGE, Kind.TIMETABLE, lambda d, w, p: _journey(d, w)),
    "college_year.planning_times": Whole(
        READ, Kind.TIMETABLE, lambda d, w, p: college_year.planning_times(d)
    ),
    "college_year.set_planning_times": Whole(
        CHANGE, Kind.TIMETABLE, lambda d, w, p: college_year.set_planning_times(d, "Ms Okafor", [])
    ),
    "sessions.all_sessions": Whole(READ, Kind.TIMETABLE, lambda d, w, p: sessions.all_sessions(d)),
    "sessions.add_session": Whole(
        CHANGE,
        Kind.TIMETABLE,
        lambda d, w, p: sessions.add_session(d, sessions.details_of(_session(w))),
    ),
    "sessions.change_session": Whole(
        CHANGE,
        Kind.TIMETABLE,
        lambda d, w, p: sessions.change_session(d, s := _session(w), sessions.details_of(s)),
    ),
    "sessions.remove_session": Whole(
        CHANGE, Kind.TIMETABLE, lambda d, w, p: sessions.remove_session(d, _session(w))
    ),
    "support.support": Whole(READ, Kind.LEARNER, lambda d, w, p: support.support(d)),
    "support.add_learner": Whole(
        CHANGE,
        Kind.LEARNER,
        lambda d, w, p: support.add_learner(
            d, LearnerDetails(reference=f"Other {len(support.support(w.owner).learners)}")
        ),
    ),
    "support.change_learner": Whole(
        CHANGE,
        Kind.LEARNER,
        lambda d, w, p: support.change_learner(d, one := _learner(w), support.details_of(one)),
    ),
    "support.export_wishes": Whole(
        EXPORT,
        Kind.LEARNER,
        lambda d, w, p: support.export_wishes(d, _learner(w).id, w.path("wishes.pdf")),
    ),
    "former_learners.plan": Whole(
        READ, Kind.LEARNER, lambda d, w, p: former_learners.plan(d, _learner(w).id)
    ),
    "former_learners.erase": Whole(
        CHANGE,
        Kind.LEARNER,
        lambda d, w, p: former_learners.erase(d, _former(w), "The period is over"),
    ),
    "former_learners.keep_longer": Whole(
        CHANGE,
        Kind.LEARNER,
        lambda d, w, p: former_learners.keep_longer(
            d, _learner(w).id, date(2030, 1, 1), "An inquiry"
        ),
    ),
    "support.sign_off": Whole(
        CHANGE, Kind.LEARNER, lambda d, w, p: support.sign_off(d, _sign_off(w))
    ),
    "support.withdraw_sign_off": Whole(
        CHANGE, Kind.LEARNER, lambda d, w, p: support.withdraw_sign_off(d, _sign_off(w))
    ),
    "work_patterns.work_pattern": About(
        READ, Kind.WORK_PATTERN, lambda d, w, p: work_patterns.work_pattern(d, p)
    ),
    "work_patterns.set_work_pattern": About(CHANGE, Kind.WORK_PATTERN, _pattern),
}
