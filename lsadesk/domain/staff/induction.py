"""An LSA's induction: steps to tick, whose end gives point 1 (A56). Source: L and E R3.1."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NewType

from lsadesk.domain.careers.framework import Source

StepId = NewType("StepId", str)

FIRST_POINT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that belongs to an induction."""

    id: StepId
    text: str
    source: Source


def left_to_do(steps: Sequence[Step], done: Mapping[StepId, date]) -> tuple[Step, ...]:
    """The steps that are not ticked yet."""
    return tuple(step for step in steps if step.id not in done)
