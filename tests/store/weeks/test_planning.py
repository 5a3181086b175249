"""What the planner keeps to comes back as it was written, and stale edits are refused."""

from dataclasses import replace
from datetime import date, time

import pytest

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.deployment.model import Meeting
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.weeks.learners import CareBy, LearnerDetails
from lsadesk.domain.weeks.planning import KeptFrom, LearnerSignOff, WorkPattern
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.domain.weeks.timetable import LsaUse, SessionDetails
from lsadesk.errors import Stale
from lsadesk.store.auditing import skills
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners, planning, sign_offs, timetable

MORNING = TimeSpan(time(8, 30), time(12, 30))


@pytest.fixture
def store(desk):
    """The open file."""
    return desk.store


def keep(store, write):
    """Do *write* in a unit of work and keep it."""
    with store.begin() as work:
        result = write(work)
        work.commit(Entry("tried", Kind.DEPLOYMENT))
        return result


def asha(work):
    return people.add(work, PersonDetails(forename="Asha", surname="Kaur"))


def test_a_work_pattern_comes_back_and_a_stale_one_is_refused(store):
    person = keep(store, asha)
    lifting = keep(store, lambda work: skills.skill_named(work, "Moving & handling", "Care"))
    wanted = WorkPattern(
        hours={Weekday.MONDAY: MORNING, Weekday.THURSDAY: TimeSpan(time(20), time(8))},
        day_minutes=600,
        most_in_a_row=180,
        ends=date(2026, 12, 18),
        gives_care_as=frozenset({CareBy.WOMAN}),
        may_lead=True,
        kept_from=(KeptFrom(lifting, date(2027, 1, 31)),),
        hopes=frozenset({"Cookery"}),
        learns=frozenset({lifting}),
    )
    keep(store, lambda work: planning.set_pattern(work, person, wanted))
    with store.read() as reading:
        found = planning.pattern(reading, person)
        assert found == replace(wanted, version=1)
        assert planning.patterns(reading) == {person: found}
    later = replace(found, hours={Weekday.MONDAY: MORNING}, kept_from=())
    keep(store, lambda work: planning.set_pattern(work, person, later))
    with store.read() as reading:
        assert planning.pattern(reading, person) == replace(later, version=2)
    with pytest.raises(Stale):
        keep(store, lambda work: planning.set_pattern(work, person, found))


def test_the_year_keeps_what_stayed_and_drops_what_went(store):
    autumn = Period(date(2026, 9, 7), date(2026, 12, 18), "Autumn")
    half_term = Period(date(2026, 10, 26), date(2026, 10, 30), "half-term")
    for year in (
        CollegeYear(terms=(autumn,), closures=(half_term,), week_a=date(2026, 9, 7)),
        CollegeYear(terms=(autumn,)),
    ):
        keep(store, lambda work, year=year: planning.set_year(work, year))
        with store.read() as reading:
            assert planning.year_as_told(reading) == year


def test_planning_times_belong_to_their_teacher(store):
    one = Meeting(teacher="Ms Okafor", day=Weekday.MONDAY, span=MORNING)
    other = Meeting(teacher="Mr Pryce", day=Weekday.MONDAY, span=MORNING)
    keep(store, lambda work: planning.set_meetings(work, "Ms Okafor", [one]))
    keep(store, lambda work: planning.set_meetings(work, "Mr Pryce", [other]))
    keep(store, lambda work: planning.set_meetings(work, "Ms Okafor", []))
    with store.read() as reading:
        assert planning.meetings(reading) == [other]


def test_a_sign_off_replaces_the_one_before_and_can_be_withdrawn(store):
    person = keep(store, asha)
    learner = keep(store, lambda work: learners.add(work, LearnerDetails(reference="RT11")))
    first = LearnerSignOff(
        learner=learner,
        task="Assisted eating",
        person=person,
        signed_by="Sister Lowe",
        signed_on=date(2026, 1, 5),
        until=date(2026, 7, 5),
    )
    renewed = replace(first, signed_on=date(2026, 7, 1), until=date(2027, 1, 5))
    keep(store, lambda work: sign_offs.sign(work, first))
    keep(store, lambda work: sign_offs.sign(work, renewed))
    with store.read() as reading:
        assert sign_offs.standing(reading, learner) == [renewed]
    keep(store, lambda work: sign_offs.withdraw(work, renewed))
    with store.read() as reading:
        assert sign_offs.standing(reading) == []


def test_learners_and_sessions_keep_what_the_planner_asks_of_them(store):
    person = keep(store, asha)
    details = LearnerDetails(
        reference="RT11",
        care_by=CareBy.WOMAN,
        own_places=True,
        tasks=frozenset({"Assisted eating"}),
        prefers=frozenset({person}),
        aims="Cook a meal",
        how="Wait before helping",
        said="I like mornings",
        said_on=date(2026, 9, 1),
    )
    learner = keep(store, lambda work: learners.add(work, details))
    session = SessionDetails(
        day=Weekday.MONDAY,
        span=MORNING,
        group="Cookery",
        title="Cookery",
        learners=frozenset({learner}),
        starts_on=date(2026, 9, 7),
        ends_on=date(2026, 12, 18),
        lsa_use=LsaUse.MAY_NEED,
        led_by_lsa=True,
        unpopular=True,
        overnight=True,
    )
    number = keep(store, lambda work: timetable.add(work, session))
    with store.read() as reading:
        kept, known = learners.get(reading, learner), timetable.get(reading, number)
        assert (kept.prefers, kept.tasks, kept.said) == (
            details.prefers,
            details.tasks,
            details.said,
        )
        assert learners.all_learners(reading) == [kept]
        assert timetable.all_sessions(reading) == [known]
        assert known.learners == {learner}
    keep(store, lambda work: timetable.remove(work, number, known.version))
    with store.read() as reading:
        assert timetable.all_sessions(reading) == []


def test_whom_a_learner_is_kept_apart_from_is_not_lost_to_an_older_copy(store):
    person = keep(store, asha)
    wanted = LearnerDetails(reference="KD07")
    learner = keep(store, lambda work: learners.add(work, wanted))
    apart = replace(wanted, not_with=frozenset({person}))
    keep(store, lambda work: learners.change(work, learner, 1, apart))
    with pytest.raises(Stale):
        keep(store, lambda work: learners.change(work, learner, 1, replace(wanted, note="Mine")))
    with store.read() as reading:
        assert learners.get(reading, learner).not_with == {person}


def test_who_comes_to_a_session_is_not_lost_to_an_older_copy(store):
    learner = keep(store, lambda work: learners.add(work, LearnerDetails(reference="KD07")))
    wanted = SessionDetails(day=Weekday.MONDAY, span=MORNING, group="Blue", title="Cookery")
    session = keep(store, lambda work: timetable.add(work, wanted))
    named = replace(wanted, learners=frozenset({learner}))
    keep(store, lambda work: timetable.change(work, session, 1, named))
    with pytest.raises(Stale):
        keep(store, lambda work: timetable.change(work, session, 1, replace(wanted, note="Mine")))
    with store.read() as reading:
        assert timetable.get(reading, session).learners == {learner}
