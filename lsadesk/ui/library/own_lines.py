"""What is built in and what is the college's own, entry by entry."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lsadesk.domain.careers.layer import Edit, LayerKind, edits_of
from lsadesk.operations.careers.layer import CollegeLayer
from lsadesk.ui.library.words import capital
from lsadesk.ui.widgets.tables import Column
from lsadesk.ui.words import tr

KINDS = (
    LayerKind.ROLE,
    LayerKind.ROUTE,
    LayerKind.TITLE,
    LayerKind.LEVEL,
    LayerKind.QUALIFICATION,
    LayerKind.STORY,
    LayerKind.PROMPT,
)
_NAMED_BY = {LayerKind.TITLE: "title", LayerKind.ROUTE: "step", LayerKind.PROMPT: "text"}
_ABOUT = ("summary", "about", "help")


class Standing(StrEnum):
    """What the college did to an entry."""

    BUILT_IN = "built in"
    CHANGED = "changed by us"
    HIDDEN = "hidden by us"
    OURS = "ours"
    OURS_HIDDEN = "ours, hidden"


@dataclass(frozen=True, slots=True)
class OwnLine:
    """An entry as it stands; *before* is its built-in name where that is another."""

    kind: LayerKind
    entry: str
    name: str
    about: str
    standing: Standing
    before: str = ""

    @property
    def is_hidden(self) -> bool:
        """Whether it is off the map and the lists."""
        return self.standing in (Standing.HIDDEN, Standing.OURS_HIDDEN)


def kind_words(kind: LayerKind) -> str:
    """What an entry is."""
    return tr("job title") if kind is LayerKind.TITLE else tr(kind.value)


def columns() -> tuple[Column[OwnLine], ...]:
    """The entries with what was done to them."""
    return (
        Column(tr("Name"), lambda line: line.name, spoken=_spoken, width=38),
        Column(tr("What"), lambda line: capital(kind_words(line.kind)), width=18),
        Column(tr("Where it is from"), lambda line: tr(line.standing.value), width=14),
        Column(tr("Built-in name"), lambda line: line.before, width=22),
        Column(tr("About"), lambda line: line.about, width=30),
    )


def own_lines(seen: CollegeLayer) -> list[OwnLine]:
    """Every entry that a college may change, the hidden ones too."""
    lines = []
    for kind in KINDS:
        edits = dict(edits_of(seen.layer, kind))
        for entry, name, about in _shown(seen, kind):
            lines.append(_line(kind, entry, name, about, edits.pop(entry, None)))
        lines += [_hidden(edit) for edit in edits.values() if edit.hidden]
    return lines


def _shown(seen: CollegeLayer, kind: LayerKind) -> Iterator[tuple[str, str, str]]:
    framework, catalogue = seen.library.framework, seen.library.catalogue
    roles = {one.id: one.name for one in framework.roles.values()}
    if kind is LayerKind.ROLE:
        yield from ((role.id, role.name, role.summary) for role in framework.roles.values())
    elif kind is LayerKind.ROUTE:
        for route in framework.routes:
            ends = f"{roles[route.origin]} › {roles[route.destination]}"
            yield f"{route.origin}>{route.destination}", ends, route.step
    elif kind is LayerKind.TITLE:
        yield from ((one.id, one.title, roles.get(one.role, "")) for one in catalogue.titles)
    elif kind is LayerKind.LEVEL:
        yield from ((str(one.number), one.name, one.summary) for one in framework.levels)
    elif kind is LayerKind.STORY:
        yield from ((one.id, one.name, one.about) for one in catalogue.stories.values())
    elif kind is LayerKind.PROMPT:
        yield from ((one.id, one.text, one.help) for one in seen.library.meeting)
    else:
        for one in catalogue.qualifications.values():
            about = tr("{band}, not mandatory", band=catalogue.bands[one.band].name)
            yield one.id, one.name, about


def _line(kind: LayerKind, entry: str, name: str, about: str, edit: Edit | None) -> OwnLine:
    if edit is None:
        return OwnLine(kind, entry, name, about, Standing.BUILT_IN)
    if edit.own:
        return OwnLine(kind, entry, name, about, Standing.OURS)
    before = _name(kind, json.loads(edit.whole))
    shown = about if kind is LayerKind.ROUTE else name
    changed = Standing.CHANGED if edit.fields != "{}" else Standing.BUILT_IN
    return OwnLine(kind, entry, name, about, changed, "" if before == shown else before)


def _hidden(edit: Edit) -> OwnLine:
    fields = {**json.loads(edit.whole), **json.loads(edit.fields)}
    standing = Standing.OURS_HIDDEN if edit.own else Standing.HIDDEN
    name = edit.entry.replace(">", " › ") if edit.kind is LayerKind.ROUTE else ""
    named = name or _name(edit.kind, fields)
    about = next((str(fields[key]) for key in _ABOUT if key in fields), "")
    return OwnLine(edit.kind, edit.entry, named, about, standing)


def _name(kind: LayerKind, fields: Mapping[str, Any]) -> str:
    return str(fields[_NAMED_BY.get(kind, "name")])


def _spoken(line: OwnLine) -> str:
    said = [line.name, kind_words(line.kind), tr(line.standing.value)]
    if line.before:
        said.append(tr("built in as {name}", name=line.before))
    return ", ".join(said)
