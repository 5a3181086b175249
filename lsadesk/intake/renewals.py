"""Training matrices whose dates are those on which courses run out, not those they were done."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.looks import says_date
from lsadesk.intake.mapping import Column, Field, SheetMapping
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.dates import parse_date
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.private import is_private
from lsadesk.intake.sheets import Row, Value

_ENDS = re.compile(
    r"\b(?:expir\w*|exp|renewals?|renew|due|valid (?:to|until)|until|lapses?|refresher)\b", re.I
)
_DONE = re.compile(r"\b(?:complet\w*|achieved|done|attended|taken|passed|obtained)\b", re.I)
_FILLER = re.compile(
    r"\b(?:dates?|on|by|of|cert|certificate|next|last|previous)\b|[()\[\]:–-]", re.I
)
_NO_COURSE = re.compile(
    r"\b(?:contract|probation|appraisal|review|supervision|permit|mot|tax|insurance|meeting)\b"
)
_TERM = re.compile(  # how long a course holds, behind its name: "(renew every 3 yrs)"
    r"[\s(\[,:–-]+(?:(?:renew\w*|refresh\w*|valid|lasts|update\w*)\b(?:\s+(?:every|for))?|every)\s+"
    r"(?:(?:\d{1,2}|one|two|three|five)\s*-?\s*)?"
    r"(?:y|yrs?|years?|yearly|m|mths?|months?|monthly|annual(?:ly)?)\s*[)\]]?$",
    re.I,
)
_LONGEST_COURSE = 31  # days; what runs out sooner is no certificate
_OVER = (Field.COURSE_DATE, Field.EXPIRES, Field.ACHIEVED, Field.NOT_TAKEN)


def with_renewals(
    columns: list[Column], title: str, values: dict[int, list[Value]]
) -> list[Column]:
    """*columns* with "First aid expiry" read as that course's renewal.

    A title that speaks of expiry alone says it of every course column under it, unless
    some of the headings say it themselves.
    """
    if any(column.field is Field.COURSE for column in columns):
        return columns
    columns = [_without_term(column, values.get(column.index, [])) for column in columns]
    ending = {
        column.index: name
        for column in columns
        if (name := _course_ending(column, values.get(column.index, [])))
    }
    columns = [_done_beside(column, set(ending.values())) for column in columns]
    dated = [column for column in columns if column.field is Field.COURSE_DATE]
    is_said = any(column.field is Field.COURSE_EXPIRES for column in columns)
    if ending:
        return [
            _renewal(column, ending[column.index]) if column.index in ending else _course(column)
            for column in columns
        ]
    if dated and not is_said and _ENDS.search(plain(title)) and not _DONE.search(plain(title)):
        return [_renewal(c, c.name) if c.field is Field.COURSE_DATE else c for c in columns]
    return columns


def says_terms(columns: Sequence[Column]) -> bool:
    """Whether headings of courses say how long these hold."""
    return any(c.field is Field.COURSE_DATE and _TERM.search(c.header) for c in columns)


def with_course_days(mapping: SheetMapping, rows: Sequence[Row]) -> SheetMapping:
    """*mapping* with an "End date" that is the last day of a course itself as when it was done."""
    both = [mapping.of(field)[:1] for field in (Field.ACHIEVED, Field.EXPIRES)]
    if mapping.kind is not SheetKind.TRAINING or not all(both):
        return mapping
    (start,), (end,) = both
    lengths = [_days_between(row, start, end) for row in rows]
    known = [days for days in lengths if days is not None]
    if not known or sum(0 <= days <= _LONGEST_COURSE for days in known) < 0.6 * len(known):
        return mapping
    line = f"“{end.header}” is taken as the last day of a course, and not as when it runs out."
    fields = {start.index: Field.NOT_TAKEN, end.index: Field.ACHIEVED}
    columns = [replace(c, field=fields.get(c.index, c.field)) for c in mapping.columns]
    return replace(mapping, columns=tuple(columns), unsure=(*mapping.unsure, line))


def _days_between(row: Row, start: Column, end: Column) -> int | None:
    try:
        first, last = (parse_date(row.cells[column.index]).day for column in (start, end))
    except (KeyError, Unreadable):
        return None
    return (last - first).days


def _without_term(column: Column, values: list[Value]) -> Column:
    """A column of dates called by its course alone, where its heading says how long that holds."""
    name = _TERM.sub("", column.header)
    if name == column.header or not key(name) or column.field not in _OVER:
        return column
    if not any(map(says_date, values)):
        return column
    return replace(column, field=Field.COURSE_DATE, name=name, confidence=70)


def _course_ending(column: Column, values: list[Value]) -> str:
    """The course whose end a column's heading names, or ""."""
    header = _TERM.sub("", column.header)
    if column.field not in _OVER or not _ENDS.search(header):
        return ""
    if _NO_COURSE.search(plain(header)) or is_private(header):
        return ""
    return _bare(header) if any(map(says_date, values)) else ""


def _bare(header: str) -> str:
    """The name of the course in a heading, without the words around it."""
    bare = _FILLER.sub(" ", _DONE.sub(" ", _ENDS.sub(" ", header)))
    return " ".join(bare.split()).strip(" .,;") if key(bare) else ""


def _done_beside(column: Column, ending: set[str]) -> Column:
    """ "MiDAS passed" as that course's own day, where "MiDAS expires" stands beside it."""
    name = _bare(column.header)
    if column.field is not Field.ACHIEVED or name not in ending or key(name) == key(column.header):
        return column
    return replace(column, field=Field.COURSE_DATE, name=name, confidence=70)


def _renewal(column: Column, name: str) -> Column:
    return replace(column, field=Field.COURSE_EXPIRES, name=name, confidence=70)


def _course(column: Column) -> Column:
    if column.field is not Field.COURSE_DATE:
        return column
    return replace(column, name=_bare(_TERM.sub("", column.header)) or column.name)
