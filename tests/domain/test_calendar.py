from datetime import date

import pytest

from lsadesk.domain.calendar import months_after


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
