from datetime import date, timedelta

from lsadesk.domain.weeks.learners import Learner, LearnerId

TODAY = date(2026, 11, 24)
YESTERDAY = TODAY - timedelta(days=1)


def a_learner(**known):
    return Learner(id=LearnerId(1), version=1, reference="RT11", **known)


def test_aims_are_looked_at_again_once_their_day_is_past():
    assert not a_learner(review_by=TODAY).is_review_due(TODAY)
    assert a_learner(review_by=YESTERDAY).is_review_due(TODAY)
    assert not a_learner().is_review_due(TODAY)


def test_who_left_is_here_on_their_last_day_and_is_not_reviewed_after_it():
    assert a_learner(left_on=TODAY).is_here(TODAY)
    assert not a_learner(left_on=YESTERDAY, review_by=YESTERDAY).is_review_due(TODAY)
