"""Learners who have left: of whom what is held is to be looked at again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lsadesk.domain.calendar import months_after
from lsadesk.domain.keeping.retention import Longer, is_due
from lsadesk.domain.weeks.learners import LearnerId


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """Whose records are *due*: their period is over, and no decision keeps them *longer*.

    *back* are those of them who were erased before, and whom an earlier copy brought back.
    """

    due: frozenset[LearnerId] = frozenset()
    back: frozenset[LearnerId] = frozenset()
    longer: Mapping[LearnerId, Longer] = field(default_factory=dict)


def former_of(
    left: Mapping[LearnerId, date | None],
    back: frozenset[LearnerId],
    longer: Mapping[LearnerId, Longer],
    *,
    months: int,
    today: date,
) -> Former:
    """What is to be done about those who *left*, of whom records are kept for *months*."""
    since = {who: months_after(day, months) for who, day in left.items() if day is not None}
    since |= dict.fromkeys(back, today)
    due = {who for who, day in since.items() if is_due(day, longer.get(who), today)}
    return Former(due=frozenset(due), back=back & due, longer=longer)
