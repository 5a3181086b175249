"""What an operation says it did, so that every screen that cares can follow."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Subject(StrEnum):
    """The rooms of the college file; a screen names those it shows."""

    COLLEGE = "college"
    WORDS = "words"
    ACCOUNTS = "accounts"
    PEOPLE = "people"
    SKILLS = "skills"
    CERTIFICATES = "certificates"
    LEARNERS = "learners"
    TIMETABLE = "timetable"
    DEPLOYMENT = "deployment"
    COVER = "cover"
    BRIEFING = "briefing"
    PLACEMENTS = "placements"
    ASSESSMENT = "assessment"
    REFLECTIONS = "reflections"
    APPRAISAL = "appraisal"
    CAREER = "career"
    DEVELOPMENT = "development"
    TRAINING = "training"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Changes:
    """The subjects touched and the sentence that Undo shows ("Added Asha Kaur")."""

    subjects: frozenset[Subject]
    sentence: str

    def touches(self, subjects: frozenset[Subject]) -> bool:
        """Whether a screen that shows *subjects* has to be drawn again."""
        return not self.subjects.isdisjoint(subjects)


NOTHING = Changes(frozenset(), "")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """An operation's result and what it changed."""

    result: T
    changes: Changes
