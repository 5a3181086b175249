"""The weekly timetable of sessions, whose times are fixed before anybody is deployed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from lsadesk.domain.calendar import TimeSpan, Week, Weekday
from lsadesk.domain.staff.people import SiteId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.domain.weeks.lsa_tasks import LsaTask

SessionId = NewType("SessionId", int)


class LsaUse(StrEnum):
    """Whether a session needs an LSA at all. Source: E R2.2; requirements A70."""

    NOT_SAID = ""
    NEEDS = "needs"
    MAY_NEED = "may need"
    DOES_NOT_NEED = "does not need"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDetails:
    """One session of the weekly pattern.

    *lsas_needed* is None where the timetable does not say; *lsas_wanted* is the upper
    figure of "2-3" and equals *lsas_needed* otherwise. *learners* are named where not the
    whole group comes. *starts_on* and *ends_on* bound a session that does not run all year.
    *led_by_lsa*: there is no teacher (A66). An *overnight* session ends on the day after.
    *tasks* are what its LSAs are there for (A04); none: nobody said. *symbol* is the name of its
    drawing on learners' cards; "": the one that its title asks for.
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
    learners: frozenset[LearnerId] = frozenset()
    starts_on: date | None = None
    ends_on: date | None = None
    lsa_use: LsaUse = LsaUse.NOT_SAID
    led_by_lsa: bool = False
    unpopular: bool = False
    overnight: bool = False
    tasks: frozenset[LsaTask] = frozenset()
    symbol: str = ""
    note: str = ""

    @property
    def is_meant_to_have_lsas(self) -> bool:
        """Whether an LSA may be in it; where nobody said how many, it counts as meant to."""
        return self.lsas_needed != 0 and self.lsa_use is not LsaUse.DOES_NOT_NEED

    def runs_on(self, day: date) -> bool:
        """Whether *day* is within its dates."""
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day <= self.ends_on
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(SessionDetails):
    """A session in the college file."""

    id: SessionId
    version: int
