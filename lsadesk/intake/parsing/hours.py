"""Weekly hours: figures, clock style, fractions of full time, or "as required"."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Value, written

FULL_TIME = 37.0  # hours; the usual full-time week in UK colleges, which the user can change
_AS_REQUIRED = re.compile(
    r"as\s*(?:and\s*when|&\s*when|req|need)|zero|^0\s*h|casual|ad\s*hoc|var(?:ies|iable)|when\s+need|"
    r"^bank$|^sessional$"
)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::00)?\s*(?:h|hrs?|hours?)?$")
_PARTS = re.compile(
    r"(\d{1,2})\s*(?:h|hrs?|hours?)\s*(?:and\s*)?(\d{1,2})\s*(?:m|mins?|minutes?)?$"
)
_MINUTES = re.compile(r"(\d{1,2},?\d{3}|\d{2,4})\s*(?:m|mins?|minutes?)$")
_LABEL = re.compile(r"^(?:(?:weekly|contracted|support|total)\s+)*(?:hours?|hrs)\s*[:=-]\s*")
_TERM_TIME = re.compile(r"\s*[,(/-]?\s*\b(?:tto|term[ -]time(?: only)?|term only)\b\)?$")
_FIGURE = re.compile(
    r"(?:c\.?|approx\.?|up to|about|max\.?|min\.?)?\s*(\d{1,2}(?:[.,]\d{1,3})?)\s*(\+|plus)?\s*"
    r"(?:h|hr|hrs|hours?|h/w|awr)?\.?\s*(?:/|per|a|p)?\s*(?:w|wk|week|pw)?\.?\s*(\+)?$"
)
_FRACTION = re.compile(r"([01]?[.,]\d{1,3}|1(?:\.0+)?)\s*(?:fte|wte)?$")
_HALVES = {"½": ".5", "¼": ".25", "¾": ".75"}


@dataclass(frozen=True, slots=True)
class HoursRead:
    """Weekly minutes, or None where no figure is said ("as required", "full").

    *said* keeps the words where the figure says less than they do.
    """

    minutes: int | None
    as_required: bool = False
    said: str = ""


def parse_hours(value: Value) -> HoursRead:  # noqa: PLR0911 - one line a kind of cell
    """The weekly hours that a cell says: 37, "37 hrs", "18:30", "as req'd", "25+", "full"."""
    match value:
        case datetime():
            return _checked((value - datetime(1899, 12, 30)) / timedelta(hours=1))  # noqa: DTZ001
        case time():
            return _checked(value.hour + value.minute / 60)
        case bool():
            raise Unreadable("is not a number of hours")
        case int() | float():
            return _checked(float(value))
    text = _TERM_TIME.sub("", _with_decimals(plain(written(value)).strip("'\"")))
    text = _LABEL.sub("", text)
    if re.search(r"\b(fte|wte)$", text):
        return parse_fraction(value, FULL_TIME)
    if _AS_REQUIRED.search(text):
        return HoursRead(None, as_required=True, said=written(value))
    if re.match(r"(full|f/?t|24/7|all)\b", text) and not re.search(r"\d\d", text):
        return HoursRead(None, said=written(value))
    return _from_text(text, written(value))


def says_as_required(value: Value) -> bool:
    """Whether the words promise no hours: "zero hours", "casual", "as and when"."""
    return bool(_AS_REQUIRED.search(plain(written(value))))


def parse_fraction(value: Value, full_time: float) -> HoursRead:
    """The hours of a fraction of full time: "0.6", "0.6 FTE", 60 %."""
    text = _with_decimals(plain(written(value))).replace(",", ".")
    if found := re.match(r"(\d{1,3}(?:\.\d+)?)\s*%", text):
        return _checked(float(found[1]) / 100 * full_time)
    if re.match(r"half\b", text):
        return _checked(full_time / 2)
    if re.match(r"full\b|f/?t$", text):
        return _checked(full_time)
    found = _FRACTION.match(text)
    if not found or float(found[1].replace(",", ".")) > 1.2:
        raise Unreadable("is not a fraction of full time")
    return _checked(float(found[1].replace(",", ".")) * full_time)


def _with_decimals(text: str) -> str:
    text = text.replace("1/2", ".5").replace("1⁄2", ".5").replace("1⁄4", ".25")
    for sign, decimals in _HALVES.items():
        text = text.replace(sign, decimals)
    return re.sub(r"(\d)\s+(\.\d)", r"\1\2", text).replace("3⁄4", ".75")


def _from_text(text: str, said: str) -> HoursRead:
    if found := _CLOCK.match(text) or _PARTS.match(text):
        return _checked(int(found[1]) + int(found[2]) / 60)
    if found := _MINUTES.match(text):
        return _checked(int(found[1].replace(",", "")) / 60)
    found = _FIGURE.match(text)
    if not found:
        raise Unreadable("is not a number of hours that can be read")
    more = bool(found[2] or found[3])
    read = _checked(float(found[1].replace(",", ".")))
    return replace(read, said=said) if more else read


def _checked(hours: float) -> HoursRead:
    if not 0 <= hours <= 60:
        raise Unreadable("cannot be a week's hours")
    if hours == 0:
        return HoursRead(None, as_required=True, said="0")
    return HoursRead(round(hours * 60))
