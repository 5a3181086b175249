"""Each soft rule in a pair: what costs and what does not."""

from datetime import time

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.deployment import penalties
from lsadesk.domain.deployment.model import Hope, Meeting
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId

AUTISM = SkillId(3)


def test_an_open_place_costs_by_its_priority_and_a_filled_one_nothing(a_problem, a_slot, an_lsa):
    slot = a_slot(priority=3)
    problem = a_problem([an_lsa(weekly_minutes=None)], [slot])
    assert penalties.objective(problem, {}) == 1200
    assert penalties.objective(problem, {slot.id: PersonId(1)}) == 0


def test_helpful_skills_below_guidance_cost_and_with_guidance_do_not(a_slot, an_lsa):
    slot = a_slot(helpful=frozenset({AUTISM}))
    assert penalties.misfit(slot, an_lsa(levels={AUTISM: 1})) == 1
    assert penalties.misfit(slot, an_lsa()) == 1
    assert penalties.misfit(slot, an_lsa(levels={AUTISM: 2})) == 0


def test_a_fourth_face_costs_a_group_that_meets_one_person_at_a_time(a_problem, a_slot, an_lsa):
    days = [Weekday(number) for number in range(4)]
    slots = [a_slot(day=day) for day in days]
    problem = a_problem([an_lsa() for _ in days], slots)
    four = {slot.id: PersonId(number + 1) for number, slot in enumerate(slots)}
    three = {**four, slots[3].id: PersonId(1)}
    assert penalties.strangers(problem, four) == 1
    assert penalties.strangers(problem, three) == 0


def test_hours_near_the_fair_share_cost_nothing_and_far_ones_cost_twice(a_problem, a_slot, an_lsa):
    slots = [a_slot("9:00-11:00", Weekday(day)) for day in range(4)]
    problem = a_problem([an_lsa(weekly_minutes=480), an_lsa(weekly_minutes=480)], slots)
    even = {slot.id: PersonId(1 + number % 2) for number, slot in enumerate(slots)}
    one_sided = {slot.id: PersonId(1) for slot in slots}
    assert penalties.unfair_steps(problem, even) == (0, 0, 0)
    # Each is 240 minutes off a share of 240: 216 beyond a tenth, 180 beyond a quarter.
    # Whoever has nothing is 120 minutes below half of it, and 60 below a quarter.
    assert penalties.unfair_steps(problem, one_sided) == (28, 24, 12)


def test_of_two_who_have_little_whoever_has_least_comes_first():
    def cost(load):
        return sum(penalties.unfair(480, load))

    assert cost(0) - cost(60) > cost(120) - cost(180) > cost(240) - cost(300) > 0


def test_people_without_a_contract_have_no_share_to_reach(a_problem, a_slot, an_lsa):
    slot = a_slot()
    problem = a_problem([an_lsa(weekly_minutes=None)], [slot])
    assert penalties.unfair_steps(problem, {}) == (0, 0, 0)


def test_a_change_costs_and_what_was_open_before_does_not(a_problem, a_slot, an_lsa):
    first, second = a_slot(), a_slot(day=Weekday.TUESDAY)
    problem = a_problem([an_lsa(weekly_minutes=None), an_lsa(weekly_minutes=None)], [first, second])
    before = {first.id: PersonId(1)}
    stays = {first.id: PersonId(1), second.id: PersonId(1)}
    moves = {first.id: PersonId(2), second.id: PersonId(1)}
    assert penalties.objective(problem, stays, before) == 0
    assert penalties.objective(problem, moves, before) == 10


def test_a_slot_that_is_no_longer_in_the_week_is_no_change(a_problem, a_slot):
    gone = a_slot()
    assert penalties.objective(a_problem([], []), {}, {gone.id: PersonId(1)}) == 0


def test_faces_allow_for_sessions_that_need_many_at_once(a_problem, a_slot):
    span = TimeSpan(time(9), time(10))
    slots = [a_slot("9:00-10:00") for _ in range(3)]
    assert all(slot.span == span for slot in slots)
    assert penalties.familiar_faces(a_problem([], slots)) == {"Group A": 6}


def test_more_than_three_fifths_of_a_learners_places_with_one_person_costs(
    a_problem, a_slot, an_lsa
):
    slots = [a_slot(day=Weekday(day), learner=LearnerId(7)) for day in range(5)]
    problem = a_problem([an_lsa(), an_lsa()], slots)
    alone = {slot.id: PersonId(1) for slot in slots}
    shared = {**alone, slots[0].id: PersonId(2), slots[1].id: PersonId(2)}
    assert penalties.leaning(problem, alone) == 2
    assert penalties.leaning(problem, shared) == 0


def test_a_pair_without_a_free_time_to_plan_is_named(a_problem, a_slot, an_lsa, span):
    slot = a_slot("9:00-10:00", teacher="Ms Okafor")
    then = Meeting(teacher="Ms Okafor", day=Weekday.MONDAY, span=span("9:30-10:15"))
    later = Meeting(teacher="Ms Okafor", day=Weekday.MONDAY, span=span("10:00-10:30"))
    evening = Meeting(teacher="Ms Okafor", day=Weekday.MONDAY, span=span("18:00-18:30"))
    lsa, placed = an_lsa(), {slot.id: PersonId(1)}
    for times, missing in (((then, evening), 1), ((then, later), 0), ((), 0)):
        problem = a_problem([lsa], [slot], meetings=times)
        assert len(penalties.never_planning(problem, placed)) == missing


def test_unpopular_duties_beyond_an_even_share_cost(a_problem, a_slot, an_lsa):
    slots = [a_slot(day=Weekday(day), unpopular=True) for day in range(4)]
    problem = a_problem([an_lsa(), an_lsa()], slots)
    uneven = {slot.id: PersonId(1) for slot in slots}
    even = {**uneven, slots[0].id: PersonId(2), slots[1].id: PersonId(2)}
    assert penalties.unfair_duties(problem, uneven) == 2
    assert penalties.unfair_duties(problem, even) == 0


def test_one_place_with_a_hoped_for_group_is_enough(a_problem, a_slot, an_lsa):
    slots = [a_slot(group="Group B"), a_slot(day=Weekday.TUESDAY, group="Group A")]
    lsa = an_lsa(hopes=(Hope(frozenset({"Group B", "Group C"}), "to use BSL"),))
    problem = a_problem([lsa], slots)
    assert penalties.hopes_unmet(problem, {slots[1].id: PersonId(1)}) == 1
    assert penalties.hopes_unmet(problem, {slots[0].id: PersonId(1)}) == 0


def test_a_college_may_weigh_a_rule_otherwise(a_problem, a_slot, an_lsa):
    slot = a_slot(group="Group B")
    lsa = an_lsa(weekly_minutes=None, hopes=(Hope(frozenset({"Group C"})),))
    placed = {slot.id: PersonId(1)}
    assert penalties.objective(a_problem([lsa], [slot]), placed) == 8
    assert penalties.objective(a_problem([lsa], [slot], weights={"hopes": 0}), placed) == 0
