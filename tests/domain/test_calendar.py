from datetime import date, time, timedelta

import pytest

from lsadesk.domain.calendar import (
    Precision,
    RoughDate,
    TimeSpan,
    joined,
    monday_ahead,
    months_after,
    working_day,
)


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


def test_spans_that_touch_do_not_overlap_and_make_one() -> None:
    morning, noon = TimeSpan(time(9), time(12)), TimeSpan(time(12), time(13))
    assert not morning.overlaps(noon)
    assert not noon.overlaps(morning)
    assert morning.overlaps(TimeSpan(time(11, 59), time(12, 30)))
    assert joined([noon, TimeSpan(time(14), time(15)), morning]) == (
        TimeSpan(time(9), time(13)),
        TimeSpan(time(14), time(15)),
    )


def test_one_span_within_another_adds_nothing() -> None:
    day = TimeSpan(time(9), time(16))
    assert joined([TimeSpan(time(10), time(11)), day]) == (day,)


def test_a_rough_date_says_no_more_than_was_written() -> None:
    day = date(2011, 3, 1)
    told = [str(RoughDate(day, precision)) for precision in (Precision.YEAR, Precision.MONTH)]
    assert told == ["2011", "Mar 2011"]
    assert str(RoughDate(day)) == "1 Mar 2011"


def test_at_the_weekend_one_looks_at_the_week_that_comes() -> None:
    monday = date(2026, 11, 23)
    assert [monday_ahead(monday + timedelta(days=days)) for days in range(7)] == [
        *[monday] * 5,
        *[monday + timedelta(weeks=1)] * 2,
    ]
