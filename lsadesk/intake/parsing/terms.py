"""How long something holds, as sheets say it in place of a date: "3 yrs", "annual"."""

import re
from dataclasses import replace
from datetime import timedelta

from lsadesk.domain.calendar import Precision, RoughDate, months_after
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Value, written

_YEARLY = re.compile(r"^(?:annual(?:ly)?|yearly|every year|each year|blynyddol)$")
_FIGURES = re.compile(
    r"^(?:every\s+|valid (?:for )?)?(\d{1,2}|one|two|three|five)\s*-?\s*([a-z]+)$"
)
_WORDS = {"one": 1, "two": 2, "three": 3, "five": 5}
_MONTHS = {"y": 12, "yr": 12, "yrs": 12, "year": 12, "years": 12, "yearly": 12} | dict.fromkeys(
    ("m", "mth", "mths", "month", "months", "monthly"), 1
)


def parse_term(value: Value) -> int:
    """The months that *value* says. Raises `Unreadable`."""
    text = plain(written(value)).rstrip(".")
    if _YEARLY.match(text):
        return 12
    found = _FIGURES.match(text)
    unit = _MONTHS.get(found[2]) if found else None
    months = (_WORDS.get(found[1]) or int(found[1])) * unit if found and unit else 0
    if not 0 < months <= 240:
        raise Unreadable("does not say how long it holds")
    return months


def says_term(value: Value) -> bool:
    """Whether a cell says how long something holds."""
    try:
        parse_term(value)
    except Unreadable:
        return False
    return True


def end_of(achieved: RoughDate, months: int) -> RoughDate:
    """The last day of a proof that holds for *months*, known as well as the day it was given."""
    ends = months_after(achieved.day, months)
    if achieved.precision is Precision.DAY:
        ends -= timedelta(days=1)
    return replace(achieved, day=ends)
