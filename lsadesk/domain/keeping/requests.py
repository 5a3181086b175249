"""What people ask about their own records: to have them, to correct them, to add their view.

Source: UK GDPR, articles 12(3) (one month, two more where it is complex), 15 and 16.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from lsadesk.domain.calendar import months_after
from lsadesk.domain.keeping.retention import RecordId
from lsadesk.domain.staff.people import PersonId

RequestId = NewType("RequestId", int)
RemarkId = NewType("RemarkId", int)
MONTHS, MONTHS_IF_LONGER = 1, 3


class Asks(StrEnum):
    """What somebody wants of a record."""

    CORRECT = "correct"
    DISAGREE = "disagree"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRequest:
    """Somebody asked for what is held on them.

    *longer_because* says why two months more are needed; the person has to be told that within
    the first. *given* is what was handed over.
    """

    id: RequestId
    version: int
    person: PersonId
    name: str
    received_on: date
    longer_because: str = ""
    answered_on: date | None = None
    answered_by: str = ""
    given: str = ""

    @property
    def answer_by(self) -> date:
        """The last day for an answer."""
        months = MONTHS_IF_LONGER if self.longer_because else MONTHS
        return months_after(self.received_on, months)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a person says of one kind of record on them, and what whoever keeps it answered."""

    id: RemarkId
    version: int
    person: PersonId
    name: str
    record: RecordId
    asks: Asks
    said: str
    said_on: date
    answer: str = ""
    answered_on: date | None = None
    answered_by: str = ""

    @property
    def answer_by(self) -> date:
        """The last day for an answer; the same month holds as for having the records."""
        return months_after(self.said_on, MONTHS)
