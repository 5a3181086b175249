from datetime import date

import pytest

from lsadesk.domain.calendar import months_after, working_day


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
        (date(2027, 12, 5), 1, date(2028, 1, 5)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 5), -12, date(2025, 1, 5)),
    ],
)
def test_months_on_is_the_same_day_or_the_last_of_that_month(day, months, then):
    assert months_after(day, months) == then


def test_a_weekend_gives_way_to_the_working_day_after_or_before_it():
    friday, monday = date(2026, 11, 27), date(2026, 11, 30)
    for weekend in (date(2026, 11, 28), date(2026, 11, 29)):
        assert working_day(weekend, 1) == monday
        assert working_day(weekend, -1) == friday
    assert working_day(friday, 1) == working_day(friday, -1) == friday
