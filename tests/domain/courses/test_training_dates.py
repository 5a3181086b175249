"""On which of its dates a training costs least cover."""

from datetime import date, time

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.courses.training_dates import Held, best_date

MONDAY, TUESDAY, SATURDAY = date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 5)
MORNING = TimeSpan(time(9), time(12))
WEEK = frozenset({Weekday.MONDAY, Weekday.TUESDAY})


def held(day, *, covered=True, span=MORNING):
    return Held(day, span, span.minutes, covered)


def best(dates, places, span=None, closed=None):
    return best_date(dates, span, places, days=WEEK, closed=closed or {})


def test_the_day_with_the_least_to_cover_is_taken():
    choice = best([MONDAY, TUESDAY], [held(Weekday.MONDAY)])
    assert choice.on == TUESDAY
    assert choice.words == "no session of theirs to cover"


def test_a_place_that_nobody_else_could_take_weighs_more_than_many_that_somebody_could():
    places = [held(Weekday.MONDAY), held(Weekday.MONDAY), held(Weekday.TUESDAY, covered=False)]
    choice = best([MONDAY, TUESDAY], places)
    assert choice.on == MONDAY
    assert choice.words == "2 sessions to cover, somebody is free"
    only = best([TUESDAY], places)
    assert only.words == "1 session to cover, nobody is free"


def test_only_sessions_at_that_time_are_left():
    afternoon = TimeSpan(time(13), time(15))
    assert best([MONDAY], [held(Weekday.MONDAY)], span=afternoon).left == ()


def test_a_day_off_is_the_last_resort_and_says_so():
    assert best([SATURDAY, MONDAY], [held(Weekday.MONDAY)]).on == MONDAY
    assert best([SATURDAY], []).words == "not one of their days: agree it with them"


def test_a_closed_day_leaves_no_session():
    choice = best([MONDAY], [held(Weekday.MONDAY)], closed={MONDAY: "half-term"})
    assert choice.words == "no sessions: half-term"


def test_without_dates_there_is_none():
    assert best([], []) is None
