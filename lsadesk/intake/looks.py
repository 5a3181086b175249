"""What the values of a column look like, where its heading does not say."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time

from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.dates import parse_date
from lsadesk.intake.parsing.ratings import CROSSES, TICKS
from lsadesk.intake.parsing.scales import WORDS
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.sheets import Value, written

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
_MARK = re.compile(r"^(?:level |l)?\d{1,2}(?:\.\d)?(?:[+*?]|\s*[-/]\s*\d{1,2})?$")
_NAME = re.compile(r"^[^\W\d_][^\W\d_'’.-]*(?:[ ,]+[^\W\d_][^\W\d_'’.-]*){1,4}\.?$")


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
    return text in _MARKS or key(text) in WORDS or bool(_MARK.match(text)) or len(text) == 1


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


def is_name(value: Value) -> bool:
    """Whether a cell could be a person's full name."""
    return (
        isinstance(value, str) and len(value) <= 50 and bool(_NAME.match(" ".join(value.split())))
    )
