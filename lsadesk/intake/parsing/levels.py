"""The LSA Level 1 to 4 of a post, and small yes/no and number cells."""

import re
from dataclasses import dataclass

from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Value, written

_YES = {
    "y",
    "yes",
    "true",
    "1",
    "seen",
    "✓",
    "✔",
    "☑",
    "√",
    "ok",
    "done",
    "checked",
    "ydw",
    "oes",
    "ie",
}
_NO = {"n", "no", "false", "0", "not seen", "✗", "✘", "☒", "na", "nac oes"}
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_LEVEL = re.compile(
    r"^(?:lsa\s*)?(?:l|lev|lvl|level|grade|gr|lefel|band)?[\s.:]*([0-9]|one|two|three|four|i{1,3}|iv)$"
)
_COUNT = re.compile(
    r"^(\d{1,2})\s*(?:-|to|/|or)\s*(\d{1,2})(?:\s*\w+)?$|^(\d{1,2})\s*\+?\s*(?:x|lsas?|staff)?$"
)


@dataclass(frozen=True, slots=True)
class CountRead:
    """How many are needed, and the upper figure of "2-3"."""

    needed: int
    wanted: int


def parse_level(value: Value) -> int:
    """The LSA Level 1-4 that a cell says: 2, "L2", "Level 3"."""
    found = _LEVEL.match(plain(written(value)))
    level = (_WORDS.get(found[1]) or int(found[1])) if found else 0
    if not 1 <= level <= 4:
        raise Unreadable("is not a level from 1 to 4")
    return level


def parse_yes(value: Value) -> bool:
    """Whether a cell says yes or no."""
    text = plain(written(value))
    if text in _YES or re.match(r"(yes|seen|on file|copy)\b", text):
        return True
    if text in _NO or re.match(r"(no|not)\b", text):
        return False
    raise Unreadable("is neither yes nor no")


def parse_count(value: Value) -> CountRead:
    """How many LSAs a session asks for: 2, "2-3", "none"."""
    text = plain(written(value))
    if text in ("none", "nil", "no", "-"):
        return CountRead(0, 0)
    text = re.sub(r"^(?:yes\b\W*|x\s*)(?=\d)|(?<=\d)\s*\([^)]*\)$", "", text)
    text = re.sub(r"^(?:one|two|three|four)\b", lambda word: str(_WORDS[word[0]]), text)
    each = re.match(r"^(\d)\s*:\s*1(?:\s*x\s*(\d))?$", text)  # "1:1 x2" is two learners' own
    if each:
        number = int(each[1]) * int(each[2] or 1)
        return CountRead(number, number)
    found = _COUNT.match(text)
    if not found:
        raise Unreadable("is not a number of staff")
    if found[3]:
        return CountRead(int(found[3]), int(found[3]))
    low, high = sorted((int(found[1]), int(found[2])))
    return CountRead(low, high)
