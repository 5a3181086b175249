"""What a college asks itself about its learning support, and whom it asks.

Source: E, "How confident are you that", under its five recommendations; requirements A83, A89, A98.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

PointId = NewType("PointId", str)


class Voice(StrEnum):
    """A group of people who are asked, each with points of its own (A90)."""

    LEADERS = "leaders"
    GOVERNORS = "governors"
    TEACHERS = "teachers"
    ASSESSORS = "assessors"
    OBSERVERS = "observers"
    LSAS = "lsas"
    LEARNERS = "learners"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Something to be more or less confident of, and the groups that are asked about it.

    *number* counts under its recommendation. *to_learners* is how a learner is asked. *theme*:
    what inspection reports praised; "": none.
    """

    id: PointId
    recommendation: int
    number: int
    label: str
    text: str
    voices: frozenset[Voice]
    to_learners: str = ""
    theme: str = ""

    @property
    def code(self) -> str:
        """R1.4, as the guidance counts."""
        return f"R{self.recommendation}.{self.number}"

    def asks(self, voice: Voice) -> str:
        """What *voice* is asked; learners in words of their own."""
        return self.to_learners if voice is Voice.LEARNERS else self.text


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that helps learners to become independent, and the point that asks for it."""

    name: str
    point: PointId


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """The points of one edition of the guidance, in its order.

    *teachers*: what teachers need and should be able to do, by id (A99).
    """

    edition: str
    checked: date
    note: str
    recommendations: tuple[str, ...]
    points: tuple[Point, ...]
    themes: dict[str, str]
    conditions: tuple[Condition, ...]
    teachers: dict[str, str]

    def asked_of(self, voice: Voice) -> tuple[Point, ...]:
        """The points that *voice* is asked about."""
        return tuple(point for point in self.points if voice in point.voices)

    def topics(self) -> Iterator[tuple[str, str]]:
        """What a line of the lists can belong to, by id, in words."""
        for point in self.points:
            yield point.id, f"{point.code} {point.label}"
        yield from self.teachers.items()
