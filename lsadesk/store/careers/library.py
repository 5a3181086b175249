"""Reads the career framework that ships with the program, and lays the college's over it.

A faulty entry is left out with its file, name and reason, so that the rest still opens.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from lsadesk import paths
from lsadesk.domain.appraisals import appraisal
from lsadesk.domain.appraisals.interview import Prompt
from lsadesk.domain.careers.catalogue import Catalogue
from lsadesk.domain.careers.framework import (
    Criterion,
    Framework,
    GuideLayer,
    Lane,
    LaneId,
    ResponsibilityLevel,
    Role,
    RoleId,
    Route,
    RouteKind,
    Specialism,
    SpecialismId,
    Standard,
    StandardId,
    StatementId,
)
from lsadesk.domain.careers.in_words import framework_said, said
from lsadesk.domain.careers.layer import Layer, LayerKind, edits_of
from lsadesk.domain.staff.induction import Step
from lsadesk.domain.vocabulary import Term, Vocabulary, Word
from lsadesk.store.appraisals import questionnaire
from lsadesk.store.careers import catalogue
from lsadesk.store.careers.entries import (
    Entry,
    Problem,
    Reader,
    asked_levels,
    by_id,
    fields_of,
    one_of,
    references,
    source,
    text,
    text_or_none,
    texts,
    texts_or_none,
    whole_number,
    yes_or_no,
)

BUILT_IN = paths.RESOURCES / "framework"


@dataclass(frozen=True, slots=True)
class Library:
    """The framework and its catalogue as far as they could be read, and what was left out.

    *meeting* is what to talk about in an appraisal, in order; *induction* its steps (A56).
    """

    framework: Framework
    catalogue: Catalogue
    interview: tuple[Prompt, ...]
    meeting: tuple[appraisal.Prompt, ...]
    induction: tuple[Step, ...]
    problems: tuple[Problem, ...]


@cache
def built_in() -> Library:
    """What ships with the program, read once."""
    return load(BUILT_IN)


@lru_cache(maxsize=4)  # the same layer gives the same library: screens compare by identity
def merged(layer: Layer, words: tuple[tuple[Term, Word], ...] = ()) -> Library:
    """What ships with the program in a college's own *words*, with its layer over it."""
    plain = load(BUILT_IN, layer) if layer else built_in()
    if not words:
        return plain
    say = Vocabulary(dict(words)).said
    return replace(
        plain,
        framework=framework_said(plain.framework, say),
        interview=tuple(said(prompt, say, "text") for prompt in plain.interview),
        meeting=tuple(said(prompt, say, "text", "help") for prompt in plain.meeting),
    )


def load(folder: Path, layer: Layer = ()) -> Library:
    """Read the content in *folder*; never raises for what a file or the layer says."""
    reader = Reader(folder, layer)
    framework = _without_routes(reader)
    known = catalogue.Known(
        roles=reader.ids("roles.toml", "role"),
        standards=set(framework.standards),
        statements=set(framework.statements),
    )
    shelves = catalogue.load(reader, known)
    routes = reader.entries("routes.toml", "route", _route, _Ends.of(reader, framework))
    whole = replace(framework, routes=tuple(route for route in routes if route is not None))
    interview = tuple(reader.entries("interview.toml", "prompt", questionnaire.prompt))
    meeting = reader.entries("appraisal.toml", "prompt", questionnaire.meeting_prompt)
    meeting.sort(key=lambda prompt: prompt.place)
    induction = tuple(reader.entries("appraisal.toml", "step", questionnaire.induction_step))
    reader.refuse_unasked()
    return Library(whole, shelves, interview, tuple(meeting), induction, reader.problems)


def _without_routes(reader: Reader) -> Framework:
    standards = by_id(reader.entries("standards.toml", "standard", _standard))
    parts = tuple(reader.entries("statements.toml", "part", questionnaire.part, standards))
    statements = by_id(
        reader.entries(
            "statements.toml", "statement", questionnaire.statement, {part.id for part in parts}
        )
    )
    specialisms = by_id(reader.entries("specialisms.toml", "specialism", _specialism))
    levels = tuple(reader.entries("roles.toml", "level", _level))
    lanes = tuple(reader.entries("roles.toml", "lane", _lane))
    known = _Known(
        levels={level.number for level in levels},
        lanes={lane.id for lane in lanes},
        standards=set(standards),
        statements=set(statements),
    )
    roles = by_id(reader.entries("roles.toml", "role", _role, known))
    return Framework(
        levels=levels,
        lanes=lanes,
        roles=_titled(roles, reader.layer),
        routes=(),
        standards=standards,
        parts=parts,
        statements=statements,
        specialisms=specialisms,
        questions=by_id(
            reader.entries(
                "questions.toml",
                "question",
                questionnaire.question,
                {part.id for part in parts},
                tuple(one.name for one in specialisms.values()),
            )
        ),
    )


def _titled(roles: dict[RoleId, Role], layer: Layer) -> dict[RoleId, Role]:
    """*roles* with the college's own titles; a title stands for the role it was given to."""
    own = [
        fields_of(edit.fields)
        for edit in edits_of(layer, LayerKind.TITLE).values()
        if edit.own and not edit.hidden
    ]
    given = {str(one["title"]).casefold(): one["role"] for one in own}
    if not given:
        return roles
    return {
        role.id: replace(
            role,
            titles=(
                *(title for title in role.titles if title not in given),
                *(title for title, holder in given.items() if holder == role.id),
            ),
        )
        for role in roles.values()
    }


@dataclass(frozen=True, slots=True)
class _Known:
    """The ids that a role may refer to."""

    levels: set[int]
    lanes: set[LaneId]
    standards: set[StandardId]
    statements: set[StatementId]


@dataclass(frozen=True, slots=True)
class _Ends:
    """The ids that a route may refer to; *shown* are the roles that are on the map."""

    roles: set[str]
    shown: Mapping[RoleId, Role]
    qualifications: set[str]
    cpd: set[str]

    @classmethod
    def of(cls, reader: Reader, framework: Framework) -> "_Ends":
        return cls(
            roles=reader.ids("roles.toml", "role"),
            shown=framework.roles,
            qualifications=reader.ids("qualifications.toml", "qualification"),
            cpd=reader.ids("cpd.toml", "cpd"),
        )


def _standard(entry: Entry) -> Standard:
    return Standard(
        id=StandardId(text(entry, "id")),
        name=text(entry, "name"),
        summary=text(entry, "summary"),
        criteria=_criteria(entry.pop("criteria")),
        source=source(entry),
    )


def _criteria(written: Any) -> tuple[Criterion, ...]:
    """Each a text, or a table with its text and the layers of a guide that are known."""
    if not isinstance(written, list):
        raise ValueError("criteria is not a list")
    tables = [{"text": one} if isinstance(one, str) else dict(one) for one in written]
    return tuple(
        Criterion(text(one, "text"), {GuideLayer(key): text(one, key) for key in tuple(one)})
        for one in tables
    )


def _level(entry: Entry) -> ResponsibilityLevel:
    return ResponsibilityLevel(
        number=whole_number(entry, "id"),
        name=text(entry, "name"),
        summary=text(entry, "summary"),
        source=source(entry),
        pay_note=text_or_none(entry, "pay_note"),
    )


def _lane(entry: Entry) -> Lane:
    return Lane(id=LaneId(text(entry, "id")), name=text(entry, "name"), source=source(entry))


def _role(entry: Entry, known: _Known) -> Role:
    return Role(
        id=RoleId(text(entry, "id")),
        name=text(entry, "name"),
        lane=one_of(LaneId(text(entry, "lane")), known.lanes, "lane"),
        level=one_of(whole_number(entry, "level"), known.levels, "level"),
        summary=text(entry, "summary"),
        standards=tuple(
            one_of(StandardId(one), known.standards, "standard")
            for one in texts(entry, "standards")
        ),
        asks=asked_levels(entry.pop("asks", {}), known.statements),
        qualifications=texts(entry, "qualifications"),
        experience=texts(entry, "experience"),
        titles=texts(entry, "titles") if "titles" in entry else (),
        is_entry=yes_or_no(entry, "entry", otherwise=False),
        source=source(entry),
    )


def _route(entry: Entry, ends: _Ends) -> Route | None:
    """The route; None where it leads from or to a role that is hidden or was left out."""
    origin = one_of(text(entry, "origin"), ends.roles, "role")
    destination = one_of(text(entry, "destination"), ends.roles, "role")
    if text(entry, "id") != f"{origin}>{destination}":
        raise ValueError("the id is not origin>destination")
    if origin == destination:
        raise ValueError("it leads back to where it starts")
    route = Route(
        origin=RoleId(origin),
        destination=RoleId(destination),
        kind=RouteKind(entry.pop("kind")),
        step=text(entry, "step"),
        who=texts(entry, "who"),
        qualifications=references(entry, "qualifications", ends.qualifications, "qualification"),
        cpd=references(entry, "cpd", ends.cpd, "development activity"),
        certificates=texts_or_none(entry, "certificates"),
        experience=texts_or_none(entry, "experience"),
        months=_months(entry.pop("months", [0, 0])),
        source=source(entry),
    )
    return route if origin in ends.shown and destination in ends.shown else None


def _months(span: Any) -> tuple[int, int]:
    if not isinstance(span, list) or [type(one) for one in span] != [int, int]:
        raise ValueError("months are not two whole numbers")
    low, high = span
    if not 0 <= low <= high:
        raise ValueError("months are not from less to more")
    return low, high


def _specialism(entry: Entry) -> Specialism:
    return Specialism(
        id=SpecialismId(text(entry, "id")),
        name=text(entry, "name"),
        kind=text(entry, "kind"),
        source=source(entry),
    )
