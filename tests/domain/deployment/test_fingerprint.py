"""Two weeks have one mark exactly where nothing that decides who may be where differs."""

from dataclasses import replace
from datetime import timedelta

import pytest

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.deployment.fingerprint import costing, fingerprint
from lsadesk.domain.deployment.model import Assignment, CertificateNeed, Problem
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.learners import CareBy


@pytest.fixture
def week(a_problem, an_lsa, a_slot) -> Problem:
    need = CertificateNeed(frozenset({CourseId(1), CourseId(9)}), "epilepsy training")
    people = [
        an_lsa(gives_care_as=frozenset(CareBy), levels={SkillId(1): 2, SkillId(9): 3}),
        an_lsa(weekly_minutes=600, sites=frozenset({SiteId(1)})),
    ]
    proven = a_slot(certificates=(need,), avoid=frozenset({PersonId(2)}))
    return a_problem(people, [proven, a_slot("13:00-14:00")])


def test_the_same_facts_in_another_order_are_the_same_week(week):
    first, second = week.lsas
    turned = replace(
        first,
        levels=dict(reversed(first.levels.items())),
        available=dict(reversed(first.available.items())),
        gives_care_as=frozenset(reversed(CareBy)),
    )
    assert fingerprint(replace(week, lsas=(turned, second))) == fingerprint(week)


def test_whatever_decides_who_may_be_where_makes_another_week(week):
    person, slot = week.lsas[0], week.slots[0]
    others = [
        replace(week, starts=week.starts + timedelta(weeks=1)),
        replace(week, travel_minutes=25),
        replace(week, journeys={frozenset({SiteId(1), SiteId(2)}): 5}),
        replace(week, lsas=week.lsas[:1]),
        replace(week, slots=week.slots[:1]),
        *(
            replace(week, lsas=(replace(person, **change), week.lsas[1]))
            for change in (
                {"weekly_minutes": 900},
                {"most_in_a_row": 90},
                {"levels": {SkillId(1): 3, SkillId(9): 3}},
                {"available": {Weekday.MONDAY: person.available[Weekday.MONDAY]}},
                {"valid": {CourseId(1): frozenset({Weekday.MONDAY})}},
                {"gives_care_as": frozenset({CareBy.WOMAN})},
            )
        ),
        *(
            replace(week, slots=(replace(slot, **change), week.slots[1]))
            for change in (
                {"priority": 3},
                {"overnight": True},
                {"certificates": ()},
                {"refused": frozenset({person.id})},
                {"site": SiteId(1)},
            )
        ),
    ]
    marks = {fingerprint(each) for each in (week, *others)}
    assert len(marks) == len(others) + 1


def test_what_only_costs_or_is_only_said_makes_no_other_week(week):
    said = replace(week, weights={"fit": 9}, wished=3)
    assert fingerprint(said) == fingerprint(week)


def test_what_a_plan_can_cost_has_a_mark_of_its_own_with_weights_and_pins(week):
    dearer = replace(week, weights={"fit": 9})
    pin = Assignment(week.slots[0].id, week.lsas[0].id, pinned=True)
    assert fingerprint(dearer) == fingerprint(week)
    assert len({costing(week), costing(dearer), costing(week, [pin])}) == 3
