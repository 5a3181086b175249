"""How somebody stands with a course, in one cell: a day, a yes, an end, or several of them."""

import re
from dataclasses import dataclass

from lsadesk.domain.calendar import RoughDate
from lsadesk.domain.courses.certificates import Lapse
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.dates import parse_date
from lsadesk.intake.parsing.levels import parse_yes
from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Value, written

_NEVER = re.compile(
    r"\b(?:no (?:expiry|renewal)|(?:never|does not|doesn't) (?:expires?|lapses?)|for life|"
    r"lifetime)\b"
)
_END = re.compile(
    r"(?:^|(?<=[\s(,;:-]))(?:exp(?:ires|iry|ired|d)?(?: on| date)?|valid (?:to|till|until)|until|"
    r"renew(?:al)?(?: due| by| date)?|lapse[sd]?|runs? out|(?:next |refresher )?due(?: on| by)?)\b"
    r"[\s.:-]*(.*?)\)?$"
)
_RANGE = re.compile(r"^(.*\d{4}|\d\d?[./]\d\d?[./]\d\d)\s*(?:-|to|until)\s+(.*\d)$")
_TICKED = re.compile(r"^[✓✔☑√✅]+\s*(?=\d)|(?<=\d)\s*[✓✔☑√✅]+$")
_HELD = re.compile(
    r"(?:completed?|attended|trained|held|pass(?:ed)?|current|valid|in date|up to date)$"
)


_SIGNED = re.compile(  # "JN 12/03/26", "12/03/26 JN"
    r"^(?!NO\b|IN\b)[A-Z]{2}[\s.,:-]+(?=\d)|(?<=\d)[\s.,:-]+(?!AM\b|PM\b)[A-Z]{2}$"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """That a course was done: when, if that is said, and what is said of its end."""

    achieved: RoughDate | None = None
    lapse: Lapse = Lapse.NOT_KNOWN
    expires: RoughDate | None = None


def parse_standing(value: Value) -> Standing:
    """What a cell under a course's name says: a date, "yes", "Yes - exp 03/27", "no expiry".

    The initials of whoever signed it off are left out.

    Raises `Unreadable` where it says neither that the course was done nor when it ends.
    """
    if not isinstance(value, str):
        return Standing(parse_date(value))
    text = plain(_TICKED.sub("", _SIGNED.sub("", written(value))))
    if found := _NEVER.search(text):
        return Standing(_done(text[: found.start()]), Lapse.NEVER)
    if found := _END.search(text):
        if not found[1]:
            raise Unreadable("says that it ends, and not when")
        return Standing(_done(text[: found.start()]), Lapse.ON, parse_date(found[1]))
    if found := _RANGE.match(text):
        return Standing(parse_date(found[1]), Lapse.ON, parse_date(found[2]))
    return Standing(_done(text))


def _done(text: str) -> RoughDate | None:
    """The day of *text*, or None where it only says that the course was done."""
    bare = text.strip(" -,;:(.")
    return None if not bare or _says_done(bare) else parse_date(bare)


def _says_done(text: str) -> bool:
    if _HELD.match(text):
        return True
    try:
        return parse_yes(text)
    except Unreadable:
        return False
