"""Those whom a plan gives nothing to do."""

from datetime import time

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.deployment.left_out import left_out
from lsadesk.domain.deployment.model import Assignment, Plan

TEN_TO_TWO = TimeSpan(time(10), time(14))


def test_whoever_has_contract_hours_and_nothing_to_do_is_named(a_problem, a_slot, an_lsa):
    slot = a_slot()
    busy, waiting = an_lsa(name="Asha", weekly_minutes=600), an_lsa(name="Ben", weekly_minutes=600)
    others = [
        an_lsa(name="Bank", weekly_minutes=None),
        an_lsa(name="Off this week", weekly_minutes=600, available={}),
        an_lsa(name="Away", weekly_minutes=600, at_placements={Weekday.MONDAY: (TEN_TO_TWO,)}),
    ]
    plan = Plan(assignments=(Assignment(slot.id, busy.id),), unmet=(), objective=0)
    (remark,) = left_out(a_problem([busy, waiting, *others], [slot]), plan)
    assert str(remark) == "Contract hours, and no session in this plan: Ben."
    assert left_out(a_problem([busy], [slot]), plan) == []
    crowd = [an_lsa(name=f"Person {n}", weekly_minutes=600) for n in range(9)]
    (remark,) = left_out(a_problem([busy, *crowd], [slot]), plan)
    assert str(remark).startswith("9 people have contract hours and no session in this plan")
    assert not remark.about
