"""A past for the demo college's ratings, so that there is something to look back at."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from lsadesk.domain.auditing.skills import Level, Rating, Unknown
from lsadesk.store.auditing import skills
from lsadesk.store.work import Work

_FIRST_ROUND = timedelta(days=400)  # before today
_LOOKED_AT_WITHIN = 500  # days


def rate_with_a_past(work: Work, ratings: Sequence[Rating]) -> None:
    """Record *ratings* as they stand today, and what was thought of most of them a year before."""
    now = work.now
    work.now = now - _FIRST_ROUND
    skills.rate(work, [_earlier(rating, work) for rating in ratings if _turn(rating) % 4])
    work.now = now
    skills.rate(work, [_dated(rating, work) for rating in ratings])


def _earlier(rating: Rating, work: Work) -> Rating:
    """Most were one level lower; some were not known yet, a few were higher."""
    value, turn = rating.value, _turn(rating)
    if isinstance(value, Level):
        higher = turn % 17 == 0
        value = Level(min(4, value.value + 1)) if higher else Level(max(0, value.value - turn % 2))
    if turn % 7 == 0:
        value = Unknown()
    return replace(rating, value=value, proof="", training_booked=False, rated_on=work.today)


def _dated(rating: Rating, work: Work) -> Rating:
    days = _turn(rating) % _LOOKED_AT_WITHIN
    return replace(rating, rated_on=work.today - timedelta(days=days))


def _turn(rating: Rating) -> int:
    """A number that spreads the cells, the same in every demo college."""
    return rating.person * 37 + rating.skill * 11
