"""What one person costs in one slot must be what the whole bill says."""

import random
from itertools import product

import pytest

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.deployment import penalties, rules
from lsadesk.domain.deployment.marginal import Ledger
from lsadesk.domain.deployment.model import Hope, Meeting, Problem
from lsadesk.domain.deployment.rules import SHORTFALL
from lsadesk.domain.weeks.learners import LearnerId

TIMES = ("9:15-10:45", "11:00-12:30", "13:15-14:45", "15:00-16:15")


@pytest.fixture
def a_week(a_slot, an_lsa, span, monday):
    """A week in which every soft rule has something to say."""
    slots = [
        a_slot(
            text,
            day,
            group=f"Group {number % 3}",
            teacher=f"Teacher {number % 4}",
            learner=LearnerId(1) if number % 2 else None,
            unpopular=number % 5 == 0,
            helpful=frozenset({SkillId(number % 3)}),
        )
        for number, (day, text) in enumerate(product(list(Weekday)[:5], TIMES))
    ]
    lsas = [
        an_lsa(
            weekly_minutes=60 * (6 + 3 * number),
            levels={SkillId(number % 3): 3},
            hopes=(Hope(frozenset({f"Group {number % 3}"})),),
        )
        for number in range(6)
    ]
    meetings = tuple(
        Meeting(teacher=f"Teacher {at}", day=Weekday(at), span=span("11:15-11:45"))
        for at in range(4)
    )
    return Problem(starts=monday, lsas=tuple(lsas), slots=tuple(slots), meetings=meetings)


@pytest.mark.parametrize("seed", range(5))
def test_a_person_in_a_slot_costs_what_the_bill_grows_by(a_week, seed):
    chance = random.Random(seed)
    people = [lsa.id for lsa in a_week.lsas]
    placed = {slot.id: chance.choice(people) for slot in a_week.slots if chance.random() < 0.7}
    ledger = Ledger(a_week, placed)
    for slot, person in product(chance.sample(a_week.slots, 6), people):
        empty = {where: who for where, who in placed.items() if where != slot.id}
        before = penalties.bill(a_week, empty)
        after = penalties.bill(a_week, {**empty, slot.id: person})
        wanted = [
            (rule, often - was, cost - cost_was)
            for (rule, often, cost), (_, was, cost_was) in zip(after, before, strict=True)
            if rule is not SHORTFALL and often != was
        ]
        told = [(each.rule, each.often, each.cost) for each in ledger.costs(person, slot)]
        assert told == wanted


def test_an_open_place_is_counted_once_whatever_its_priority(a_slot, monday):
    problem = Problem(starts=monday, lsas=(), slots=(a_slot(priority=3),))
    bill = {rule: (often, cost) for rule, often, cost in penalties.bill(problem, {})}
    assert bill[SHORTFALL] == (1, 3 * rules.weight(problem, SHORTFALL))


def test_without_contract_hours_nobody_has_a_share(a_slot, an_lsa, monday):
    lsa = an_lsa()
    problem = Problem(starts=monday, lsas=(lsa,), slots=(a_slot(),))
    assert Ledger(problem, {}).share(lsa.id) is None
