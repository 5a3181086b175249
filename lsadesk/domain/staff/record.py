"""What a person brings: qualifications, earlier work, and how they came in.

A blank says nothing against anybody: no qualification is required (A09).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from lsadesk.domain.calendar import RoughDate
from lsadesk.domain.careers.catalogue import EntryPointId, QualificationId
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.staff.people import PersonId


class Holding(StrEnum):
    """How a person stands to a qualification (A38)."""

    HELD = "held"
    WORKING_TOWARDS = "working towards"
    WANTED = "wanted"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldQualification:
    """A qualification and how a person stands to it; *as_written* is its name on the paper."""

    qualification: QualificationId
    state: Holding
    as_written: str = ""
    achieved: RoughDate | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRole:
    """Earlier work in the person's own words; *role* is where it stands on the map, if there.

    *began* and *ended* are years; None where nobody remembers. *brings* is what it taught (A20).
    """

    title: str
    role: RoleId | None = None
    began: int | None = None
    ended: int | None = None
    brings: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerRecord:
    """All of it for one person, the past in the order of time."""

    person: PersonId
    qualifications: tuple[HeldQualification, ...] = ()
    past: tuple[PastRole, ...] = ()
    entry: EntryPointId | None = None

    @property
    def held(self) -> frozenset[QualificationId]:
        """The qualifications that the person has."""
        return frozenset(
            one.qualification for one in self.qualifications if one.state is Holding.HELD
        )

    @property
    def roles_before(self) -> frozenset[RoleId]:
        """The roles of the map that the person held before."""
        return frozenset(one.role for one in self.past if one.role is not None)


def in_time(past: Iterable[PastRole]) -> tuple[PastRole, ...]:
    """*past* by when it began, what nobody remembers first."""
    return tuple(sorted(past, key=lambda one: (one.began or 0, one.ended or 0, one.title)))
