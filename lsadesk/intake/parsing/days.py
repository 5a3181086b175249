"""Working days: "M T W", "Mon-Fri", "MTWThF", "not Fri", "term time only, Mon-Fri"."""

import re
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.calendar import WORKING_WEEK, Precision, Weekday
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.dates import parse_date
from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Value, written

_SPELLINGS = {
    Weekday.MONDAY: ("m", "mo", "mon", "monday", "llun", "dydd llun"),
    Weekday.TUESDAY: ("t", "tu", "tue", "tues", "tuesday", "mawrth", "maw"),
    Weekday.WEDNESDAY: ("w", "we", "wed", "weds", "wednes", "wednesday", "mercher", "mer"),
    Weekday.THURSDAY: ("th", "thu", "thur", "thurs", "thursday", "r", "iau"),
    Weekday.FRIDAY: ("f", "fr", "fri", "friday", "gwener", "gwe"),
    Weekday.SATURDAY: ("sa", "sat", "saturday", "sadwrn", "sad"),
    Weekday.SUNDAY: ("su", "sun", "sunday", "sul"),
}
_DATED = re.compile(r"\d\D+(?:\d+|[a-z]{3,})\D+\d")
_BY_WORD = {word: day for day, words in _SPELLINGS.items() for word in words}
_RUN = re.compile(r"^(?:th|tu|we|sa|su|m|t|w|r|f)+$")
_PIECE = re.compile(r"th|tu|we|sa|su|m|t|w|r|f")
_TERM = re.compile(r"\(?\b(?:in\s+)?(?:term[\s-]*time(?:\s+only)?|tto|term only|during term)\b\)?")
_ALL = re.compile(r"^(?:every ?day|all(?: days| week)?|daily|full week|all 5|5 days|any(?: day)?)$")
_NOT = re.compile(
    r"^(?:every ?day|all|mon-fri|any)?,?\s*(?:\b(?:not|no|exc(?:ept|l\.?)?|but not)\b)\s+"
)
_HOURS = re.compile(
    r"\(?\b\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm)?\s*(?:-|to)\s*\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm)?\b\)?"
)
_HALF = re.compile(r"\b([a-z]+)\s*\(?(am|pm|mornings?|afternoons?|half|1/2)\b\)?")


@dataclass(frozen=True, slots=True)
class DaysRead:
    """Working days (None where only term time is said); *said* keeps words that say more."""

    days: frozenset[Weekday] | None
    term_time_only: bool = False
    said: str = ""


def parse_weekday(value: Value) -> Weekday:
    """The one weekday that a cell or header names, or that a date in it falls on."""
    if isinstance(value, date):
        return Weekday(value.weekday())
    text = plain(written(value)).strip(" .:-")
    text = re.sub(r"^(?:dydd\s+|\d[\s.:-]+(?=[a-z]))", "", text)  # "1 Mon"
    first = re.split(r"[\s(:,]", text)[0].rstrip("s.") if len(text) > 4 else text.rstrip(".")
    for word in (text, first):
        if word in _BY_WORD and len(word) > 1:
            return _BY_WORD[word]
    if _DATED.search(text):
        day = parse_date(value)
        if day.precision is Precision.DAY:
            return Weekday(day.day.weekday())
    raise Unreadable("is not a day of the week")


def parse_days(value: Value) -> DaysRead:
    """The weekdays that a cell says somebody works."""
    text = plain(written(value))
    without = _TERM.sub(" ", text).strip(" ,;-")
    term = without != text.strip(" ,;-")
    if not without and term:
        return DaysRead(None, term)
    halves = bool(_HALF.search(without) or _HOURS.search(without))
    without = _HOURS.sub(" ", without).strip(" ,;-")
    without = _HALF.sub(r"\1", without)
    days = _days(without)
    return DaysRead(days, term, written(value) if halves else "")


def _days(text: str) -> frozenset[Weekday]:
    if _ALL.match(text):
        return WORKING_WEEK
    if found := _NOT.match(text):
        return WORKING_WEEK - _days(text[found.end() :])
    days: set[Weekday] = set()
    text = re.sub(r"\s*(?:-|\bto\b|\bthrough\b|\bthru\b|\bi\b)\s*", "-", text)
    for piece in re.split(r"[\s,;/&+.]+|\band\b", text):
        if piece:
            read = _piece(re.sub(r"(?<=day)s\b", "", piece))
            days |= {Weekday.THURSDAY} if piece == "t" and _is_midweek(days) else read
    if not days:
        raise Unreadable("names no days of the week")
    return frozenset(days)


def _piece(text: str) -> set[Weekday]:
    if text in _BY_WORD:
        return {_BY_WORD[text]}
    ends = text.split("-")
    if len(ends) == 2 and all(end in _BY_WORD for end in ends):
        first, last = (_BY_WORD[end] for end in ends)
        if first <= last:
            return {Weekday(number) for number in range(first, last + 1)}
    if len(ends) > 2 and all(end in _BY_WORD for end in ends):
        return {_BY_WORD[end] for end in ends}
    if _RUN.match(text):
        return _run(_PIECE.findall(text))
    raise Unreadable("is not a list of days that can be read")


def _run(letters: list[str]) -> set[Weekday]:
    days: set[Weekday] = set()
    for one in letters:
        days.add(Weekday.THURSDAY if one == "t" and _is_midweek(days) else _BY_WORD[one])
    return days


def _is_midweek(days: set[Weekday]) -> bool:
    """Whether a bare T behind *days* is the second of "MTWTF", a Thursday."""
    return max(days, default=Weekday.MONDAY) in (Weekday.TUESDAY, Weekday.WEDNESDAY)
