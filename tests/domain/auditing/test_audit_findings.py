from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lsadesk.domain.auditing import audit_findings as found
from lsadesk.domain.auditing.audit import PROOF_SEEN, AuditMatrix, AuditPerson
from lsadesk.domain.auditing.audit_findings import Finding, Topic
from lsadesk.domain.auditing.day_needs import Asks, DayNeed, Need
from lsadesk.domain.auditing.role_needs import RoleNeed
from lsadesk.domain.auditing.skills import NEVER_ASKED, UNKNOWN, Skill, SkillId
from lsadesk.domain.calendar import RoughDate, TimeSpan, Week, Weekday
from lsadesk.domain.courses.certificates import Certificate, CourseId, Lapse
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.timetable import Session, SessionId

TODAY = date(2026, 11, 24)
BSL, HOIST = SkillId(1), SkillId(2)
ASHA, BEN, SIAN = PersonId(1), PersonId(2), PersonId(3)
FIRST_AID = CourseId(1)
MORNING = TimeSpan(time(9, 15), time(10, 45))
LATER = TimeSpan(time(10, 45), time(12, 15))


def a_matrix(*rows: tuple[PersonId, int, int], **days: frozenset[Weekday]) -> AuditMatrix:
    """Rows of a person, BSL and Hoist; *days* by the person's number (p1=...)."""
    people = [
        AuditPerson(id=who, sort_name=f"Person {who}", days=days.get(f"p{who}"))
        for who, _, _ in rows
    ]
    cells = bytes(code for _, bsl, hoist in rows for code in (bsl, hoist))
    return AuditMatrix(people, [Skill(BSL, "BSL"), Skill(HOIST, "Hoist")], cells)


def a_certificate(person: PersonId, expires: date | None) -> Certificate:
    return Certificate(
        person=person,
        course=FIRST_AID,
        achieved=None,
        lapse=Lapse.NEVER if expires is None else Lapse.ON,
        expires=None if expires is None else RoughDate(expires),
    )


def a_learner(group: str, *needs: SkillId) -> Learner:
    return Learner(id=LearnerId(1), version=1, reference="JB", group=group, needs=frozenset(needs))


def a_session(group: str, span: TimeSpan = MORNING, **more) -> Session:
    return Session(
        id=SessionId(1), version=1, day=Weekday.THURSDAY, span=span, group=group, title="", **more
    )


def topics(findings: list[Finding]) -> list[tuple[Topic, str, int]]:
    return [(each.topic, each.subject, each.number) for each in findings]


def lapses(*certificates: Certificate) -> list[tuple[Topic, int, int]]:
    matrix = a_matrix((ASHA, 0, 0), (BEN, 0, 0))
    listed = found.lapses(matrix, certificates, {FIRST_AID: "First aid"}, TODAY)
    return [(each.topic, each.days, each.number) for each in listed]


def test_a_skill_that_nobody_has_says_of_how_many_it_is_not_known():
    matrix = a_matrix((ASHA, 1, 4), (BEN, UNKNOWN, 3), (SIAN, NEVER_ASKED, 0))
    assert topics(found.held_by_few(matrix)) == [(Topic.NOBODY, "BSL", 2)]


def test_a_skill_that_hangs_on_one_person_names_them():
    (alone,) = found.held_by_few(a_matrix((ASHA, 3, 4), (BEN, 1, 3)))
    assert (alone.topic, alone.people, alone.names) == (
        Topic.ONE_PERSON,
        (ASHA,),
        ("Person 1",),
    )


def test_without_people_nothing_is_missing():
    assert found.held_by_few(a_matrix()) == []


def test_only_the_able_are_asked_for_a_proof():
    matrix = a_matrix((ASHA, 3, 2 | PROOF_SEEN), (BEN, 1, 2), (SIAN, 2 | PROOF_SEEN, 0))
    unproved = found.unproved(matrix)
    assert [(each.subject, each.people, each.of) for each in unproved] == [
        ("BSL", (ASHA,), 2),
        ("Hoist", (BEN,), 2),
    ]


def test_an_old_rating_of_somebody_who_is_not_shown_is_not_told():
    stale = found.stale(a_matrix((ASHA, 3, 3)), [(ASHA, HOIST), (BEN, BSL)])
    assert [(each.subject, each.people) for each in stale] == [("Hoist", (ASHA,))]


def test_a_certificate_on_its_last_day_has_not_lapsed_and_the_day_after_it_has():
    assert lapses(a_certificate(ASHA, TODAY)) == [(Topic.LAPSING, 30, 1)]
    assert lapses(a_certificate(ASHA, TODAY - timedelta(days=1))) == [(Topic.LAPSED, 0, 1)]


def test_lapses_are_told_thirty_sixty_and_ninety_days_before():
    for days, told in ((30, 30), (31, 60), (60, 60), (61, 90), (90, 90)):
        expires = TODAY + timedelta(days=days)
        assert lapses(a_certificate(ASHA, expires)) == [(Topic.LAPSING, told, 1)]
    assert lapses(a_certificate(ASHA, TODAY + timedelta(days=91))) == []


def test_a_certificate_that_never_lapses_is_never_told():
    assert lapses(a_certificate(ASHA, None)) == []


def test_a_newer_certificate_answers_for_the_lapsed_one():
    old, new = TODAY - timedelta(days=400), TODAY + timedelta(days=400)
    assert lapses(a_certificate(ASHA, old), a_certificate(ASHA, new)) == []
    assert lapses(a_certificate(ASHA, new), a_certificate(ASHA, old)) == []


def test_two_sessions_at_one_time_ask_for_two_people_and_one_after_the_other_for_one():
    learners = [a_learner("Blue", BSL), a_learner("Red", BSL)]
    together = [a_session("Blue"), a_session("Red")]
    after = [a_session("Blue"), a_session("Red", LATER)]
    assert found.needed_at_once(learners, together) == {(BSL, Weekday.THURSDAY): 2}
    assert found.needed_at_once(learners, after) == {(BSL, Weekday.THURSDAY): 1}


def test_sessions_of_weeks_a_and_b_never_meet():
    learners = [a_learner("Blue", BSL), a_learner("Red", BSL)]
    sessions = [a_session("Blue", week=Week.A), a_session("Red", week=Week.B)]
    assert found.needed_at_once(learners, sessions) == {(BSL, Weekday.THURSDAY): 1}


def test_only_days_with_too_few_are_told():
    short = DayNeed(
        need=Need(asks=Asks.SKILL, name="BSL", skill=BSL, level=2),
        day=Weekday.THURSDAY,
        week=Week.BOTH,
        places=4,
        at_once=2,
        there=1,
        moment=time(9, 15),
        able=(ASHA, BEN),
        not_known=(),
    )
    (told,) = found.short_days([short, replace(short, there=2)])
    assert told.subject == "BSL, 2 with guidance"
    assert (told.number, told.of, told.at) == (1, 2, time(9, 15))


def test_what_a_role_asks_is_one_finding_that_tells_not_yet_from_not_known():
    asks = RoleNeed(role="Senior LSA", asks="...", level=3, skill=Skill(BSL, "BSL"))
    first = replace(asks, has=(ASHA,), not_yet=(BEN,))
    (told,) = found.roles([first, replace(asks, not_known=(ASHA, BEN))])
    assert (told.subject, told.number, told.unknown, told.of) == ("Senior LSA", 1, 2, 4)


def test_changes_tell_what_rose_fell_became_known_and_who_came_and_went():
    then = a_matrix((ASHA, 1, UNKNOWN), (BEN, 3, 2))
    now = a_matrix((ASHA, 3, 2), (SIAN, 4, 4))
    changed = found.changes(then, now)
    assert [(each.topic, each.number, each.names) for each in changed] == [
        (Topic.ROSE, 1, ("Person 1",)),
        (Topic.KNOWN, 1, ("Person 1",)),
        (Topic.JOINED, 1, ("Person 3",)),
        (Topic.LEFT, 1, ("Person 2",)),
    ]


def test_somebody_who_left_can_not_be_shown_among_those_who_are_here():
    (left,) = found.changes(a_matrix((ASHA, 1, 1)), a_matrix())
    assert left.people == ()


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=8))
def test_a_matrix_beside_itself_has_not_changed(cells):
    rows = [(PersonId(at), bsl, hoist) for at, (bsl, hoist) in enumerate(cells)]
    assert found.changes(a_matrix(*rows), a_matrix(*rows)) == []
