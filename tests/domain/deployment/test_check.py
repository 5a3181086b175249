"""The checker finds what is wrong with a plan, whoever made it."""

from dataclasses import replace

import pytest

from lsadesk.domain.deployment.check import check
from lsadesk.domain.deployment.model import Assignment, Plan
from lsadesk.domain.staff.people import PersonId


@pytest.fixture
def week(a_problem, a_slot, an_lsa):
    """Two sessions at the same time and one person."""
    return a_problem([an_lsa(weekly_minutes=None)], [a_slot(), a_slot()])


@pytest.fixture
def good(week):
    """One session for the person, the other open."""
    first, second = week.slots
    return Plan(assignments=(Assignment(first.id, PersonId(1)),), unmet=(second.id,), objective=400)


def rules_broken(week, plan):
    return {each.rule for each in check(week, plan)}


def test_a_sound_plan_has_nothing_wrong(week, good):
    assert check(week, good) == []
    assert good.gap == 1.0


def test_a_person_in_two_places_is_found_and_named(week, good):
    both = replace(
        good,
        assignments=(*good.assignments, Assignment(good.unmet[0], PersonId(1))),
        unmet=(),
        objective=0,
    )
    found = check(week, both)
    assert {each.rule for each in found} == {"double booking"}
    assert found[0].sentence.startswith("Mon 9.15-10.45 Group A: Person 1 - busy")


def test_a_cost_that_is_not_the_plan_s_is_found(week, good):
    assert rules_broken(week, replace(good, objective=399)) == {"objective"}


@pytest.mark.parametrize("change", ["missing", "twice", "stranger", "unknown"])
def test_a_slot_lost_or_doubled_or_given_to_nobody_known_is_found(week, good, a_slot, change):
    broken = {
        "missing": replace(good, unmet=()),
        "twice": replace(good, unmet=(*good.unmet, week.slots[0].id)),
        "stranger": replace(good, assignments=(Assignment(week.slots[0].id, PersonId(9)),)),
        "unknown": replace(good, unmet=(*good.unmet, a_slot().id)),
    }[change]
    assert rules_broken(week, broken) == {"form"}
