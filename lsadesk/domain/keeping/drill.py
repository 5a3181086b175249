"""Trying a copy once a term, so that nobody learns on a bad day that it does not open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lsadesk.domain.weeks.terms import CollegeYear

WITHOUT_TERMS = timedelta(days=120)  # about a term


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedThere:
    """The newest copy at the second place: of when it is, and what was wrong.

    *made* None: there is none yet. *away* says why the place could not be looked at.
    """

    made: datetime | None = None
    wrong: Sequence[str] = ()
    away: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A copy that was opened beside the college: when, of when it is, and what was wrong.

    *records* is how many it holds, *now* how many the college held then. *there* is how the
    newest copy at the second place fared; None: no second place is chosen.
    """

    on: date
    made: datetime
    records: int
    now: int
    wrong: Sequence[str] = ()
    there: TriedThere | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing was wrong with any copy that could be tried."""
        return not self.wrong and not (self.there and self.there.wrong)


def is_due(last: Tried | None, year: CollegeYear, today: date) -> bool:
    """Whether a copy is to be tried: none was in this term, or the last one was not whole.

    Between terms the one before counts. Without terms, every `WITHOUT_TERMS`.
    """
    if last is None or not last.is_whole:
        return True
    begun = [term.starts for term in year.terms if term.starts <= today]
    return last.on < (max(begun) if begun else today - WITHOUT_TERMS)
