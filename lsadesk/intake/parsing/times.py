"""Times of day and spans of time as timetables write them."""

import re
from dataclasses import dataclass
from datetime import datetime, time

from lsadesk.domain.calendar import TimeSpan, Week, minute_of
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.day_times import split_day_time
from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Value, written

# No college session starts before 7: a bare hour below that is meant after noon.
EARLIEST_HOUR = 7
EVENING = 18  # from then on a session may go on past midnight
_TIME = re.compile(
    r"^(\d{1,2})(?:\s*[.:h,]\s*(\d{1,2})(?:[:.]\d\d)?)?\s*(am|pm|a\.m\.?|p\.m\.?|a|p)?$"
)
_MILITARY = re.compile(r"^(\d{1,2})(\d{2})\s*(am|pm|h|hrs)?$")
_BETWEEN = re.compile(r"\s*(?:-|\bto\b|\btill?\b|\buntil\b|>|\btan\b)\s*")
# "Period 1 (9.00-10.00)", "Lunch: 12-12.45": the times that stand behind a name.
_NAMED_SPAN = re.compile(
    r"^(?!noon|midday)[a-z]+\.?\s*\d{0,2}(?:\s*[:,(\[-]\s*|\s+)"
    r"(\d[\d.:]*\s*(?:[ap]m)?\s*(?:-|\bto\b)\s*\d[\d.:]*\s*(?:[ap]m)?)\s*[)\]]?$"
)
_LENGTH = re.compile(
    r"^(?:(\d{1,2}(?:\.\d+)?)\s*(?:h|hrs?|hours?|:)\s*)?(?:(\d{1,3})\s*(?:m|mins?|minutes?)?)?$"
)
_WEEK_IN = re.compile(
    r"[(\[]?\b(?:week|wk|wythnos)\s*([ab12])\b(?!\s*(?:[/&+,]|and)\s*[ab12]\b)(?:\s+only)?\s*[)\]]?"
    r"|^\s*([AB])\s*:(?=\s*\S)",
    re.IGNORECASE,
)
_NAMED = {"noon": time(12), "midday": time(12), "12 noon": time(12), "12noon": time(12)}


@dataclass(frozen=True, slots=True)
class TimeRead:
    """A time; *assumed* when "1.15" was taken for 13.15."""

    moment: time
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class SpanRead:
    """A span of time; *assumed* when an afternoon was."""

    span: TimeSpan
    assumed: bool = False


def parse_time(value: Value) -> TimeRead:
    """The time of day that a cell says: 9.15, 09:15, 9:15am, 0915, 1:15pm."""
    match value:
        case datetime():
            return TimeRead(value.time())
        case time():
            return TimeRead(value)
        case bool():
            raise Unreadable("is not a time")
        case int() | float() if 0 < value < 1:
            minutes = round(value * 1440)
            return TimeRead(time(minutes // 60, minutes % 60))
        case float():
            return _from_text(f"{value:.2f}")
    both = split_day_time(value)
    return _from_text(plain(written(value if both is None else both[1])))


def parse_span(value: Value) -> SpanRead:
    """The span that one cell says: "9.15-10.45", "9-10.30", "1 to 2.30pm"."""
    text = plain(written(value))
    named = _NAMED_SPAN.match(text)
    parts = _BETWEEN.split(named[1] if named else text)
    if len(parts) != 2 or not all(parts):
        raise Unreadable("is not a start and a finish")
    start, end = parts
    half = re.search(r"(am|pm)$", end)
    if half and not re.search(r"[ap]\.?m", start) and ":" not in start:
        for ending in (half[1], ""):
            try:
                return span_of(parse_time(start + ending), parse_time(end))
            except Unreadable:
                continue
    return span_of(parse_time(start), parse_time(end))


def parse_duration(value: Value) -> int:
    """The minutes that a cell says a session lasts: 90, "90 mins", "1h 30", 1:30, 1.5."""
    if isinstance(value, time):
        return minute_of(value)
    text = plain(written(value))
    found = _LENGTH.match(text)
    if found and (found[1] or found[2]):
        minutes = round(float(found[1] or 0) * 60) + int(found[2] or 0)
    elif re.fullmatch(r"\d{1,3}(?:\.\d+)?", text):
        figure = float(text)
        minutes = round(figure * 60 if figure < 10 else figure)
    else:
        raise Unreadable("is not a length of time")
    if not 0 < minutes <= 14 * 60:
        raise Unreadable("is longer than a day at college can be")
    return minutes


def span_of(start: TimeRead, end: TimeRead) -> SpanRead:
    """From *start* to *end*; refuses an end that is not later or over 14 hours away.

    From an evening to the next morning the end is smaller than the start: it is a night.
    """
    length = minute_of(end.moment) - minute_of(start.moment)
    is_night = start.moment.hour >= EVENING and end.moment.hour < 12 and not start.assumed
    if length < 0 and is_night:
        length += 24 * 60
    if length <= 0:
        raise Unreadable("finishes before it starts")
    if length > 14 * 60:
        raise Unreadable("is longer than a day at college can be")
    return SpanRead(TimeSpan(start.moment, end.moment), start.assumed or end.assumed)


def parse_week(value: Value) -> Week:
    """Which weeks of two: "A", "Wk B", "1", "both"."""
    text = re.sub(r"^(?:week|wk|wythnos)s?\b[\s.:]*", "", plain(written(value)))
    if text in ("a", "1", "odd"):
        return Week.A
    if text in ("b", "2", "even"):
        return Week.B
    if re.match(
        r"(?:both|all|every|weekly|a\s*(?:/|&|\+|and|,)\s*b|1\s*(?:/|&|and|,)\s*2|ab$|$)", text
    ):
        return Week.BOTH
    raise Unreadable("is neither week A nor week B")


def split_week(text: str) -> tuple[str, Week | None]:
    """*text* without the one week of two that it names, and that week: "Swimming (Wk A only)"."""
    found = _WEEK_IN.search(text)
    if found is None:
        return text, None
    rest = " ".join(f"{text[: found.start()]} {text[found.end() :]}".split()).strip(" -–:,")
    return (rest, parse_week(found[1] or found[2])) if rest else (text, None)


def _from_text(text: str) -> TimeRead:
    if text in _NAMED:
        return TimeRead(_NAMED[text])
    found = _TIME.match(text) or _MILITARY.match(text)
    if not found:
        raise Unreadable("is not a time that can be read")
    hour, half = int(found[1]), (found[3] or "")[:1]
    minute = _minutes(found[2])
    if hour > 23 or minute > 59:
        raise Unreadable("is not a time of day")
    if half in ("a", "p"):
        return TimeRead(time(_hour_of(hour, half), minute))
    assumed = 0 < hour < EARLIEST_HOUR and not found[1].startswith("0")
    return TimeRead(time(hour + 12 if assumed else hour, minute), assumed)


def _minutes(text: str | None) -> int:
    """Minutes as written; "9.3" in a number cell is 9.30."""
    if not text:
        return 0
    return int(text) * 10 if len(text) == 1 and int(text) <= 5 else int(text)


def _hour_of(hour: int, half: str) -> int:
    if hour > 12:
        return hour
    return hour % 12 + (12 if half == "p" else 0)
