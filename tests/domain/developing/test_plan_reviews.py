from datetime import date

from lsadesk.domain.developing.plan_reviews import is_review_over


def test_a_review_is_waited_for_until_its_day_is_past():
    agreed = date(2026, 11, 24)
    assert not is_review_over(agreed, agreed)
    assert is_review_over(agreed, date(2026, 11, 25))
    assert not is_review_over(None, agreed)
