"""A row of a staff list -> one member of staff."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from lsadesk.domain.calendar import RoughDate
from lsadesk.domain.incoming import StaffRecord
from lsadesk.domain.staff.people import Contract
from lsadesk.intake.looks import has_left
from lsadesk.intake.mapping import Column, Field
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.contracts import parse_contract, says_term_time
from lsadesk.intake.parsing.dates import last_day, parse_date
from lsadesk.intake.parsing.days import DaysRead, parse_days
from lsadesk.intake.parsing.hours import HoursRead, parse_fraction, parse_hours, says_as_required
from lsadesk.intake.parsing.levels import parse_level, parse_yes
from lsadesk.intake.parsing.names import (
    Name,
    could_be_name,
    is_no_name,
    parse_name,
    proper,
    remark_on,
    tidy_name,
)
from lsadesk.intake.parsing.said_hours import parse_said_hours, says_hours
from lsadesk.intake.parsing.words import plain, says_unknown
from lsadesk.intake.rows import Aside, Line
from lsadesk.intake.sheets import Value, written


def staff_of(line: Line) -> StaffRecord:
    """The member of staff that a row says. Raises `Aside` where it names nobody."""
    name = name_on(line)
    _refuse_leaver(line)
    hours = _hours(line)
    days = _days(line)
    return StaffRecord(
        source=line.source,
        forename=name.forename,
        surname=name.surname,
        payroll=line.raw(Field.PAYROLL),
        title=line.text(Field.TITLE),
        level=line.parsed(Field.LEVEL, parse_level),
        team=line.text(Field.TEAM),
        line_manager=line.text(Field.LINE_MANAGER),
        contract=line.parsed(Field.CONTRACT, parse_contract) or Contract.NOT_KNOWN,
        weekly_minutes=hours.minutes,
        as_required=hours.as_required or (hours.minutes is None and _is_as_required(line)),
        term_time_only=_term_time(line, days),
        days=days.days,
        started=line.parsed(Field.STARTED, parse_date),
        left_on=_left(line),
        sites=_sites(line.text(Field.SITE)),
        note=_note(line, hours, days),
    )


def name_on(line: Line) -> Name:
    """The name that a row gives to a member of staff. Raises `Aside`."""
    surname, forename = line.raw(Field.SURNAME), line.forename()
    if surname and forename:
        name = Name(proper(tidy_name(forename)), proper(tidy_name(surname)))
        if (
            not (could_be_name(name.surname) and could_be_name(name.forename))
            or is_no_name(surname)
            or is_no_name(forename)
        ):
            column = line.mapping.of(Field.SURNAME)[0]
            raise Aside(f"“{forename} {surname}” is not a person's name.", column)
        return name
    for wanted in (Field.FULL_NAME, Field.SURNAME, Field.FORENAME):
        for column in line.columns(wanted):
            name = line.required(wanted, _name, "name")
            if not name.surname:
                reason = f"“{written(line.value(column))}” is only part of a name."
                raise Aside(reason, column)
            return replace(name, forename=line.known_as() or name.forename)
    if line.mapping.about:
        return parse_name(line.mapping.about)
    raise Aside("It has no name.", next(iter(line.mapping.of(Field.FULL_NAME)), None))


def _refuse_leaver(line: Line) -> None:
    """Raise `Aside` for somebody who has left, unless the row says when."""
    if has_left(_behind_name(line)):
        column = line.columns(Field.FULL_NAME)[0]
        raise Aside(f"They have left, the row says: “{_behind_name(line)}”.", column)
    for column in line.columns(Field.STATUS):
        is_flagged = has_left(column.header) and line.attempt(column, parse_yes)
        if (has_left(line.value(column)) or is_flagged) and not line.columns(Field.LEFT):
            raise Aside(f"They have left, the row says: “{written(line.value(column))}”.", column)


def _behind_name(line: Line) -> str:
    return remark_on(line.raw(Field.FULL_NAME))


def _name(value: Value) -> Name:
    if not isinstance(value, str):
        raise Unreadable("is not a person's name")
    return parse_name(value)


def _hours(line: Line) -> HoursRead:
    hours = line.parsed(Field.HOURS, parse_hours)
    if hours is None:
        hours = line.parsed(Field.FTE, _fraction_reader(line.mapping.full_time_hours))
    if hours is None and not line.mapping.has(Field.HOURS, Field.FTE):
        hours = _hours_of_contract(line)
    return _hours_by_day(line) if hours is None else hours


def _hours_of_contract(line: Line) -> HoursRead | None:
    """The hours among the words of a contract, "Permanent, 30 hours", where no column has them."""
    said = [line.value(column) for column in line.columns(Field.CONTRACT)]
    return next((HoursRead(parse_said_hours(each)) for each in said if says_hours(each)), None)


def _is_as_required(line: Line) -> bool:
    """Whether a row without hours has a contract that promises none: "zero hours"."""
    return any(says_as_required(line.value(column)) for column in line.columns(Field.CONTRACT))


def _fraction_reader(full_time: float) -> Callable[[Value], HoursRead]:
    return lambda value: parse_fraction(value, full_time)


def _hours_by_day(line: Line) -> HoursRead:
    """The sum of one column a weekday, where each filled cell is a figure of hours."""
    days = [column.day for column in line.mapping.of(Field.DAY_WORKED)]
    if len(set(days)) < len(days):  # its start and its finish, with a break between them
        return HoursRead(None)
    minutes = [_day_minutes(line.value(column)) for column in line.columns(Field.DAY_WORKED)]
    known = [length for length in minutes if length is not None]
    if known and all(length is not None for length in minutes) and any(known):
        return HoursRead(sum(known))
    return HoursRead(None)


def _day_minutes(value: Value) -> int | None:
    """The minutes of one day's cell; None for a tick, a time span or words."""
    if plain(written(value)) in _NO_WORK:
        return 0
    try:
        minutes = parse_hours(value).minutes
    except Unreadable:
        return None
    return minutes if minutes is not None and 60 <= minutes <= 14 * 60 else None


_NO_END = {"n/a", "no", "n", "current", "ongoing", "perm", "permanent", "open ended", "none"}
_FOR_EVER = re.compile(r"\b(?:9999|2999|2099)\b")  # what a payroll writes for no end
_NO_WORK = {"", "-", "0", "n", "no", "off", "x", "not in", "nwd", "n/a", "none", "false"}


def _days(line: Line) -> DaysRead:
    read = line.parsed(Field.DAYS, parse_days)
    if read is not None:
        return read
    columns = line.mapping.of(Field.DAY_WORKED)
    if not columns:
        return DaysRead(None)
    worked = frozenset(column.day for column in columns if _works(line, column)) - {None}
    return DaysRead(frozenset(day for day in worked if day is not None) or None)


def _works(line: Line, column: Column) -> bool:
    if column.index not in line.row.cells:
        return False
    text = plain(written(line.value(column)))
    return (text == "x" and _crosses_mean_in(line)) or text not in _NO_WORK


def _crosses_mean_in(line: Line) -> bool:
    """A row of crosses and blanks marks the days worked; a cross beside ticks does not."""
    marks = {plain(written(line.value(c))) for c in line.columns(Field.DAY_WORKED)}
    return marks == {"x"}


def _term_time(line: Line, days: DaysRead) -> bool:
    if days.term_time_only:
        return True
    for column in line.columns(Field.TERM_TIME):
        text = plain(written(line.value(column)))
        if re.match(r"3[0-9](?:\.\d+)?\b", text) or says_term_time(text):
            return True
        return not re.match(r"\d", text) and bool(line.attempt(column, parse_yes))
    fields = (Field.CONTRACT, Field.TITLE, Field.HOURS)
    return any(says_term_time(line.value(c)) for wanted in fields for c in line.columns(wanted))


def _left(line: Line) -> date | None:
    for column in line.columns(Field.LEFT):
        text = plain(written(line.value(column)))
        if says_unknown(text) or text in _NO_END or _FOR_EVER.search(text):
            return None
        rough: RoughDate | None = line.attempt(column, parse_date)
        return None if rough is None else last_day(rough)
    return None


def _sites(text: str) -> tuple[str, ...]:
    names = re.split(r"\s*(?:[/,;+&]|\band\b)\s*", text)
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def _note(line: Line, hours: HoursRead, days: DaysRead) -> str:
    said = [_behind_name(line), line.text(Field.NOTE), days.said]
    if hours.minutes is not None:
        said.append(hours.said and f"hours: {hours.said}")
    elif hours.said and not hours.as_required:
        said.append(f"hours: {hours.said}")
    return "; ".join(part for part in said if part)
