"""Takes the staff's names out of a story that is told under another name (A25)."""

import re
from collections.abc import Iterable
from typing import Any

from lsadesk.domain.careers.catalogue import Consent
from lsadesk.domain.staff.people import Person
from lsadesk.store.careers.entries import Entry
from lsadesk.store.staff import people
from lsadesk.store.work import Reading

_TEXTS = ("name", "about", "told", "helped", "hindered", "step")
_IDS = ("role", "qualifications")  # of a step
_SOMEBODY = "somebody"
_TELLER = "One of us"


def told_story(reading: Reading, story: Entry) -> Entry:
    """*story* as everybody may read it: nobody is named in it but who agreed to be.

    Every other name of the staff, leavers too, becomes "somebody". Built-in stories, whose
    names were changed long ago, stay as they are.
    """
    if "consent" not in story:
        return story
    agreed = story["name"] if story["consent"] == Consent.OWN_NAME else ""
    names = _names(people.everybody(reading), agreed)
    if names is None:
        return story
    clean = {key: _without(story[key], names) for key in _TEXTS if key in story}
    if clean["name"] != story["name"]:
        clean["name"] = story["name"] if agreed else _TELLER
    return {**story, **clean}


def _names(staff: Iterable[Person], agreed: str) -> re.Pattern[str] | None:
    """Finds a whole name, or a part of one alone; capitals count, so that "will" stays.

    Whoever has a part of the name *agreed* on is left out, and may be named.
    """
    said = set()
    for one in staff:
        parts = {part for part in (one.name, one.forename, one.surname) if part}
        if not parts & {agreed, *agreed.split()}:
            said |= parts
    if not said:
        return None
    longest_first = sorted(said, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _without(told: Any, names: re.Pattern[str]) -> Any:
    if isinstance(told, str):
        return names.sub(_SOMEBODY, told)
    if isinstance(told, list):
        return [_without(one, names) for one in told]
    if isinstance(told, dict):
        return {key: one if key in _IDS else _without(one, names) for key, one in told.items()}
    return told
