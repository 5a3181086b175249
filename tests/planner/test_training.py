"""The exact choice of training: within what there is, the most that can be closed."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.courses.training import (
    Gap,
    Limits,
    Option,
    OptionId,
    Prospect,
    Shortage,
    TrainingCase,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.planner.training import choose, require_fitting, solved, worth_of

ONE, TWO = OptionId(1), OptionId(2)


def option(number, **known):
    return Option(id=OptionId(number), name=f"option {number}", skill=SkillId(1), **known)


def prospect(person, number, worth, skill=1):
    gap = Gap(PersonId(person), skill=SkillId(skill))
    return Prospect(person=PersonId(person), option=OptionId(number), gap=gap, worth=worth)


def test_the_most_is_closed_within_the_money_there_is():
    case = TrainingCase(
        options=[option(1, cost_pence=100), option(2, cost_pence=60)],
        prospects=[prospect(1, 1, 5), prospect(2, 2, 3), prospect(3, 2, 3)],
        limits=Limits(pence=120),
    )
    found = solved(case, 10)
    assert found.keys == ((2, TWO), (3, TWO))
    assert (found.worth, found.bound) == (6, 6)


def test_a_groups_price_is_paid_once_and_only_where_somebody_goes():
    case = TrainingCase(
        options=[option(1, group_pence=100), option(2, cost_pence=60)],
        prospects=[prospect(1, 1, 2), prospect(2, 1, 2), prospect(3, 1, 2), prospect(4, 2, 5)],
        limits=Limits(pence=120),
    )
    assert solved(case, 10).keys == ((1, ONE), (2, ONE), (3, ONE))
    cheap = replace(case, prospects=case.prospects[2:])
    assert solved(cheap, 10).keys == ((4, TWO),)
    kept = replace(case, pinned=frozenset({(1, ONE), (4, TWO)}))
    with pytest.raises(UserError, match="costs more"):
        require_fitting(kept)


def test_a_gap_is_closed_once_and_a_person_takes_no_more_than_allowed():
    both = [prospect(1, 1, 5), prospect(1, 2, 4), prospect(1, 3, 3, skill=2)]
    case = TrainingCase(options=[option(1), option(2), option(3)], prospects=both)
    assert solved(case, 10).keys == ((1, ONE), (1, OptionId(3)))
    one = replace(case, limits=Limits(most_each=1))
    assert solved(one, 10).keys == ((1, ONE),)


def test_what_the_college_lacks_counts_for_the_first_who_learn_it():
    people = [prospect(1, 1, 1), prospect(2, 1, 1), prospect(3, 2, 3, skill=2)]
    shortage = Shortage(
        why="nobody can", missing=1, worth=8, closes=frozenset({(1, ONE), (2, ONE)})
    )
    case = TrainingCase(
        options=[option(1, release_minutes=60), option(2, release_minutes=60)],
        prospects=people,
        shortages=[shortage],
        limits=Limits(release_minutes=120),
    )
    found = solved(case, 10)
    assert found.worth == 12
    assert (3, TWO) in found.keys


def test_of_equal_choices_the_cheaper_is_taken():
    case = TrainingCase(
        options=[option(1, cost_pence=500), option(2, cost_pence=100)],
        prospects=[prospect(1, 1, 5), prospect(1, 2, 5)],
    )
    assert solved(case, 10).keys == ((1, TWO),)


def test_a_hand_is_obeyed_and_refused_where_it_cannot_be():
    case = TrainingCase(
        options=[option(1, cost_pence=100, places=1)],
        prospects=[prospect(1, 1, 5), prospect(2, 1, 9)],
        pinned=frozenset({(PersonId(1), ONE)}),
    )
    assert solved(case, 10).keys == ((1, ONE),)
    out = replace(case, pinned=frozenset(), refused=frozenset({(PersonId(2), ONE)}))
    assert solved(out, 10).keys == ((1, ONE),)
    for limits in (Limits(pence=50), Limits(most_each=0)):
        with pytest.raises(UserError, match="kept"):
            require_fitting(replace(case, limits=limits))
    both = frozenset({(PersonId(1), ONE), (PersonId(2), ONE)})
    with pytest.raises(UserError, match="places"):
        require_fitting(replace(case, pinned=both))


def test_nothing_to_choose_from_is_nothing_chosen():
    assert solved(TrainingCase(options=[], prospects=[]), 10).keys == ()


def test_a_search_in_its_own_process_answers_and_can_be_ended():
    case = TrainingCase(options=[option(1)], prospects=[prospect(1, 1, 5)])
    assert choose(case).keys == ((1, ONE),)
    assert choose(case, should_stop=lambda: True) is None


@settings(deadline=None, max_examples=40)
@given(
    worths=some.lists(some.integers(1, 6), min_size=6, max_size=6),
    costs=some.lists(some.integers(0, 5), min_size=3, max_size=3),
    places=some.integers(1, 2),
    pence=some.integers(0, 9),
)
def test_no_choice_by_hand_is_worth_more(worths, costs, places, pence):
    options = [option(number, cost_pence=costs[number - 1], places=places) for number in (1, 2, 3)]
    keys = list(product((1, 2), (1, 2, 3)))
    people = [
        prospect(person, number, worth, skill=number)
        for (person, number), worth in zip(keys, worths, strict=True)
    ]
    lacks = Shortage(why="", missing=1, worth=4, closes=frozenset({(1, ONE), (2, ONE)}))
    case = TrainingCase(
        options=options,
        prospects=people,
        shortages=[lacks],
        limits=Limits(pence=pence, most_each=2),
    )
    best = max(
        worth_of(case, frozenset(chosen))
        for taken in product((False, True), repeat=len(keys))
        if _fits(chosen := [key for key, one in zip(keys, taken, strict=True) if one], places)
        and sum(costs[number - 1] for _, number in chosen) <= pence
    )
    found = solved(case, 10)
    assert found.worth == found.bound == best


def _fits(chosen, places):
    people = [person for person, _ in chosen]
    numbers = [number for _, number in chosen]
    return all(people.count(each) <= 2 for each in people) and all(
        numbers.count(each) <= places for each in numbers
    )
