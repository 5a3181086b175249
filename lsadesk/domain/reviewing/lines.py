"""What a college keeps beside its review: actions, challenges, checks, measures and changes.

Source: requirements A65, A88, A92 to A95, A97 to A99, A103.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

LineId = NewType("LineId", int)

TWO_TERMS = timedelta(weeks=26)
A_YEAR = timedelta(days=365)


class LineKind(StrEnum):
    """What a line is."""

    ACTION = "action"
    CHALLENGE = "challenge"
    ISSUE = "issue that LSAs raised"
    METHOD = "way of checking quality"
    MEASURE = "measure of impact"
    TRAINING = "training of teachers or managers"
    CHANGE = "change being tried"
    COMMENT = "comment on a draft"


class Stage(StrEnum):
    """How far a change is (A97)."""

    PLANNED = "planned"
    PILOT = "tried by a few"
    ROLLED_OUT = "rolled out"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDetails:
    """One line. *topic* is the point it belongs to, or something that teachers need; "": none.

    *begun* is the day it was first done, *found_on* when *found* (the finding, the result, the
    answer to a comment) was written of. *limits*: what a measure cannot show. *draft*: the draft
    and version that a comment is about. *reason*: why a change is rolled out before two terms.
    """

    kind: LineKind
    words: str
    topic: str = ""
    owner: str = ""
    begun: date
    due: date | None = None
    done: date | None = None
    found: str = ""
    found_on: date | None = None
    limits: str = ""
    draft: str = ""
    stage: Stage = Stage.PLANNED
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(LineDetails):
    """A line as it is kept."""

    id: LineId
    version: int


def lacking(line: LineDetails, today: date) -> str:
    """What a line of its kind still needs, as a sentence for whoever writes it; "": nothing."""
    if not line.words.strip():
        return "Say in a few words what it is."
    if line.kind is LineKind.MEASURE and not line.limits.strip():
        return "Say what this measure cannot show as well: every measure has its limits."
    if line.kind is LineKind.COMMENT and not line.draft.strip():
        return "Say which draft and version the comment is about."
    if line.kind is LineKind.ACTION and (line.due is None or not line.owner.strip()):
        return "An action needs somebody who sees to it, and a day."
    if is_early(line, today) and not line.reason.strip():
        return "This change was tried for less than two terms. Say why it is rolled out already."
    return ""


def is_early(line: LineDetails, today: date) -> bool:
    """Whether a change is rolled out before it was tried for two terms (E R1)."""
    if line.kind is not LineKind.CHANGE or line.stage is not Stage.ROLLED_OUT:
        return False
    return (line.done or today) - line.begun < TWO_TERMS


def is_overdue(line: LineDetails, today: date) -> bool:
    """Whether its day is past and it is not done."""
    return line.done is None and line.due is not None and line.due < today


def is_silent(line: LineDetails, today: date) -> bool:
    """Whether a way of checking quality has found nothing for a year (A93)."""
    if line.kind is not LineKind.METHOD or line.done is not None:
        return False
    return today - (line.found_on or line.begun) > A_YEAR


def to_look_at(lines: Iterable[Line], today: date) -> tuple[Line, ...]:
    """The lines that somebody should look at now."""
    return tuple(one for one in lines if is_overdue(one, today) or is_silent(one, today))
