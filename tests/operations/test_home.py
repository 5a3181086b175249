"""What the home page is told: counted over those whom the duties open, and no others."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.calendar import RoughDate, TimeSpan, Week, Weekday
from lsadesk.domain.courses.certificates import Certificate, Lapse
from lsadesk.domain.covering.cover import Away
from lsadesk.domain.deployment.model import Assignment, Plan, SlotId
from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.domain.weeks.planning import LearnerSignOff
from lsadesk.domain.weeks.timetable import SessionDetails
from lsadesk.operations import home
from lsadesk.operations.appraisals import assessment, preparing
from lsadesk.operations.auditing import audit
from lsadesk.operations.covering import absences, cover, cover_board
from lsadesk.operations.developing import development
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.operations.weeks import support
from lsadesk.store.courses import certificates
from lsadesk.store.deploying import deployment
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import timetable

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)  # a Tuesday
MONDAY = date(2026, 11, 23)
SECRET = "a long enough secret"


@pytest.fixture
def staff(desk):
    """Asha, Ben and Pat, who is Asha's line manager; by forename."""
    names = (("Asha", "Kaur"), ("Ben", "Cole"), ("Pat", "Ellery"))
    found = {
        forename: people.add_person(desk, PersonDetails(forename=forename, surname=surname)).result
        for forename, surname in names
    }
    people.set_link(desk, found["Asha"], Link.LINE_MANAGER, found["Pat"])
    return found


@pytest.fixture
def sign_in(desk):
    """Add an account for a person and sit down at the same college with it."""
    desks = []

    def sign(person):
        login = f"login {len(desks)}"
        accounts.add_account(desk, login, SECRET, person=person, is_own=True)
        desks.append(college.unlock(desk.folder, login, SECRET, clock=lambda: NOW))
        return desks[-1]

    yield sign
    for each in desks:
        each.close()


def certify(desk, person, expires, course="First aid"):
    """Record a certificate of *person* whose last day is *expires*; None: it never lapses."""
    with desk.writing(Kind.CERTIFICATE, person) as work:
        held = Certificate(
            person=person,
            course=certificates.course_named(work, course),
            achieved=RoughDate(date(2023, 1, 1)),
            lapse=Lapse.NEVER if expires is None else Lapse.ON,
            expires=None if expires is None else RoughDate(expires),
        )
        certificates.add(work, [held])
        work.commit(Entry("added certificate", Kind.CERTIFICATE, person))


def plan(desk, who, starts):
    """Publish a week's plan that gives *who* Cookery on Tuesday and leaves one place open."""
    details = SessionDetails(
        day=Weekday.TUESDAY,
        span=TimeSpan(time(9, 15), time(10, 45)),
        group="G1",
        title="Cookery",
        room="K2",
    )
    with desk.writing(Kind.TIMETABLE) as work:
        session = timetable.add(work, details)
        made = Plan(
            assignments=(Assignment(SlotId(session, 0), who),),
            unmet=(SlotId(session, 1),),
            objective=1,
        )
        number = deployment.keep(work, made, week=Week.A, starts=starts)
        deployment.publish(work, number, starts, starts + timedelta(days=6), "Head")
        work.commit(Entry("planned", Kind.DEPLOYMENT))


def test_an_empty_college_may_be_filled_by_its_owner(desk):
    today = home.today(desk)
    assert (today.is_empty, today.may_import) == (True, True)
    assert (today.own, today.week) == (None, None)


def test_a_head_counts_the_whole_staff_without_leavers(desk, staff):
    people.mark_leaver(desk, staff["Ben"], date(2026, 11, 23))
    team = home.today(desk).team
    assert (team.everybody, team.people) == (True, 2)


def test_a_line_manager_counts_their_people_and_not_themselves(desk, staff, sign_in):
    team = home.today(sign_in(staff["Pat"])).team
    assert (team.everybody, team.people) == (False, 1)


def test_an_lsa_is_told_nothing_of_others(desk, staff, sign_in):
    plan(desk, staff["Ben"], MONDAY)
    today = home.today(sign_in(staff["Asha"]))
    assert (today.team, today.week, today.may_import) == (None, None, False)
    assert today.forename == "Asha"


def test_a_deployer_counts_certificates_but_not_self_assessments(desk, staff, sign_in):
    people.set_link(desk, staff["Asha"], Link.DEPLOYER, staff["Ben"])
    certify(desk, staff["Asha"], date(2026, 12, 12))
    certify(desk, staff["Pat"], date(2026, 12, 12))
    team = home.today(sign_in(staff["Ben"])).team
    assert (team.lapsing, team.handed_in) == (1, None)


def test_a_sign_off_for_a_learner_that_ends_is_told_its_holder_and_whoever_deploys(
    desk, staff, sign_in
):
    learner = support.add_learner(desk, LearnerDetails(reference="RT11")).result
    for task, until in (("Feed", date(2026, 12, 1)), ("Swim", date(2027, 1, 20))):
        signed = LearnerSignOff(
            learner=learner,
            task=task,
            person=staff["Asha"],
            signed_by="Nurse",
            signed_on=date(2026, 1, 5),
            until=until,
        )
        support.sign_off(desk, signed)
    assert home.today(desk).team.sign_offs == 1
    own = home.today(sign_in(staff["Asha"])).own
    assert [what for what, _until in own.lapses] == ["Feed with RT11", "Swim with RT11"]


def test_a_skill_counts_as_held_from_with_guidance_on(desk, staff):
    held, low, gone, _never = (
        audit.add_skill(desk, name).result for name in ("BSL", "Makaton", "Braille", "Hoist")
    )
    audit.rate(desk, staff["Asha"], held, Level(2))
    audit.rate(desk, staff["Asha"], low, Level(1))
    audit.rate(desk, staff["Ben"], gone, Level(4))
    people.mark_leaver(desk, staff["Ben"], date(2026, 11, 1))
    team = home.today(desk).team
    assert (team.skills, team.skills_nobody_has) == (4, 3)


@pytest.mark.parametrize(
    ("expires", "counted"),
    [
        (date(2026, 11, 23), (0, 1)),
        (date(2026, 11, 24), (1, 0)),
        (date(2027, 2, 22), (1, 0)),
        (date(2027, 2, 23), (0, 0)),
        (None, (0, 0)),
    ],
)
def test_a_certificate_lapses_within_ninety_days_of_its_last_day(desk, staff, expires, counted):
    certify(desk, staff["Asha"], expires)
    team = home.today(desk).team
    assert (team.lapsing, team.lapsed) == counted
    assert team.lapse_by == date(2027, 2, 22)


@pytest.mark.parametrize("renewed", [date(2029, 12, 1), None])
def test_a_certificate_that_is_renewed_does_not_count(desk, staff, renewed):
    certify(desk, staff["Asha"], date(2026, 12, 12))
    certify(desk, staff["Asha"], renewed)
    certify(desk, staff["Ben"], date(2026, 12, 12))
    assert home.today(desk).team.lapsing == 1


def test_a_self_assessment_counts_once_it_is_handed_in(desk, staff, sign_in):
    hers = sign_in(staff["Asha"])
    assert home.today(hers).own.answered.answered == 0
    first = assessment.my_sheet(hers).statements[0].id
    assessment.keep_answer(hers, Answer(statement=first, value=Level(3)))
    assert home.today(hers).own.answered.answered == 1
    assert home.today(desk).team.handed_in == 0
    assessment.hand_in(hers)
    assert home.today(desk).team.handed_in == 1
    assert home.today(hers).own.handed_in_at == NOW
    (row,) = [each for each in preparing.preparation(desk).rows if each.person == staff["Asha"]]
    assert row.self_waits


def test_sessions_of_this_week_are_todays(desk, staff, sign_in):
    plan(desk, staff["Asha"], MONDAY)
    today = home.today(sign_in(staff["Asha"])).own
    assert today.sessions_on == date(2026, 11, 24)
    assert [(each.title, each.room) for each in today.sessions] == [("Cookery", "K2")]


def test_cover_of_today_is_marked_for_whoever_comes_and_whoever_need_not(desk, staff, sign_in):
    plan(desk, staff["Asha"], MONDAY)
    seen = cover_board.board(desk, date(2026, 11, 24))
    (slot,) = (each for each in seen.day.planned if each in {s.id for s in seen.day.today})
    cover.choose(desk, seen, slot, staff["Ben"])
    (hers,) = home.today(sign_in(staff["Asha"])).own.sessions
    (his,) = home.today(sign_in(staff["Ben"])).own.sessions
    assert (hers.title, hers.released, hers.covers) == ("Cookery", True, False)
    assert (his.title, his.released, his.covers) == ("Cookery", False, True)


def test_a_session_whose_group_is_on_a_trip_is_nobodys_day(desk, staff, sign_in):
    plan(desk, staff["Asha"], MONDAY)
    tuesday = date(2026, 11, 24)
    absences.mark_away(desk, [Away(first=tuesday, last=tuesday, group="G1")])
    assert home.today(sign_in(staff["Asha"])).own.sessions == ()
    assert home.today(desk).away == (1, tuesday)


def test_sessions_of_a_week_ahead_are_those_of_its_first_day_at_work(desk, staff, sign_in):
    plan(desk, staff["Asha"], date(2026, 11, 30))
    today = home.today(sign_in(staff["Asha"])).own
    assert (today.sessions_on, len(today.sessions)) == (date(2026, 12, 1), 1)


def test_at_the_weekend_home_tells_of_the_week_that_comes(desk, staff, sign_in, monkeypatch):
    plan(desk, staff["Asha"], MONDAY)
    plan(desk, staff["Asha"], date(2026, 11, 30))
    hers = sign_in(staff["Asha"])
    monkeypatch.setattr(type(desk), "today", date(2026, 11, 28))
    assert home.today(hers).own.sessions_on == date(2026, 12, 1)
    assert home.today(desk).week.starts == date(2026, 11, 30)


def test_a_week_that_is_over_says_nothing(desk, staff, sign_in):
    plan(desk, staff["Asha"], date(2026, 11, 16))
    assert home.today(sign_in(staff["Asha"])).own.sessions_on is None


def test_somebody_whom_a_week_ahead_does_not_need_is_told_nothing_of_it(desk, staff, sign_in):
    plan(desk, staff["Asha"], date(2026, 11, 30))
    assert home.today(sign_in(staff["Ben"])).own.sessions_on is None


def test_a_head_is_told_how_much_of_the_plan_is_covered(desk, staff):
    plan(desk, staff["Asha"], MONDAY)
    week = home.today(desk).week
    assert (week.starts, week.covered, week.uncovered) == (MONDAY, 1, 1)


def test_only_open_lines_of_the_development_plan_are_told(desk, staff, sign_in):
    development.add_action(desk, staff["Asha"], ActionDetails(what="Makaton 2"))
    (makaton,) = development.actions(desk, staff["Asha"])
    development.mark_done(desk, makaton, date(2026, 11, 2))
    development.add_action(desk, staff["Asha"], ActionDetails(what="Shadow Kay"))
    actions = home.today(sign_in(staff["Asha"])).own.actions
    assert [each.what for each in actions] == ["Shadow Kay"]


def test_a_clock_set_back_is_told_until_it_is_put_right(make_college):
    moments = [NOW]
    desk = make_college(clock=lambda: moments[-1])
    people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur"))
    assert home.today(desk).written_to is None

    moments.append(NOW - timedelta(days=365))
    people.add_person(desk, PersonDetails(forename="Ben", surname="Cole"))
    assert home.today(desk).written_to == NOW, "what is written by the wrong clock hides it not"

    moments.append(NOW - timedelta(minutes=20))
    assert home.today(desk).written_to is None, "two computers may differ by minutes"
