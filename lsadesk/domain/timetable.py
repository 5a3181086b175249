"""The weekly timetable of sessions, whose times are fixed before anybody is deployed."""

from dataclasses import dataclass
from typing import NewType

from lsadesk.domain.calendar import TimeSpan, Week, Weekday
from lsadesk.domain.people import SiteId

SessionId = NewType("SessionId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDetails:
    """One session of the weekly pattern.

    *lsas_needed* is None where the timetable does not say; *lsas_wanted* is the upper
    figure of "2-3" and equals *lsas_needed* otherwise.
    """

    day: Weekday
    span: TimeSpan
    group: str
    title: str
    teacher: str = ""
    room: str = ""
    site: SiteId | None = None
    lsas_needed: int | None = None
    lsas_wanted: int | None = None
    week: Week = Week.BOTH
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(SessionDetails):
    """A session in the college file."""

    id: SessionId
    version: int
