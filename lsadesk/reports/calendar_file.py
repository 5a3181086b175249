"""A calendar as a file that calendar programs take in (.ics). Source: RFC 5545."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vRecur

from lsadesk.domain.weeks.calendar_file import CalendarSheet, Series
from lsadesk.domain.weeks.terms import Period
from lsadesk.reports.files import written_whole

HERE = ZoneInfo("Europe/London")
YEAR = timedelta(days=366)


def write_calendar(sheet: CalendarSheet, path: Path) -> None:
    """Write *sheet* to *path*; the same sheet always gives the same bytes.

    Raises `UserError` where the file cannot be written.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//LSA Desk//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _plain(f"{sheet.name}, {sheet.college}"))
    for period in sheet.periods:
        calendar.add_component(_whole_days(period, sheet))
    for series in sheet.series:
        calendar.add_component(_event(series, sheet))
    days = [day for series in sheet.series for day in (series.first, series.last)]
    if days:
        calendar.add_missing_timezones(min(days) - YEAR, max(days) + YEAR)
    with written_whole(path) as draft:
        draft.write_bytes(calendar.to_ical())


def _event(series: Series, sheet: CalendarSheet) -> Event:
    event = Event()
    ends = series.first + timedelta(days=1) if series.overnight else series.first
    event.add("uid", series.uid)
    event.add("dtstamp", sheet.written_at)
    event.add("summary", _plain(series.title))
    event.add("dtstart", _moment(series.first, series.span.start))
    event.add("dtend", _moment(ends, series.span.end))
    if series.first < series.last:
        until = _moment(series.last, series.span.start).astimezone(ZoneInfo("UTC"))
        event.add("rrule", vRecur({"FREQ": "WEEKLY", "UNTIL": until}))
    for day in series.left_out:
        event.add("exdate", _moment(day, series.span.start))
    if series.where:
        event.add("location", _plain(series.where))
    if series.about:
        event.add("description", _plain(series.about))
    return event


def _whole_days(period: Period, sheet: CalendarSheet) -> Event:
    event = Event()
    event.add("uid", f"closed-{period.starts:%Y%m%d}-{period.ends:%Y%m%d}@lsadesk")
    event.add("dtstamp", sheet.written_at)
    event.add("summary", _plain(f"College: {period.name or 'closed'}"))
    event.add("dtstart", period.starts)
    event.add("dtend", period.ends + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, HERE)


def _plain(words: str) -> str:
    """*words* without control characters, which no calendar may hold; lines stay lines."""
    return "".join(each for each in words if each >= " " or each == "\n")
