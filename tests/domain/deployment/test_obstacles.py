"""What keeps a whole team from a place, asked at once, is what each rule says by itself."""

import random
from dataclasses import replace
from datetime import date, time

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.deployment.alone import ALONE
from lsadesk.domain.deployment.model import Lsa, Problem, SkillNeed, Slot, SlotId
from lsadesk.domain.deployment.obstacles import BESIDE, Obstacles
from lsadesk.domain.deployment.rules import HARD, case_of
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.timetable import SessionId

SITES = (None, SiteId(0), SiteId(1), SiteId(2))


def test_every_rule_of_the_table_says_what_it_looks_at():
    assert [rule.name for rule in HARD] == [*ALONE, *BESIDE]


def test_the_answers_are_those_of_the_rules_however_badly_people_are_placed():
    dice = random.Random(7)
    told = set()
    for _ in range(25):
        problem = _a_week(dice)
        held = {lsa.id: dice.sample(problem.slots, dice.randint(0, 6)) for lsa in problem.lsas}
        obstacles = Obstacles(problem, held)
        for slot in dice.sample(problem.slots, 12):
            mine = _others(problem, slot)
            stops = {
                at: names for names, people in obstacles.in_the_way(mine).items() for at in people
            }
            for at, lsa in enumerate(problem.lsas):
                case = case_of(problem, lsa, mine, held[lsa.id])
                wanted = tuple(rule.name for rule in HARD if rule.why_not(case))
                assert stops[at] == wanted, (mine, held[lsa.id])
                told.update(wanted)
    assert {*BESIDE, "times", "availability", "site", "skill", "restriction", "away"} <= told


def _others(problem: Problem, slot: Slot) -> Slot:
    """*slot* as one that nobody has."""
    return replace(slot, id=SlotId(SessionId(len(problem.slots) + 1), 0))


def _a_week(dice: random.Random) -> Problem:
    slots = tuple(_a_slot(dice, number) for number in range(40))
    lsas = tuple(_a_person(dice, number) for number in range(12))
    journeys = {frozenset((SiteId(0), SiteId(1))): 35}
    return Problem(
        starts=date(2026, 9, 7), lsas=lsas, slots=slots, journeys=journeys, travel_minutes=20
    )


def _a_slot(dice: random.Random, number: int) -> Slot:
    start = dice.randrange(7 * 12, 20 * 12) * 5
    end = start + dice.choice((-15, 30, 45, 60, 90, 150, 210))
    return Slot(
        id=SlotId(SessionId(number), 0),
        day=Weekday(dice.randrange(3)),
        span=TimeSpan(time(*divmod(start, 60)), time(*divmod(min(end, 23 * 60 + 55), 60))),
        site=dice.choice(SITES),
        group=f"Group {number}",
        skills=(SkillNeed(SkillId(1), 2),) if dice.random() < 0.3 else (),
        overnight=dice.random() < 0.05,
    )


def _a_person(dice: random.Random, number: int) -> Lsa:
    return Lsa(
        id=PersonId(number),
        name=f"Person {number}",
        available={
            day: TimeSpan(time(8), time(dice.choice((13, 18, 22))))
            for day in (Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY)
            if dice.random() < 0.9
        },
        weekly_minutes=dice.choice((None, 600, 1500)),
        day_minutes=dice.choice((240, 480)),
        most_in_a_row=dice.choice((None, None, 120)),
        sites=frozenset(dice.sample((SiteId(0), SiteId(1), SiteId(2)), dice.randint(0, 2))),
        levels={SkillId(1): dice.choice((1, 2, 3))},
        barred=frozenset({SkillId(1)} if dice.random() < 0.1 else ()),
        at_placements={Weekday.TUESDAY: (TimeSpan(time(9), time(11)),)}
        if dice.random() < 0.2
        else {},
        away={Weekday.MONDAY: (TimeSpan(time(9), time(11)),)} if dice.random() < 0.1 else {},
    )
