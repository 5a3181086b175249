"""What is printed for a teacher of what LSAs told after sessions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.briefing.feedback import FeedbackDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackSlip:
    """What one LSA told of one session; *when* is its time."""

    teacher: str
    lsa: str
    on: date
    when: str
    what: str
    told: FeedbackDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackSheet:
    """Slips as they are printed."""

    college: str
    printed: date
    slips: Sequence[FeedbackSlip]
