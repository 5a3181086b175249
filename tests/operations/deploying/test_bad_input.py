"""However wrong the records are, the rest is planned and each fault leads to its record."""

from datetime import time

import pytest

from lsadesk.domain.calendar import WORKING_WEEK, TimeSpan, Week, Weekday
from lsadesk.domain.deployment.check import check
from lsadesk.domain.deployment.model import Assignment, Plan
from lsadesk.domain.deployment.remarks import About
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.domain.weeks.timetable import SessionDetails
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import people, structure
from lsadesk.operations.weeks import support
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners, timetable

MANY = 400


def add_session(desk: Desk, title: str, begins: time, ends: time, **more: object) -> None:
    """A session as a workbook might bring it in; the form would refuse some of them."""
    with desk.writing(Kind.TIMETABLE) as work:
        span = TimeSpan(begins, ends)
        wanted = {"lsas_needed": 1, "lsas_wanted": 1, "group": "Blue", **more}
        timetable.add(
            work,
            SessionDetails(day=Weekday.MONDAY, span=span, title=title, **wanted),  # type: ignore[arg-type]
        )
        desk.keep(work, None, "Filled", Entry("filled", Kind.TIMETABLE))


@pytest.fixture
def troubled(desk: Desk) -> Desk:
    """A college in which about everything that can be wrong is."""
    near, far = (structure.add_site(desk, name).result for name in ("Near", "Far"))
    for name, days in (("Asha", WORKING_WEEK), ("Ben", WORKING_WEEK), ("Cara", frozenset())):
        someone = PersonDetails(forename=name, surname="Kaur", days=days, weekly_minutes=1500)
        people.add_person(desk, someone if days else PersonDetails(forename=name, surname="Kaur"))
    add_session(desk, "Backwards", time(11), time(10))
    add_session(desk, "Art", time(9), time(10), site=near)
    add_session(desk, "Maths", time(9, 30), time(10, 30), site=far)
    add_session(desk, "Assembly", time(13), time(14), group="All")
    support.add_learner(
        desk, LearnerDetails(reference="RT11", group="Blue", must_have="juggling certificate")
    )
    with desk.writing(Kind.LEARNER) as work:
        for number in range(MANY):
            learners.add(work, LearnerDetails(reference=f"L{number}", group="All"))
        desk.keep(work, None, "Filled", Entry("filled", Kind.LEARNER))
    return desk


def test_the_rest_is_planned_and_every_fault_leads_to_its_record(troubled: Desk) -> None:
    ahead = deployment.gather(troubled, week=Week.A)
    plan = deployment.propose(ahead)
    assert check(ahead.problem, plan) == []
    titles = {slot.id: slot.title for slot in ahead.problem.slots}
    assert {titles[each.slot] for each in plan.assignments} >= {"Art", "Maths", "Assembly"}
    assert [titles[slot] for slot in plan.unmet] == ["Backwards"]
    told = {str(remark): {each.kind for each in remark.about} for remark in ahead.problem.remarks}
    for words, kind in (
        ("Times cannot be right", About.SESSION),
        ("Far", About.JOURNEY),
        ("Cara", About.PERSON),
        ("juggling certificate", About.LEARNER),
    ):
        assert any(words in said and kind in kinds for said, kinds in told.items()), words


def test_pins_that_overlap_by_now_do_not_keep_the_rest_from_a_plan(troubled: Desk) -> None:
    ahead = deployment.gather(troubled, week=Week.A)
    slots = {slot.title: slot.id for slot in ahead.problem.slots}
    asha = ahead.problem.lsas[0].id
    pins = tuple(Assignment(slots[title], asha, pinned=True) for title in ("Art", "Maths"))
    unmet = tuple(slot for slot in slots.values() if slot not in {pin.slot for pin in pins})
    deployment.keep_plan(troubled, ahead, Plan(assignments=pins, unmet=unmet, objective=0))
    again = deployment.gather(troubled, week=Week.A)
    assert [pin.slot for pin in again.pins] == [slots["Art"]]
    (told,) = [each for each in again.problem.remarks if "was pinned" in str(each)]
    assert told.about[0].id == slots["Maths"].session
    plan = deployment.propose(again)
    assert check(again.problem, plan) == []
    assert plan.by_slot()[slots["Art"]] == asha
