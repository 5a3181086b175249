"""Ways with their steps, dead ends, two roles side by side, and a person beside a story."""

from dataclasses import replace

import pytest

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.career import Direction
from lsadesk.domain.careers.catalogue import QualificationId, StoryId
from lsadesk.domain.careers.framework import RoleId, RouteKind
from lsadesk.domain.careers.pathways import (
    beside_story,
    compare_roles,
    dead_ends,
    deeper,
    nearest_stories,
    next_level,
    path_step,
    pathways,
)
from lsadesk.store.careers.library import built_in

FRAMEWORK, CATALOGUE = built_in().framework, built_in().catalogue
LSA, SENIOR, TEACHER = RoleId("lsa"), RoleId("senior-lsa"), RoleId("teacher")
ROLES = list(FRAMEWORK.roles)


def route(origin, destination):
    return next(one for one in FRAMEWORK.routes_from(origin) if one.destination == destination)


def test_up_to_five_ways_of_which_the_last_is_staying_and_going_deeper():
    found = pathways(FRAMEWORK, CATALOGUE, LSA, TEACHER, {})
    assert 3 <= len(found) <= 5
    *others, staying = found
    assert staying.way.is_staying
    assert {step.role.lane for step in staying.deeper} >= {"specialist"}
    assert all(one.steps and not one.deeper for one in others)


@pytest.mark.parametrize("start", ROLES[::4])
@pytest.mark.parametrize("goal", ROLES[::9])
def test_staying_is_an_answer_between_any_two_roles(start, goal):
    found = pathways(FRAMEWORK, CATALOGUE, start, goal, {})
    assert [one.way.is_staying for one in found].count(True) == 1
    for one in found:
        assert [step.role.id for step in one.steps] == [each.destination for each in one.way.routes]


def test_the_spans_of_the_steps_add_up():
    found = pathways(FRAMEWORK, CATALOGUE, LSA, TEACHER, {})[0]
    assert found.months[0] == sum(step.months[0] for step in found.steps)
    assert found.months[0] < found.months[1]


def test_a_step_tells_the_gap_and_what_would_close_it():
    role = FRAMEWORK.roles[SENIOR]
    known = {one: Level(level) for one, level in role.asks.items() if one != "mentor"}
    step = path_step(FRAMEWORK, CATALOGUE, route("experienced-lsa", SENIOR), known)
    assert step.gap.unknown == ("mentor",)
    assert step.cpd
    assert all("mentor" in one.closes for one in step.cpd)
    assert step.cpd[0].id == "mentor-new"
    assert step.direction is Direction.UP


def test_nothing_is_advised_where_nothing_is_missing():
    known = {one: Level(4) for one in FRAMEWORK.statements}
    assert path_step(FRAMEWORK, CATALOGUE, route("experienced-lsa", SENIOR), known).cpd == ()


def test_a_qualification_that_is_held_is_not_advised_again():
    held = {QualificationId("ptlls-l3")}
    step = path_step(FRAMEWORK, CATALOGUE, route("experienced-lsa", SENIOR), {}, held)
    assert [one.id for one in step.held] == ["ptlls-l3"]
    assert "ptlls-l3" not in [one.id for one in step.qualifications]


def test_going_deeper_is_within_the_role_or_into_a_specialism():
    steps = deeper(FRAMEWORK, CATALOGUE, LSA, {})
    assert any(step.route.kind is RouteKind.WITHIN_ROLE for step in steps)
    assert any(step.role.id == "autism-lsa" for step in steps)
    assert all(step.role.lane != "beyond" for step in steps)


def test_a_role_with_no_way_on_is_listed_and_one_beyond_the_college_is_not():
    found = {one.role.id: one.leads_down for one in dead_ends(FRAMEWORK)}
    assert found == {"director": False, "careers-adviser": False, "training-manager": True}


def test_a_role_with_only_a_way_down_is_a_dead_end_too():
    downward = [one for one in FRAMEWORK.routes if one.origin != SENIOR]
    back = route(SENIOR, RoleId("experienced-lsa"))
    found = dead_ends(replace(FRAMEWORK, routes=(*downward, back)))
    assert {one.role.id: one.leads_down for one in found}[SENIOR] is True


def test_two_roles_side_by_side_show_what_only_one_of_them_asks():
    found = compare_roles(FRAMEWORK, CATALOGUE, LSA, SENIOR, {})
    asked = {each.statement: (each.one, each.other) for each in found.asks}
    assert asked["brief"] == (None, 3)
    assert set(asked) == {*FRAMEWORK.roles[LSA].asks, *FRAMEWORK.roles[SENIOR].asks}
    assert "brief" in {each.statement for each in found.different}
    assert [one.destination for one in found.routes] == [SENIOR]
    assert {story.name for story in found.stories[1]} >= {"Ruth", "Kay"}


def test_a_role_beside_itself_shows_no_difference():
    assert compare_roles(FRAMEWORK, CATALOGUE, LSA, LSA, {}).different == ()


def test_a_person_beside_a_story_sees_where_they_met_and_what_came_next():
    ruth = CATALOGUE.stories[StoryId("ruth")]
    found = beside_story(
        ruth,
        past={RoleId("care-work")},
        now=LSA,
        held={QualificationId("ptlls-l3"), QualificationId("pgce")},
    )
    assert found.shared == 2
    assert [ruth.steps[place].role for place in found.next] == [
        "experienced-lsa",
        "senior-lsa",
        "lsa-representative",
    ]
    assert found.shared_qualifications == ("ptlls-l3",)


def test_a_person_who_never_met_the_story_has_no_next_step_in_it():
    found = beside_story(CATALOGUE.stories[StoryId("claire")], past=set(), now=None)
    assert (found.here, found.next, found.shared) == (None, (), 0)


def test_the_story_with_most_in_common_comes_first():
    found = nearest_stories(CATALOGUE, past={RoleId("care-work"), LSA}, now=SENIOR)
    assert found[0].story.name == "Ruth"
    assert len(found) == 11


def test_the_next_level_tells_what_is_there_already():
    found = next_level(CATALOGUE, 2, {one: Level(3) for one in FRAMEWORK.statements})
    assert found.level.number == 3
    assert found.fit.share == 1
    assert found.level.responsibilities


def test_after_the_last_level_there_is_none_and_before_the_first_comes_the_first():
    assert next_level(CATALOGUE, 4, {}) is None
    assert next_level(CATALOGUE, None, {}).level.number == 1
