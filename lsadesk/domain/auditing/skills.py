"""Skills and what is known of a person's skill: never just a number.

Levels follow the four LSA Levels of the 2011 report (source: L, table of LSA levels),
with 0 for "not yet" below them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.words import folded

SkillId = NewType("SkillId", int)

LEVEL_WORDS = (
    "not yet",
    "under direct instruction",
    "with guidance",
    "independently",
    "leads or trains others",
)


@dataclass(frozen=True, slots=True)
class Level:
    """A level from 0 (not yet) to 4 (leads or trains others)."""

    value: int

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 4:
            raise ValueError(f"a level is 0 to 4, not {self.value}")


@dataclass(frozen=True, slots=True)
class Unknown:
    """Asked, but nobody knows; never the same as "no"."""


@dataclass(frozen=True, slots=True)
class NeverAsked:
    """Nobody has asked yet."""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The skill has no place in this person's work."""


@dataclass(frozen=True, slots=True)
class Exempt:
    """Excused from it, with the reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class Suspended:
    """Held, but not to be used until a day (None: until said otherwise)."""

    until: date | None
    reason: str


SkillValue = Level | Unknown | NeverAsked | NotApplicable | Exempt | Suspended

# One small number for each kind of value: 0-4 are the levels themselves. It is what the
# store keeps and what the audit matrix paints from.
UNKNOWN, NEVER_ASKED, NOT_APPLICABLE, EXEMPT, SUSPENDED = 5, 6, 7, 8, 9
SYMBOLS = ("0", "1", "2", "3", "4", "?", "\u2013", "n/a", "ex", "sus")
SPOKEN = (
    *(f"level {number}, {words}" for number, words in enumerate(LEVEL_WORDS)),
    "not known",
    "never asked",
    "not applicable",
    "exempt",
    "suspended",
)


def level_said(level: int) -> str:
    """A level with its words, within a sentence: "2 (with guidance)"."""
    return f"{level} ({LEVEL_WORDS[level]})"


_PLAIN: dict[int, SkillValue] = {
    UNKNOWN: Unknown(),
    NEVER_ASKED: NeverAsked(),
    NOT_APPLICABLE: NotApplicable(),
}


def code_of(value: SkillValue) -> int:
    """The value's small number; the inverse of `value_of`."""
    match value:
        case Level(level):
            return level
        case Unknown():
            return UNKNOWN
        case NeverAsked():
            return NEVER_ASKED
        case NotApplicable():
            return NOT_APPLICABLE
        case Exempt():
            return EXEMPT
        case Suspended():
            return SUSPENDED


def value_of(code: int, reason: str = "", until: date | None = None) -> SkillValue:
    """The value that *code* stands for."""
    if 0 <= code <= 4:
        return Level(code)
    if code == EXEMPT:
        return Exempt(reason)
    if code == SUSPENDED:
        return Suspended(until, reason)
    return _PLAIN[code]


class View(StrEnum):
    """Whose view a rating is. Where several exist, the audit shows the first of `SHOWN_FIRST`."""

    SELF = "self"
    APPRAISER = "appraiser"
    AGREED = "agreed"
    IMPORTED = "imported"


SHOWN_FIRST = (View.AGREED, View.APPRAISER, View.IMPORTED, View.SELF)


@dataclass(frozen=True, slots=True)
class Skill:
    """Something a person can be able to do; *group* is the heading it stands under.

    *hidden*: the audit does not show it; what was recorded of it stays.
    """

    id: SkillId
    name: str
    group: str = ""
    hidden: bool = False


def why_not_new(name: str, seen: Iterable[Skill]) -> str:
    """Why no skill can be called *name* beside those *seen*, hidden ones too; "" where one can.

    No two skills are alike: capitals and spaces around do not tell them apart.
    """
    wanted = folded(name.strip())
    if not wanted:
        return "A skill needs a name. Type one."
    same = next((each for each in seen if folded(each.name) == wanted), None)
    if same is None:
        return ""
    if same.hidden:
        return f"{same.name} is there already, hidden. Show it again instead."
    return f"{same.name} is there already."


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One view of one person's skill.

    *note* keeps what was written where the value says less ("2-3", a tick);
    *training_booked* is a fact of its own beside the value.
    """

    person: PersonId
    skill: SkillId
    value: SkillValue
    view: View
    rated_on: date | None = None
    proof: str = ""
    note: str = ""
    training_booked: bool = False
