"""From a college's records to a week: what is asked, what is assumed, what is said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lsadesk.domain.auditing.skills import Level, Rating, Skill, SkillId, Suspended, Unknown, View
from lsadesk.domain.calendar import RoughDate, Week, Weekday
from lsadesk.domain.courses.certificates import Certificate, Course, CourseId, Lapse
from lsadesk.domain.deployment.needs import College, week_of
from lsadesk.domain.deployment.remarks import About
from lsadesk.domain.staff.people import Person, PersonId, Site, SiteId
from lsadesk.domain.weeks.learners import CareBy, Learner, LearnerId, Ratio
from lsadesk.domain.weeks.planning import Journey, KeptFrom, LearnerSignOff, WorkPattern
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.domain.weeks.timetable import Session, SessionId

MONDAY = date(2026, 9, 7)
CARE, MOVING, AUTISM, EPILEPSY = (SkillId(number) for number in range(1, 5))
SKILLS = (
    Skill(CARE, "Personal care"),
    Skill(MOVING, "Moving & handling"),
    Skill(AUTISM, "Autism"),
    Skill(EPILEPSY, "Epilepsy rescue meds"),
)
COURSE = Course(CourseId(1), "Epilepsy + buccal midazolam")


def sentences(week):
    return [str(remark) for remark in week.remarks]


def rated(person, skill, value, view=View.IMPORTED):
    return Rating(person=PersonId(person), skill=skill, value=value, view=view)


@pytest.fixture
def a_person():
    def make(number=1, **more):
        facts = {"forename": "Asha", "surname": f"Kaur {number}", "weekly_minutes": 1200, **more}
        return Person(id=PersonId(number), version=1, **facts)

    return make


@pytest.fixture
def a_session(span):
    def make(number=1, **more):
        facts = {
            "day": Weekday.MONDAY,
            "span": span("9:15-10:45"),
            "group": "Group A",
            "title": "Art",
            "lsas_needed": 1,
            **more,
        }
        return Session(id=SessionId(number), version=1, **facts)

    return make


@pytest.fixture
def a_learner():
    def make(reference="AB01", **more):
        facts = {"id": LearnerId(1), "reference": reference, "group": "Group A", **more}
        return Learner(version=1, **facts)

    return make


@pytest.fixture
def planned(a_person, a_session, a_learner):
    """The week of a college of one person, one session and one learner, changed as asked."""

    def make(week=Week.A, **facts):
        usual = {
            "people": [a_person()],
            "sessions": [a_session()],
            "learners": [a_learner()],
            "skills": SKILLS,
            "courses": [COURSE],
        }
        return week_of(College(**{**usual, **facts}), MONDAY, week)

    return make


def test_a_session_that_needs_two_or_three_asks_for_two_and_wishes_for_one_more(planned, a_session):
    week = planned(sessions=[a_session(lsas_needed=2, lsas_wanted=3)])
    assert (len(week.slots), week.wished) == (2, 1)


def test_a_session_of_the_other_week_is_not_planned(planned, a_session):
    sessions = [a_session(week=Week.B)]
    assert planned(Week.A, sessions=sessions).slots == ()
    assert len(planned(Week.B, sessions=sessions).slots) == 1


def test_an_unknown_number_becomes_one_and_is_said(planned, a_session):
    week = planned(sessions=[a_session(lsas_needed=None)])
    assert len(week.slots) == 1
    assert "Number of LSAs not known, one assumed: Mon 9.15-10.45 Group A." in sentences(week)
    assert planned(sessions=[a_session(lsas_needed=0)]).slots == ()


def test_a_grave_need_is_hard_and_any_other_is_only_helpful(planned, a_learner):
    (slot,) = planned(learners=[a_learner(needs=frozenset({CARE, AUTISM}))]).slots
    assert [(need.skill, need.level) for need in slot.skills] == [(CARE, 2)]
    assert slot.helpful == {AUTISM}
    assert slot.priority == 3


def test_needs_of_another_group_are_not_asked_for(planned, a_learner):
    (slot,) = planned(learners=[a_learner(needs=frozenset({CARE}), group="Group B")]).slots
    assert (slot.skills, slot.priority) == ((), 1)


def test_two_grave_needs_are_shared_out_over_two_places(planned, a_person, a_session, a_learner):
    week = planned(
        people=[a_person(1), a_person(2)],
        ratings=[rated(1, CARE, Level(3)), rated(2, MOVING, Level(2))],
        sessions=[a_session(lsas_needed=2)],
        learners=[a_learner(needs=frozenset({CARE, MOVING}))],
    )
    assert sorted([need.skill for need in slot.skills] for slot in week.slots) == [[CARE], [MOVING]]


def test_in_the_evening_they_are_shared_out_among_those_who_work_past_midnight(
    planned, a_person, a_session, a_learner, span
):
    late = WorkPattern(hours={Weekday.MONDAY: span("20:00-8:00")})
    week = planned(
        people=[a_person(1), a_person(2)],
        patterns={PersonId(1): late, PersonId(2): late},
        ratings=[rated(1, CARE, Level(3)), rated(2, MOVING, Level(2))],
        sessions=[a_session(span=span("21:00-23:00"), lsas_needed=2)],
        learners=[a_learner(needs=frozenset({CARE, MOVING}))],
    )
    assert sorted([need.skill for need in slot.skills] for slot in week.slots) == [[CARE], [MOVING]]


def test_care_by_two_asks_both_places_for_it(planned, a_session, a_learner):
    learner = a_learner(needs=frozenset({CARE, EPILEPSY}), care_ratio=Ratio(2, 1))
    week = planned(sessions=[a_session(lsas_needed=3)], learners=[learner])
    asked = [need.skill for slot in week.slots for need in slot.skills]
    assert (asked.count(CARE), asked.count(EPILEPSY)) == (2, 1)
    assert all(slot.skills.count(slot.skills[0]) == 1 for slot in week.slots if slot.skills)


def test_a_need_nobody_meets_does_not_take_the_others_with_it(
    planned, a_person, a_session, a_learner
):
    week = planned(
        people=[a_person(1)],
        ratings=[rated(1, CARE, Level(3))],
        sessions=[a_session(lsas_needed=2)],
        learners=[a_learner(needs=frozenset({CARE, EPILEPSY}))],
    )
    assert sorted(len(slot.skills) for slot in week.slots) == [1, 1]


def test_a_level_named_in_the_learner_s_plan_is_asked_for(planned, a_learner):
    learner = a_learner(needs=frozenset({CARE}), must_have="Personal care L3 or above")
    (slot,) = planned(learners=[learner]).slots
    assert slot.skills[0].level == 3


def test_training_that_a_plan_asks_for_must_be_valid_on_the_day(planned, a_learner):
    proof = Certificate(
        person=PersonId(1),
        course=COURSE.id,
        achieved=None,
        lapse=Lapse.ON,
        expires=RoughDate(date(2026, 9, 8)),
    )
    week = planned(learners=[a_learner(must_have="epilepsy trained")], certificates=[proof])
    assert week.slots[0].certificates[0].courses == {COURSE.id}
    assert week.lsas[0].valid[COURSE.id] == {Weekday.MONDAY, Weekday.TUESDAY}


def test_unknown_is_not_yes_and_a_suspension_is_not_overruled_by_a_self_rating(planned):
    week = planned(
        ratings=[
            rated(1, CARE, Unknown()),
            rated(1, MOVING, Level(4), View.SELF),
            rated(1, MOVING, Suspended(None, "bad back"), View.AGREED),
            rated(1, AUTISM, Level(2)),
        ]
    )
    assert week.lsas[0].levels == {AUTISM: 2}


def test_no_lifting_bars_moving_and_handling(planned, a_person):
    (lsa,) = planned(people=[a_person(note="No lifting")]).lsas
    assert lsa.barred == {MOVING}


def test_who_has_left_or_not_begun_is_not_there_on_those_days(planned, a_person):
    left = a_person(1, left_on=date(2026, 9, 8))
    gone = a_person(2, left_on=date(2026, 9, 6))
    new = a_person(3, started=RoughDate(date(2026, 9, 11)))
    week = planned(people=[left, gone, new])
    assert {lsa.id: sorted(lsa.available) for lsa in week.lsas} == {
        1: [Weekday.MONDAY, Weekday.TUESDAY],
        3: [Weekday.FRIDAY],
    }


def test_as_required_people_have_no_ceiling_and_need_no_remark(planned, a_person):
    week = planned(people=[a_person(as_required=True, days=frozenset({Weekday.MONDAY}))])
    assert week.lsas[0].weekly_minutes is None
    assert not any("Contract hours" in remark for remark in sentences(week))


def test_days_and_hours_nobody_knows_are_assumed_aloud(planned, a_person):
    week = planned(people=[a_person(days=None, weekly_minutes=None)])
    assert len(week.lsas[0].available) == 5
    assert "Working days not known, Monday to Friday assumed: Asha Kaur 1." in sentences(week)
    assert "Contract hours not known, no ceiling kept: Asha Kaur 1." in sentences(week)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"note": "1 female for changing"}, "Gender is not recorded"),
        ({"lsas_needed": None}, "one assumed"),
        ({"group": "Group Z"}, "No learners are known for Group Z"),
    ],
)
def test_what_cannot_be_judged_of_a_session_is_said(planned, a_session, facts, said):
    assert any(said in remark for remark in sentences(planned(sessions=[a_session(**facts)])))


def test_times_that_cannot_be_right_are_said_and_still_count(planned, a_session, span):
    week = planned(sessions=[a_session(span=span("9:15-9:15"))])
    assert len(week.slots) == 1
    assert any("Times cannot be right" in remark for remark in sentences(week))


def test_a_trip_over_midday_is_said(planned, a_session, span):
    week = planned(sessions=[a_session(span=span("9:00-15:00"))])
    assert any("its break must be within it" in remark for remark in sentences(week))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"same_gender_care": True}, "Same-gender care is asked for"),
        ({"must_have": "calm voice"}, "“calm voice” (AB01)"),
        ({"must_have": "lion-taming trained"}, "“lion-taming trained” (AB01)"),
    ],
)
def test_what_cannot_be_judged_of_a_learner_is_said(planned, a_learner, facts, said):
    assert any(said in remark for remark in sentences(planned(learners=[a_learner(**facts)])))


def test_a_note_on_a_person_that_is_not_understood_is_passed_on(planned, a_person):
    week = planned(people=[a_person(note="prefers mornings")])
    assert any("“prefers mornings” (Asha Kaur 1)" in remark for remark in sentences(week))


def test_not_with_is_kept_for_every_session_of_the_learner_s_group(planned, a_learner, a_session):
    week = planned(
        learners=[a_learner(not_with=frozenset({PersonId(1)}))],
        sessions=[a_session(1), replace(a_session(2), group="Group B")],
    )
    assert [slot.avoid for slot in week.slots] == [{1}, frozenset()]


def test_a_learner_with_places_of_their_own_gets_the_first_and_the_group_the_rest(
    planned, a_learner, a_session
):
    alone = a_learner("RT11", id=LearnerId(2), own_places=True, needs=frozenset({CARE}))
    shared = a_learner("AB01", needs=frozenset({MOVING}))
    week = planned(learners=[shared, alone], sessions=[a_session(lsas_needed=2)])
    first, second = week.slots
    assert (first.learner, [need.skill for need in first.skills]) == (LearnerId(2), [CARE])
    assert (second.learner, [need.skill for need in second.skills]) == (None, [MOVING])


def test_only_the_learners_named_for_a_session_ask_for_anything(planned, a_learner, a_session):
    comes = a_learner("RT11", id=LearnerId(2), needs=frozenset({CARE}), group="Elsewhere")
    stays = a_learner("AB01", needs=frozenset({MOVING}))
    session = a_session(learners=frozenset({LearnerId(2)}))
    week = planned(learners=[stays, comes], sessions=[session])
    assert [need.skill for need in week.slots[0].skills] == [CARE]


def test_a_task_that_is_signed_off_and_whom_care_is_asked_of_reach_the_place(planned, a_learner):
    learner = a_learner(
        tasks=frozenset({"Assisted eating"}), care_by=CareBy.WOMAN, needs=frozenset({CARE})
    )
    sign_off = LearnerSignOff(
        learner=learner.id,
        task="assisted eating",
        person=PersonId(1),
        signed_by="Sister Lowe",
        signed_on=date(2026, 9, 8),
    )
    week = planned(
        learners=[learner],
        sign_offs=[sign_off],
        patterns={PersonId(1): WorkPattern(gives_care_as=frozenset({CareBy.WOMAN}))},
    )
    slot, lsa = week.slots[0], week.lsas[0]
    assert slot.care_by is CareBy.WOMAN
    assert slot.sign_offs[0].name == "Assisted eating with AB01"
    assert lsa.signed[slot.sign_offs[0]] == set(Weekday) - {Weekday.MONDAY}


def test_a_pattern_says_when_somebody_is_in_and_when_a_booking_ends(planned, span):
    hours = {Weekday.TUESDAY: span("9:00-12:00"), Weekday.THURSDAY: span("9:00-12:00")}
    pattern = WorkPattern(hours=hours, ends=MONDAY + timedelta(days=2))
    lsa = planned(patterns={PersonId(1): pattern}).lsas[0]
    assert dict(lsa.available) == {Weekday.TUESDAY: span("9:00-12:00")}


def test_work_that_somebody_is_kept_from_is_barred_until_its_day(planned):
    def barred(until):
        kept = (KeptFrom(MOVING, until),)
        return planned(patterns={PersonId(1): WorkPattern(kept_from=kept)}).lsas[0].barred

    assert barred(None) == barred(MONDAY) == {MOVING}
    assert barred(MONDAY - timedelta(days=1)) == set()


def test_who_wants_to_use_a_skill_hopes_for_the_groups_that_ask_for_it(planned, a_learner):
    week = planned(
        learners=[a_learner(needs=frozenset({AUTISM}))],
        patterns={PersonId(1): WorkPattern(learns=frozenset({AUTISM, MOVING}))},
    )
    assert [hope.groups for hope in week.lsas[0].hopes] == [{"Group A"}]


def test_nothing_is_planned_on_a_closed_day_and_it_is_said(planned, a_session):
    year = CollegeYear(closures=[Period(MONDAY, MONDAY, "staff day")])
    tuesday = a_session(2, day=Weekday.TUESDAY)
    week = planned(year=year, sessions=[a_session(), tuesday])
    assert [slot.day for slot in week.slots] == [Weekday.TUESDAY]
    assert "Nothing is planned on Monday: staff day." in sentences(week)


def test_a_session_outside_its_dates_is_not_in_the_week(planned, a_session):
    assert not planned(sessions=[a_session(starts_on=MONDAY + timedelta(days=1))]).slots
    assert not planned(sessions=[a_session(ends_on=MONDAY - timedelta(days=1))]).slots
    assert planned(sessions=[a_session(starts_on=MONDAY, ends_on=MONDAY)]).slots


def test_a_learner_whom_nobody_can_support_is_named_with_what_is_missing(planned, a_learner):
    week = planned(learners=[a_learner(needs=frozenset({CARE}), care_by=CareBy.WOMAN)])
    (remark,) = [each for each in week.remarks if "Nobody in that week" in str(each)]
    assert (
        str(remark) == "Nobody in that week has Personal care at 2 (with guidance) from a woman, "
        "asked for by AB01 (Group A)."
    )
    assert [(each.kind, each.id) for each in remark.about] == [(About.LEARNER, 1)]
    able = rated(1, CARE, Level(2))
    well = planned(
        learners=[a_learner(needs=frozenset({CARE}))], ratings=[able], sites=[Site(SiteId(1), "A")]
    )
    assert not any("Nobody in that week" in each for each in sentences(well))


def test_two_sites_in_use_without_a_known_journey_are_said(planned, a_session):
    sites = [Site(SiteId(1), "Main"), Site(SiteId(2), "Quay"), Site(SiteId(3), "Farm")]
    sessions = [a_session(1, site=SiteId(1)), a_session(2, site=SiteId(2))]
    said = "Journey not known, 20 minutes assumed: between Main and Quay."
    assert said in sentences(planned(sessions=sessions, sites=sites))
    journeys = [Journey(SiteId(2), SiteId(1), 35)]
    known = planned(sessions=sessions, sites=sites, journeys=journeys)
    assert said not in sentences(known)


def test_somebody_without_days_is_named_and_managers_without_hours_and_teachers_are_not(
    planned, a_person
):
    nobody = a_person(days=frozenset())
    said = ["Has no working days, and is not planned: Asha Kaur 1."]
    assert sentences(planned(people=[nobody])) == said
    assert sentences(planned(people=[replace(nobody, weekly_minutes=None)])) == said
    for other in (
        {"weekly_minutes": 0},
        {"teaches": True},
        {"days": frozenset({Weekday.SATURDAY})},
    ):
        assert not sentences(planned(people=[replace(nobody, **other)]))


def test_somebody_with_days_and_no_contract_hours_is_named_but_not_who_comes_as_required(
    planned, a_person
):
    nought = a_person(weekly_minutes=0, days=frozenset({Weekday.MONDAY}))
    assert "Has no contract hours at all, and is not planned: Asha Kaur 1." in sentences(
        planned(people=[nought])
    )
    assert not sentences(planned(people=[replace(nought, as_required=True)]))


def test_a_session_that_asks_for_more_than_the_whole_team_is_questioned(planned, a_session):
    crowded = planned(sessions=[a_session(1, lsas_needed=400)])
    assert any(
        each.startswith("More LSAs are asked for than there are in the team (1)")
        for each in sentences(crowded)
    )


def test_each_condition_that_is_not_read_is_told_though_others_of_it_are(planned, a_learner):
    learner = a_learner(must_have="same gender; calm, good with dogs", same_gender_care=True)
    told = sentences(planned(learners=[learner]))
    assert [each for each in told if each.startswith("Not taken into account")] == [
        "Not taken into account, please judge yourself: \u201ccalm\u201d (AB01).",
        "Not taken into account, please judge yourself: \u201cgood with dogs\u201d (AB01).",
    ]


def test_a_crowd_at_one_session_is_planned_and_questioned(planned, a_learner, a_session):
    crowd = [a_learner(f"AB{n}", id=LearnerId(n), needs=frozenset({CARE})) for n in range(400)]
    week = planned(learners=crowd, sessions=[a_session(lsas_needed=2)])
    assert len(week.slots) == 2
    assert "More than 60 learners come, please check: Mon 9.15-10.45 Group A." in sentences(week)
