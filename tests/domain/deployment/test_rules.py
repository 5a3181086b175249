"""Each hard rule in a pair: broken and kept."""

from datetime import time

import pytest

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.deployment import rules
from lsadesk.domain.deployment.model import CertificateNeed, SignOff, SkillNeed
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.learners import CareBy, LearnerId

MAIN, QUAY = SiteId(1), SiteId(2)
BSL, CARE = SkillId(1), SkillId(2)


@pytest.fixture
def why(a_problem, a_slot, an_lsa):
    """What a rule says of a person in a slot who holds others already."""

    def ask(rule, slot, held=(), **person):
        lsa = an_lsa(**person)
        problem = a_problem([lsa], [slot, *held])
        return rule(rules.case_of(problem, lsa, slot, held))

    return ask


def test_a_session_that_ends_when_it_starts_takes_nobody(why, a_slot):
    assert why(rules.times, a_slot("9:15-9:15"))
    assert not why(rules.times, a_slot("9:15-9:16"))


def test_a_session_that_starts_before_the_person_does_is_refused(why, a_slot):
    late = {Weekday.MONDAY: TimeSpan(time(10), time(16))}
    assert why(rules.available, a_slot("9:59-11:00"), available=late)
    assert not why(rules.available, a_slot("10:00-16:00"), available=late)


def test_a_day_off_is_a_day_off(why, a_slot):
    assert why(rules.available, a_slot(day=Weekday.SATURDAY)) == "not in on Saturday"


def test_nobody_is_placed_while_they_are_away_and_everybody_is_free_as_they_are_back(why, a_slot):
    gone = {Weekday.MONDAY: (TimeSpan(time(9, 30), time(12)),)}
    assert why(rules.away, a_slot("11:59-13:00"), away=gone) == "is away then"
    for before_or_after in ("8:30-9:30", "12:00-13:00"):
        assert not why(rules.away, a_slot(before_or_after), away=gone)
    assert not why(rules.away, a_slot("10:00-11:00", Weekday.TUESDAY), away=gone)


def test_nobody_is_in_college_while_beside_a_learner_on_a_work_placement(why, a_slot):
    out = {Weekday.MONDAY: (TimeSpan(time(9, 30), time(15)),)}
    assert why(rules.placement, a_slot("14:00-15:30"), at_placements=out) == (
        "is at a work placement 9.30-15.00"
    )
    for before_or_after in ("8:30-9:30", "15:00-16:00"):
        assert not why(rules.placement, a_slot(before_or_after), at_placements=out)
    assert not why(rules.placement, a_slot(day=Weekday.TUESDAY), at_placements=out)


def test_hours_at_a_work_placement_are_hours_of_the_day_and_the_week(why, a_slot):
    out = {Weekday.MONDAY: (TimeSpan(time(9, 30), time(15)),)}
    late = a_slot("15:00-16:00")
    for rule, limit in ((rules.day_hours, "day_minutes"), (rules.week_hours, "weekly_minutes")):
        said = why(rule, late, at_placements=out, **{limit: 6 * 60})
        assert said.endswith("beside a work placement")
        assert not why(rule, late, at_placements=out, **{limit: 6 * 60 + 30})
    assert not why(rules.day_hours, a_slot("9:00-15:00", Weekday.TUESDAY), at_placements=out)


def test_people_stay_at_their_sites_but_no_sites_means_any(why, a_slot):
    assert "Quay" in why(rules.site, a_slot(site=QUAY), sites=frozenset({MAIN}))
    assert not why(rules.site, a_slot(site=MAIN), sites=frozenset({MAIN}))
    assert not why(rules.site, a_slot(site=QUAY))
    assert not why(rules.site, a_slot(), sites=frozenset({MAIN}))


def test_a_level_below_the_one_asked_or_an_unknown_one_is_refused(why, a_slot):
    slot = a_slot(skills=(SkillNeed(BSL, 2),))
    assert (
        why(rules.skill, slot, levels={BSL: 1})
        == "BSL at 1 (under direct instruction), needs 2 (with guidance)"
    )
    assert why(rules.skill, slot) == "BSL not known"
    assert not why(rules.skill, slot, levels={BSL: 2})


def test_a_restriction_bars_the_work_even_from_somebody_skilled(why, a_slot):
    slot = a_slot(skills=(SkillNeed(CARE, 2),))
    assert why(rules.restriction, slot, levels={CARE: 4}, barred=frozenset({CARE}))
    assert not why(rules.restriction, slot, levels={CARE: 4}, barred=frozenset({BSL}))


def test_a_certificate_must_stand_on_the_day_of_the_session(why, a_slot):
    asked = (CertificateNeed(frozenset({CourseId(1), CourseId(2)}), "epilepsy training"),)
    tuesday = {CourseId(2): frozenset({Weekday.TUESDAY})}
    assert "7 Sep 2026" in why(rules.certificate, a_slot(certificates=asked), valid=tuesday)
    on_tuesday = a_slot(day=Weekday.TUESDAY, certificates=asked)
    assert not why(rules.certificate, on_tuesday, valid=tuesday)


def test_a_learner_s_not_with_is_kept(why, a_slot):
    assert why(rules.exclusion, a_slot(avoid=frozenset({PersonId(9)})), id=PersonId(9))
    assert not why(rules.exclusion, a_slot(avoid=frozenset({PersonId(9)})), id=PersonId(8))


def test_nobody_is_in_two_places_but_one_session_may_follow_another(why, a_slot):
    assert why(rules.double_booking, a_slot("9:00-10:00"), [a_slot("9:59-11:00")])
    assert not why(rules.double_booking, a_slot("9:00-10:00"), [a_slot("10:00-11:00")])
    same_hour = a_slot("9:00-10:00", Weekday.TUESDAY)
    assert not why(rules.double_booking, a_slot("9:00-10:00"), [same_hour])


def test_travel_between_sites_takes_its_time_in_either_order(why, a_slot):
    first, late = a_slot("9:00-10:00", site=MAIN), a_slot("10:20-11:00", site=QUAY)
    early = a_slot("10:19-11:00", site=QUAY)
    assert why(rules.travel, first, [early])
    assert why(rules.travel, early, [first])
    assert not why(rules.travel, first, [late])
    assert not why(rules.travel, first, [a_slot("10:00-11:00", site=MAIN)])
    assert not why(rules.travel, first, [a_slot("10:00-11:00")])


def test_eight_hours_a_day_are_enough(why, a_slot):
    morning = a_slot("8:30-12:30")
    assert why(rules.day_hours, a_slot("13:00-17:01"), [morning])
    assert not why(rules.day_hours, a_slot("13:00-17:00"), [morning])
    assert not why(rules.day_hours, a_slot("13:00-17:01"), [a_slot("8:30-12:30", Weekday.FRIDAY)])


def test_the_contract_is_the_ceiling_of_the_week(why, a_slot):
    held = [a_slot("9:00-12:00", day) for day in (Weekday.TUESDAY, Weekday.FRIDAY)]
    assert why(rules.week_hours, a_slot("9:00-10:01"), held, weekly_minutes=7 * 60)
    assert not why(rules.week_hours, a_slot("9:00-10:00"), held, weekly_minutes=7 * 60)
    assert not why(rules.week_hours, a_slot("9:00-10:01"), held, weekly_minutes=None)


def test_a_day_without_half_an_hour_over_midday_is_refused(why, a_slot):
    assert why(rules.break_time, a_slot("9:00-12:15"), [a_slot("12:30-15:00")])
    assert not why(rules.break_time, a_slot("9:00-12:15"), [a_slot("12:45-15:00")])
    assert not why(rules.break_time, a_slot("12:00-15:00"), [a_slot("9:00-11:00")])


def test_three_sessions_can_lose_the_break_that_any_two_leave(why, a_slot):
    three = [a_slot("9:00-11:50"), a_slot("12:15-13:15"), a_slot("13:40-15:00")]
    assert why(rules.break_time, three[0], three[1:])
    for left_out in range(3):
        one, other = three[:left_out] + three[left_out + 1 :]
        assert not why(rules.break_time, one, [other])


def test_a_break_spent_travelling_is_no_break(why, a_slot):
    morning = a_slot("11:00-12:30", site=MAIN)
    assert why(rules.break_time, morning, [a_slot("13:15-14:30", site=QUAY)])
    assert not why(rules.break_time, morning, [a_slot("13:20-14:30", site=QUAY)])
    assert not why(rules.break_time, morning, [a_slot("13:15-14:30", site=MAIN)])


def test_a_break_may_be_on_the_way_at_a_third_site(a_problem, a_slot, an_lsa):
    lsa, farm = an_lsa(), SiteId(3)
    morning, later = a_slot("10:35-12:05", site=MAIN), a_slot("13:30-15:00", site=QUAY)
    near = {frozenset({MAIN, farm}): 5, frozenset({farm, QUAY}): 5}
    for slots, journeys, stopped in (
        ([morning, later], near, True),
        ([morning, later, a_slot("9:00-10:00", site=farm)], near, False),
        ([morning, later, a_slot("9:00-10:00", site=farm)], {}, True),
    ):
        week = a_problem([lsa], slots, journeys=journeys, travel_minutes=70)
        assert bool(rules.break_time(rules.case_of(week, lsa, morning, [later]))) is stopped


def test_a_session_that_fills_midday_by_itself_has_its_break_inside(why, a_slot):
    trip = a_slot("9:30-15:00")
    assert not why(rules.break_time, trip)
    assert not why(rules.break_time, a_slot("15:00-16:00"), [trip])


def test_a_task_for_one_learner_needs_a_sign_off_that_stands_on_the_day(why, a_slot):
    feeding = SignOff(LearnerId(4), "feeding", "assisted eating with RT11")
    slot = a_slot(sign_offs=(feeding,))
    assert "assisted eating with RT11" in why(rules.sign_off, slot)
    assert why(rules.sign_off, slot, signed={feeding: frozenset({Weekday.TUESDAY})})
    assert why(
        rules.sign_off,
        slot,
        signed={SignOff(LearnerId(5), "feeding"): frozenset({Weekday.MONDAY})},
    )
    assert not why(rules.sign_off, slot, signed={feeding: frozenset({Weekday.MONDAY})})


def test_who_gives_care_is_whom_the_learner_asks_for(why, a_slot):
    slot = a_slot(care_by=CareBy.WOMAN)
    assert why(rules.care, slot)
    assert why(rules.care, slot, gives_care_as=frozenset({CareBy.MAN}))
    assert not why(rules.care, slot, gives_care_as=frozenset({CareBy.WOMAN}))
    assert not why(rules.care, a_slot())


def test_without_a_teacher_only_somebody_marked_for_it_takes_a_session(why, a_slot):
    assert why(rules.leading, a_slot(leads=True))
    assert not why(rules.leading, a_slot(leads=True), may_lead=True)
    assert not why(rules.leading, a_slot())


def test_whom_a_hand_kept_out_stays_out(why, a_slot):
    assert why(rules.refusal, a_slot(refused=frozenset({PersonId(1)})))
    assert not why(rules.refusal, a_slot(refused=frozenset({PersonId(9)})))


def test_eleven_hours_lie_between_an_evening_and_a_morning(why, a_slot):
    evening = a_slot("19:00-22:00", Weekday.MONDAY)
    assert why(rules.rest, a_slot("8:55-10:00", Weekday.TUESDAY), [evening])
    assert not why(rules.rest, a_slot("9:00-10:00", Weekday.TUESDAY), [evening])
    assert why(rules.rest, evening, [a_slot("8:55-10:00", Weekday.TUESDAY)])


def test_a_night_is_one_place_that_ends_on_the_next_day(why, a_slot):
    night = a_slot("22:00-7:00", overnight=True)
    assert night.minutes == 9 * 60
    assert not why(rules.times, night)
    late = {Weekday.MONDAY: TimeSpan(time(20), time(8))}
    assert not why(rules.available, night, available=late)
    assert why(rules.available, night)
    assert why(rules.rest, a_slot("9:15-10:45", Weekday.TUESDAY), [night])
    assert not why(rules.day_hours, night, day_minutes=10 * 60)
    assert why(rules.day_hours, night)


def test_a_pause_of_a_quarter_of_an_hour_ends_a_run(why, a_slot):
    held = [a_slot("9:00-10:00"), a_slot("11:10-12:00")]
    between = a_slot("10:00-11:00")
    assert why(rules.in_a_row, between, held, most_in_a_row=179)
    assert not why(rules.in_a_row, between, held, most_in_a_row=180)
    assert not why(rules.in_a_row, a_slot("10:15-10:55"), held, most_in_a_row=60)
    assert not why(rules.in_a_row, between, held)


def test_two_sites_may_be_further_apart_than_the_rest(a_problem, a_slot, an_lsa):
    morning, next_one = a_slot("9:00-10:00", site=MAIN), a_slot("10:30-11:00", site=QUAY)
    lsa = an_lsa()
    far = a_problem([lsa], [morning, next_one], journeys={frozenset({MAIN, QUAY}): 45})
    near = a_problem([lsa], [morning, next_one])
    assert rules.travel(rules.case_of(far, lsa, next_one, [morning]))
    assert not rules.travel(rules.case_of(near, lsa, next_one, [morning]))


def test_every_hard_rule_has_a_name_of_its_own_and_a_sentence():
    assert len({rule.name for rule in rules.HARD}) == len(rules.HARD)
    assert all(rule.sentence.endswith(".") for rule in (*rules.HARD, *rules.SOFT))
