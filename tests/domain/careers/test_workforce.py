"""Numbers on the map, wishes against posts, and who could follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.careers.workforce import Standpoint, demand, headcounts, succession
from lsadesk.domain.staff.people import Person, PersonId, TeamId
from lsadesk.store.careers.library import built_in

FRAMEWORK = built_in().framework
LSA, EXPERIENCED, SENIOR = RoleId("lsa"), RoleId("experienced-lsa"), RoleId("senior-lsa")


@pytest.fixture
def stands():
    """Makes somebody's standpoint; each has a number of their own."""
    numbers = iter(range(1, 100))

    def make(forename, role, *, wishes=(), stays=False, known=None, team=1):
        person = Person(
            id=PersonId(next(numbers)),
            version=1,
            forename=forename,
            surname="X",
            team=None if team is None else TeamId(team),
        )
        return Standpoint(person=person, role=role, wishes=wishes, stays=stays, known=known or {})

    return make


def counts(held, *, exact):
    return {one.role: one.people for one in headcounts(FRAMEWORK, held, exact=exact)}


def test_four_people_are_not_shown_to_an_lsa_and_five_are():
    held = [LSA] * 5 + [SENIOR] * 4 + [None]
    assert counts(held, exact=True)[SENIOR] == 4
    assert counts(held, exact=False)[SENIOR] is None
    assert counts(held, exact=False)[LSA] == 5
    assert counts(held, exact=False)[EXPERIENCED] == 0


@given(st.lists(st.sampled_from([*list(FRAMEWORK.roles)[:6], None]), max_size=40))
def test_no_number_under_five_ever_shows_where_it_is_not_to_be_exact(held):
    shown = counts(held, exact=False)
    assert not {1, 2, 3, 4} & set(shown.values())
    assert set(shown) == set(FRAMEWORK.roles)


def test_wishes_stand_against_posts():
    lines = {one.role: one for one in demand(FRAMEWORK, [SENIOR], [SENIOR, SENIOR], {SENIOR: 3})}
    assert (lines[SENIOR].people, lines[SENIOR].wishes, lines[SENIOR].open_posts) == (1, 2, 2)
    assert lines[LSA].open_posts is None
    assert next(iter(lines)) == SENIOR


def test_fewer_posts_than_people_leave_none_open():
    lines = {one.role: one for one in demand(FRAMEWORK, [SENIOR] * 3, [], {SENIOR: 2})}
    assert lines[SENIOR].open_posts == 0


def test_those_who_wish_come_before_those_who_are_only_near(stands):
    wish = stands("Wish", RoleId("new-lsa"), wishes=(SENIOR,))
    near = stands("Near", EXPERIENCED)
    able = stands("Able", EXPERIENCED, known={one: Level(4) for one in FRAMEWORK.statements})
    (team,) = succession(FRAMEWORK, SENIOR, [near, wish, able])
    assert [one.name for one in team.successors] == ["Wish X", "Able X", "Near X"]
    assert [one.one_step for one in team.successors] == [False, True, True]


def test_nobody_who_wants_to_stay_is_named_unless_they_wish_for_this_very_role(stands):
    stays = stands("Stays", EXPERIENCED, stays=True)
    both = stands("Both", EXPERIENCED, stays=True, wishes=(SENIOR,))
    (team,) = succession(FRAMEWORK, SENIOR, [stays, both])
    assert [one.name for one in team.successors] == ["Both X"]


def test_holders_are_counted_team_by_team_and_never_follow_themselves(stands):
    first = stands("Holder", SENIOR, team=1)
    second = stands("Near", EXPERIENCED, team=2)
    third = stands("Nowhere", EXPERIENCED, team=None)
    found = succession(FRAMEWORK, SENIOR, [third, second, first])
    assert [(one.team, one.holders, len(one.successors)) for one in found] == [
        (1, 1, 0),
        (2, 0, 1),
        (None, 0, 1),
    ]
