"""What is planned for: refused where it cannot be right, taken back by Undo, never half written."""

from dataclasses import replace
from datetime import date, time

import pytest

from lsadesk.domain.calendar import TimeSpan, Week, Weekday
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.domain.weeks.planning import LearnerSignOff, WorkPattern
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.domain.weeks.timetable import SessionDetails
from lsadesk.errors import Stale, UserError
from lsadesk.operations import home
from lsadesk.operations.deploying import deployment
from lsadesk.operations.keeping import erasing
from lsadesk.operations.staff import people
from lsadesk.operations.weeks import (
    college_year,
    former_learners,
    sessions,
    support,
    work_patterns,
)

CHOIR = SessionDetails(
    day=Weekday.MONDAY,
    span=TimeSpan(time(9), time(10)),
    group="Music",
    title="Choir",
    lsas_needed=1,
)


def test_a_session_that_cannot_be_right_is_refused_with_what_to_change(desk):
    backwards = TimeSpan(time(10), time(9))
    for wrong, words in (
        (replace(CHOIR, title=" "), "what the session is called"),
        (replace(CHOIR, span=backwards), "ends before it starts"),
        (replace(CHOIR, overnight=True), "ends earlier in the day"),
        (replace(CHOIR, starts_on=date(2026, 9, 2), ends_on=date(2026, 9, 1)), "last day"),
        (replace(CHOIR, lsas_needed=400), "between 0 and 30"),
    ):
        with pytest.raises(UserError, match=words):
            sessions.add_session(desk, wrong)
    sessions.add_session(desk, replace(CHOIR, span=backwards, overnight=True))
    assert len(sessions.all_sessions(desk)) == 1


def test_a_session_can_be_changed_removed_and_had_back(desk):
    sessions.add_session(desk, CHOIR)
    read = sessions.all_sessions(desk)[0]
    sessions.change_session(desk, read, replace(sessions.details_of(read), room="Hall"))
    with pytest.raises(Stale):
        sessions.change_session(desk, read, CHOIR)
    sessions.remove_session(desk, sessions.all_sessions(desk)[0])
    assert sessions.all_sessions(desk) == []
    desk.undo()
    assert sessions.all_sessions(desk)[0].room == "Hall"


def test_a_session_that_a_kept_plan_has_is_ended_and_not_removed(desk):
    people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur"))
    sessions.add_session(desk, CHOIR)
    deployment.make_plan(desk, seconds=0.2, week=Week.A)
    with pytest.raises(UserError, match="Give it a last day"):
        sessions.remove_session(desk, sessions.all_sessions(desk)[0])


def test_two_terms_do_not_overlap_and_none_ends_before_it_starts(desk):
    autumn = Period(date(2026, 9, 7), date(2026, 12, 18), "Autumn")
    year = CollegeYear(terms=(autumn, Period(date(2026, 12, 18), date(2027, 3, 1))))
    with pytest.raises(UserError, match="overlap on 18 Dec 2026"):
        college_year.set_year(desk, year)
    wrong = CollegeYear(closures=(Period(autumn.ends, autumn.starts, "Autumn"),))
    with pytest.raises(UserError, match="Autumn ends before it starts"):
        college_year.set_year(desk, wrong)
    college_year.set_year(desk, CollegeYear(terms=(autumn,)))
    desk.undo()
    assert college_year.year(desk) == CollegeYear()


def test_two_learners_do_not_share_a_reference(desk):
    support.add_learner(desk, LearnerDetails(reference="RT11"))
    with pytest.raises(UserError, match="There is a learner RT11 already"):
        support.add_learner(desk, LearnerDetails(reference=" rt11"))
    with pytest.raises(UserError, match="needs a reference"):
        support.add_learner(desk, LearnerDetails(reference=" "))


def test_a_sign_off_reaches_the_plan_and_its_withdrawal_too(desk):
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    learner = support.add_learner(
        desk,
        LearnerDetails(reference="RT11", group="Music", tasks=frozenset({"Assisted eating"})),
    ).result
    sessions.add_session(desk, CHOIR)
    given = LearnerSignOff(
        learner=learner,
        task="Assisted eating",
        person=asha,
        signed_by="Sister Lowe",
        signed_on=date(2026, 1, 5),
    )
    assert len(deployment.make_plan(desk, seconds=0.2, week=Week.A).plan.unmet) == 1
    support.sign_off(desk, given)
    assert not deployment.make_plan(desk, seconds=0.2, week=Week.A).plan.unmet
    support.withdraw_sign_off(desk, given)
    assert len(deployment.make_plan(desk, seconds=0.2, week=Week.A).plan.unmet) == 1


def test_a_stale_work_pattern_is_refused_and_an_impossible_one_too(desk):
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    work_patterns.set_work_pattern(desk, asha, WorkPattern(may_lead=True))
    assert work_patterns.work_pattern(desk, asha).pattern.may_lead
    with pytest.raises(Stale):
        work_patterns.set_work_pattern(desk, asha, WorkPattern())
    for wrong in (WorkPattern(day_minutes=0), WorkPattern(most_in_a_row=5)):
        with pytest.raises(UserError):
            work_patterns.set_work_pattern(desk, asha, wrong)


def test_many_sessions_change_as_one_and_come_back_as_one(desk):
    for number in range(3):
        sessions.add_session(desk, replace(CHOIR, title=f"Choir {number}"))
    read = sessions.all_sessions(desk)
    wanted = [(each, replace(sessions.details_of(each), room="Hall")) for each in read]
    sessions.change_sessions(desk, wanted)
    assert {each.room for each in sessions.all_sessions(desk)} == {"Hall"}
    with pytest.raises(Stale):
        sessions.change_sessions(desk, wanted)
    desk.undo()
    assert {each.room for each in sessions.all_sessions(desk)} == {""}
    with pytest.raises(UserError, match="no session"):
        sessions.change_sessions(desk, [])


def test_what_nobody_has_and_too_few_sessions_are_told_of_a_learner(desk):
    learner = support.add_learner(
        desk, LearnerDetails(reference="AB01", group="Music", tasks=frozenset({"Feeding"}))
    ).result
    person = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    sessions.add_session(desk, CHOIR)
    support.set_least_sessions(desk, 2)
    told = support.support(desk)
    assert told.lacks[learner] == ("Feeding with AB01",)
    assert (told.sessions[learner], told.least) == (1, 2)
    given = LearnerSignOff(
        learner=learner,
        task="Feeding",
        person=person,
        signed_by="Sister Lowe",
        signed_on=date(2026, 9, 1),
    )
    support.sign_off(desk, given)
    assert support.support(desk).lacks[learner] == ()


def test_hours_are_copied_and_what_is_said_of_a_person_alone_is_not(desk):
    asha, ben = (
        people.add_person(desk, PersonDetails(forename=name, surname="Kaur")).result
        for name in ("Asha", "Ben")
    )
    hers = WorkPattern(hours={Weekday.MONDAY: TimeSpan(time(9), time(15))}, day_minutes=300)
    work_patterns.set_work_pattern(desk, ben, WorkPattern(may_lead=True))
    work_patterns.copy_hours(desk, hers, {ben: 1})
    his = work_patterns.work_pattern(desk, ben).pattern
    assert (his.hours, his.day_minutes, his.may_lead) == (hers.hours, 300, True)
    with pytest.raises(Stale):
        work_patterns.copy_hours(desk, hers, {asha: 0, ben: 1})
    assert not work_patterns.work_pattern(desk, asha).pattern.hours
    with pytest.raises(UserError, match="Choose who"):
        work_patterns.copy_hours(desk, hers, {})


def test_nothing_is_planned_for_a_learner_after_their_last_day(desk):
    who = support.add_learner(desk, LearnerDetails(reference="KD07", group="Music")).result
    sessions.add_session(desk, CHOIR)
    (read,) = support.support(desk).learners
    left = replace(support.details_of(read), left_on=date(2026, 11, 29), aims="Sing alone")
    support.change_learner(desk, read, left)
    with desk.store.read() as reading:
        last, after = (
            deployment.gathered(desk, reading, Week.A, monday).learners
            for monday in (date(2026, 11, 23), date(2026, 11, 30))
        )
    assert [each.id for each in last] == [who]
    assert after == []


def test_who_has_left_is_erased_when_asked_and_the_number_stays(desk):
    who = support.add_learner(desk, LearnerDetails(reference="KD07", aims="Sing alone")).result
    (read,) = support.support(desk).learners
    with pytest.raises(UserError, match="Set their last day first"):
        former_learners.erase(desk, read, "The period is over")
    left = replace(support.details_of(read), left_on=date(2025, 11, 21))
    support.change_learner(desk, read, left)
    told = support.support(desk)
    (read,) = told.learners
    assert told.former.due == {who}
    assert home.today(desk).learners_due == 1
    note = LearnerDetails(reference="MT02", note="Sat beside KD07 last year.")
    support.add_learner(desk, note)
    planned = former_learners.plan(desk, who)
    assert dict(planned.written_elsewhere) == {"learner": 1}
    with pytest.raises(UserError, match="Say why"):
        former_learners.erase(desk, read, " ")
    certificate = former_learners.erase(desk, read, "The period is over").result
    assert certificate.called == f"Former learner {who}"
    assert "KD07" not in repr(certificate)
    assert erasing.certificates(desk) == [certificate]
    assert home.today(desk).learners_due == 0
    (erased,) = (each for each in support.support(desk).learners if each.id == who)
    assert (erased.reference, erased.aims) == (f"Former learner {who}", "")
    assert support.support(desk).former.due == frozenset()
    assert desk.undo_sentence() == ""
