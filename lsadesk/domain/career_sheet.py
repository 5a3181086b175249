"""What a map or a pathway on paper holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lsadesk.domain.framework import Framework, Role, RoleId, Statement, StatementId
from lsadesk.domain.pathways import Pathway


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
