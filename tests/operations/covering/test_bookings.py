from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from lsadesk import planner
from lsadesk.domain.calendar import TimeSpan, Week, Weekday, uk_date
from lsadesk.domain.covering.agency import Booking
from lsadesk.domain.covering.cover import Away
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.errors import UserError
from lsadesk.operations.covering import absences, bookings, cover, cover_board
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import people
from lsadesk.operations.weeks import support, work_patterns
from lsadesk.store.courses import certificates
from lsadesk.store.trail import Entry


@pytest.fixture
def tuesday(desk: Desk, small_timetable: Callable[[Desk], None]) -> date:
    """A planned Tuesday with one session, for a learner who must have epilepsy training by."""
    small_timetable(desk)
    with desk.writing(Kind.TRAINING) as work:
        certificates.course_named(work, "Epilepsy")
        desk.keep(work, None, "Filled", Entry("filled", Kind.TRAINING), undo=False)
    ahead = deployment.gather(desk, week=Week.A)
    deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=20))
    asks = LearnerDetails(reference="RT11", group="Blue", must_have="epilepsy trained")
    support.add_learner(desk, asks)
    return ahead.problem.date_of(Weekday.TUESDAY)


def jo(day: date, **other: object) -> Booking:
    hours = TimeSpan(time(9), time(15))
    usual = Booking(
        forename="Jo", surname="Relief", first=day, ends=day, hours=hours, is_checked=True
    )
    return replace(usual, **other)


def hindrances(desk: Desk, day: date, name: str) -> tuple[str, ...]:
    seen = cover_board.board(desk, day)
    (place,) = seen.day.today
    found = {each.name: each for each in cover.stand_ins(seen, place.id)}
    return found[name].hindrances


def test_whoever_an_agency_sends_can_take_what_they_showed_and_is_gone_after_their_last_day(
    desk: Desk, tuesday: date
) -> None:
    seen = cover_board.board(desk, tuesday)
    (course,) = bookings.asked_for(seen.day)
    who = bookings.take_on(desk, jo(tuesday)).result
    assert hindrances(desk, tuesday, "Jo Relief")[0].startswith("no valid proof of epilepsy")
    assert bookings.take_on(desk, jo(tuesday, shown=frozenset({course}))).result == who
    assert hindrances(desk, tuesday, "Jo Relief") == ()
    week_on = cover_board.board(desk, tuesday + timedelta(weeks=1))
    assert who not in week_on.team
    assert who not in {lsa.id for lsa in week_on.day.problem.lsas}


def test_nobody_is_taken_on_unseen_or_by_the_name_of_a_colleague(desk: Desk, tuesday: date) -> None:
    with pytest.raises(UserError, match="Look at both first"):
        bookings.take_on(desk, jo(tuesday, is_checked=False))
    people.add_person(desk, PersonDetails(forename="Jo", surname="Relief"))
    with pytest.raises(UserError, match="the college's own staff"):
        bookings.take_on(desk, jo(tuesday))


def test_they_cover_the_day_of_whoever_is_away(desk: Desk, tuesday: date) -> None:
    seen = cover_board.board(desk, tuesday)
    (place,) = seen.day.today
    booked = jo(tuesday, shown=frozenset(bookings.asked_for(seen.day)))
    who = bookings.take_on(desk, booked).result
    away = Away(first=tuesday, last=tuesday, person=seen.day.planned[place.id])
    absences.mark_away(desk, [away])
    cover.choose(desk, cover_board.board(desk, tuesday), place.id, who)
    assert cover_board.board(desk, tuesday).day.placed[place.id] == who


def test_somebody_stays_longer_only_with_a_reason_and_once_their_checks_were_seen_again(
    desk: Desk, tuesday: date
) -> None:
    (course,) = bookings.asked_for(cover_board.board(desk, tuesday).day)
    later, showing = tuesday + timedelta(weeks=1), frozenset({course})
    who = bookings.take_on(desk, jo(tuesday, shown=showing)).result
    (booked,) = bookings.here_from_agencies(desk, tuesday)
    assert (booked.name, booked.ends) == ("Jo Relief", tuesday)
    pattern = work_patterns.work_pattern(desk, who).pattern
    with pytest.raises(UserError, match="asks why"):
        work_patterns.set_work_pattern(desk, who, replace(pattern, ends=later))
    with pytest.raises(UserError, match="why they stay"):
        bookings.take_on(desk, jo(tuesday, ends=later))
    with pytest.raises(UserError, match="Look at both first"):
        bookings.take_on(desk, jo(tuesday, ends=later, why="Flu", is_checked=False))
    bookings.take_on(desk, jo(tuesday, ends=later, why="Flu goes round."))
    record = people.person(desk, who)
    assert record.left_on == later
    assert f"stays until {uk_date(later)}: Flu goes round; checks seen again" in record.note
    assert hindrances(desk, tuesday, "Jo Relief") == ()
    assert hindrances(desk, later, "Jo Relief")[0].startswith("no valid proof of epilepsy")
    pattern = work_patterns.work_pattern(desk, who).pattern
    work_patterns.set_work_pattern(desk, who, replace(pattern, ends=tuesday))
    assert people.person(desk, who).left_on == tuesday
