"""Why somebody is kept from some work.

It is about health (UK GDPR, article 9): whoever plans needs the effect alone, so the reason is
kept apart from the work pattern, under a right of its own.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HealthNote:
    """The words, and the version that they were read at (0: nothing is kept yet)."""

    text: str = ""
    version: int = 0
