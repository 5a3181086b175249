"""What stands around the map: qualifications, development, responsibilities, stories, reasons.

Qualifications are never required (A09). Wording is ours; each entry names its source.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from lsadesk.domain.careers.framework import RoleId, Source, StandardId, StatementId
from lsadesk.domain.developing.development import Mode

QualificationId = NewType("QualificationId", str)
CpdId = NewType("CpdId", str)
ModeId = NewType("ModeId", str)
ResponsibilityId = NewType("ResponsibilityId", str)
AreaId = NewType("AreaId", str)
EntryPointId = NewType("EntryPointId", str)
StoryId = NewType("StoryId", str)
FindingId = NewType("FindingId", str)
RecommendationId = NewType("RecommendationId", str)


class QualificationKind(StrEnum):
    """What a qualification is for. Source: L, qualifications table."""

    FOR_LSAS = "designed for LSAs"
    FUNCTIONAL = "functional skills"
    RELATED = "related"
    SIGNING = "British Sign Language"
    ASSESSOR = "assessor"
    MANAGEMENT = "management"
    TEACHING = "teaching"
    DEGREE = "degree"
    RESEARCH = "research"


class Audience(StrEnum):
    """Whom something is for; nobody is shut out of it."""

    ANYBODY = "anybody"
    STARTING = "starting out"
    SPECIALISTS = "specialists"
    LEADING = "leading colleagues"
    TEACHING = "moving towards teaching"
    BEYOND = "moving on"


class CpdGroup(StrEnum):
    """The three groups of development. Source: L, table of other CPD activities."""

    INITIAL = "starting well"
    SPECIALIST = "growing a specialism"
    LEADERSHIP = "leading and managing"


class Share(StrEnum):
    """What a role does about a responsibility. Source: Q, design and scope; A11."""

    NONE = "none"
    CONTRIBUTES = "contributes"
    LEADS = "leads"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A stretch of levels in the qualifications table, and what it means for the job (A39)."""

    id: str
    name: str
    levels: tuple[int, ...]
    supervision: str
    offered_by: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """A qualification by its name of 2011 (*name*) and its nearest of today (*today*).

    *today* "" means that nobody has looked it up; *today_note* says how near it is. *also*
    are other names and short forms. *after* are those usually taken before. *covers* are the
    standards it is built on where the source says so; None: the source does not say.
    """

    id: QualificationId
    name: str
    band: str
    level: int
    kind: QualificationKind
    summary: str
    offered_by: tuple[str, ...]
    audience: tuple[Audience, ...]
    also: tuple[str, ...]
    today: str
    today_note: str
    today_source: Source | None
    covers: tuple[StandardId, ...] | None
    closes: tuple[StatementId, ...]
    after: tuple[QualificationId, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Cpd:
    """Something to do besides a qualification; *closes* are the statements it helps with."""

    id: CpdId
    name: str
    group: CpdGroup
    summary: str
    mode: Mode
    audience: tuple[Audience, ...]
    closes: tuple[StatementId, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FlexibleMode:
    """A way of developing without a day's release; *plan_mode* is its name in a plan (A43)."""

    id: ModeId
    name: str
    summary: str
    plan_mode: Mode
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class LsaLevel:
    """One of the four LSA Levels, the *roles* that usually stand at it, and what it asks."""

    number: int
    supervision: str
    responsibilities: tuple[str, ...]
    roles: tuple[RoleId, ...]
    asks: Mapping[StatementId, int]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of college K's system, given at an appraisal; *may_cover*: for a teacher."""

    number: int
    name: str
    summary: str
    may_cover: bool
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRoute:
    """A way on from the points; the two ways stand side by side (A28)."""

    id: str
    name: str
    summary: str
    roles: tuple[RoleId, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A heading of responsibilities."""

    id: AreaId
    name: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """What a senior role may take on; *leads* and *contributes* are the roles that often do."""

    id: ResponsibilityId
    area: AreaId
    text: str
    parts: tuple[str, ...]
    leads: tuple[RoleId, ...]
    contributes: tuple[RoleId, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPoint:
    """How somebody came into the work (A23); *role* is where that stands on the map."""

    id: EntryPointId
    name: str
    summary: str
    role: RoleId
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryStep:
    """One stop of a story. *led* is what brought it about; *years* how long it lasted.

    *years* and *who_paid* are empty where the story does not say. *ahead*: hoped for only.
    """

    role: RoleId
    title: str
    led: str
    qualifications: tuple[QualificationId, ...]
    training: tuple[str, ...]
    years: str
    who_paid: str
    ahead: bool


class Consent(StrEnum):
    """What whoever a story of the college's own is about agreed to (A25)."""

    OTHER_NAME = "told under another name"
    OWN_NAME = "told under their own name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Somebody's way, as steps (A24), *told* in paragraphs where there is more to say.

    Names in the built-in stories are not the people's own, and nobody has to agree again:
    *consent* is None there. A story of the college's own always has one.
    """

    id: StoryId
    name: str
    about: str
    helped: tuple[str, ...]
    hindered: tuple[str, ...]
    told: tuple[str, ...]
    steps: tuple[StoryStep, ...]
    consent: Consent | None
    source: Source

    def roles(self) -> tuple[RoleId, ...]:
        """The roles passed through, in order, each once; those still hoped for are left out."""
        return tuple(dict.fromkeys(step.role for step in self.steps if not step.ahead))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding of the 2011 report and the *rooms* of the program that rest on it (A102)."""

    id: FindingId
    number: int
    text: str
    rooms: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What the report asks of *whom*; *closing*: whether its last section repeats it."""

    id: RecommendationId
    whom: str
    number: int
    text: str
    closing: bool
    rooms: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier:
    """What may stand in the way (A32), and what *helps*."""

    id: str
    name: str
    summary: str
    helps: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A kind of group in which LSAs learn from one another (A50)."""

    id: str
    name: str
    summary: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTitle:
    """A title that colleges use, offered when titles are mapped to roles (A01, A03)."""

    id: str
    title: str
    role: RoleId
    category: str  # "learning support" or "learner support"
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All of it, each mapping in the order in which it is shown."""

    bands: Mapping[str, Band]
    qualifications: Mapping[QualificationId, Qualification]
    cpd: Mapping[CpdId, Cpd]
    modes: Mapping[ModeId, FlexibleMode]
    levels: tuple[LsaLevel, ...]
    points: tuple[Point, ...]
    point_routes: tuple[PointRoute, ...]
    areas: Mapping[AreaId, Area]
    responsibilities: Mapping[ResponsibilityId, Responsibility]
    entry_points: Mapping[EntryPointId, EntryPoint]
    stories: Mapping[StoryId, Story]
    findings: tuple[Finding, ...]
    recommendations: tuple[Recommendation, ...]
    barriers: Mapping[str, Barrier]
    networks: Mapping[str, Network]
    titles: tuple[JobTitle, ...]

    def stories_through(self, role: RoleId) -> tuple[Story, ...]:
        """The stories that passed through *role*, or hope to."""
        return tuple(
            story
            for story in self.stories.values()
            if any(step.role == role for step in story.steps)
        )
