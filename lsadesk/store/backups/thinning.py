"""Which backups to let go: everything of two days stays, then fewer the older they are."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

ALL_OF = timedelta(days=2)
_STEPS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (12, lambda made: made.date()),
    (10, lambda made: made.isocalendar()[:2]),
    (9, lambda made: (made.year, made.month)),
)


def to_drop(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """Those of *made* to delete at *now*.

    Kept are all of the last two days, then the newest of each of 12 days, of each of 10
    weeks before those and of each of 9 months before those.
    """
    newest_first = sorted(set(made), reverse=True)
    kept = {one for one in newest_first if now - one <= ALL_OF}
    rest = [one for one in newest_first if one not in kept]
    for budget, period in _STEPS:
        chosen = _newest_of_each(rest, period, budget)
        kept |= set(chosen)
        if len(chosen) < budget:
            return set(newest_first) - kept
        last = period(chosen[-1])
        rest = [one for one in rest if one < chosen[-1] and period(one) != last]
    return set(newest_first) - kept


def _newest_of_each(
    newest_first: list[datetime], period: Callable[[datetime], object], budget: int
) -> list[datetime]:
    firsts: dict[object, datetime] = {}
    for one in newest_first:
        firsts.setdefault(period(one), one)
    return list(firsts.values())[:budget]
