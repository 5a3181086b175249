"""Sessions that an LSA led without a teacher: who may, under whom, and that it happened.

Source: L, findings on LSAs who stand in for teachers; requirements A66.
"""

from dataclasses import dataclass
from datetime import date
from typing import NewType

from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId

LedId = NewType("LedId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedDetails:
    """Who led which session on a day, and who supervised it, by name."""

    session: SessionId
    on: date
    person: PersonId
    supervised_by: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Led(LedDetails):
    """The same in the college file."""

    id: LedId
