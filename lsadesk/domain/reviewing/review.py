"""One review of the college's learning support: opened, answered, agreed, closed.

Source: requirements A88 to A91, A96, B.4-8.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NewType

from lsadesk.domain.reviewing.points import PointId, Questions, Voice
from lsadesk.domain.reviewing.views import Confidence, Group, Spread

ReviewId = NewType("ReviewId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDetails:
    """What is said of a review: *want* and *success* are what the college aims at (A91)."""

    name: str
    want: str = ""
    success: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(ReviewDetails):
    """A review as it is kept. *edition*: of the guidance that its points come from."""

    id: ReviewId
    version: int
    opened: date
    closed: date | None
    edition: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What those who hold the review agreed of a point, and where that can be seen."""

    confidence: Confidence | None  # None: nobody can say yet
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReview:
    """A review to look at. *sheets* counts what was handed in, by voice.

    *told* is empty until the review is closed: an answer that comes in alone would show whose
    it is. *before* are the judgements of the review before it, *before_told* what was told then.
    """

    review: Review
    questions: Questions
    judgements: Mapping[PointId, Judgement]
    sheets: Mapping[Voice, int]
    told: Mapping[PointId, Mapping[Group, Spread]]
    previous: Review | None
    before: Mapping[PointId, Judgement]
    before_told: Mapping[PointId, Mapping[Group, Spread]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewWaiting:
    """What the home page says of it: a view that is asked for, and what the head has to see to.

    *want* and *success* are the latest review's, for everybody to keep in view (A91).
    """

    asks_me: bool = False
    want: str = ""
    success: str = ""
    to_look_at: int = 0


def moved(now: Judgement | None, before: Judgement | None) -> int | None:
    """By how many levels a point moved since the review before; None: one of them is not known."""
    if now is None or before is None or now.confidence is None or before.confidence is None:
        return None
    return now.confidence - before.confidence


def latest(reviews: Iterable[Review]) -> Review | None:
    """The one that was opened last."""
    return max(reviews, key=lambda each: (each.opened, each.id), default=None)
