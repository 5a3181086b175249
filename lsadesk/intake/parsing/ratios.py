"""Ratios of staff to learners: "1:1", "2:1 PC, 1:1 other", "1 to 1 in community", "shared"."""

import re
from dataclasses import dataclass

from lsadesk.domain.weeks.learners import Ratio
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Value, written

_RATIO = re.compile(  # "1/2/2027" is a date
    r"(?<![\d/.-])\b(\d{1,2}|one|two)\s*(?::|to|-|;|/)\s*(\d{1,2}|one|two|three|four)\b"
    r"(?!\s*[/.-]\s*\d)"
)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4}
_CARE = re.compile(r"\b(?:pc|personal care|care|toilet|hoist|changing|m&h|manual handling)")
_NO_RATIO = re.compile(
    r"\bshared?\b|\bgroup\b|\bgeneral\b|\bin[- ]class\b|\bvar|\bas needed\b|\bpool\b"
)


@dataclass(frozen=True, slots=True)
class RatioRead:
    """The usual ratio, and that of personal care where it differs; None is "not known"."""

    ratio: Ratio | None
    care: Ratio | None = None


def parse_ratio(value: Value) -> RatioRead:
    """The ratios that a cell says. "shared" says that there is no figure."""
    text = plain(written(value))
    found = list(_RATIO.finditer(text))
    if not found:
        if _NO_RATIO.search(text):
            return RatioRead(None)
        raise Unreadable("is not a ratio of staff to learners that can be read")
    usual, care = None, None
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        ratio = Ratio(_number(match[1]), _number(match[2]))
        if _CARE.search(text[match.end() : end]):
            care = ratio
        elif usual is None:
            usual = ratio
    return RatioRead(usual, care)


def _number(text: str) -> int:
    number = _WORDS.get(text) or int(text)
    if number == 0:
        raise Unreadable("is not a ratio: it counts nobody")
    return number
