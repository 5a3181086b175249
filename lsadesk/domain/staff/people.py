"""Staff, teams and sites, and the three duties that others hold for a person."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from lsadesk.domain.calendar import RoughDate, Weekday

PersonId = NewType("PersonId", int)
TeamId = NewType("TeamId", int)
SiteId = NewType("SiteId", int)


class Contract(StrEnum):
    """The kinds of contract that colleges have for LSAs. Source: requirements D, contracts."""

    PERMANENT = "permanent"
    TERM_TIME = "term-time"
    FIXED_TERM = "fixed-term"
    SESSIONAL = "sessional"
    BANK = "bank"
    AGENCY = "agency"
    NOT_KNOWN = "not known"


class Welsh(StrEnum):
    """How much Welsh somebody has, as colleges in Wales report it. Source: requirements D, Wales.

    The steps are our own: nobody is tested, and whoever has said nothing has not said "none".
    """

    NOT_KNOWN = "not known"
    NONE = "none"
    WORDS = "some words"
    TALK = "everyday talk"
    WORK = "can work in Welsh"


class Link(StrEnum):
    """A duty that one person holds for another; the three are set apart. Source: A12."""

    LINE_MANAGER = "line manager"
    APPRAISER = "appraiser"
    DEPLOYER = "deployer"


@dataclass(frozen=True, slots=True)
class Team:
    """A group of LSAs with a name."""

    id: TeamId
    name: str


@dataclass(frozen=True, slots=True)
class Site:
    """A place where sessions happen."""

    id: SiteId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """What is recorded about a member of staff; only a name is required.

    *weekly_minutes* is None where the contract hours are not known or where the person
    works *as_required*. *days* is None where nobody said which days. *level* is the LSA
    Level 1-4 (source: L, table of LSA levels). Who *teaches* has a teaching contract and is
    counted as no LSA (source: L, Terminology). *welsh* and *ewc*, the number with the
    Education Workforce Council, are asked for in Wales alone. *note* is the college's own
    remark.
    """

    forename: str
    surname: str
    payroll: str = ""
    title: str = ""
    role: str = ""  # id of a role in the framework; "": not mapped yet
    level: int | None = None
    team: TeamId | None = None
    sites: frozenset[SiteId] = frozenset()
    contract: Contract = Contract.NOT_KNOWN
    weekly_minutes: int | None = None
    as_required: bool = False
    teaches: bool = False
    term_time_only: bool = False
    days: frozenset[Weekday] | None = None
    started: RoughDate | None = None
    left_on: date | None = None
    welsh: Welsh = Welsh.NOT_KNOWN
    ewc: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """Forename first, as on a badge."""
        return f"{self.forename} {self.surname}".strip()

    @property
    def sort_name(self) -> str:
        """Surname first, as in a list."""
        return ", ".join(part for part in (self.surname, self.forename) if part)

    def works_on(self, day: date) -> bool:
        """Whether the person has not left by *day*; the leaving day itself still counts."""
        return self.left_on is None or day <= self.left_on

    def is_here_on(self, day: date) -> bool:
        """Whether the person has begun and not left on *day*; not known when is begun."""
        return self.works_on(day) and (self.started is None or self.started.day <= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(PersonDetails):
    """A member of staff in the college file; *version* guards against stale edits."""

    id: PersonId
    version: int
