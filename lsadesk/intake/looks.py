"""What the values of a column look like, where its heading does not say."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from itertools import pairwise

from lsadesk.intake.keys import is_period
from lsadesk.intake.mapping import Field
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.dates import parse_date
from lsadesk.intake.parsing.day_times import split_day_time
from lsadesk.intake.parsing.days import parse_days, parse_weekday
from lsadesk.intake.parsing.hours import parse_hours
from lsadesk.intake.parsing.levels import parse_count
from lsadesk.intake.parsing.ratings import CROSSES, TICKS
from lsadesk.intake.parsing.ratios import parse_ratio
from lsadesk.intake.parsing.scales import WORDS, said_bare
from lsadesk.intake.parsing.standings import parse_standing
from lsadesk.intake.parsing.times import parse_span, parse_time, parse_week
from lsadesk.intake.parsing.words import LONGEST_NUMBER, key, plain, says_unknown
from lsadesk.intake.sheets import CellError, Value, written

_MARKS = {
    *[
        "t",
        "tb",
        "r",
        "a",
        "g",
        "b",
        "y",
        "n",
        "red",
        "amber",
        "green",
        "blue",
        "yes",
        "no",
        "true",
        "false",
        "n/a",
        "na",
        "x",
        "-",
        "?",
        "tbc",
    ],
    *TICKS,
    *CROSSES,
}
_STATUS = (
    frozenset(
        "y yes n no x n/a na booked due overdue expired required tbc tba ? - done complete "  # noqa: SIM905
        "completed attended passed".split()
    )
    | {"in progress", "not required"}
    | TICKS
    | CROSSES
)
DATED = frozenset({Field.STARTED, Field.LEFT, Field.ACHIEVED, Field.EXPIRES, Field.RATED_ON})
_MARK = re.compile(r"^(?:level |l)?(\d{1,2})(?:\.\d+)?(?:[+*?]|\s*[-/]\s*(\d{1,2}))?$")
_WORDED = re.compile(r"^\d\s*(?:[-:=.)(]\s*|\s)[a-z][a-z ,/']{2,60}\)?$")  # "3 - confident"
_PERCENT = re.compile(r"^\d{1,3}(?:\.\d+)?\s*%$")
_STANDS = re.compile(
    r"(?:over)?due\b|booked\b|expired?\b|lapsed\b|required\b|awaiting\b|waiting\b|planned\b|"
    r"in progress|not (?:done|yet|started|required|needed|applicable|complete)|exempt\b|"
    r"o/?due\b|(?:mat(?:ernity)?|sick|long term|on) leave\b|lts\b|second(?:ed|ment)\b|"
    r"attending\b|to (?:do|book|be)\b|outstanding\b|refresher\b|cancelled\b|scheduled\b"
)
_IN_POST = re.compile(
    r"(?:current|active|filled|in post|employed|live|open|starter|new starter|working)\b"
)
_LEFT = re.compile(
    r"(?:left|leavers?|ex|former|past staff|previous staff|inactive|resigned|retired|terminated|"
    r"dismissed|ended|closed|"
    r"no longer|redundant|deceased|archived)\b"
)
_RATIO = re.compile(
    r"(?<![\d/:.-])(?:[1-4]|one|two)\s*(?::|\bto\b)\s*(?:[1-9]|1[0-2]|one|two|three|four)"
    r"(?![\d/:.-])"
)
_ADDRESS = frozenset(("mr", "mrs", "miss", "ms", "mx", "dr", "prof", "revd", "rev"))
_SMALL = frozenset(("van", "der", "de", "la", "von", "ap", "ab", "al", "bin"))
_NAME = re.compile(r"^[^\W\d_](?:[^\W\d_]|['’.-])*(?:[ ,]+[^\W\d_](?:[^\W\d_]|['’.-])*){1,4}$")


def share(values: Iterable[Value], test: Callable[[Value], bool]) -> float:
    """The share of *values* that pass *test*; 0 for none at all."""
    results = [test(value) for value in values]
    return sum(results) / len(results) if results else 0.0


def is_mark(value: Value) -> bool:
    """Whether a cell could be a rating on some scale."""
    if isinstance(value, bool):
        return True
    if isinstance(value, int | float):
        return 0 <= value <= 10
    if not isinstance(value, str):
        return False
    text = plain(value)
    if text in _MARKS or said_bare(text) in WORDS or len(text) == 1 or _is_repeated(text):
        return True
    return _is_range(text) or bool(_WORDED.match(text) or _PERCENT.match(text))


def _is_repeated(text: str) -> bool:
    """Whether the words are one sign, up to four times: "✓✓", "***"."""
    return 1 < len(text) <= 4 and len(set(text)) == 1 and (text[0] in TICKS or text[0] in "*★")


def _is_range(text: str) -> bool:
    """Whether the words are a figure, or two figures too close together to be times."""
    found = _MARK.match(text)
    if not found:
        return False
    return found[2] is None or abs(int(found[1]) - int(found[2])) <= 2


def is_plain_mark(value: Value) -> bool:
    """Whether a cell is a figure, a tick or a letter, and not a word that is also a colour."""
    return is_mark(value) and (not isinstance(value, str) or len(value.strip()) <= 3)


def is_status(value: Value) -> bool:
    """Whether a cell of a training matrix says how a course stands, without a date."""
    text = plain(written(value))
    return isinstance(value, CellError) or text in _STATUS or bool(_STANDS.match(text))


def is_date(value: Value) -> bool:
    """Whether a cell says a date, and not just a small number."""
    if isinstance(value, time) or (isinstance(value, int | float) and value < 10_000):
        return False
    if isinstance(value, date | datetime):
        return True
    try:
        parse_date(value)
    except Unreadable:
        return False
    return not written(value).isdigit()


def says_date(value: Value) -> bool:
    """Whether a cell says a date, alone or as in "Yes - exp 03/27"."""
    if is_date(value):
        return True
    if not isinstance(value, str) or value.strip().isdigit():
        return False
    try:
        standing = parse_standing(value)
    except Unreadable:
        return False
    return standing.achieved is not None or standing.expires is not None


def is_standing(value: Value) -> bool:
    """Whether a cell of a training matrix says how a course stands, by a date or in words."""
    if is_status(value) or is_serial_date(value) or says_date(value):
        return True
    try:
        parse_standing(value)
    except Unreadable:
        return False
    return isinstance(value, str) and not value.strip().isdigit()


def is_serial_date(value: Value) -> bool:
    """Whether a cell is a spreadsheet's number for a day from 1968 to 2064."""
    text = written(value)
    return text.isdecimal() and len(text) == 5 and 25_000 <= int(text) <= 60_000


def says_in_post(value: Value) -> bool:
    """Whether a cell says that somebody is still there, or has left."""
    return bool(_IN_POST.match(key(written(value)))) or has_left(value)


def says_yes_or_no(value: Value) -> bool:
    """Whether a cell is a yes or a no and no more."""
    return key(written(value)) in ("y", "yes", "n", "no", "true", "false", "oes", "nac oes")


def has_left(value: Value) -> bool:
    """Whether a cell says that somebody no longer works there."""
    return bool(_LEFT.match(key(written(value))))


def is_name(value: Value) -> bool:
    """Whether a cell could be a person's full name."""
    return (
        isinstance(value, str)
        and len(value) <= 50
        and bool(_NAME.match(" ".join(re.sub(r"\(.*?\)\s*$", "", value).split())))
    )


def is_written_name(value: Value) -> bool:
    """Whether a cell could be a person's full name with its capitals, as few other words have."""
    words = str(value).split()
    return is_name(value) and all(word[0].isupper() or word in _SMALL for word in words)


def is_day(value: Value) -> bool:
    """Whether a cell names a weekday in letters."""
    if not isinstance(value, str):
        return False
    try:
        parse_weekday(value)
    except Unreadable:
        return False
    return True


def is_span(value: Value) -> bool:
    """Whether a cell says from when to when."""
    try:
        parse_span(value)
    except Unreadable:
        return False
    return True


def says_clock_time(value: Value) -> bool:
    """Whether a cell says one time of day, with its minutes: "9.15", 09:15."""
    if not isinstance(value, time) and not re.search(r"\d[.:]\d\d|\d\s*[ap]m", written(value)):
        return False
    try:
        parse_time(value)
    except Unreadable:
        return False
    return True


def says_day_and_time(value: Value) -> bool:
    """Whether a cell says a day and from when to when on it: "Mon 09:15 - 10:45"."""
    both = split_day_time(value)
    return both is not None and (is_span(both[1]) or is_period(both[1]))


def is_form_of_address(value: Value) -> bool:
    """Whether a cell is "Mr", "Mrs" or the like, alone."""
    return key(written(value)) in _ADDRESS


def is_running_number(values: Iterable[Value], *, fewest: int = 3) -> bool:
    """Whether a column only counts its rows: 1, 2, 3."""
    numbers = [_counted(written(value)) for value in values]
    return len(numbers) >= fewest and all(b - a == 1 for a, b in pairwise(numbers))


def _counted(text: str) -> int:
    """The whole number that *text* is; -1 where it is none: "²" is a digit and no number."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else -1


def _reads(parse: Callable[[Value], object]) -> Callable[[Value], bool]:
    """The test whether *parse* can read a cell."""

    def test(value: Value) -> bool:
        try:
            parse(value)
        except Unreadable:
            return says_unknown(written(value))
        return True

    return test


def parses_as_ratio(value: Value) -> bool:
    """Whether a cell is a ratio of staff to learners, and no date or time that resembles one."""
    return isinstance(value, str) and bool(_RATIO.search(plain(value)))


# What the cells of a field must mostly be readable as, for its heading to be believed.
PARSED: dict[Field, Callable[[Value], bool]] = {
    Field.HOURS: _reads(parse_hours),
    Field.DAYS: _reads(parse_days),
    Field.DAY: lambda value: _reads(parse_weekday)(value) or _reads(parse_days)(value),
    Field.SPAN: lambda value: is_period(value) or _reads(parse_span)(value),
    Field.END: _reads(parse_time),
    Field.WEEK: _reads(parse_week),
    Field.RATIO: _reads(parse_ratio),
    Field.LSAS: _reads(parse_count),
}
