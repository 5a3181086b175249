"""Hours of support inside the words of a plan: "12.5 hrs 1:1", "15 hrs 1:1 plus 10 hrs group"."""

import re

from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Value, written

_HOURS = re.compile(r"(?<![\d:.,/-])(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:hours?|hrs?|h|awr)\b")
_OTHERWISE = re.compile(  # not so many hours in each week
    r"\b(?:per|a|each|every) (?:day|month|term|half term|year|fortnight)\b|\bdaily\b|\bmonthly\b|"
    r"\btermly\b|\bfortnight\w*|\bannual\w*|\bup to\b|\bor\b|\d\s*(?:-|to)\s*\d+(?:\.\d+)?\s*h"
)
_WITHIN = re.compile(r"\b(?:of which|incl\w*|inc\b|including|within)\b")


def parse_said_hours(value: Value) -> int:
    """The weekly minutes that a plan's words name, added up where they name several.

    What is said to be within others is not added again. Raises `Unreadable` where no hours
    are named, or they are no whole week's.
    """
    text = plain(written(value))
    found = [float(each.replace(",", ".")) for each in _HOURS.findall(text)]
    if not found or _OTHERWISE.search(text):
        raise Unreadable("does not say hours a week that can be read")
    hours = max(found) if _WITHIN.search(text) else sum(found)
    if not 0 < hours <= 60:
        raise Unreadable("cannot be a week's hours")
    return round(hours * 60)


def says_hours(value: Value) -> bool:
    """Whether a cell names weekly hours among other words."""
    if not isinstance(value, str):
        return False
    try:
        parse_said_hours(value)
    except Unreadable:
        return False
    return True
