"""The career framework: levels, lanes, roles, routes, standards and the self-assessment.

Wording is ours; every entry names where its facts come from (`Source`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

RoleId = NewType("RoleId", str)
LaneId = NewType("LaneId", str)
StandardId = NewType("StandardId", str)
PartId = NewType("PartId", str)
StatementId = NewType("StatementId", str)
QuestionId = NewType("QuestionId", str)
SpecialismId = NewType("SpecialismId", str)

DOCUMENTS = {
    "L": "LSIS, Natspec and AoC, A long and winding road (2011)",
    "Q": "LLUK and ipse, Learning support practitioners in lifelong learning (2007)",
    "E": "ETF and EEF, guidance on improving the impact of LSAs",
    "T": "Qualification names then and now, looked up for this program",
    "C": "Your college",
}


class RouteKind(StrEnum):
    """The four kinds of step, none worth more than another. Source: L, Findings."""

    WITHIN_ROLE = "within role"
    LATERAL = "lateral"
    VERTICAL = "vertical"
    CAREER_CHANGE = "career change"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts of an entry come from, and the day somebody last checked it."""

    document: str
    section: str
    checked: date

    @property
    def document_name(self) -> str:
        """The name of the document."""
        return DOCUMENTS[self.document]

    def __str__(self) -> str:
        return f"{self.document_name}: {self.section}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsibilityLevel:
    """A height on the map: how much a role answers for, which is not its worth.

    *pay_note* is what a college that ties levels to pay wants said; "": pay is not spoken of (A37).
    """

    number: int
    name: str
    summary: str
    source: Source
    pay_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A family of roles; a column of the map."""

    id: LaneId
    name: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role that people hold, come from or move to.

    *asks* are statements with the level (1-4) at which the role needs them;
    *qualifications* and *experience* are often held and never required (A09); *titles*
    are what local job titles may call it, in small letters (A01).
    """

    id: RoleId
    name: str
    lane: LaneId
    level: int
    summary: str
    standards: tuple[StandardId, ...]
    asks: Mapping[StatementId, int]
    qualifications: tuple[str, ...]
    experience: tuple[str, ...]
    titles: tuple[str, ...]
    is_entry: bool
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One step between two roles; *who* are the stories that went this way.

    What the destination asks of a person's skills is `Role.asks`. The rest is what usually
    helps with this step and never required: *qualifications* and *cpd* by id,
    *certificates* and *experience* in words. *months* is a rough span, our estimate from
    the stories: (0, 0) where nothing can be said.
    """

    origin: RoleId
    destination: RoleId
    kind: RouteKind
    step: str
    who: tuple[str, ...]
    qualifications: tuple[str, ...]
    cpd: tuple[str, ...]
    certificates: tuple[str, ...]
    experience: tuple[str, ...]
    months: tuple[int, int]
    source: Source


class GuideLayer(StrEnum):
    """What an application guide says of a criterion. Source: L, application guide; A07."""

    APPLIED = "applied skill"
    KNOWLEDGE = "knowledge"
    UNDERSTANDING = "understanding"
    EXTENT = "guidance on extent"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a standard; a layer that nobody supplied is not in *layers*."""

    text: str
    layers: Mapping[GuideLayer, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A standard in our words, with its criteria."""

    id: StandardId
    name: str
    summary: str
    criteria: tuple[Criterion, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the self-assessment; *standard* None means that it is for everybody."""

    id: PartId
    name: str
    intro: str
    standard: StandardId | None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a person rates for themselves; *levels* words each level 0-4 in the first person.

    *meaning* explains the words of the statement to somebody who asks "What's this?".
    """

    id: StatementId
    part: PartId
    text: str
    levels: tuple[str, str, str, str, str]
    example: str
    source: Source
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """What a person answers in their own words, with *choices* beside them if there are any.

    *several*: more than one choice may be taken. Leaving a question out is always allowed.
    """

    id: QuestionId
    part: PartId
    text: str
    hint: str
    choices: tuple[str, ...]
    several: bool
    meaning: str
    source: Source


Question = Statement | OpenQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Specialism:
    """An area somebody may specialise in; *kind* is need, subject, setting or colleagues (A06)."""

    id: SpecialismId
    name: str
    kind: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """The whole of it, each mapping in the order in which it is shown."""

    levels: tuple[ResponsibilityLevel, ...]
    lanes: tuple[Lane, ...]
    roles: Mapping[RoleId, Role]
    routes: tuple[Route, ...]
    standards: Mapping[StandardId, Standard]
    parts: tuple[Part, ...]
    statements: Mapping[StatementId, Statement]
    specialisms: Mapping[SpecialismId, Specialism]
    questions: Mapping[QuestionId, OpenQuestion] = field(default_factory=dict)

    def routes_from(self, role: RoleId) -> tuple[Route, ...]:
        """The ways out of a role."""
        return tuple(route for route in self.routes if route.origin == role)

    def routes_into(self, role: RoleId) -> tuple[Route, ...]:
        """The ways into a role."""
        return tuple(route for route in self.routes if route.destination == role)

    def statements_of(self, part: PartId) -> tuple[Statement, ...]:
        """The statements of a part, in order."""
        return tuple(one for one in self.statements.values() if one.part == part)

    def questions_of(self, part: PartId) -> tuple[Question, ...]:
        """All that a part asks: its statements, then its open questions."""
        opened = tuple(one for one in self.questions.values() if one.part == part)
        return (*self.statements_of(part), *opened)
