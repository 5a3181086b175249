"""The bound is true, and where a day is proven it is exact: tried against every plan there is."""

from dataclasses import replace
from datetime import date, time
from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.deployment.check import broken_rules
from lsadesk.domain.deployment.model import Assignment, Lsa, Plan, Problem, Slot, SlotId
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.planner.bound import matching_bounds
from lsadesk.planner.compile import compiled
from lsadesk.planner.cover_model import least_shortfall, model_of

# Times about midday, where overlap, travel and the break meet.
SPANS = st.sampled_from(
    [
        TimeSpan(time(9), time(12)),
        TimeSpan(time(10), time(12, 15)),
        TimeSpan(time(11, 30), time(12, 15)),
        TimeSpan(time(12), time(12, 30)),
        TimeSpan(time(12, 40), time(13, 15)),
        TimeSpan(time(12, 50), time(16)),
        TimeSpan(time(13, 30), time(15)),
        TimeSpan(time(10), time(15)),
        TimeSpan(time(15), time(15)),
    ]
)
SITES = st.sampled_from([None, SiteId(1), SiteId(2)])


@st.composite
def days(draw):
    people = tuple(
        Lsa(
            id=PersonId(number),
            name=f"Person {number}",
            available={Weekday.MONDAY: TimeSpan(time(9), time(16))},
            weekly_minutes=draw(st.none() | st.sampled_from([120, 300])),
            sites=draw(st.frozensets(st.sampled_from([SiteId(1), SiteId(2)]), max_size=1)),
        )
        for number in range(draw(st.integers(1, 2)))
    )
    slots = tuple(
        Slot(
            id=SlotId(SessionId(number), 0),
            day=Weekday.MONDAY,
            span=draw(SPANS),
            site=draw(SITES),
            priority=draw(st.integers(1, 3)),
        )
        for number in range(draw(st.integers(1, 5)))
    )
    return Problem(starts=date(2026, 9, 7), lsas=people, slots=slots)


def least_by_trying_all(problem):
    """The least priority left open over every plan that keeps the hard rules."""
    best = None
    for choice in product([None, *(lsa.id for lsa in problem.lsas)], repeat=len(problem.slots)):
        pairs = list(zip(problem.slots, choice, strict=True))
        taken = tuple(Assignment(slot.id, who) for slot, who in pairs if who is not None)
        open_ = sum(slot.priority for slot, who in pairs if who is None)
        better = best is None or open_ < best
        if better and not broken_rules(problem, Plan(assignments=taken, unmet=(), objective=0)):
            best = open_
    return best


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(days())
def test_a_proven_day_is_exactly_the_best_of_all_plans(problem):
    week = compiled(problem)
    truth = 400 * least_by_trying_all(problem)
    assert least_shortfall(model_of(week, [0], counting=False, most=week.n), 400) == truth
    assert least_shortfall(model_of(week, [0], counting=False, most=1), 400) <= truth
    assert sum(matching_bounds(week, week.weights)) <= truth


def test_counting_asks_for_the_fewest_slots_whatever_they_weigh():
    usual = {Weekday.MONDAY: TimeSpan(time(8), time(17))}
    heavy = Slot(
        id=SlotId(SessionId(1), 0),
        day=Weekday.MONDAY,
        span=TimeSpan(time(9), time(11)),
        priority=3,
    )
    light = [
        replace(heavy, id=SlotId(SessionId(number), 0), span=span, priority=1)
        for number, span in (
            (2, TimeSpan(time(9), time(10))),
            (3, TimeSpan(time(10), time(11))),
        )
    ]
    problem = Problem(
        starts=date(2026, 9, 7),
        lsas=(Lsa(id=PersonId(1), name="Person 1", available=usual),),
        slots=(heavy, *light),
    )
    week = compiled(problem)
    assert least_shortfall(model_of(week, [0], counting=True, most=1), 1) == 1
    assert least_shortfall(model_of(week, [0], counting=False, most=1), 400) == 800
