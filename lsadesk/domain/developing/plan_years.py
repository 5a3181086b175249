"""This year's plan beside last year's: what was done, moved, carried over and left (A36)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lsadesk.domain.developing.development import PlanAction
from lsadesk.domain.developing.plan_reviews import PlanReview


class Fate(StrEnum):
    """What became of a line within a year."""

    NEW = "new"
    CARRIED_OVER = "carried over"
    MOVED = "given a later date"
    DONE = "done"
    DROPPED = "not now"


@dataclass(frozen=True, slots=True)
class Year:
    """A college's year, from the first of September. Source: requirements A36."""

    starts: date

    @property
    def ends(self) -> date:
        """Its last day."""
        return date(self.starts.year + 1, 8, 31)

    @property
    def words(self) -> str:
        """2026/27."""
        return f"{self.starts.year}/{(self.starts.year + 1) % 100:02}"

    @property
    def before(self) -> "Year":
        """The year before it."""
        return Year(date(self.starts.year - 1, 9, 1))

    def covers(self, day: date | None) -> bool:
        """Whether *day* lies in it."""
        return day is not None and self.starts <= day <= self.ends


def year_of(day: date) -> Year:
    """The year that *day* lies in."""
    return Year(date(day.year if day.month >= 9 else day.year - 1, 9, 1))


def fate_in(action: PlanAction, year: Year, reviews: Sequence[PlanReview]) -> Fate | None:
    """What became of *action* in *year*; None: it was no part of that year's plan.

    A line from before dates were kept counts from its first trace.
    """
    first = action.agreed_on or action.begun_on or action.closed_on or year.starts
    if first > year.ends or (action.closed_on is not None and action.closed_on < year.starts):
        return None
    if year.covers(action.done_on):
        return Fate.DONE
    if year.covers(action.not_now_on):
        return Fate.DROPPED
    if _was_moved(action, year, reviews):
        return Fate.MOVED
    return Fate.NEW if year.covers(first) else Fate.CARRIED_OVER


def _was_moved(action: PlanAction, year: Year, reviews: Sequence[PlanReview]) -> bool:
    told = [
        line.due
        for review in reviews
        if year.covers(review.held_on)
        for line in review.lines
        if line.action == action.id and line.due is not None
    ]
    return action.due is not None and any(due < action.due for due in told)
