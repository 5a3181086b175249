"""When the periods of a college are: as its workbook tells, on all days alike or not."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lsadesk.domain.calendar import Weekday
from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.keys import is_period, lone_texts, period_key, period_row, periods_in
from lsadesk.intake.looks import is_span
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.day_times import split_day_time
from lsadesk.intake.parsing.days import parse_days
from lsadesk.intake.parsing.times import parse_span
from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Row, Sheet, written

_TOLD = re.compile(
    r"\b((?:(?:p|period|lesson|block|slot)\s*\d{1,2})(?=\s*[:=(-]?)|(?:am|pm|twilight|evening)(?=\s*[:=(]))"
    r"\s*[:=(-]?\s*([\d:.apm]+\s*(?:-|to)\s*[\d:.apm]+)"
)
_BETWEEN = ("registration", "reg", "lunch")  # of which nothing is taken
_WHEN = (Field.SPAN, Field.START, Field.DAY_TIME)
NOT_TOLD = "Nothing here says when its periods are: give their times under “Layout”."


def periods_of(sheets: Iterable[Sheet]) -> dict[str, str]:
    """The times of periods as the workbook tells them: "1" -> "9.10-10.20".

    Of a day that has times of its own: "1 friday" -> "9.10-9.55".
    """
    told: dict[str, str] = {}
    for sheet in sheets:
        rows = [pair for row in sheet.rows if (pair := period_row(row))]
        if len(rows) > 1:
            told.update(rows)
        told.update(_by_day(sheet.rows))
        for text in lone_texts(sheet):
            for name, span in _TOLD.findall(plain(text)):
                told.setdefault(period_key(name), span)
    return told


def are_bell_times(rows: Sequence[Row]) -> bool:
    """Whether all rows of a table say when a period is, on some days or others."""
    return len(rows) > 1 and all(map(_spans_of, rows))


def _by_day(rows: Sequence[Row]) -> dict[str, str]:
    """The times under the days that head them: "Period, Mon-Thu, Friday"."""
    told: dict[str, str] = {}
    heads: dict[int, frozenset[Weekday]] = {}
    for row in rows:
        found = _days_across(row)
        heads = found or heads
        for column, (name, span) in ({} if found else _spans_of(row)).items():
            told.setdefault(name, span)
            told |= {f"{name} {day.name.lower()}": span for day in heads.get(column, ())}
    return told


def _days_across(row: Row) -> dict[int, frozenset[Weekday]]:
    """The days that a row's cells behind the first name; empty where one names none."""
    found: dict[int, frozenset[Weekday]] = {}
    for column in sorted(row.cells)[1:]:
        try:
            days = parse_days(row.cells[column]).days
        except Unreadable:
            days = None
        if not days:
            return {}
        found[column] = days
    return found


def _spans_of(row: Row) -> dict[int, tuple[str, str]]:
    """The period of a row with each of its times by column; empty for any other row."""
    first, *others = sorted(row.cells)
    name = period_key(written(row.cells[first]))
    if not name or not others or not all(is_span(row.cells[column]) for column in others):
        return {}
    return {column: (name, str(parse_span(row.cells[column]).span)) for column in others}


def on_day(mapping: SheetMapping, day: Weekday) -> SheetMapping:
    """*mapping* with the times that its periods have on *day*."""
    end = f" {day.name.lower()}"
    own = {name.removesuffix(end): t for name, t in mapping.periods.items() if name.endswith(end)}
    return replace(mapping, periods={**mapping.periods, **own}) if own else mapping


def with_periods(
    table: SheetMapping, periods: Mapping[str, str], rows: Sequence[Row]
) -> SheetMapping:
    """A timetable with the times of its periods, told where the workbook lacks one of them."""
    if table.kind is not SheetKind.TIMETABLE:
        return table
    known = replace(table, periods=dict(periods)) if periods else table
    if set(periods_named(table, rows)) <= set(periods):
        return known
    return replace(known, unsure=(NOT_TOLD, *known.unsure))


def periods_named(table: SheetMapping, rows: Sequence[Row]) -> tuple[str, ...]:
    """The periods that a timetable names in place of times, as `period_key` writes them."""
    said = [column.name for column in table.of(Field.TIME_SESSIONS)]
    places = [column.index for field in _WHEN for column in table.of(field)]
    for cell in (row.cells[at] for row in rows for at in places if at in row.cells):
        both = split_day_time(cell)
        said.append(written(cell if both is None else both[1]))
    texts = (text for text in dict.fromkeys(said) if is_period(text))
    named = dict.fromkeys(name for text in texts for name in periods_in(text))
    return tuple(name for name in named if name not in _BETWEEN)
