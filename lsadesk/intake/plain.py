"""Reading JSON from elsewhere: each value is of its kind and no longer than it may be, or refused.

Each function raises `TypeError` or `ValueError` for what it does not take.
"""

from datetime import datetime
from typing import Any

LONGEST_ID = 80
LONGEST_TEXT = 40_000


def short_text(said: Any) -> str:
    """A mark or a name of ours."""
    if not isinstance(said, str) or len(said) > LONGEST_ID:
        raise TypeError("not a short text")
    return said


def long_text(said: Any) -> str:
    """What somebody wrote; half a letter cannot be kept."""
    if not isinstance(said, str) or len(said) > LONGEST_TEXT:
        raise TypeError("not a text")
    return said.encode("utf-8", "replace").decode()


def yes_or_no(said: Any) -> bool:
    """True or false and nothing like it."""
    if not isinstance(said, bool):
        raise TypeError("not yes or no")
    return said


def whole(said: Any) -> int:
    """A whole number that a database keeps."""
    if not isinstance(said, int) or isinstance(said, bool) or not 0 <= said < 2**53:
        raise TypeError("not a whole number")
    return said


def moment(written: Any) -> datetime:
    """A moment with its zone."""
    at = datetime.fromisoformat(short_text(written))
    if at.tzinfo is None:
        raise ValueError("a moment without a zone")
    return at


def listed(said: Any, most: int) -> list[Any]:
    """A list of at most so many."""
    if not isinstance(said, list) or len(said) > most:
        raise ValueError("not a list, or too long")
    return said
