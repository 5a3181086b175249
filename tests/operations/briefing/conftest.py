from collections.abc import Callable
from datetime import date, timedelta

import pytest

from lsadesk import planner
from lsadesk.domain.calendar import Week
from lsadesk.operations.deploying import deployment, plans
from lsadesk.operations.desk import Desk

THIS_WEEK = date(2026, 11, 23)


@pytest.fixture
def college(desk: Desk, small_timetable: Callable[[Desk], None]) -> Desk:
    """A published plan for this week and the next four: two sessions with an LSA."""
    small_timetable(desk)
    ahead = deployment.gather(desk, week=Week.A, starts=THIS_WEEK)
    plan = deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=5)).result
    plans.publish(desk, plan, starts=THIS_WEEK, ends=THIS_WEEK + timedelta(weeks=5, days=4))
    return desk
