"""Terms and closures decide which days there are, and which week is A."""

from datetime import date

import pytest

from lsadesk.domain.calendar import Week
from lsadesk.domain.weeks.terms import Closed, CollegeYear, Period, closed_week, coming_weeks

AUTUMN = Period(date(2026, 9, 7), date(2026, 12, 18), "Autumn term")
HALF_TERM = Period(date(2026, 10, 26), date(2026, 10, 30), "half-term")


@pytest.fixture
def year():
    return CollegeYear(terms=[AUTUMN], closures=[HALF_TERM], week_a=date(2026, 9, 9))


def test_a_closure_and_what_lies_outside_term_are_closed_and_say_why(year):
    assert year.closed_because(date(2026, 10, 28)) == "half-term"
    assert year.closed_because(date(2026, 12, 21)) == "out of term"
    assert year.closed_because(date(2026, 12, 18)) == ""


def test_without_terms_every_day_but_the_closures_is_open():
    year = CollegeYear(closures=[HALF_TERM])
    assert year.closed_because(date(2026, 8, 1)) == ""
    assert year.closed_because(date(2026, 10, 26)) == "half-term"


def test_weeks_take_turns_and_a_half_term_takes_none(year):
    weeks = [date(2026, 9, 7), date(2026, 9, 14), date(2026, 10, 19), date(2026, 11, 2)]
    assert [year.week_of(day) for day in weeks] == [Week.A, Week.B, Week.A, Week.B]


def test_weeks_before_the_one_that_was_named_take_turns_too(year):
    later = CollegeYear(terms=[AUTUMN], closures=[HALF_TERM], week_a=date(2026, 11, 9))
    assert later.week_of(date(2026, 9, 7)) is Week.A
    assert later.week_of(date(2026, 9, 14)) is Week.B


def test_a_college_without_two_weeks_has_neither():
    assert CollegeYear().week_of(date(2026, 9, 7)) is Week.BOTH


def test_the_next_week_to_plan_is_one_in_which_the_college_opens(year):
    assert year.next_open_monday(date(2026, 10, 20)) == date(2026, 11, 2)
    assert year.next_open_monday(date(2026, 9, 7)) == date(2026, 9, 7)
    assert year.next_open_monday(date(2030, 1, 1)) == date(2030, 1, 7)


def test_the_coming_weeks_have_their_letters_and_say_which_are_closed():
    half_term = Period(date(2026, 10, 26), date(2026, 10, 30), "half-term")
    year = CollegeYear(closures=[half_term], week_a=date(2026, 10, 19))
    told = coming_weeks(year, date(2026, 10, 21), 3)
    assert [(each.starts.day, each.week, each.closed) for each in told] == [
        (19, Week.A, ""),
        (26, Week.BOTH, "half-term"),
        (2, Week.B, ""),
    ]


def test_a_closed_week_says_why_and_when_the_college_opens_again():
    half_term = Period(date(2026, 10, 26), date(2026, 10, 30), "half-term")
    autumn = Period(date(2026, 9, 7), date(2026, 12, 18), "Autumn")
    year = CollegeYear(terms=[autumn], closures=[half_term])
    assert closed_week(year, date(2026, 10, 21)) is None
    assert closed_week(year, date(2026, 10, 28)) == Closed("half-term", date(2026, 11, 2))
    assert closed_week(year, date(2026, 12, 21)) == Closed("out of term", None)
