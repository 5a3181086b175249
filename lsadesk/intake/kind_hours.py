"""Learners' lists with a column of hours for each kind of support: "1:1 hours", "Shared hours"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from lsadesk.domain.weeks.learners import Ratio
from lsadesk.intake.looks import PARSED, share
from lsadesk.intake.mapping import Column, Field
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.hours import parse_hours
from lsadesk.intake.parsing.ratios import parse_ratio
from lsadesk.intake.parsing.said_hours import parse_said_hours, says_hours
from lsadesk.intake.parsing.words import key, says_not_applicable, says_unknown
from lsadesk.intake.rows import Line
from lsadesk.intake.sheets import Value, written

_KIND = re.compile(
    r"^(?:[1-3] ?(?:to )?[1-9]|one to one|shared|(?:small )?group|in class|individual|pc|care|"
    r"personal care|therapy|general|outreach|travel|lunch(?:time)?|break)\b"
)
_OF_KIND = re.compile(  # "Support hours (1:1)"
    r"\b(?:hours?|hrs?) (?:[1-3] (?:to )?[1-9]|one to one|shared|(?:small )?group|in class|"
    r"individual|pc|personal care|care)$"
)
_HOURS = re.compile(r"\b(?:hours?|hrs?)\b")
_IN_WORDS = (Field.NOT_TAKEN, Field.RATIO, Field.CARE_RATIO, Field.NEEDS, Field.NEED)


def is_of_one_kind(header: str) -> bool:
    """Whether a heading is of the hours of one kind of support, and not of all of them."""
    said = key(header)
    return bool((_KIND.match(said) and _HOURS.search(said)) or _OF_KIND.search(said))


def with_kind_hours(columns: list[Column], values: Mapping[int, list[Value]]) -> list[Column]:
    """*columns* with several of hours by kind as such, where none holds all the hours.

    One such column in figures alone is the learner's hours.
    """
    if any(c.field is Field.HOURS and not is_of_one_kind(c.header) for c in columns):
        return columns
    kinds = {c.index for c in columns if is_of_one_kind(c.header) and _counts(c, values)}
    kinds = kinds if len(kinds) > 1 else set()
    kinds |= {c.index for c in columns if c.field in _IN_WORDS and _says(c, values)}
    return [
        replace(c, field=Field.KIND_HOURS, name=c.header, confidence=75) if c.index in kinds else c
        for c in columns
    ]


def _counts(column: Column, values: Mapping[int, list[Value]]) -> bool:
    return share(values.get(column.index, []), PARSED[Field.HOURS]) >= 0.6


def _says(column: Column, values: Mapping[int, list[Value]]) -> bool:
    return share(values.get(column.index, []), says_hours) >= 0.5


def minutes_by_kind(line: Line) -> int | None:
    """All hours of a row's kinds of support; None where one of them cannot be read."""
    minutes = [line.attempt(column, _minutes) for column in line.columns(Field.KIND_HOURS)]
    known = [each for each in minutes if each is not None]
    return sum(known) if known and len(known) == len(minutes) else None


def ratio_by_kind(line: Line) -> Ratio | None:
    """The ratio of a row's kinds of support, where those that say one agree."""
    said = [written(line.value(column)) for column in line.columns(Field.KIND_HOURS)]
    ratios = {ratio for text in said if (ratio := _ratio_in(text)) is not None}
    return ratios.pop() if len(ratios) == 1 else None


def said_by_kind(line: Line) -> str:
    """The kinds of support of a row as they are written; "" for none."""
    columns = line.columns(Field.KIND_HOURS)
    return "; ".join(f"{column.name}: {written(line.value(column))}" for column in columns)


def _minutes(value: Value) -> int:
    text = written(value)
    if says_not_applicable(text) or not text.strip("-. "):  # a dash: none of that kind
        return 0
    if says_unknown(text):
        raise Unreadable("does not say how many hours")
    if isinstance(value, str) and re.search(r"[^\W\d_]", text):
        return parse_said_hours(value)
    return parse_hours(value).minutes or 0


def _ratio_in(text: str) -> Ratio | None:
    try:
        return parse_ratio(text).ratio
    except Unreadable:
        return None
