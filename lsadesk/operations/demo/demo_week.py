"""The demo college's plans: published for this half-term and for last summer, and two drafts."""

from dataclasses import replace
from datetime import timedelta

from lsadesk import planner
from lsadesk.domain.calendar import Week, monday_of
from lsadesk.domain.deployment.weights import Strength, weights_of
from lsadesk.operations.deploying import deployment, plans
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks import college_year

CYCLES = 2
WEEKS_PUBLISHED = 5
BEFORE = timedelta(weeks=26)  # so long ago that it was in another term


def add_week_plans(desk: Desk) -> None:
    """Publish a plan of week A and one of week B from this week on, and make two drafts."""
    monday = monday_of(desk.today)
    ends = monday + timedelta(weeks=WEEKS_PUBLISHED) - timedelta(days=3)
    year = college_year.year(desk)
    numbers = []
    for week in (Week.B, Week.A):
        starts = monday if week.runs_in(year.week_of(monday)) else monday + timedelta(weeks=1)
        ahead = deployment.gather(desk, week=week, starts=starts)
        plan = planner.solve(ahead.problem, cycles=CYCLES)
        number = deployment.keep_plan(desk, ahead, plan).result
        label = next(each for each in plans.plans(desk) if each.id == number)
        plans.rename_plan(desk, label, f"Half-term, week {week.value}")
        plans.publish(desk, number, starts=starts, ends=ends)
        numbers.append(number)
    before, starts = _smaller_teams(desk), monday - BEFORE
    plans.copy_plan(desk, numbers[-1], "Draft 1")
    plans.copy_plan(desk, before, "Smaller teams")
    plans.publish(desk, before, starts=starts, ends=starts + timedelta(weeks=WEEKS_PUBLISHED))


def _smaller_teams(desk: Desk) -> int:
    """The number of a plan of the same week in which small familiar teams count more."""
    made = deployment.latest(desk, Week.A)
    if made is None:
        raise RuntimeError("the demo has just made a plan of week A")
    draft = plans.copy_plan(desk, made.number, "Last summer, week A").result
    ahead = deployment.gather(desk, week=Week.A, starts=made.label.starts, plan=draft)
    teams = replace(ahead.problem, weights=weights_of({"team": Strength.MOST}))
    plan = planner.solve(teams, cycles=CYCLES)
    return deployment.keep_plan(desk, ahead, deployment.judged(ahead.problem, plan)).result
