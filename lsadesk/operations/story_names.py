"""Takes the staff's names out of a story that is told under another name (A25)."""

import re
from collections.abc import Iterable
from typing import Any

from lsadesk.domain.catalogue import Consent
from lsadesk.domain.people import Person
from lsadesk.store import people
from lsadesk.store.entries import Entry
from lsadesk.store.work import Reading

_TEXTS = ("name", "about", "told", "helped", "hindered", "step")
_IDS = ("role", "qualifications")  # of a step
_SOMEBODY = "somebody"
_TELLER = "One of us"


def told_story(reading: Reading, story: Entry) -> Entry:
    """*story* as it may be shown: who agreed to be named is, and nobody else in it.

    Under another name every name of the staff, leavers too, becomes "somebody"; under their
    own name the words stay as they are written. Built-in stories stay as they are.
    """
    if story.get("consent") != Consent.OTHER_NAME:
        return story
    names = _names(people.everybody(reading))
    if names is None:
        return story
    clean = {key: _without(story[key], names) for key in _TEXTS if key in story}
    if clean["name"] != story["name"]:
        clean["name"] = _TELLER
    return {**story, **clean}


def _names(staff: Iterable[Person]) -> re.Pattern[str] | None:
    """Finds a whole name, or a part of one alone; capitals count, so that "will" stays."""
    said = {part for one in staff for part in (one.name, one.forename, one.surname) if part}
    longest_first = sorted(said, key=lambda name: (-len(name), name))
    if not longest_first:
        return None
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _without(told: Any, names: re.Pattern[str]) -> Any:
    if isinstance(told, str):
        return names.sub(_SOMEBODY, told)
    if isinstance(told, list):
        return [_without(one, names) for one in told]
    if isinstance(told, dict):
        return {key: one if key in _IDS else _without(one, names) for key, one in told.items()}
    return told
