"""What a map, a pathway or a role on paper holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lsadesk.domain.careers.catalogue import Area, Responsibility, Share
from lsadesk.domain.careers.framework import (
    Framework,
    ResponsibilityLevel,
    Role,
    RoleId,
    Route,
    Standard,
    Statement,
    StatementId,
)
from lsadesk.domain.careers.pathways import Pathway


class Paper(StrEnum):
    """The sizes that a map may be printed on, always across."""

    A4 = "A4"
    A3 = "A3"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSheet:
    """The college's map; *here*, *wishes* and *way* are marked on it."""

    college: str
    day: date
    framework: Framework
    here: RoleId | None = None
    wishes: tuple[RoleId, ...] = ()
    way: tuple[RoleId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwaySheet:
    """One person's ways from *start* to *goal*, with the statements that they name."""

    college: str
    name: str
    day: date
    start: Role
    goal: Role
    pathways: tuple[Pathway, ...]
    statements: Mapping[StatementId, Statement]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSheet:
    """A role as the college has it: what it is for, what it does and asks, where it leads.

    *shares* are the responsibilities that the role leads or contributes to, by area.
    """

    college: str
    day: date
    role: Role
    family: str
    level: ResponsibilityLevel
    standards: tuple[Standard, ...]
    shares: tuple[tuple[Area, tuple[tuple[Responsibility, Share], ...]], ...]
    ways_on: tuple[tuple[Route, Role], ...]
    statements: Mapping[StatementId, Statement]
