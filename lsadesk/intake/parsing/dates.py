"""Dates as colleges write them, day before month."""

import re
from datetime import date, datetime, timedelta

from lsadesk.domain.calendar import Precision, RoughDate
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.words import LONGEST_NUMBER, plain
from lsadesk.intake.sheets import Value, written

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WELSH = "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr"
_EARLIEST, _LATEST = 1930, 2099
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+")
_TIME_BEHIND = re.compile(r"(?<=\d)[t ]\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?$")
_FIGURES = re.compile(r"^(\d{1,2})\s*[./\- ]\s*(\d{1,2})\s*[./\- ]\s*(\d{4}|'?\d{2})$")
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d\d:\d\d.*)?$")
_DAY_WORD = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th)?\s*[ ./\-]?\s*([a-z]+)\.?,?[ ./\-]*('?\d{2}|\d{4})$"
)
_WORD_DAY = re.compile(r"^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|'?\d{2})$")
_WORD_YEAR = re.compile(r"^([a-z]+)\.?,?[ ./\-]*(\d{4}|'?\d{2})$")
# In "03/27" the second figure is no month, so it is March 2027; "03/07" could be a day.
_MONTH_YEAR = re.compile(r"^(\d{1,2})\s*[./\-]\s*(\d{4}|'\d{2}|1[3-9]|[2-4]\d)$")
_ROUGHLY = re.compile(
    r"^(?:c\.?|ca\.?|circa|approx\.?|about|since|from|exp(?:ires|iry)?:?|due:?)\s+"
)


def parse_date(value: Value) -> RoughDate:
    """The date that a cell says, as precisely as it says it.

    "03.09.23" is 3 September 2023: the day stands first unless only the other order is a
    date. A plain number from 10,000 to 80,000 is a spreadsheet's own count of days.
    """
    match value:
        case datetime():
            return _checked(value.date())
        case date():
            return _checked(value)
        case bool():
            raise Unreadable("is not a date")
        case int() | float():
            return _from_number(value)
    text = _TIME_BEHIND.sub("", plain(written(value)))
    text = _ROUGHLY.sub("", _WEEKDAY.sub("", text.replace(" of ", " ")))
    if text.isdecimal() and len(text) <= LONGEST_NUMBER:
        return _from_number(int(text))
    return _from_text(text)


def last_day(rough: RoughDate) -> date:
    """The last day that a rough date may mean."""
    if rough.precision is Precision.DAY:
        return rough.day
    year, month = rough.day.year, rough.day.month
    if rough.precision is Precision.YEAR or month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _from_number(number: float) -> RoughDate:
    if _EARLIEST <= number <= _LATEST and float(number).is_integer():
        return RoughDate(date(int(number), 1, 1), Precision.YEAR)
    if 10_000 <= number <= 80_000:
        return _checked(date(1899, 12, 30) + timedelta(days=int(number)))
    raise Unreadable("is not a date")


def _from_text(text: str) -> RoughDate:
    if found := _ISO.match(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.match(text):
        return _from_figures(int(found[1]), int(found[2]), _year(found[3]))
    if found := _MONTH_YEAR.match(text):
        return _month(_year(found[2]), int(found[1]))
    if found := _DAY_WORD.match(text):
        return _day(_year(found[3]), _month_called(found[2]), int(found[1]))
    if found := _WORD_DAY.match(text):
        return _day(_year(found[3]), _month_called(found[1]), int(found[2]))
    if found := _WORD_YEAR.match(text):
        return _month(_year(found[2]), _month_called(found[1]))
    raise Unreadable("is not a date that can be read")


def _from_figures(first: int, second: int, year: int) -> RoughDate:
    if second > 12 >= first:
        first, second = second, first
    return _day(year, second, first)


def _year(text: str) -> int:
    year = int(text.lstrip("'"))
    if year >= 100:
        return year
    return 2000 + year if year < 50 else 1900 + year


def _month_called(word: str) -> int:
    names = enumerate(zip(_MONTHS, _FULL, _WELSH.split(), strict=True), 1)
    for number, (short, full, welsh) in names:
        if word == short or (len(word) >= 3 and (full.startswith(word) or welsh.startswith(word))):
            return number
    if word == "sept":
        return 9
    raise Unreadable("is not a date that can be read")


def _month(year: int, month: int) -> RoughDate:
    return RoughDate(_day(year, month, 1).day, Precision.MONTH)


def _day(year: int, month: int, day: int) -> RoughDate:
    try:
        return _checked(date(year, month, day))
    except ValueError as error:
        raise Unreadable("is a day that does not exist") from error


def _checked(day: date) -> RoughDate:
    if not _EARLIEST <= day.year <= _LATEST:
        raise Unreadable(f"is in the year {day.year}, which cannot be meant")
    return RoughDate(day)
