"""The college's view: exact for the head, and for LSAs nothing that points at a person."""

from dataclasses import replace
from datetime import date

import pytest

from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import RoleId, StatementId
from lsadesk.domain.careers.workforce import Figures
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.appraisals import assessment
from lsadesk.operations.careers import career, layer, workforce
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people, structure

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
    accounts.add_account(desk, "asha", SECRET, person=add("Asha", level=3), is_own=True)
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


def test_the_head_sees_who_holds_a_role_and_how_many_wish_for_it_by_team(desk, add, asha):
    sam = people.person(desk, add("Sam", title="Senior LSA"))
    blue = structure.add_team(desk, "Blue").result
    people.change_person(desk, sam.id, sam.version, replace(sam, team=blue))
    career.wish_for(asha, SENIOR, wished=True)
    seen = workforce.college_map(desk)
    assert [one.name for one in seen.holders(SENIOR)] == ["Sam X"]
    assert seen.figures(SENIOR) == Figures(people=1, wishes=1, posts=None)
    assert seen.figures(SENIOR, blue) == Figures(people=1, wishes=0, posts=None)
    assert seen.teams[blue] == "Blue"


def test_an_lsa_sees_no_names_wishes_or_posts_of_others(desk, add, asha):
    add("Sam", title="Senior LSA")
    layer.set_posts(desk, SENIOR, 2)
    seen = workforce.college_map(asha)
    assert [one.name for one in seen.colleagues] == ["Asha X"]
    assert seen.figures(SENIOR) == Figures(people=None, wishes=None, posts=None)


def test_a_line_manager_sees_the_names_of_their_own_people_and_no_wishes(desk, add, asha):
    pat = add("Pat", title="Learning support manager")
    add("Nobody of hers", level=3)
    people.set_link(desk, asha.person, Link.LINE_MANAGER, pat)
    accounts.add_account(desk, "pat", SECRET, person=pat, is_own=True)
    hers = college.unlock(desk.folder, "pat", SECRET)
    try:
        seen = workforce.college_map(hers)
        assert [one.name for one in seen.holders(EXPERIENCED)] == ["Asha X"]
        assert seen.figures(EXPERIENCED) == Figures(people=None, wishes=None, posts=None)
    finally:
        hers.close()


def test_those_whose_title_the_map_does_not_know_are_named_to_whoever_can_mend_it(desk, add):
    add("Odd", title="Wizard", level=None)
    seen = workforce.college_map(desk).colleagues
    assert "Odd X" in [one.name for one in seen if one.role is None]
