"""The best training plan, proved, for sixty people and forty options."""

import random
from collections.abc import Iterator
from time import perf_counter

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.courses.training import Limits, Option, OptionId, TrainingCase
from lsadesk.domain.courses.training_case import Demand, Trainee, case_of
from lsadesk.domain.staff.people import PersonId
from lsadesk.planner import training

PEOPLE, OPTIONS, SKILLS, COLLEGES = 60, 40, 25, 5
WITHIN = 2.0  # seconds


def measure() -> Iterator[tuple[str, float, float, float]]:
    """Name, seconds, the seconds there are, and the budgeted ratio."""
    took = [_took(a_case(seed)) for seed in range(COLLEGES)]
    yield f"worst of {COLLEGES}: training for 60 of 40, proved", max(took), WITHIN, 1.0


def a_case(seed: int) -> TrainingCase:
    """A made-up college in which money and release are short."""
    dice = random.Random(seed)  # noqa: S311 - made-up people
    skills = {SkillId(number): f"skill {number}" for number in range(1, SKILLS + 1)}
    options = [_option(dice, number, list(skills)) for number in range(1, OPTIONS + 1)]
    people = [_trainee(dice, number, list(skills)) for number in range(1, PEOPLE + 1)]
    demands = [
        Demand(skill=skill, day=Weekday(day), needed=dice.randint(1, 20), learners=("AB04",))
        for skill in dice.sample(list(skills), 10)
        for day in dice.sample(range(5), 2)
    ]
    limits = Limits(pence=250_000, release_minutes=90 * 60, most_each=2)
    return case_of(options, people, demands, skills=skills, courses={}, limits=limits)


def _option(dice: random.Random, number: int, skills: list[SkillId]) -> Option:
    return Option(
        id=OptionId(number),
        name=f"option {number}",
        skill=dice.choice(skills),
        from_level=dice.choice([0, 0, 1]),
        to_level=dice.choice([2, 3]),
        cost_pence=dice.choice([0, 4_500, 9_900, 12_000, 35_000, 7_750]),
        release_minutes=dice.choice([60, 180, 360, 720]),
        places=dice.choice([None, 2, 4, 8]),
    )


def _trainee(dice: random.Random, number: int, skills: list[SkillId]) -> Trainee:
    return Trainee(
        id=PersonId(number),
        name=f"person {number}",
        days=frozenset(Weekday(day) for day in dice.sample(range(5), 4)),
        levels={skill: dice.choice([0, 0, 1, 1, 2, 3]) for skill in skills},
        wishes=frozenset(dice.sample(skills, 2)),
    )


def _took(case: TrainingCase) -> float:
    begun = perf_counter()
    found = training.choose(case)
    if found is None or found.worth < found.bound:
        raise AssertionError("the best training plan was not proved")
    return perf_counter() - begun
