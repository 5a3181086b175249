"""What an LSA has to know before going into a session: few words, dated, used again.

Source: E R2 and R5.6, the essential need-to-knows; R5.7; requirements A74-A76, B.4-12.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.domain.weeks.timetable import Session, SessionId

LONGEST = 300  # letters in one answer: it is read in a doorway
USUAL_LIMIT = 14  # days that the same words serve for, where the college has not said


class Known(StrEnum):
    """One thing to know; the value is the name of its field in `NeedToKnows`."""

    CONCEPTS = "concepts"
    SKILLS = "skills"
    OUTCOMES = "outcomes"
    FEEDBACK = "feedback"
    PART = "part"
    AVOID = "avoid"
    LAST_TIME = "last_time"
    PAPERS = "papers"


FOUR = (Known.CONCEPTS, Known.SKILLS, Known.OUTCOMES, Known.FEEDBACK)


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedToKnows:
    """What is told of one session; "" is not said.

    The first four are those that an LSA needs before it begins: *concepts* and facts,
    *skills*, *outcomes* (the learner's target there), the *feedback* that the teacher hopes
    for. *part* is what the LSA does, *avoid* what not, *last_time* what came of it last,
    *papers* where the lesson plan, the scheme of work or the criteria are.
    """

    concepts: str = ""
    skills: str = ""
    outcomes: str = ""
    feedback: str = ""
    part: str = ""
    avoid: str = ""
    last_time: str = ""
    papers: str = ""

    def said(self, known: Known) -> str:
        """The words on *known*."""
        words: str = getattr(self, known.value)
        return words

    def told(self) -> Iterator[tuple[Known, str]]:
        """What is said, in the order in which it is read."""
        return ((known, self.said(known)) for known in Known if self.said(known))

    @property
    def missing(self) -> tuple[Known, ...]:
        """Those of the four that are not said."""
        return tuple(known for known in FOUR if not self.said(known))


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionBriefing:
    """What was said *by* somebody of a session, first for its day *on*; *number* is its record."""

    number: int
    session: SessionId
    on: date
    words: NeedToKnows
    by: str


class Readiness(StrEnum):
    """How an LSA goes into a session."""

    BLIND = "blind"
    PARTLY = "partly told"
    OLD = "told long ago"
    READY = "told"


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadSession:
    """A session on a day to come, with who is in it by the plan and the day's cover."""

    session: Session
    on: date
    lsas: tuple[PersonId, ...] = ()
    learners: tuple[LearnerId, ...] = ()
    told: SessionBriefing | None = None

    def readiness(self, limit: int) -> Readiness:
        """Whether all four are told, and on a day not longer ago than *limit* days."""
        if self.told is None:
            return Readiness.BLIND
        if self.told.words.missing:
            return Readiness.PARTLY
        return Readiness.OLD if (self.on - self.told.on).days > limit else Readiness.READY


def alike(one: AheadSession, among: Collection[AheadSession]) -> list[AheadSession]:
    """The other times that the same group has the same subject with the same teacher."""
    return [
        each
        for each in among
        if each.session.id != one.session.id and _subject(each) == _subject(one)
    ]


def _subject(one: AheadSession) -> tuple[str, str, str]:
    return one.session.title, one.session.group, one.session.teacher
