"""The college's own layer over the map and the library: rename, hide, add.

Whoever runs the staff records (head, administrator) may; everybody reads the result.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lsadesk.domain.careers.career import role_of
from lsadesk.domain.careers.catalogue import Consent, ResponsibilityId, Share
from lsadesk.domain.careers.coverage import Grid, Shares, grid
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.careers.layer import Edit, Layer, LayerKind, edits_of
from lsadesk.domain.careers.pathways import DeadEnd, dead_ends
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import CHANGE, Kind, allows
from lsadesk.errors import UserError
from lsadesk.operations.careers.story_names import told_story
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.careers import layer as kept
from lsadesk.store.careers import library
from lsadesk.store.careers.entries import PLACES, Entry, Problem, Reader, fields_of, kept_fields
from lsadesk.store.careers.library import Library
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry as TrailEntry
from lsadesk.store.work import Reading, Work

# What each kind of entry is called by, and what a new one has where nothing is said.
_NAMES = {LayerKind.TITLE: "title", LayerKind.ROUTE: "step", LayerKind.PROMPT: "text"}
_BLANK: dict[LayerKind, Entry] = {
    LayerKind.LEVEL: {"summary": "As the college says."},
    LayerKind.ROLE: {
        "summary": "As the college says.",
        "standards": [],
        "qualifications": [],
        "experience": [],
        "asks": {},
        "titles": [],
    },
    LayerKind.ROUTE: {"kind": "lateral", "step": "As the college says.", "who": []},
    LayerKind.TITLE: {"category": "learning support"},
    LayerKind.QUALIFICATION: {
        "summary": "As the college says.",
        "kind": "related",
        "offered_by": [],
        "audience": ["anybody"],
    },
    LayerKind.STORY: {"about": "As the college says.", "helped": [], "hindered": []},
    LayerKind.PROMPT: {"help": "", "place": 1000},
}


@dataclass(frozen=True, slots=True)
class CollegeLayer:
    """The map and library as the college has them, its edits, and roles that lead nowhere."""

    library: Library
    layer: Layer
    dead_ends: tuple[DeadEnd, ...]


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """An entry's fields as they stand (*now*) and as built in; {} for the college's own.

    *version* is handed back to `change`, which refuses it where somebody was quicker.
    """

    kind: LayerKind
    entry: str
    now: Mapping[str, Any]
    built_in: Mapping[str, Any]
    version: int


def college_layer(desk: Desk) -> CollegeLayer:
    """What the college made of the built-in content."""
    with desk.reading(Kind.PERSON) as reading:
        found = kept.library_of(reading)
        return CollegeLayer(found, kept.layer(reading), dead_ends(found.framework))


def left_out(desk: Desk) -> tuple[Problem, ...]:
    """Entries of the content that cannot be read; () for those who could do nothing about it."""
    with desk.store.read() as reading:
        if not allows(accounts.standing_of(reading, desk.account), CHANGE, Kind.PERSON):
            return ()
        return kept.library_of(reading).problems


def rename(desk: Desk, kind: LayerKind, entry: str, name: str) -> Done[None]:
    """Give a level, role, route (its step), title or qualification the college's own name."""
    if not name.strip():
        raise UserError("A name cannot be empty.")
    return change(desk, kind, entry, {_NAMES.get(kind, "name"): name.strip()})


def change(
    desk: Desk,
    kind: LayerKind,
    entry: str,
    fields: Mapping[str, Any],
    *,
    version: int | None = None,
) -> Done[None]:
    """Change fields of an entry, named as in the content files.

    *version* is that of the `OpenEntry` that the person looked at; None: whatever it is now.

    Raises:
        Stale: somebody changed the entry in the meantime.
        UserError: there is no such entry, or a field does not say what it may; nothing changes.
    """
    with desk.writing(Kind.PERSON) as work:
        edit = _edit(work, kind, entry)
        before = {**fields_of(edit.whole), **fields_of(edit.fields)}
        if any(before.get(key) != said for key, said in fields.items()):
            merged = kept_fields(_shown(work, kind, {**json.loads(edit.fields), **fields}))
            seen = edit.version if version is None else version
            kept.keep(work, replace(edit, fields=merged, version=seen))
            _check(work)
        return _keep(desk, work, f"Changed the {kind.value} {_called(edit)}")


def opened(desk: Desk, kind: LayerKind, entry: str) -> OpenEntry:
    """One entry with all its fields, to be changed.

    Raises:
        UserError: it is no longer there.
    """
    with desk.reading(Kind.PERSON) as reading:
        edit = _edit(reading, kind, entry)
        built_in = fields_of(edit.whole)
        now = {**built_in, **fields_of(edit.fields)}
        return OpenEntry(kind, entry, now, {} if edit.own else built_in, edit.version)


def hide(desk: Desk, kind: LayerKind, entry: str, *, hidden: bool = True) -> Done[None]:
    """Take an entry off the map and the lists, or (*hidden* False) put it there again.

    Raises:
        UserError: somebody at work here holds the role.
    """
    with desk.writing(Kind.PERSON) as work:
        if hidden and kind is LayerKind.ROLE:
            _require_nobody(desk, work, RoleId(entry))
        edit = _edit(work, kind, entry)
        kept.keep(work, replace(edit, hidden=hidden))
        _check(work)
        word = "Hid" if hidden else "Showed"
        return _keep(desk, work, f"{word} the {kind.value} {_called(edit)}")


def put_back(desk: Desk, kind: LayerKind, entry: str) -> Done[None]:
    """Drop what the college did to an entry: built-in words again, own entries gone.

    Raises:
        UserError: it is a role of the college's own that somebody at work here holds.
    """
    with desk.writing(Kind.PERSON) as work:
        edit = _edit(work, kind, entry)
        if edit.own and kind is LayerKind.ROLE:
            _require_nobody(desk, work, RoleId(entry))
        kept.drop(work, kind, entry)
        _check(work)
        return _keep(desk, work, f"Put back the {kind.value} {_called(edit)}")


def add_role(desk: Desk, name: str, *, lane: str, level: int, **fields: Any) -> Done[str]:
    """Add a role of the college's own; *fields* as in roles.toml (summary, asks, titles...)."""
    return _add(desk, LayerKind.ROLE, name, {"lane": lane, "level": level, **fields})


def add_route(desk: Desk, origin: str, destination: str, **fields: Any) -> Done[str]:
    """Add a route between two roles; *fields* as in routes.toml (kind, step, months...)."""
    ends = {"origin": origin, "destination": destination}
    return _add(desk, LayerKind.ROUTE, f"{origin}>{destination}", {**ends, **fields})


def add_level(desk: Desk, number: int, name: str, **fields: Any) -> Done[str]:
    """Add a level of responsibility with a number that none has yet."""
    return _add(desk, LayerKind.LEVEL, name, {"id": number, **fields})


def add_title(desk: Desk, title: str, role: str, **fields: Any) -> Done[str]:
    """Say which role a local job title stands for."""
    return _add(desk, LayerKind.TITLE, title, {"role": role, **fields})


def add_qualification(desk: Desk, name: str, *, band: str, level: int, **fields: Any) -> Done[str]:
    """Add a qualification; *fields* as in qualifications.toml (kind, also, closes, after...)."""
    return _add(desk, LayerKind.QUALIFICATION, name, {"band": band, "level": level, **fields})


def add_story(
    desk: Desk, name: str, consent: Consent, steps: Sequence[Entry], **fields: Any
) -> Done[str]:
    """Add a story of the college's own (A25); *steps* and *fields* as in stories.toml.

    Unless whoever it is about agreed to be named, the staff's names are taken out first.
    """
    with desk.reading(Kind.PERSON) as reading:
        written = {"name": name, "step": list(steps), "consent": consent.value, **fields}
        story = _shown(reading, LayerKind.STORY, written)
    return _add(desk, LayerKind.STORY, story.pop("name"), story)


def add_prompt(desk: Desk, text: str, **fields: Any) -> Done[str]:
    """Add something to talk about in appraisals that begin from now on (help, place)."""
    return _add(desk, LayerKind.PROMPT, text, fields)


def set_posts(desk: Desk, role: RoleId, posts: int | None) -> Done[None]:
    """Say how many posts the college has for a role; None: nobody says."""
    if posts is not None and posts < 0:
        raise UserError("There cannot be fewer posts than none.")
    return _figure(desk, LayerKind.POSTS, role, None if posts is None else {"posts": posts})


def set_share(
    desk: Desk, role: RoleId, responsibility: ResponsibilityId, share: Share | None
) -> Done[None]:
    """Say what a role does about a responsibility; None: as is usual (A11)."""
    said = None if share is None else {"share": share.value}
    return _figure(desk, LayerKind.SHARE, f"{role}>{responsibility}", said)


def responsibilities_grid(desk: Desk, roles: tuple[RoleId, ...] | None = None) -> Grid:
    """Roles against responsibilities; *roles* None: those it opens with."""
    with desk.store.read() as reading:
        found = kept.library_of(reading)
        return grid(found.framework, found.catalogue, shares(kept.layer(reading)), roles)


def shares(layer: Layer) -> Shares:
    """What the college said of roles and responsibilities."""
    said = {}
    for entry, edit in edits_of(layer, LayerKind.SHARE).items():
        role, _, responsibility = entry.partition(">")
        said[RoleId(role), ResponsibilityId(responsibility)] = Share(
            json.loads(edit.fields)["share"]
        )
    return said


def posts(layer: Layer) -> Mapping[RoleId, int]:
    """How many posts the college said it has, by role."""
    return {
        RoleId(entry): json.loads(edit.fields)["posts"]
        for entry, edit in edits_of(layer, LayerKind.POSTS).items()
    }


def _add(desk: Desk, kind: LayerKind, name: str, fields: Entry) -> Done[str]:
    if not name.strip():
        raise UserError("A name cannot be empty.")
    with desk.writing(Kind.PERSON) as work:
        ids = _reader(work).ids(*PLACES[kind])
        entry = _new_id(kind, name, fields, ids)
        if entry in ids:
            raise UserError("There is one already. Change that one, or show it if it is hidden.")
        named = {} if kind is LayerKind.ROUTE else {_NAMES.get(kind, "name"): name.strip()}
        whole = {
            "id": entry,
            **_BLANK[kind],
            **named,
            **fields,
            "source": "C",
            "section": "added here",
            "checked": desk.today,
        }
        text = kept_fields(whole)
        kept.keep(work, Edit(kind=kind, entry=entry, own=True, fields=text, whole=text))
        _check(work)
        done = _keep(desk, work, f"Added the {kind.value} {name.strip()}")
        return Done(entry, done.changes)


def _new_id(kind: LayerKind, name: str, fields: Entry, ids: set[str]) -> str:
    """An id that built-in content will never use; routes and levels have theirs by nature."""
    if kind is LayerKind.ROUTE:
        return name
    if kind is LayerKind.LEVEL:
        return str(fields["id"])
    stem = "own-" + re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    numbers = (f"{stem}-{number}" for number in range(2, len(ids) + 3))
    return stem if stem not in ids else next(one for one in numbers if one not in ids)


def _shown(reading: Reading, kind: LayerKind, fields: Entry) -> Entry:
    """*fields* as everybody may read them."""
    return told_story(reading, fields) if kind is LayerKind.STORY else fields


def _edit(reading: Reading, kind: LayerKind, entry: str) -> Edit:
    """What the college did to an entry so far, or an edit that does nothing yet."""
    found = edits_of(kept.layer(reading), kind).get(entry)
    if found is not None:
        return found
    if kind in PLACES:
        for built_in in Reader(library.BUILT_IN).raw(*PLACES[kind]):
            if str(built_in["id"]) == entry:
                return Edit(kind=kind, entry=entry, whole=kept_fields(built_in))
    raise UserError("This is no longer in the library. Nothing was changed.")


def _called(edit: Edit) -> str:
    """The name of an entry as it stood before."""
    fields = {**json.loads(edit.whole), **json.loads(edit.fields)}
    return str(fields[_NAMES.get(edit.kind, "name")])


def _figure(
    desk: Desk, kind: LayerKind, entry: str, fields: Mapping[str, Any] | None
) -> Done[None]:
    """Set or clear a figure of a role; *entry* begins with the role."""
    with desk.writing(Kind.PERSON) as work:
        role = kept.library_of(work).framework.roles.get(RoleId(entry.partition(">")[0]))
        if role is None:
            raise UserError("This role is no longer on the map. Nothing was changed.")
        found = edits_of(kept.layer(work), kind).get(entry)
        if fields is None:
            kept.drop(work, kind, entry)
        else:
            edit = found or Edit(kind=kind, entry=entry, own=True)
            kept.keep(work, replace(edit, fields=kept_fields(fields)))
        return _keep(desk, work, f"Changed the {kind.value} of {role.name}")


def _check(work: Work) -> None:
    """Refuse an edit that the library cannot be read with; the content's own slips stay."""
    known = set(library.built_in().problems)
    new = [one for one in kept.library_of(work).problems if one not in known]
    if new:
        raise UserError(f"This cannot be kept: {new[0].entry}, {new[0].reason}. Nothing changed.")


def _require_nobody(desk: Desk, work: Work, role: RoleId) -> None:
    framework = kept.library_of(work).framework
    holders = sum(
        role_of(framework, one) == role
        for one in people.everybody(work)
        if one.works_on(desk.today)
    )
    if holders:
        who = "One person holds" if holders == 1 else f"{holders} people hold"
        raise UserError(f"{who} this role. Give them another role first, then hide it.")


def _reader(reading: Reading) -> Reader:
    return Reader(library.BUILT_IN, kept.layer(reading))


def _keep(desk: Desk, work: Work, sentence: str) -> Done[None]:
    entry = TrailEntry("changed the career framework", Kind.PERSON)
    return desk.keep(work, None, sentence, entry, Subject.CAREER, Subject.ASSESSMENT)
