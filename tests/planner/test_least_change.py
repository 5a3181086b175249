"""An absence is covered with the least change, and never against a rule."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.covering.cover import Away, CoverDay, day_of
from lsadesk.domain.deployment.check import broken_rules
from lsadesk.domain.deployment.model import (
    Assignment,
    Lsa,
    Plan,
    Problem,
    SkillNeed,
    Slot,
    SlotId,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.planner import replan, solve

MONDAY = date(2026, 9, 7)
MORNING, LATER = TimeSpan(time(9), time(10)), TimeSpan(time(10, 30), time(11, 30))
SIGNING = SkillId(1)
ASHA, BEN, MEI = (PersonId(number) for number in (1, 2, 3))


def lsa(who: PersonId, *, signs: bool) -> Lsa:
    return Lsa(
        id=who,
        name=f"Person {who}",
        available={Weekday.MONDAY: TimeSpan(time(8), time(17))},
        levels={SIGNING: 3} if signs else {},
    )


def slot(number: int, span: TimeSpan, *, signing: bool = False) -> Slot:
    return Slot(
        id=SlotId(SessionId(number), 0),
        day=Weekday.MONDAY,
        span=span,
        group=f"Group {number}",
        title=f"Session {number}",
        skills=(SkillNeed(SIGNING, 2),) if signing else (),
    )


COOKERY, ART, MUSIC = slot(1, MORNING, signing=True), slot(2, MORNING), slot(3, LATER)


@pytest.fixture
def team() -> tuple[Lsa, ...]:
    """Asha and Ben sign; Mei does not."""
    return lsa(ASHA, signs=True), lsa(BEN, signs=True), lsa(MEI, signs=False)


def away(problem: Problem, planned: dict[SlotId, PersonId], who: PersonId) -> CoverDay:
    return day_of(problem, planned, [Away(first=MONDAY, last=MONDAY, person=who)], [], MONDAY)


def covered(day: CoverDay) -> dict[SlotId, PersonId]:
    return replan(day.problem, day.placed, [each.id for each in day.uncovered])


def test_somebody_able_is_moved_and_somebody_free_takes_their_place(team):
    problem = Problem(starts=MONDAY, lsas=team, slots=(COOKERY, ART, MUSIC))
    day = away(problem, {COOKERY.id: ASHA, ART.id: BEN, MUSIC.id: BEN}, ASHA)
    assert covered(day) == {COOKERY.id: BEN, ART.id: MEI, MUSIC.id: BEN}


def test_nobody_is_moved_where_somebody_is_free(team):
    problem = Problem(starts=MONDAY, lsas=team, slots=(COOKERY, ART, MUSIC))
    day = away(problem, {COOKERY.id: BEN, ART.id: ASHA, MUSIC.id: BEN}, ASHA)
    assert covered(day) == {COOKERY.id: BEN, ART.id: MEI, MUSIC.id: BEN}


def test_the_graver_place_is_covered_and_the_other_is_dropped(team):
    grave = replace(COOKERY, priority=3)
    problem = Problem(starts=MONDAY, lsas=team[:2], slots=(grave, ART))
    day = away(problem, {grave.id: ASHA, ART.id: BEN}, ASHA)
    assert covered(day) == {grave.id: BEN}


def test_nobody_is_moved_out_of_a_place_that_is_settled(team):
    problem = Problem(starts=MONDAY, lsas=team, slots=(COOKERY, ART))
    day = away(problem, {COOKERY.id: ASHA, ART.id: BEN}, ASHA)
    found = replan(day.problem, day.placed, [COOKERY.id], fixed=[ART.id])
    assert found == {ART.id: BEN}


WEEKS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=8)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WEEKS, st.lists(st.booleans(), min_size=2, max_size=6))
def test_whatever_the_day_no_rule_is_broken(shapes, signers):
    slots = tuple(
        slot(number, MORNING if early else LATER, signing=signing)
        for number, (early, signing) in enumerate(shapes, 1)
    )
    people = tuple(lsa(PersonId(n), signs=signs) for n, signs in enumerate(signers, 1))
    problem = Problem(starts=MONDAY, lsas=people, slots=slots)
    day = away(problem, solve(problem, cycles=1).by_slot(), PersonId(1))
    found = covered(day)
    plan = Plan(
        assignments=tuple(Assignment(where, who) for where, who in found.items()),
        unmet=(),
        objective=0,
    )
    assert not broken_rules(day.problem, plan)
    assert len(found) >= len(day.placed)
