"""What is one step away, and the ways between two roles."""

import pytest

from lsadesk.domain.auditing.skills import Level, Unknown
from lsadesk.domain.careers.career import (
    Direction,
    direction,
    fit,
    one_step_away,
    role_of,
    ways,
)
from lsadesk.domain.careers.framework import RoleId, StatementId
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.store.careers.library import built_in

FRAMEWORK = built_in().framework
LSA, SENIOR, TEACHER = RoleId("lsa"), RoleId("senior-lsa"), RoleId("teacher")


def test_a_level_at_or_above_what_is_asked_counts_as_there():
    role = FRAMEWORK.roles[SENIOR]
    asked = dict(role.asks)
    stands = fit(role, {statement: Level(level) for statement, level in asked.items()})
    assert stands.has == tuple(asked)
    assert stands.share == 1


def test_below_is_missing_and_not_sure_or_never_asked_is_not_known():
    role = FRAMEWORK.roles[SENIOR]
    first, second, *rest = role.asks
    stands = fit(role, {first: Level(role.asks[first] - 1), second: Unknown()})
    assert stands.missing == (first,)
    assert stands.unknown == (second, *rest)


def test_a_role_that_asks_nothing_is_wholly_there():
    assert fit(FRAMEWORK.roles[RoleId("other-career")], {}).share == 1


def test_the_neighbour_most_of_which_is_there_comes_first():
    wanted = FRAMEWORK.roles[RoleId("communication-support")]
    known = {statement: Level(level) for statement, level in wanted.asks.items()}
    steps = one_step_away(FRAMEWORK, LSA, known)
    shares = {step.role.id: step.fit.share for step in steps}
    assert shares[wanted.id] == max(shares.values()) == 1
    assert list(shares.values()) == sorted(shares.values(), reverse=True)
    assert min(shares.values()) < 1


def test_every_neighbour_is_there_once_whatever_is_known():
    steps = one_step_away(FRAMEWORK, LSA, {StatementId("listen"): Level(4)})
    assert {step.role.id for step in steps} == {
        route.destination for route in FRAMEWORK.routes_from(LSA)
    }
    assert len(steps) == len(FRAMEWORK.routes_from(LSA))


def test_ways_lead_from_start_to_goal_without_gaps_and_differ():
    found = [way for way in ways(FRAMEWORK, LSA, TEACHER) if not way.is_staying]
    assert len(found) >= 3
    assert len({way.routes for way in found}) == len(found)
    for way in found:
        stops = [way.routes[0].origin, *(route.destination for route in way.routes)]
        assert stops[0] == LSA
        assert stops[-1] == TEACHER
        assert all(
            a.destination == b.origin for a, b in zip(way.routes, way.routes[1:], strict=False)
        )
        assert len(set(stops)) == len(stops)


@pytest.mark.parametrize("at_most", [1, 2, 5])
def test_there_are_never_more_ways_than_asked_for_and_staying_is_one(at_most):
    found = ways(FRAMEWORK, LSA, TEACHER, at_most=at_most)
    assert len(found) <= at_most
    assert [way.is_staying for way in found].count(True) == 1


def test_staying_is_the_answer_where_no_route_leads():
    assert [way.is_staying for way in ways(FRAMEWORK, RoleId("director"), LSA)] == [True]


def test_a_way_to_where_one_is_already_is_staying():
    assert [way.is_staying for way in ways(FRAMEWORK, LSA, LSA)] == [True]


def test_steps_go_up_sideways_and_down():
    going = {
        (route.origin, route.destination): direction(FRAMEWORK, route) for route in FRAMEWORK.routes
    }
    assert going[RoleId("experienced-lsa"), SENIOR] is Direction.UP
    assert going[RoleId("experienced-lsa"), RoleId("autism-lsa")] is Direction.LEVEL
    assert going[SENIOR, RoleId("experienced-lsa")] is Direction.DOWN


@pytest.mark.parametrize(
    ("title", "level", "role"),
    [
        ("LSA", None, "lsa"),
        ("L.S.A.", 2, "lsa"),
        ("Snr LSA", None, "senior-lsa"),
        ("Learning Support Assistant", 1, "new-lsa"),
        ("LSA", 3, "experienced-lsa"),
        ("LSA - autism specialist", 2, "autism-lsa"),
        ("Senior LSA", 4, "senior-lsa"),
        ("Learning support co-ordinator", None, "ls-coordinator"),
        ("Fiction writer", None, None),
        ("", None, None),
    ],
)
def test_a_job_title_says_which_role_somebody_holds(title, level, role):
    person = PersonDetails(forename="Asha", surname="Kaur", title=title, level=level)
    assert role_of(FRAMEWORK, person) == role


def test_the_role_that_was_mapped_counts_more_than_the_title():
    person = PersonDetails(forename="Asha", surname="Kaur", title="LSA", role="senior-lsa")
    assert role_of(FRAMEWORK, person) == "senior-lsa"
