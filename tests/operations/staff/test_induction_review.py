"""How inductions went: said by those who began, listed by year without their names."""

from datetime import timedelta

import pytest

from lsadesk.domain.staff.induction_review import InductionReview, YearOfInductions, by_year
from lsadesk.errors import NotAllowed
from lsadesk.operations.staff import induction_review
from tests.operations.appraisal_world import DAY, NOW, two


@pytest.fixture
def pair(make_college):
    """Asha and Pat."""
    made = two(make_college(clock=lambda: NOW), lambda: NOW)
    yield made
    made.close()


def test_what_starters_say_is_listed_by_year_without_names(pair):
    asha, pats = pair.sit_down("asha"), pair.sit_down("pat")
    induction_review.say(asha, helped="A buddy", hindered="No login for a week")
    induction_review.say(pats, helped="a tour", hindered="")
    (year,) = induction_review.themes(pair.owner)
    assert (year.year, year.helped) == (DAY.year, ("A buddy", "a tour"))
    assert year.hindered == ("No login for a week",)


def test_thinking_again_writes_over_what_one_said(pair):
    asha = pair.sit_down("asha")
    induction_review.say(asha, helped="A buddy", hindered="")
    induction_review.say(asha, helped="Kay", hindered="")
    assert induction_review.my_review(asha) == InductionReview(said_on=DAY, helped="Kay")


def test_only_those_who_see_the_whole_college_read_the_list(pair):
    with pytest.raises(NotAllowed):
        induction_review.themes(pair.sit_down("pat"))


def test_the_newest_year_stands_first():
    before = InductionReview(said_on=DAY - timedelta(days=400), hindered="Nobody knew")
    now = InductionReview(said_on=DAY, helped="A buddy")
    assert by_year([before, now]) == (
        YearOfInductions(year=2026, helped=("A buddy",), hindered=()),
        YearOfInductions(year=2025, helped=(), hindered=("Nobody knew",)),
    )
