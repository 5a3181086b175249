"""What somebody with little could take, and the one change that would open most."""

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.deployment.explain import Reasons
from lsadesk.domain.deployment.model import Assignment, Plan, SkillNeed
from lsadesk.domain.deployment.reach import reach
from lsadesk.domain.staff.people import SiteId

BSL = (SkillNeed(SkillId(1), 2),)


def test_whoever_has_nothing_is_told_what_could_be_theirs_and_who_has_it(a_problem, a_slot, an_lsa):
    full, idle = an_lsa(weekly_minutes=600), an_lsa(weekly_minutes=600)
    slots = [a_slot(), a_slot(day=Weekday.TUESDAY), a_slot(skills=BSL, day=Weekday.FRIDAY)]
    problem = a_problem([full, idle], slots)
    plan = Plan(
        assignments=tuple(Assignment(slot.id, full.id) for slot in slots[:2]),
        unmet=(slots[2].id,),
        objective=0,
    )
    why = Reasons(problem, plan).why_hours(idle.id)
    assert str(why.within) == (
        "2 places (3 h) of this week could be theirs; 1 other person has those. "
        "One thing alone keeps them from 1 more: BSL not known."
    )
    assert Reasons(problem, plan).why_hours(full.id).within is None


def test_where_nothing_could_be_theirs_the_change_that_opens_most_is_named(
    a_problem, a_slot, an_lsa
):
    lsa = an_lsa(sites=frozenset({SiteId(2)}), levels={SkillId(1): 1})
    slots = [
        *(a_slot(site=SiteId(1), day=day) for day in (Weekday.MONDAY, Weekday.TUESDAY)),
        a_slot(site=SiteId(2), skills=BSL),
        a_slot(site=SiteId(1), skills=BSL),
    ]
    assert str(reach(a_problem([lsa], slots), {}, lsa)) == (
        "No place of this week could be theirs. "
        "One thing alone keeps them from 2: does not work at Main."
    )


def test_what_a_learner_asks_for_is_never_named_as_the_thing_to_change(a_problem, a_slot, an_lsa):
    lsa = an_lsa()
    assert str(reach(a_problem([lsa], [a_slot(avoid=frozenset({lsa.id}))]), {}, lsa)) == (
        "No place of this week could be theirs. "
        "No single change that a college can make would open one."
    )
