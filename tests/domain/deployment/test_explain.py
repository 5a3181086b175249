"""Reasons that a person at the desk can act on."""

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.deployment.explain import Reasons
from lsadesk.domain.deployment.model import Assignment, CertificateNeed, Plan, SkillNeed
from lsadesk.domain.staff.people import PersonId

BSL, AUTISM = SkillId(1), SkillId(3)


def test_an_open_slot_counts_everybody_once_and_names_the_nearest_first(a_problem, a_slot, an_lsa):
    open_slot, taken = a_slot(skills=(SkillNeed(BSL, 2),)), a_slot()
    people = [
        an_lsa(available={}),
        an_lsa(),
        an_lsa(levels={BSL: 1}),
        an_lsa(levels={BSL: 3}),
    ]
    problem = a_problem(people, [open_slot, taken])
    plan = Plan(
        assignments=(Assignment(taken.id, PersonId(4)),), unmet=(open_slot.id,), objective=0
    )
    reasons = Reasons(problem, plan)
    why = reasons.why_open(open_slot.id)
    assert why.headline == "Of 4 people: 1 not in then, 2 not known to have the skill, 1 busy."
    assert [each.name for each in why.candidates] == [
        "Person 2",
        "Person 3",
        "Person 4",
        "Person 1",
    ]
    assert reasons.why_not(PersonId(3), open_slot.id) == (
        "BSL at 1 (under direct instruction), needs 2 (with guidance)",
    )
    assert reasons.why_not(PersonId(1), open_slot.id) == ("not in on Monday", "BSL not known")


def test_somebody_who_could_take_it_is_counted_as_such(a_problem, a_slot, an_lsa):
    slot = a_slot()
    problem = a_problem([an_lsa()], [slot])
    why = Reasons(problem, Plan(assignments=(), unmet=(slot.id,), objective=0)).why_open(slot.id)
    assert why.headline == "Of 1 person: 1 free to take it."


def test_a_week_without_staff_says_so(a_problem, a_slot):
    slot = a_slot(day=Weekday.TUESDAY)
    plan = Plan(assignments=(), unmet=(slot.id,), objective=0)
    why = Reasons(a_problem([], [slot]), plan).why_open(slot.id)
    assert why.headline == "There is nobody in the team this week."


def test_an_assignment_lists_the_needs_it_meets_and_misses(a_problem, a_slot, an_lsa):
    slot = a_slot(skills=(SkillNeed(BSL, 2),), helpful=frozenset({AUTISM}))
    problem = a_problem([an_lsa(levels={BSL: 3}), an_lsa()], [slot])
    plan = Plan(assignments=(Assignment(slot.id, PersonId(1)),), unmet=(), objective=0)
    reasons = Reasons(problem, plan)
    here = reasons.why_here(slot.id)
    assert here.meets == ("BSL: independently",)
    assert here.misses == ("Autism: not known",)
    assert [each.name for each in reasons.candidates(slot.id)] == ["Person 2"]


def test_what_must_be_and_is_not_any_more_is_missed(a_problem, a_slot, an_lsa):
    proof = CertificateNeed(frozenset({CourseId(1)}), "Epilepsy")
    slot = a_slot(skills=(SkillNeed(BSL, 2), SkillNeed(AUTISM, 2)), certificates=(proof,))
    problem = a_problem([an_lsa(levels={BSL: 1})], [slot])
    plan = Plan(assignments=(Assignment(slot.id, PersonId(1)),), unmet=(), objective=0)
    here = Reasons(problem, plan).why_here(slot.id)
    assert here.meets == ()
    assert len(here.misses) == 3
    assert here.misses[1:] == ("Autism: not known", "Epilepsy: no proof valid on the day")
