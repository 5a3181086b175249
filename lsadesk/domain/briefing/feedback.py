"""What an LSA tells a teacher after a session, open until something is done with it.

Source: E R5.8; requirements A78.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId

FeedbackId = NewType("FeedbackId", int)
LONGEST = 500


class Answer(StrEnum):
    """What the teacher made of it."""

    OPEN = ""
    ACTION = "something is done"
    REASON = "it stays as it is"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackDetails:
    """What is told; "" is not said. *learner_did* is what learners did, by reference."""

    worked: str = ""
    barriers: str = ""
    learner_did: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFeedback(FeedbackDetails):
    """What *person* told of a session on a day, and its answer: *answer_words* say what or why."""

    id: FeedbackId
    version: int
    session: SessionId
    on: date
    person: PersonId
    answer: Answer = Answer.OPEN
    answer_words: str = ""
    answered_by: str = ""
    answered_on: date | None = None


def in_short(told: FeedbackDetails) -> str:
    """All of it in one line, to be carried into what the next LSA needs to know."""
    parts = (
        ("worked", told.worked),
        ("in the way", told.barriers),
        ("learners", told.learner_did),
    )
    return "; ".join(f"{head}: {words.rstrip('.')}" for head, words in parts if words)


def is_empty(told: FeedbackDetails) -> bool:
    """Whether nothing is said at all."""
    return not in_short(told)
