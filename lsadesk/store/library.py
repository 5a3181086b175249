"""Reads the career framework that ships with the program, entry by entry.

A faulty entry is left out with its file, name and reason, so that the rest still opens.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from lsadesk import paths
from lsadesk.domain.framework import (
    DOCUMENTS,
    Framework,
    Lane,
    LaneId,
    Part,
    PartId,
    ResponsibilityLevel,
    Role,
    RoleId,
    Route,
    RouteKind,
    Source,
    Specialism,
    SpecialismId,
    Standard,
    StandardId,
    Statement,
    StatementId,
)

T = TypeVar("T")
Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """An entry that was left out, and why."""

    file: str
    entry: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, {self.entry}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Library:
    """The framework as far as it could be read, and what was left out."""

    framework: Framework
    problems: tuple[Problem, ...]


@cache
def built_in() -> Library:
    """The framework that ships with the program, read once."""
    return load(paths.RESOURCES / "framework")


def load(folder: Path) -> Library:
    """Read the framework in *folder*; never raises for what a file says."""
    reader = _Reader(folder)
    standards = _by_id(reader.entries("standards.toml", "standard", _standard))
    parts = tuple(reader.entries("statements.toml", "part", _part, standards))
    statements = _by_id(
        reader.entries("statements.toml", "statement", _statement, {part.id for part in parts})
    )
    levels = tuple(reader.entries("roles.toml", "level", _level))
    lanes = tuple(reader.entries("roles.toml", "lane", _lane))
    known = _Known(
        levels={level.number for level in levels},
        lanes={lane.id for lane in lanes},
        standards=set(standards),
        statements=set(statements),
    )
    roles = _by_id(reader.entries("roles.toml", "role", _role, known))
    framework = Framework(
        levels=levels,
        lanes=lanes,
        roles=roles,
        routes=tuple(reader.entries("routes.toml", "route", _route, set(roles))),
        standards=standards,
        parts=parts,
        statements=statements,
        specialisms=_by_id(reader.entries("specialisms.toml", "specialism", _specialism)),
    )
    return Library(framework, tuple(reader.problems))


@dataclass(frozen=True, slots=True)
class _Known:
    """The ids that a role may refer to."""

    levels: set[int]
    lanes: set[LaneId]
    standards: set[StandardId]
    statements: set[StatementId]


@dataclass(slots=True)
class _Reader:
    folder: Path
    problems: list[Problem] = field(default_factory=list)

    def entries(self, file: str, kind: str, make: Callable[..., T], *known: object) -> list[T]:
        """What *make* makes of each entry of *kind*; the faulty ones become problems."""
        made: list[T] = []
        seen: set[object] = set()
        for number, entry in enumerate(self._read(file, kind), 1):
            name = entry.get("id", f"{kind} {number}")
            try:
                if name in seen:
                    raise ValueError("the id is used twice")
                made.append(_whole(entry, make, known))
                seen.add(name)
            except (KeyError, TypeError, ValueError) as fault:
                self.problems.append(Problem(file, str(name), _reason(fault)))
        return made

    def _read(self, file: str, kind: str) -> Iterator[Entry]:
        try:
            content = tomllib.loads((self.folder / file).read_text("utf-8"))
        except (OSError, ValueError) as fault:
            if Problem(file, "the whole file", str(fault)) not in self.problems:
                self.problems.append(Problem(file, "the whole file", str(fault)))
            return
        # Copies, because making an entry uses it up: what is left over is an unknown key.
        yield from (dict(entry) for entry in content.get(kind, ()))


def _whole(entry: Entry, make: Callable[..., T], known: tuple[object, ...]) -> T:
    made = make(entry, *known)
    if entry:
        raise ValueError(f"nobody knows the key {', '.join(sorted(entry))}")
    return made


def _reason(fault: Exception) -> str:
    return f"{fault} is missing" if isinstance(fault, KeyError) else str(fault)


def _by_id(made: Iterable[Any]) -> dict[Any, Any]:
    return {one.id: one for one in made}


def _text(entry: Entry, key: str) -> str:
    value = entry.pop(key)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{key} has no text")
    return value


def _texts(entry: Entry, key: str) -> tuple[str, ...]:
    values = entry.pop(key)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError(f"{key} is not a list of texts")
    return tuple(values)


def _source(entry: Entry) -> Source:
    document, section, checked = (
        _text(entry, "source"),
        _text(entry, "section"),
        entry.pop("checked"),
    )
    if document not in DOCUMENTS:
        raise ValueError(f"there is no source {document}")
    if not isinstance(checked, date):
        raise ValueError("checked is not a date")
    return Source(document, section, checked)


def _one_of(name: T, known: Iterable[T], what: str) -> T:
    if name not in known:
        raise ValueError(f"there is no {what} {name}")
    return name


def _standard(entry: Entry) -> Standard:
    return Standard(
        id=StandardId(_text(entry, "id")),
        name=_text(entry, "name"),
        summary=_text(entry, "summary"),
        criteria=_texts(entry, "criteria"),
        source=_source(entry),
    )


def _part(entry: Entry, standards: Mapping[StandardId, Standard]) -> Part:
    standard = StandardId(entry.pop("standard"))
    return Part(
        id=PartId(_text(entry, "id")),
        name=_text(entry, "name"),
        intro=_text(entry, "intro"),
        standard=_one_of(standard, standards, "standard") if standard else None,
        source=_source(entry),
    )


def _statement(entry: Entry, parts: set[PartId]) -> Statement:
    levels = _texts(entry, "levels")
    if len(levels) != 5:
        raise ValueError(f"it has {len(levels)} levels, not 5")
    return Statement(
        id=StatementId(_text(entry, "id")),
        part=_one_of(PartId(_text(entry, "part")), parts, "part"),
        text=_text(entry, "text"),
        levels=(levels[0], levels[1], levels[2], levels[3], levels[4]),
        example=_text(entry, "example"),
        source=_source(entry),
    )


def _level(entry: Entry) -> ResponsibilityLevel:
    return ResponsibilityLevel(
        number=int(entry.pop("id")),
        name=_text(entry, "name"),
        summary=_text(entry, "summary"),
        source=_source(entry),
    )


def _lane(entry: Entry) -> Lane:
    return Lane(id=LaneId(_text(entry, "id")), name=_text(entry, "name"), source=_source(entry))


def _role(entry: Entry, known: _Known) -> Role:
    return Role(
        id=RoleId(_text(entry, "id")),
        name=_text(entry, "name"),
        lane=_one_of(LaneId(_text(entry, "lane")), known.lanes, "lane"),
        level=_one_of(int(entry.pop("level")), known.levels, "level"),
        summary=_text(entry, "summary"),
        standards=tuple(
            _one_of(StandardId(one), known.standards, "standard")
            for one in _texts(entry, "standards")
        ),
        asks=_asks(entry.pop("asks", {}), known.statements),
        qualifications=_texts(entry, "qualifications"),
        experience=_texts(entry, "experience"),
        titles=_texts(entry, "titles") if "titles" in entry else (),
        is_entry=bool(entry.pop("entry", False)),
        source=_source(entry),
    )


def _asks(asked: dict[str, int], statements: set[StatementId]) -> dict[StatementId, int]:
    for level in asked.values():
        _one_of(level, range(1, 5), "level")
    return {
        _one_of(StatementId(name), statements, "statement"): level for name, level in asked.items()
    }


def _route(entry: Entry, roles: set[RoleId]) -> Route:
    origin = _one_of(RoleId(_text(entry, "origin")), roles, "role")
    destination = _one_of(RoleId(_text(entry, "destination")), roles, "role")
    if _text(entry, "id") != f"{origin}>{destination}":
        raise ValueError("the id is not origin>destination")
    if origin == destination:
        raise ValueError("it leads back to where it starts")
    return Route(
        origin=origin,
        destination=destination,
        kind=RouteKind(entry.pop("kind")),
        step=_text(entry, "step"),
        who=_texts(entry, "who"),
        source=_source(entry),
    )


def _specialism(entry: Entry) -> Specialism:
    return Specialism(
        id=SpecialismId(_text(entry, "id")),
        name=_text(entry, "name"),
        kind=_text(entry, "kind"),
        source=_source(entry),
    )
