"""For which week a plan is looked at."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lsadesk.domain.calendar import Week
from lsadesk.domain.deployment.coming import next_run
from lsadesk.domain.deployment.kept import PlanLabel, Published
from lsadesk.domain.weeks.terms import CollegeYear, Period

MONDAY = date(2026, 9, 7)
LAST = date(2026, 12, 11)


@pytest.mark.parametrize(
    ("today", "looked_at"),
    [
        (date(2026, 8, 20), MONDAY),
        (MONDAY + timedelta(days=4), MONDAY),
        (MONDAY + timedelta(days=5), MONDAY + timedelta(weeks=2)),
        (MONDAY + timedelta(weeks=1, days=2), MONDAY + timedelta(weeks=2)),
        (MONDAY + timedelta(weeks=2, days=2), MONDAY + timedelta(weeks=2)),
        (date(2026, 12, 14), MONDAY),
    ],
)
def test_a_plan_is_judged_for_its_coming_week_and_not_for_one_that_is_over(
    today: date, looked_at: date
) -> None:
    year = CollegeYear(terms=(Period(MONDAY, LAST, ""),), week_a=MONDAY)
    at = datetime(2026, 8, 20, tzinfo=UTC)
    published = Published(MONDAY, LAST, at, "Head")
    plan = PlanLabel(
        id=1, name="", week=Week.A, starts=MONDAY, made_at=at, version=1, published=published
    )
    assert next_run(year, today, plan) == looked_at
