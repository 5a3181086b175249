"""What became of a line within a college's year."""

from datetime import date

import pytest

from lsadesk.domain.developing.development import ActionId, PlanAction
from lsadesk.domain.developing.plan_reviews import PlanReview, ReviewId, as_it_stands
from lsadesk.domain.developing.plan_words import cost_words, hours_words, money_words
from lsadesk.domain.developing.plan_years import Fate, fate_in, year_of
from lsadesk.domain.staff.people import PersonId

THIS = year_of(date(2026, 11, 24))


def a_line(**more: object) -> PlanAction:
    """A line agreed this year."""
    told = {"agreed_on": date(2026, 10, 1), **more}
    return PlanAction(id=ActionId(1), person=PersonId(1), what="x", **told)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 8, 31), "2025/26"),
        (date(2026, 9, 1), "2026/27"),
        (date(2100, 1, 1), "2099/00"),
    ],
)
def test_a_year_begins_on_the_first_of_september(day, words):
    assert year_of(day).words == words
    assert year_of(day).covers(day)


def test_what_became_of_a_line():
    assert fate_in(a_line(), THIS, []) is Fate.NEW
    assert fate_in(a_line(), THIS.before, []) is None
    old = date(2026, 3, 1)
    assert fate_in(a_line(agreed_on=old), THIS, []) is Fate.CARRIED_OVER
    done = a_line(agreed_on=old, done_on=date(2026, 10, 1))
    assert fate_in(done, THIS, []) is Fate.DONE
    assert fate_in(done, THIS.before, []) is Fate.NEW
    assert fate_in(a_line(agreed_on=old, done_on=date(2026, 4, 1)), THIS, []) is None
    dropped = a_line(not_now_on=date(2026, 11, 1), not_now_because="no cover")
    assert fate_in(dropped, THIS, []) is Fate.DROPPED


def test_a_line_with_a_later_date_than_at_its_review_was_moved():
    before = a_line(due=date(2026, 12, 1))
    review = PlanReview(
        id=ReviewId(1),
        person=PersonId(1),
        signed="Pat",
        held_on=date(2026, 11, 1),
        lines=(as_it_stands(before),),
    )
    assert fate_in(a_line(due=date(2027, 3, 1)), THIS, [review]) is Fate.MOVED
    assert fate_in(before, THIS, [review]) is Fate.NEW


def test_money_and_time_are_written_as_people_write_them():
    assert [money_words(each) for each in (0, 4500, 4550, 120000)] == [
        "nothing", "£45", "£45.50", "£1,200",
    ]  # fmt: skip
    assert [hours_words(each) for each in (0, 45, 60, 150)] == [
        "0 min", "45 min", "1 h", "2 h 30 min",
    ]  # fmt: skip
    assert (
        cost_words(a_line(cost_pence=0, release_minutes=90)) == "no cost, 1 h 30 min off timetable"
    )
    assert cost_words(a_line(release_minutes=0)) == "no time off timetable"
    assert cost_words(a_line()) == ""
