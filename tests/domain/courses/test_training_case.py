"""Which gaps a training closes, and why somebody would take it."""

from dataclasses import replace
from datetime import date

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.courses.training import (
    Hand,
    Limits,
    Option,
    OptionId,
    TrainingLine,
    TrainingPlan,
    minutes_beside,
    minutes_of,
    totals,
)
from lsadesk.domain.courses.training_case import Demand, Trainee, case_of, joined, reason
from lsadesk.domain.developing.development import ActionId, PlanAction
from lsadesk.domain.staff.people import PersonId

BSL, FIRST_AID = SkillId(1), CourseId(1)
SIGNING = Option(id=OptionId(1), name="Signing", skill=BSL, from_level=0, to_level=2)
RENEWAL = Option(id=OptionId(2), name="First aid", course=FIRST_AID)
KAY = Trainee(id=PersonId(1), name="Kay Lewis", levels={BSL: 3})
BEN = Trainee(id=PersonId(2), name="Ben Cole", levels={BSL: 1}, wishes=frozenset({BSL}))
TUESDAY = Demand(skill=BSL, day=Weekday.TUESDAY, needed=2, learners=("AB04", "RT11"))


def case(people, demands=(), options=(SIGNING, RENEWAL)):
    return case_of(
        options,
        people,
        demands,
        skills={BSL: "BSL"},
        courses={FIRST_AID: "First aid"},
        limits=Limits(),
    )


def who(made):
    return [each.person for each in made.prospects]


def test_a_line_says_who_alone_can_do_it_who_needs_it_and_who_asked():
    made = case([KAY, BEN], [TUESDAY])
    assert reason(made, (BEN.id, SIGNING.id)) == (
        "because only Kay Lewis can do BSL, AB04 and RT11 need it on Tuesdays, "
        "and Ben Cole asked for it"
    )


def test_whoever_can_do_it_already_or_has_it_planned_is_left_out():
    assert who(case([KAY, BEN])) == [BEN.id]
    assert who(case([replace(BEN, settled=frozenset({BSL}))])) == []


def test_what_learners_need_is_a_reason_only_for_whoever_comes_to_be_able_to_do_it():
    further = replace(SIGNING, to_level=4)
    beginner, able = replace(BEN, wishes=frozenset()), replace(BEN, levels={BSL: 2})
    made = case([KAY, beginner], [TUESDAY], [further])
    assert "AB04 and RT11 need it" in reason(made, (beginner.id, further.id))
    made = case([KAY, able], [TUESDAY], [further])
    assert "need it" not in reason(made, (able.id, further.id))


def test_a_level_that_is_not_known_gets_no_place_but_is_told():
    made = case([Trainee(id=PersonId(3), name="Cai", not_known=frozenset({BSL}))])
    assert who(made) == []
    assert made.remarks == (
        "BSL: the level of 1 person is not known, so no place was suggested for them. Ask first.",
    )


def test_a_certificate_is_renewed_once_it_lapses_soon_and_weighs_more_when_it_has():
    soon = replace(KAY, due={FIRST_AID: 12})
    over = replace(KAY, due={FIRST_AID: 0})
    (early,), (late,) = case([soon]).prospects, case([over]).prospects
    assert early.why == ("their First aid lapses in 12 days",)
    assert late.why == ("their First aid has lapsed",)
    assert early.worth < late.worth


def test_a_skill_short_on_a_day_is_closed_only_by_who_is_in_then():
    off = replace(BEN, id=PersonId(5), name="Off", days=frozenset({Weekday.MONDAY}))
    made = case([KAY, replace(KAY, id=PersonId(9)), BEN, off], [replace(TUESDAY, needed=3)])
    (short,) = made.shortages
    assert short.missing == 1
    assert short.closes == {(BEN.id, SIGNING.id)}


def test_many_learners_are_counted_after_the_first_two():
    many = replace(TUESDAY, learners=("A", "B", "C", "D", "E"))
    assert "A, B and 3 more learners need it on Tuesdays" in reason(
        case([BEN], [many]), (BEN.id, SIGNING.id)
    )


def test_words_in_a_row_are_joined_as_they_are_said():
    assert [joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"])] == [
        "a",
        "a and b",
        "a, b and c",
    ]


def test_a_plan_tells_what_is_asked_by_law_from_what_makes_specialists():
    asked = replace(RENEWAL, release_minutes=120, compliance=True, cost_pence=900)
    beyond = replace(SIGNING, release_minutes=60, joint=True)
    lines = (
        TrainingLine(person=BEN.id, option=asked.id),
        TrainingLine(person=BEN.id, option=beyond.id),
        TrainingLine(person=KAY.id, option=asked.id, hand=Hand.REFUSED),
    )
    plan = TrainingPlan(made_on=date(2026, 11, 24), lines=lines)
    assert minutes_of(plan, [asked, beyond], BEN.id) == (120, 60)
    assert minutes_of(plan, [asked, beyond], KAY.id) == (0, 0)
    sums = totals(plan, [asked, beyond])
    assert (sums.lines, sums.people, sums.pence, sums.compliance_minutes) == (2, 1, 900, 120)
    assert sums.joint == 1


def test_what_somebody_learns_beside_the_plan_counts_once_and_by_what_it_is():
    renewal = replace(RENEWAL, release_minutes=120, compliance=True)
    became = TrainingLine(person=BEN.id, option=renewal.id, action=ActionId(1))
    plan = TrainingPlan(made_on=date(2026, 11, 24), lines=(became,))

    def action(number, what, minutes):
        return PlanAction(id=ActionId(number), person=BEN.id, what=what, release_minutes=minutes)

    actions = [
        action(1, "First aid", 120),
        action(2, "First aid (Red Cross)", 360),
        action(3, "Shadow Kay in Cookery", 90),
        action(4, "Read about sleep", None),
    ]
    assert minutes_beside(plan, [renewal, SIGNING], actions) == (360, 90)
