"""The papers of a day of cover for staff, as values: slips and briefs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lsadesk.domain.calendar import TimeSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipLine:
    """A session as it is now for whoever gets the slip; *says* is what changed."""

    span: TimeSpan
    where: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What changed in the day of one LSA or one teacher."""

    name: str
    is_teacher: bool
    lines: Sequence[SlipLine]


class BriefPart(StrEnum):
    """What of a learner's record a brief may tell; nothing else of it ever does."""

    AIMS = "aims"
    HOW = "how to support"
    SAID = "what the learner says"
    TASKS = "tasks with a sign-off"


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLearner:
    """What a newcomer is told of one learner: only what was chosen."""

    reference: str
    told: Sequence[tuple[BriefPart, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSession:
    """One session of a newcomer's day."""

    span: TimeSpan
    title: str
    place: str
    teacher: str
    learners: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A day's briefing for somebody new; *ends* is the last day of their booking.

    Source: requirements A64, B.4-21.
    """

    name: str
    sessions: Sequence[BriefSession]
    learners: Sequence[BriefLearner]
    ask: str
    ends: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverSheet:
    """What is printed on one day; each kind of paper takes what it needs."""

    college: str
    day: date
    slips: Sequence[Slip] = ()
    briefs: Sequence[Brief] = ()
