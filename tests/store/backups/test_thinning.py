from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsadesk.store.backups.thinning import to_drop

NOW = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)


def days_ago(*days: float) -> list[datetime]:
    return [NOW - timedelta(days=day) for day in days]


@pytest.mark.parametrize(
    ("made", "dropped"),
    [
        ([], []),
        (days_ago(0, 0.1, 0.2, 1, 1.9), []),
        (days_ago(3, 3.1, 3.2, 4), days_ago(3.1, 3.2)),
        (days_ago(400), []),
        (days_ago(0, 2.9, 2.95), days_ago(2.95)),
    ],
)
def test_two_days_stay_whole_and_then_one_a_day(
    made: list[datetime], dropped: list[datetime]
) -> None:
    assert to_drop(made, NOW) == set(dropped)


# 21 November 2026 is a Saturday, so the first week kept ends on the Friday of a fortnight ago.
def test_a_year_and_a_half_of_daily_backups_leaves_days_weeks_and_months() -> None:
    made = days_ago(*range(550))
    kept = sorted(set(made) - to_drop(made, NOW), reverse=True)
    ages = [(NOW - one).days for one in kept]
    assert ages[:15] == list(range(15))
    weekly, monthly = ages[15:25], ages[25:]
    assert [after - before for before, after in pairwise(weekly)] == [5, *[7] * 8]
    assert len(monthly) == 9
    assert len({(one.year, one.month) for one in kept[25:]}) == 9


@given(st.lists(st.floats(0, 2000), max_size=80))
def test_the_newest_always_stays_and_thinning_again_drops_nothing_more(ages: list[float]) -> None:
    made = set(days_ago(*ages))
    left = made - to_drop(made, NOW)
    assert not made or max(made) in left
    assert len(left) <= len([one for one in made if NOW - one <= timedelta(days=2)]) + 32
    assert to_drop(left, NOW) == set()
