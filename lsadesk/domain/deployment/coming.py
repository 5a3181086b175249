"""Which of the coming weeks a plan is made for, or looked at for."""

from datetime import date, timedelta

from lsadesk.domain.calendar import Week, monday_ahead
from lsadesk.domain.deployment.kept import PlanLabel
from lsadesk.domain.weeks.terms import CollegeYear

_MOST_WEEKS_AHEAD = 60


def first_monday(year: CollegeYear, today: date, week: Week) -> date:
    """The Monday of the next open week of the kind *week*, or the next open one at all."""
    first = monday = year.next_open_monday(today)
    for _ in range(_MOST_WEEKS_AHEAD):
        if year.opens_in_week_of(monday) and week.runs_in(year.week_of(monday)):
            return monday
        monday += timedelta(weeks=1)
    return first


def next_run(year: CollegeYear, today: date, plan: PlanLabel) -> date:
    """The Monday of the week for which *plan* is looked at.

    Its own, until that is over; then this week or the next one of its kind, unless it is
    published and has had its last.
    """
    monday = monday_ahead(today)
    if plan.starts >= monday:
        return plan.starts
    coming = first_monday(year, monday, plan.week)
    is_over = plan.published is not None and coming > plan.published.ends
    return plan.starts if is_over else coming
