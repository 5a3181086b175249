"""Ratings of one skill beside each other: of "Self" and "Agreed", whose is taken."""

import re
from collections.abc import Iterable

from lsadesk.intake.parsing.words import key

_RANKS = (  # each weighs more than those before it
    re.compile(r"(?:self|own|lsa|staff|me)(?: (?:score|rating|level|assessment|assessed))?"),
    re.compile(
        r"(?:line )?(?:manager|mgr|assessor|observer|lead)s?(?: (?:score|rating|level|assessment))?"
    ),
    re.compile(r"(?:agreed|final|moderated|joint)(?: (?:score|rating|level))?"),
)


def names_rater(header: str) -> bool:
    """Whether a heading says whose rating stands under it, and so names no skill."""
    return _rank(header) > 0


def has_last_word(header: str, beside: Iterable[str]) -> bool:
    """Whether a heading is that of the rating that counts most among those of one skill."""
    own = _rank(header)
    return own > 0 and own == max(map(_rank, beside), default=own)


def _rank(header: str) -> int:
    said = key(header)
    return next((at for at, words in enumerate(_RANKS, 1) if words.fullmatch(said)), 0)
