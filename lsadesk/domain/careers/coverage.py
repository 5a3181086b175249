"""Two grids: qualifications against standards, and roles against responsibilities.

Source: L, Professionalising the LSA role; Q, design and scope; A08, A11.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lsadesk.domain.careers.catalogue import (
    Catalogue,
    Qualification,
    Responsibility,
    ResponsibilityId,
    Share,
)
from lsadesk.domain.careers.framework import Framework, Role, RoleId, Standard, StandardId

# D stands for leading colleagues and is ours: the source's qualifications know A, B and C.
OF_THE_SOURCE = (StandardId("A"), StandardId("B"), StandardId("C"))


class Covers(StrEnum):
    """What the source says of a qualification and a standard; silence is not a no."""

    YES = "built on it"
    NO = "not this one"
    NOT_SAID = "not said"


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One qualification against the standards, in their order."""

    qualification: Qualification
    covers: tuple[Covers, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every qualification against the standards A, B and C."""

    standards: tuple[Standard, ...]
    lines: tuple[CoverageLine, ...]


def coverage(framework: Framework, catalogue: Catalogue) -> Coverage:
    """The table of A08; it has a line for every qualification, the college's own too."""
    standards = tuple(
        framework.standards[one] for one in OF_THE_SOURCE if one in framework.standards
    )
    return Coverage(
        standards,
        tuple(
            CoverageLine(one, tuple(_covers(one, standard.id) for standard in standards))
            for one in catalogue.qualifications.values()
        ),
    )


def _covers(qualification: Qualification, standard: StandardId) -> Covers:
    if qualification.covers is None:
        return Covers.NOT_SAID
    return Covers.YES if standard in qualification.covers else Covers.NO


Shares = Mapping[tuple[RoleId, ResponsibilityId], Share]


@dataclass(frozen=True, slots=True)
class GridLine:
    """One responsibility, and what each role does about it, in the order of the roles."""

    responsibility: Responsibility
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Responsibilities against roles; *unled* are those that no role leads."""

    roles: tuple[Role, ...]
    lines: tuple[GridLine, ...]

    @property
    def unled(self) -> tuple[Responsibility, ...]:
        """The responsibilities that no role of the grid leads."""
        return tuple(line.responsibility for line in self.lines if Share.LEADS not in line.shares)


def seed_roles(framework: Framework, catalogue: Catalogue) -> tuple[RoleId, ...]:
    """The roles that the grid opens with: those that any responsibility names."""
    named = {
        role
        for one in catalogue.responsibilities.values()
        for role in (*one.leads, *one.contributes)
    }
    return tuple(role for role in framework.roles if role in named)


def grid(
    framework: Framework,
    catalogue: Catalogue,
    own: Shares,
    roles: tuple[RoleId, ...] | None = None,
) -> Grid:
    """The grid of A11 for *roles* (None: the seed roles and those the college gave a share)."""
    if roles is None:
        ours = {role for role, _ in own}
        seeds = set(seed_roles(framework, catalogue))
        roles = tuple(role for role in framework.roles if role in seeds or role in ours)
    return Grid(
        tuple(framework.roles[role] for role in roles),
        tuple(
            GridLine(one, tuple(share_of(one, role, own) for role in roles))
            for one in catalogue.responsibilities.values()
        ),
    )


def share_of(responsibility: Responsibility, role: RoleId, own: Shares) -> Share:
    """What *role* does about it: as the college says, or else as is usual."""
    said = own.get((role, responsibility.id))
    if said is not None:
        return said
    if role in responsibility.leads:
        return Share.LEADS
    return Share.CONTRIBUTES if role in responsibility.contributes else Share.NONE
