"""The pathway interview: twelve questions and two prompts to plot one's path, in three ways.

Alone it is private until its author shares it; in a meeting two people hold it; a group's
answers are kept apart from personal records and name nobody. Source: L, Annex A.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from lsadesk.domain.careers.framework import Source
from lsadesk.domain.staff.people import PersonId

PromptId = NewType("PromptId", str)
InterviewId = NewType("InterviewId", int)

# What two say is easily traced back to one of them.
SMALLEST_GROUP = 3


class Topic(StrEnum):
    """What a question is about; the headings of Annex A."""

    YOU = "you"
    NATIONALLY = "nationally"
    OTHER = "other"


class Way(StrEnum):
    """How an interview is held."""

    ALONE = "alone"
    MEETING = "in a meeting"
    GROUP = "as a group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question of the interview; *plots*: the answer is also on one's own line of time."""

    id: PromptId
    number: str
    topic: Topic
    text: str
    plots: bool
    source: Source


InterviewAnswers = Mapping[PromptId, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """An interview with its answers; *person* None for a group.

    *led_by* is in the words of whoever kept it, *taking_part* a number and no names.
    *shared_at* None: what is said alone is still private.
    """

    id: InterviewId
    way: Way
    person: PersonId | None = None
    held_on: date
    led_by: str = ""
    taking_part: int = 1
    answers: InterviewAnswers = field(default_factory=dict)
    shared_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewSheet:
    """An interview to be printed, in the order of Annex A; *about* says whose or how held."""

    college: str
    day: date
    title: str
    about: str
    prompts: tuple[Prompt, ...]
    answers: InterviewAnswers


def unanswered(prompts: Sequence[Prompt], answers: InterviewAnswers) -> tuple[Prompt, ...]:
    """The questions that nothing was said to."""
    return tuple(one for one in prompts if not answers.get(one.id, "").strip())


def named_in(text: str, names: Iterable[str]) -> str | None:
    """The first of *names* that *text* gives whole, in any capitals; None: nobody is named."""
    words = f" {_plain(text)} "
    return next((name for name in names if f" {_plain(name)} " in words), None)


def _plain(text: str) -> str:
    letters = (one if one.isalnum() else " " for one in text.casefold())
    return " ".join("".join(letters).split())
