"""The week's deployment as it is printed: who is where, and what nobody covers yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.calendar import TimeSpan, Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """One person in one session. *learners* are references; a sheet shows initials at most."""

    who: str
    day: Weekday
    span: TimeSpan
    title: str
    group: str = ""
    room: str = ""
    site: str = ""
    learners: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmetNeed:
    """A session that lacks somebody, with what is missing and why in words."""

    day: Weekday
    span: TimeSpan
    title: str
    group: str = ""
    site: str = ""
    missing: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimetableSheet:
    """A whole week. *people* names everybody in the plan, also those with nothing to do.

    *week* says which week in words ("Week A, from 23 Nov 2026").
    """

    college: str
    week: str
    day: date
    people: Sequence[str]
    placements: Sequence[Placement]
    unmet: Sequence[UnmetNeed] = ()


def initials(reference: str) -> str:
    """A learner's reference as it may hang on a wall: a name becomes its initials.

    References ("JB02") and initials ("JB", "J.B.") stay as they are.
    """
    words = reference.replace("-", " ").split()
    is_name = all(word.isalpha() for word in words) and any(
        letter.islower() for letter in reference
    )
    return "".join(word[0].upper() for word in words) if is_name else reference
