"""Cover at a large college: the least change for an absence, and who could stand in.

Processor time, since other work may share the computer. The floor of both is every rule asked
of everybody for one place, so that a slow machine is slow in both.
"""

from collections.abc import Iterator
from functools import cache
from statistics import mean
from time import process_time

from benchmarks.planner.colleges import college
from benchmarks.reasons import one_look
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.covering.cover import Away, CoverDay, day_of
from lsadesk.domain.covering.stand_ins import Around, StandIns
from lsadesk.domain.deployment.model import Plan, Problem
from lsadesk.domain.staff.people import PersonId
from lsadesk.planner import solve
from lsadesk.planner.least_change import Replanner

ABSENCES, ROUNDS = 30, 3


def measure() -> Iterator[tuple[str, float, float, float]]:
    """What is measured: its name, its time, the floor's, and the most it may be of it."""
    problem, plan = _planned()
    floor = one_look(problem, plan)
    days = [_day(problem, plan, each.id) for each in problem.lsas[:ABSENCES]]
    days = [day for day in days if day.uncovered]
    first, again = [], []
    for day in days:
        began = process_time()
        one = Replanner(day.problem, Weekday.TUESDAY)
        one.week.moments  # noqa: B018 - looked up with the week, and kept with it
        first.append(process_time() - began)
        lost = [slot.id for slot in day.uncovered]
        took = []
        for _ in range(ROUNDS):
            began = process_time()
            one.replan(day.placed, lost)
            took.append(process_time() - began)
        again.append(min(took))
    yield "replan of an absence, 250 people, worst", max(again), floor, 8
    yield "replan of an absence, 250 people, mean", mean(again), floor, 6
    yield "and the week looked up before it", max(first), floor, 16
    listed = []
    for day in days:
        began = process_time()
        asked = StandIns(day, Around())
        for slot in day.uncovered:
            asked.for_place(slot)
        listed.append(process_time() - began)
    yield "stand-ins for all that one person had, worst", max(listed), floor, 14


@cache
def _planned() -> tuple[Problem, Plan]:
    problem = college("large", 10)
    return problem, solve(problem, cycles=1)


def _day(problem: Problem, plan: Plan, person: PersonId) -> CoverDay:
    tuesday = problem.date_of(Weekday.TUESDAY)
    away = Away(first=tuesday, last=tuesday, person=person)
    return day_of(problem, plan.by_slot(), [away], [], tuesday)
