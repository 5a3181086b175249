"""Bank holidays of England and Wales, worked out; a day proclaimed for once is not among them.

Source: gov.uk, "UK bank holidays" and the Banking and Financial Dealings Act 1971,
schedule 1: one that falls on a weekend moves to the next working day.
"""

from datetime import date, timedelta

from lsadesk.domain.calendar import monday_of
from lsadesk.domain.weeks.terms import Period

_SATURDAY = 5


def bank_holidays(year: int) -> list[Period]:
    """The eight of *year*, in order, each by the name that its day goes by."""
    easter = easter_sunday(year)
    return [
        _day(_working(date(year, 1, 1)), "New Year's Day"),
        _day(easter - timedelta(days=2), "Good Friday"),
        _day(easter + timedelta(days=1), "Easter Monday"),
        _day(_first_monday(date(year, 5, 1)), "Early May bank holiday"),
        _day(monday_of(date(year, 5, 31)), "Spring bank holiday"),
        _day(monday_of(date(year, 8, 31)), "Summer bank holiday"),
        _day(_two_days_later_at_a_weekend(date(year, 12, 25)), "Christmas Day"),
        _day(_two_days_later_at_a_weekend(date(year, 12, 26)), "Boxing Day"),
    ]


def easter_sunday(year: int) -> date:
    """Easter in the Gregorian calendar. Source: the algorithm printed in Nature, 1876."""
    golden = year % 19
    century, in_century = divmod(year, 100)
    skipped, rest = divmod(century, 4)
    corrected = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - skipped - corrected + 15) % 30
    leaps, after = divmod(in_century, 4)
    weekday = (32 + 2 * rest + 2 * leaps - moon - after) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _two_days_later_at_a_weekend(day: date) -> date:
    """For Christmas and Boxing Day, of which the other may have taken the Monday."""
    return day + timedelta(days=2) if day.weekday() >= _SATURDAY else day


def _working(day: date) -> date:
    """*day*, or the Monday after it where it is at a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day


def _first_monday(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def _day(day: date, name: str) -> Period:
    return Period(day, day, name)
