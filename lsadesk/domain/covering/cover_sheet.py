"""The papers of a day of cover for staff, as values: slips and briefs."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lsadesk.domain.calendar import TimeSpan

MANY = 12  # people told alike: from here on one list is handier than a slip for each


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipLine:
    """A session as it is now for whoever gets the slip; *says* is what changed."""

    span: TimeSpan
    where: str
    says: str
    runs: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What changed in the day of one LSA or one teacher."""

    name: str
    is_teacher: bool
    lines: Sequence[SlipLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What many LSAs, or many teachers, are told alike of sessions that do not run."""

    says: str
    is_teacher: bool
    slips: Sequence[Slip]


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
    notices: Sequence[Notice] = ()
    briefs: Sequence[Brief] = ()


def told_alike(slips: Sequence[Slip]) -> tuple[list[Notice], list[Slip]]:
    """A notice for each reason why many people's sessions do not run, and the slips left.

    A notice has those alone for whom nothing else is different: it hangs where all can see it.
    """
    alike: dict[tuple[str, bool], list[Slip]] = defaultdict(list)
    for slip in slips:
        if len({line.says for line in slip.lines}) == 1 and not any(
            line.runs for line in slip.lines
        ):
            alike[slip.lines[0].says, slip.is_teacher].append(slip)
    notices = [
        Notice(says=says, is_teacher=is_teacher, slips=those)
        for (says, is_teacher), those in alike.items()
        if len(those) >= MANY
    ]
    gathered = {id(slip) for notice in notices for slip in notice.slips}
    return notices, [slip for slip in slips if id(slip) not in gathered]
