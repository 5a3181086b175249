"""Private notes: what somebody writes for themselves alone. Source: E, recommendation 3."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

ReflectionId = NewType("ReflectionId", int)

_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """A private note of one's own; nothing in the program shows it to anybody else."""

    id: ReflectionId
    text: str
    begun_at: datetime
    saved_at: datetime

    @property
    def title(self) -> str:
        """Its first line with words, cut to the width of a list; "" while it has none."""
        lines = (line.strip() for line in self.text.splitlines())
        first = next((line for line in lines if line), "")
        return first if len(first) <= _SHOWN else f"{first[: _SHOWN - 1]}\u2026"
