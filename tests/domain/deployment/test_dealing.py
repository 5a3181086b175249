"""A session's needs fall to whoever has its places, as long as its people bring them."""

from collections.abc import Callable

import pytest

from lsadesk.domain.auditing.skills import Skill, SkillId
from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.deployment.check import broken_rules
from lsadesk.domain.deployment.dealing import dealt_to
from lsadesk.domain.deployment.demand import Asked, Context, slots_of
from lsadesk.domain.deployment.model import Assignment, Lsa, Plan, Problem, SlotId
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.timetable import Session, SessionId

CARE, MOVING = SkillId(2), SkillId(4)
SKILLS = (Skill(CARE, "Personal care"), Skill(MOVING, "Moving and handling"))
FIRST, SECOND = (SlotId(SessionId(1), at) for at in range(2))

Week = tuple[Problem, Callable[[dict[SlotId, Lsa]], Problem]]


@pytest.fixture
def week(span: Callable[[str], TimeSpan], a_problem: Callable[..., Problem]):
    """A session of two beside a learner who needs care and moving, with a team; and its dealing."""

    def make(*lsas: Lsa) -> Week:
        session = Session(
            id=SessionId(1),
            version=1,
            day=Weekday.MONDAY,
            span=span("9:15-10:45"),
            group="Group A",
            title="Art",
            lsas_needed=2,
        )
        learner = Learner(
            id=LearnerId(1),
            version=1,
            reference="AB01",
            group="Group A",
            needs=frozenset({CARE, MOVING}),
        )
        context = Context(lsas=lsas, learners=(learner,), skills=SKILLS)
        slots, _wished = slots_of([session], context)
        problem = a_problem(list(lsas), list(slots))

        def dealt(holders: dict[SlotId, Lsa]) -> Problem:
            held = {slot: lsa.id for slot, lsa in holders.items()}
            return dealt_to(problem, held, {session.id: session}, Asked(context))

        return problem, dealt

    return make


def kept_out(problem: Problem, holders: dict[SlotId, Lsa]) -> set[SlotId | None]:
    plan = Plan(
        assignments=tuple(Assignment(slot, lsa.id) for slot, lsa in holders.items()),
        unmet=tuple(slot.id for slot in problem.slots if slot.id not in holders),
        objective=0,
    )
    return {each.slot for each in broken_rules(problem, plan)}


def test_colleagues_who_come_keep_nobody_out_of_where_they_are(week, an_lsa):
    carer, mover = an_lsa(levels={CARE: 3}), an_lsa(levels={MOVING: 3})
    holders = {FIRST: carer, SECOND: mover}
    before, _dealt = week(carer, mover, an_lsa(levels={MOVING: 3}))
    after, dealt = week(carer, mover, *(an_lsa(levels={CARE: 3}) for _ in range(2)))
    assert not kept_out(before, holders)
    assert kept_out(after, holders)  # moving is the rarer now, and falls to the first place
    assert not kept_out(dealt(holders), holders)


def test_one_who_brings_both_is_asked_for_both(week, an_lsa):
    both, neither = an_lsa(levels={CARE: 3, MOVING: 3}), an_lsa()
    _problem, dealt = week(both, neither, an_lsa(levels={CARE: 3}), an_lsa(levels={MOVING: 3}))
    assert not kept_out(dealt({FIRST: neither, SECOND: both}), {FIRST: neither, SECOND: both})


def test_what_no_holder_brings_is_asked_of_the_place_that_is_open(week, an_lsa):
    carer, mover = an_lsa(levels={CARE: 3}), an_lsa(levels={MOVING: 3})
    _problem, dealt = week(carer, mover, an_lsa(levels={CARE: 3}))
    shared = dealt({FIRST: carer})
    assert not kept_out(shared, {FIRST: carer})
    assert [need.skill for need in shared.slots[1].skills] == [MOVING]


def test_what_nobody_there_brings_any_more_is_still_told(week, an_lsa):
    carer, learning = an_lsa(levels={CARE: 3}), an_lsa(levels={MOVING: 1})
    holders = {FIRST: carer, SECOND: learning}
    _problem, dealt = week(carer, learning)
    assert len(kept_out(dealt(holders), holders)) == 1
