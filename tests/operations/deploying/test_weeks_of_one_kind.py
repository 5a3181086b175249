from collections.abc import Callable
from datetime import date, timedelta

from lsadesk import planner
from lsadesk.domain.calendar import Week
from lsadesk.domain.deployment.coming import first_monday
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.operations.deploying import deployment, plans
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks import college_year
from lsadesk.store.deploying import deployment as kept
from lsadesk.store.weeks import planning

MONDAY = date(2026, 9, 7)
HALF_TERM = date(2026, 10, 26)
LAST = date(2026, 12, 11)


def test_without_weeks_a_and_b_in_the_timetable_no_week_is_skipped(
    desk: Desk, small_timetable: Callable[[Desk], None]
) -> None:
    small_timetable(desk)
    closures = (Period(HALF_TERM, HALF_TERM + timedelta(days=4), "half-term"),)
    told = CollegeYear(terms=(Period(MONDAY, LAST, ""),), closures=closures, week_a=MONDAY)
    college_year.set_year(desk, told)
    assert college_year.year(desk).week_a == MONDAY
    mondays = [MONDAY + timedelta(weeks=week) for week in range(14)]
    with desk.store.read() as reading:
        known = planning.year(reading)
        coming = [first_monday(known, monday, Week.A) for monday in mondays]
    opens = [monday + timedelta(weeks=monday == HALF_TERM) for monday in mondays]
    assert coming == opens
    ahead = deployment.gather(desk, week=Week.A, starts=MONDAY)
    number = deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=5)).result
    plans.publish(desk, number, starts=MONDAY, ends=LAST)
    with desk.store.read() as reading:
        assert all(kept.in_force(reading, monday) is not None for monday in mondays)
