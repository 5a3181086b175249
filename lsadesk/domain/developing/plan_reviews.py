"""What is said about a development plan through the year: notes, evidence and dated reviews."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from lsadesk.domain.developing.development import ActionId, PlanAction, Progress
from lsadesk.domain.staff.people import PersonId

NoteId = NewType("NoteId", int)
ReviewId = NewType("ReviewId", int)


class NoteKind(StrEnum):
    """Why somebody wrote something down."""

    NOTE = "note"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNote:
    """Something written down in passing; whoever sees the plan reads it.

    *about* is the line it is about, None: the plan. *author* is None where the account had no
    member of staff behind it; *signed* is the name it is signed with. It is never changed:
    what somebody signed stays what they wrote, until they take it back.
    """

    id: NoteId
    person: PersonId
    about: ActionId | None
    kind: NoteKind
    day: date
    author: PersonId | None
    signed: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedLine:
    """A line as it stood when the plan was reviewed, and what was said of it.

    *action* is None where the line was taken out of the plan afterwards.
    """

    action: ActionId | None
    what: str
    due: date | None
    progress: Progress
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDetails:
    """A talk about the whole plan: what was *said* in general, and of each line."""

    held_on: date
    said: str = ""
    next_on: date | None = None
    lines: tuple[ReviewedLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReview(ReviewDetails):
    """A review as it is kept, *signed* with the name of whoever wrote it down."""

    id: ReviewId
    person: PersonId
    signed: str


def as_it_stands(action: PlanAction, words: str = "") -> ReviewedLine:
    """The line as a review keeps it."""
    return ReviewedLine(
        action=action.id,
        what=action.what,
        due=action.due,
        progress=action.progress,
        words=words,
    )


def is_review_over(next_on: date | None, day: date) -> bool:
    """Whether the day agreed for the next review has gone by."""
    return next_on is not None and next_on < day
