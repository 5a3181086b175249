"""What people type into a field, read by the same rules as their workbooks."""

import re
from datetime import date

from lsadesk.domain.calendar import Precision, RoughDate
from lsadesk.errors import UserError
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.dates import last_day, parse_date
from lsadesk.intake.parsing.hours import parse_hours

_CLOCK = re.compile(r"(?P<hours>\d{1,4}):(?P<minutes>[0-5]\d)")
_HOURS = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)\s*(?:h|hrs?|hours?)?")
_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,4})\s*(?:h|hrs?|hours?)\s*)?(?P<minutes>\d{1,4})\s*(?:m|mins?|minutes?)"
)
_POUNDS = re.compile(r"(?:\d{1,6}|\d{1,3}(?:,\d{3})+)(?:\.\d{1,2})?")


def read_hours(text: str) -> tuple[int | None, bool]:
    """Weekly minutes, and whether the person works as required; (None, False): not known.

    Raises:
        UserError: no hours can be read from it.
    """
    if not text.strip():
        return None, False
    try:
        read = parse_hours(text)
    except Unreadable as error:
        raise UserError("Write hours as 22.5 or 22:30, or write: as required.") from error
    return read.minutes, read.as_required


def read_rough_date(text: str) -> RoughDate | None:
    """A date as precise as it was typed; None where nothing was.

    Raises:
        UserError: no date can be read from it.
    """
    if not text.strip():
        return None
    try:
        return parse_date(text)
    except Unreadable as error:
        raise UserError("Write a date as 3 Sep 2019, Sep 2019 or 2019.") from error


def read_due(text: str) -> date | None:
    """The day by which something is to be done: "Feb 2027" is up to its last day.

    Raises:
        UserError: no date can be read from it.
    """
    try:
        rough = read_rough_date(text)
    except UserError as error:
        raise UserError("Write a date as 3 Feb 2027, or Feb 2027, or leave it empty.") from error
    return None if rough is None else last_day(rough)


def read_day(text: str) -> date | None:
    """A date known to the day; None where nothing was typed.

    Raises:
        UserError: no date can be read from it, or only a month or a year.
    """
    rough = read_rough_date(text)
    if rough is not None and rough.precision is not Precision.DAY:
        raise UserError("Write the day too, as 3 Feb 2027.")
    return None if rough is None else rough.day


def read_minutes(text: str) -> int | None:
    """A length of time typed in hours: 3, 1.5, 1:30, 45 min; None where nothing was typed.

    Raises:
        UserError: no length of time can be read from it.
    """
    said = text.strip().casefold().replace(",", ".")
    if not said:
        return None
    if found := _CLOCK.fullmatch(said):
        return int(found["hours"]) * 60 + int(found["minutes"])
    if found := _HOURS.fullmatch(said):
        return round(float(found[1]) * 60)
    if found := _LENGTH.fullmatch(said):
        return int(found["hours"] or 0) * 60 + int(found["minutes"])
    raise UserError("Write hours as 3, 1.5 or 1:30, or write: 45 min.")


def read_pence(text: str) -> int | None:
    """Pounds as typed: 45, \u00a345.50 or 1,200; None where nothing was typed.

    Raises:
        UserError: no amount can be read from it.
    """
    said = text.strip().replace("\u00a3", "").replace(" ", "")
    if not said:
        return None
    if _POUNDS.fullmatch(said) is None:
        raise UserError("Write pounds as 45 or 45.50, and 0 where it is free.")
    pounds, _, pence = said.replace(",", "").partition(".")
    return int(pounds) * 100 + int(pence.ljust(2, "0"))
