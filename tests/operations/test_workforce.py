"""The college's view: exact for the head, and for LSAs nothing that points at a person."""

from datetime import date

import pytest

from lsadesk.domain.assessment import Answer
from lsadesk.domain.framework import RoleId, StatementId
from lsadesk.domain.people import PersonDetails
from lsadesk.domain.skills import Level
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations import accounts, assessment, career, college, layer, people, workforce

SECRET = "a long enough secret"
LSA, EXPERIENCED, SENIOR = RoleId("lsa"), RoleId("experienced-lsa"), RoleId("senior-lsa")


@pytest.fixture
def add(desk):
    """Adds somebody with a title and a level."""

    def add_person(forename, title="LSA", level=2, **more):
        details = PersonDetails(forename=forename, surname="X", title=title, level=level, **more)
        return people.add_person(desk, details).result

    return add_person


@pytest.fixture
def asha(desk, add):
    """The desk of an LSA at Level 3."""
    accounts.add_account(desk, "asha", SECRET, person=add("Asha", level=3))
    hers = college.unlock(desk.folder, "asha", SECRET)
    yield hers
    hers.close()


def counts(who):
    return {one.role: one.people for one in workforce.role_headcounts(who)}


def test_the_head_sees_every_number_and_an_lsa_only_what_points_at_nobody(desk, add, asha):
    for number in range(5):
        add(f"P{number}")
    add("Sam", title="Senior LSA")
    assert (counts(desk)[LSA], counts(desk)[SENIOR], counts(desk)[EXPERIENCED]) == (5, 1, 1)
    assert (counts(asha)[LSA], counts(asha)[SENIOR]) == (5, None)
    assert counts(asha)[RoleId("director")] == 0


def test_leavers_are_not_counted(desk, add):
    add("Gone", left_on=date(2026, 11, 1))
    assert counts(desk)[LSA] == 0


def test_wishes_stand_against_the_posts_the_college_has(desk, asha):
    career.wish_for(asha, SENIOR, wished=True)
    layer.set_posts(desk, SENIOR, 2)
    first = workforce.wishes_and_posts(desk)[0]
    assert (first.role, first.people, first.wishes, first.open_posts) == (SENIOR, 0, 1, 2)
    layer.set_posts(desk, SENIOR, None)
    assert workforce.wishes_and_posts(desk)[0].posts is None


def test_fewer_posts_than_none_are_refused(desk):
    with pytest.raises(UserError, match="fewer"):
        layer.set_posts(desk, SENIOR, -1)


def test_of_a_self_assessment_only_what_was_handed_in_counts_for_succession(desk, asha):
    assessment.keep_answer(asha, Answer(statement=StatementId("lead-activity"), value=Level(4)))
    (team,) = workforce.who_could_follow(desk, SENIOR)
    assert [one.name for one in team.successors] == ["Asha X"]
    assert team.successors[0].fit.has == ()
    assessment.hand_in(asha)
    (team,) = workforce.who_could_follow(desk, SENIOR)
    assert team.successors[0].fit.has == ("lead-activity",)


def test_whoever_wants_to_stay_is_left_in_peace(desk, asha):
    career.wish_to_stay(asha, stays=True)
    (team,) = workforce.who_could_follow(desk, SENIOR)
    assert team.successors == ()


@pytest.mark.parametrize(
    "ask",
    [
        workforce.wishes_and_posts,
        workforce.ways_in,
        lambda who: workforce.who_could_follow(who, SENIOR),
    ],
)
def test_an_lsa_may_not_ask_for_the_wishes_of_others(asha, ask):
    with pytest.raises(NotAllowed):
        ask(asha)
