"""Conditions on staff, in a plan's own words, against the names of skills."""

import re
from collections.abc import Iterable

from lsadesk.intake.parsing.needs import asks_same_gender, names_to_keep_apart
from lsadesk.intake.parsing.words import key


def skills_asked_for(must_have: str, skills: Iterable[str]) -> frozenset[str]:
    """The *skills* (by key) that a condition names: "epilepsy trained" -> epilepsy rescue meds.

    Only a first word that begins exactly one skill counts; the words themselves are kept
    with the learner in any case.
    """
    by_first: dict[str, list[str]] = {}
    for skill in skills:
        by_first.setdefault(skill.split()[0] if skill else "", []).append(skill)
    found = set()
    for piece in re.split(r"[,;\n]", must_have):
        if asks_same_gender(piece) or names_to_keep_apart(piece) or not key(piece):
            continue
        for word in key(piece).split():
            named = by_first.get(word, [])
            if len(named) == 1 and len(word) > 2:
                found.add(named[0])
    return frozenset(found)
