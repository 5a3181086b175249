"""What a plan leaves open: what it asks for, in words, and why nobody has it."""

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.deployment.model import (
    CertificateNeed,
    Plan,
    Problem,
    SignOff,
    SkillNeed,
)
from lsadesk.domain.deployment.unmet import asked, unmet_needs
from lsadesk.domain.staff.people import SiteId
from lsadesk.domain.weeks.learners import LearnerId

BSL, QUAY = SkillId(1), SiteId(2)


def open_week(problem: Problem) -> Plan:
    return Plan(assignments=(), unmet=tuple(slot.id for slot in problem.slots), objective=0)


def test_a_place_says_each_thing_it_asks_for(a_problem, a_slot):
    slot = a_slot(
        skills=(SkillNeed(BSL, 2),),
        certificates=(CertificateNeed(frozenset({CourseId(1)}), "epilepsy training"),),
        sign_offs=(SignOff(LearnerId(1), "feed", "Feed with RT11"),),
    )
    problem = a_problem([], [slot])
    said = "BSL at 2 (with guidance), epilepsy training, sign-off for Feed with RT11"
    assert asked(problem, slot) == said
    assert asked(problem, a_slot()) == ""


def test_each_open_place_stands_in_the_plans_order_with_its_site_and_why(a_problem, a_slot, an_lsa):
    signed = a_slot(title="Art", site=QUAY, skills=(SkillNeed(BSL, 2),))
    free, alike = a_slot(title="Drama"), a_slot(title="Music")
    problem = a_problem([an_lsa()], [signed, free, alike])
    art, drama, music = unmet_needs(problem, open_week(problem))
    assert (art.title, art.site, art.missing) == ("Art", "Quay", "BSL at 2 (with guidance)")
    assert art.reason != drama.reason
    assert (drama.site, drama.missing, drama.reason) == ("", "", music.reason)
