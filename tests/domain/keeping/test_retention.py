"""When a decision about somebody's records is wanted."""

from datetime import date, timedelta

from lsadesk.domain.keeping.retention import Longer, is_due

TODAY = date(2026, 11, 24)
TOMORROW = TODAY + timedelta(days=1)


def test_records_are_looked_at_from_the_day_their_period_ends():
    assert is_due(TODAY, None, TODAY)
    assert not is_due(TOMORROW, None, TODAY)
    assert not is_due(None, None, TODAY)


def test_records_that_are_kept_longer_are_looked_at_again_on_the_last_day_of_that():
    assert is_due(TODAY, Longer(until=TODAY, reason="A claim"), TODAY)
    assert not is_due(TODAY, Longer(until=TOMORROW, reason="A claim"), TODAY)
