"""Whatever the week, the plan keeps every hard rule and says what it could not do."""

import sys
from dataclasses import replace
from datetime import date, time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.deployment.check import broken_rules, check
from lsadesk.domain.deployment.fingerprint import costing
from lsadesk.domain.deployment.model import Assignment, Lsa, Plan, Problem, Slot, SlotId
from lsadesk.domain.deployment.penalties import objective
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.errors import UserError
from lsadesk.planner import bound, solve
from lsadesk.planner.compile import compiled
from lsadesk.planner.engine import people_of
from lsadesk.planner.state import Moment, State
from lsadesk.planner.whole_week import Given, cheapest
from tests.planner.judge import who_breaks_a_rule
from tests.planner.weeks_of_chance import SKILLS, Lot, problems

QUICK = settings(max_examples=60, deadline=None, derandomize=True)


@QUICK
@given(problems())
def test_any_week_gets_a_plan_that_breaks_no_rule_and_leaves_no_slot_out(problem):
    plan = solve(problem, cycles=3)
    assert check(problem, plan) == []
    assert who_breaks_a_rule(problem, plan.by_slot()) == set()
    assert len(plan.assignments) + len(plan.unmet) == len(problem.slots)
    assert plan.bound.cost <= plan.objective
    assert plan.bound.slots <= len(plan.unmet)


@QUICK
@given(problems(), st.integers(0, 2**32))
def test_a_judge_that_shares_no_code_with_the_program_finds_the_same_people_at_fault(problem, seed):
    lot, people = Lot(seed), [lsa.id for lsa in problem.lsas]
    wild = {slot.id: lot.choice(people) for slot in problem.slots if people and lot.seldom()}
    told = tuple(Assignment(slot, person) for slot, person in wild.items())
    found = broken_rules(problem, Plan(assignments=told, unmet=(), objective=0))
    assert who_breaks_a_rule(problem, wild) == {each.person for each in found}


@QUICK
@given(problems(), st.integers(0, 5))
def test_the_same_seed_and_cycles_give_the_same_plan(problem, seed):
    one = solve(problem, cycles=4, seed=seed)
    other = solve(problem, cycles=4, seed=seed)
    assert one.assignments == other.assignments


@QUICK
@given(problems(), problems())
def test_a_plan_that_stays_near_another_counts_its_changes_as_the_checker_does(problem, other):
    previous = solve(other, cycles=1).by_slot()
    plan = solve(problem, cycles=3, previous=previous)
    assert check(problem, plan, previous) == []


@QUICK
@given(problems(), problems())
def test_the_searchs_own_books_agree_with_what_the_domain_counts(problem, other):
    team = {lsa.id for lsa in problem.lsas}
    before = solve(other, cycles=1).by_slot()
    previous = {slot: person for slot, person in before.items() if person in team}
    for seed in range(3):
        plan = solve(problem, cycles=2, seed=seed, previous=previous)
        compiled_week = compiled(problem)
        state = State(compiled_week, people_of(problem, previous))
        state.place_all(people_of(problem, plan.by_slot()))
        assert state.objective() == objective(problem, plan.by_slot(), previous)


@QUICK
@given(problems())
def test_what_a_move_is_said_to_cost_is_what_it_costs(problem):
    week = compiled(problem)
    state = State(week)
    state.place_all(people_of(problem, solve(problem, cycles=1).by_slot()))
    for slots_at_once in week.moments:
        moment = Moment(week, slots_at_once)
        plan = state.plan.copy()
        state.lift(moment.slots)
        said, allowed, before = state.costs(moment), state.allowed(moment), state.objective()
        for row, column in np.argwhere(allowed):
            placed = moment.slots[[column]], moment.people[[row]]
            state.place(*placed)
            assert state.objective() - before == said[row, column]
            state.place(*placed, -1)
        state.place_all(plan)


@settings(QUICK, max_examples=25)
@given(problems(), problems())
def test_no_plan_costs_less_than_the_whole_weeks_programme_says_and_its_own_costs_that(
    problem, other
):
    team = {lsa.id for lsa in problem.lsas}
    before = solve(other, cycles=1).by_slot()
    previous = {slot: person for slot, person in before.items() if person in team}
    compiled_week, nobody = compiled(problem), people_of(problem, {})
    given_before = Given(nobody, people_of(problem, previous))
    least, who = cheapest(compiled_week, given_before)
    assert cheapest(compiled_week, given_before, most=least)[0] == least
    state = State(compiled_week, people_of(problem, previous))
    state.place_all(people_of(problem, solve(problem, cycles=3, previous=previous).by_slot()))
    assert least <= state.objective()
    state.place_all(who)
    assert state.objective() == least


@pytest.fixture
def week():
    """A morning and an afternoon for two people."""
    usual = TimeSpan(time(8, 30), time(17, 30))
    people = tuple(
        Lsa(id=PersonId(n), name=f"Person {n}", available={Weekday.MONDAY: usual}) for n in (1, 2)
    )
    spans = (TimeSpan(time(9), time(11)), TimeSpan(time(13), time(15)))
    slots_ = tuple(
        Slot(id=SlotId(SessionId(n), place), day=Weekday.MONDAY, span=span, group="A")
        for n, span in enumerate(spans)
        for place in range(2)
    )
    return Problem(starts=date(2026, 9, 7), lsas=people, slots=slots_)


def test_a_week_that_can_be_covered_is_covered(week):
    plan = solve(week, cycles=5)
    assert plan.unmet == ()


def test_with_nobody_left_every_slot_is_unmet_and_the_bound_says_so(week):
    plan = solve(replace(week, lsas=()), seconds=5)
    assert len(plan.unmet) == plan.bound.slots == 4
    assert plan.gap == 0


def test_a_week_without_sessions_has_an_empty_plan(week):
    plan = solve(replace(week, slots=()), seconds=5)
    assert (plan.assignments, plan.unmet, plan.objective, plan.gap) == ((), (), 0, None)


def test_a_hand_made_choice_is_kept_and_marked(week):
    for person in (1, 2):
        pin = Assignment(week.slots[3].id, PersonId(person))
        plan = solve(week, cycles=5, pins=(pin,))
        kept = next(each for each in plan.assignments if each.slot == pin.slot)
        assert (kept.person, kept.pinned) == (pin.person, True)
        assert sum(each.pinned for each in plan.assignments) == 1


def test_a_hand_made_choice_that_breaks_a_rule_is_refused_with_its_reason(week):
    both = tuple(Assignment(week.slots[place].id, PersonId(1)) for place in (0, 1))
    with pytest.raises(UserError, match=r"busy 9\.00-11\.00"):
        solve(week, cycles=5, pins=both)


def test_a_plan_asked_to_stay_as_it_was_stays(week):
    before = solve(week, cycles=5, seed=1).by_slot()
    again = solve(week, cycles=5, seed=2, previous=before)
    assert again.by_slot() == before


def test_stopping_at_once_still_gives_a_sound_plan(week):
    plan = solve(week, seconds=30, should_stop=lambda: True)
    assert len(plan.assignments) + len(plan.unmet) == 4


def test_better_plans_are_shown_while_the_search_runs(week):
    shown = []
    plan = solve(week, cycles=5, on_progress=shown.append)
    assert shown
    assert all(check(week, each) == [] for each in shown)
    assert plan.objective <= shown[-1].objective


def test_a_plan_without_a_limit_is_our_mistake(week):
    with pytest.raises(ValueError, match="seconds or cycles"):
        solve(week)


def test_a_week_too_full_is_searched_no_longer_than_until_it_is_proven(week):
    crowded = replace(
        week,
        slots=(*week.slots, replace(week.slots[0], id=SlotId(SessionId(7), 0), priority=2)),
    )
    plan = solve(crowded, seconds=60)
    assert (plan.bound.cost, plan.bound.slots, plan.gap) == (400, 1, 0)


def test_weekly_hours_that_force_a_gap_are_in_the_proof(week):
    usual = week.lsas[0].available[Weekday.MONDAY]
    one = replace(
        week.lsas[0],
        available={Weekday.MONDAY: usual, Weekday.TUESDAY: usual},
        weekly_minutes=180,
    )
    slots_ = (week.slots[0], replace(week.slots[1], day=Weekday.TUESDAY))
    at_odds = {"fair hours": 0, "far from fair hours": 0, "hardly any hours": 0}
    plan = solve(replace(week, lsas=(one,), slots=slots_, weights=at_odds), seconds=60)
    assert (plan.bound.cost, plan.gap) == (400, 0)


def test_nobody_is_left_with_nothing_where_others_could_share(week):
    helpful = frozenset(SkillId(number) for number in range(6))
    usual = dict.fromkeys(Weekday, TimeSpan(time(8), time(18)))
    able = Lsa(id=PersonId(1), name="", available=usual, weekly_minutes=1200)
    team = [
        replace(able, id=PersonId(number), levels=dict.fromkeys(helpful, 3)) for number in (2, 3)
    ]
    slots_ = tuple(
        replace(week.slots[0], id=SlotId(SessionId(at), 0), day=day, group="", helpful=helpful)
        for at, day in enumerate([*Weekday][:5] * 2)
    )
    uneven = replace(week, lsas=(able, *team), slots=slots_, weights={"fit": 20})
    by_fit = replace(uneven, weights={"fit": 20, "hardly any hours": 0})
    assert able.id in solve(uneven, cycles=5).by_slot().values()
    assert able.id not in solve(by_fit, cycles=5).by_slot().values()


def test_a_small_week_is_searched_until_its_plan_is_proven_the_best(week):
    clumsy = tuple(replace(slot, helpful=frozenset(SKILLS)) for slot in week.slots)
    plan = solve(replace(week, slots=clumsy), seconds=60)
    assert (plan.objective, plan.bound.cost, plan.bound.whole, plan.gap) == (48, 0, 48, 0)
    assert plan.bound.whole_of == costing(replace(week, slots=clumsy))


def test_a_proof_that_cannot_begin_holds_nobody_up(week, monkeypatch):
    monkeypatch.setattr(bound, "_prove", sys.exit)  # given three things, it ends with an error
    (person, _), (slot, *_) = week.lsas, week.slots
    crowd = replace(  # more than a worker could be handed without reading it
        week,
        lsas=tuple(replace(person, id=PersonId(n)) for n in range(100)),
        slots=tuple(replace(slot, id=SlotId(SessionId(n), 0)) for n in range(400)),
    )
    assert solve(crowd, seconds=0.5).bound.slots == 300
