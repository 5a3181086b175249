"""Each learner's hours as a workbook: specified, planned and given, by how well it is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.covering.delivered import LearnerTotal, level_words
from lsadesk.domain.vocabulary import said
from lsadesk.reports.books import save_book
from lsadesk.reports.sheets import filter_and_freeze, fit_to_page, put_table, put_title

_HEAD = 5
_COLUMNS = (
    ("Learner", 16.0),
    ("Group", 26.0),
    ("Specified, hours", 12.0),
    ("Planned, hours", 12.0),
    ("Given, hours", 12.0),
    ("Less than specified, hours", 14.0),
    ("Of it alone with an LSA, hours", 14.0),
    ("Sessions given", 10.0),
    ("Sessions planned", 10.0),
    ("In the plan's words", 34.0),
)
_HOW = (
    "A group's time counts in full for each learner of it: it is time with an LSA there, not "
    "alone with one. A fifth of a week's figure counts for a day, as the learner's plan said when "
    "the day was written down. No figure: nobody said one."
)


_OTHERWISE = (
    ("Day", 13.0),
    ("Session", 30.0),
    ("Learners", 34.0),
    ("Planned, hours", 12.0),
    ("Given, hours", 12.0),
    ("Why", 50.0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """A place that was given for other minutes than planned, or not; *learners* by reference."""

    day: date
    title: str
    learners: str
    planned: int
    given: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenSheet:
    """Learners' time from *starts* to *until* on so many logged *days*; *groups* in their order.

    *otherwise* is what was not given as planned, by day.
    """

    college: str
    day: date
    starts: date
    until: date
    days: int
    learners: Sequence[LearnerTotal]
    groups: Sequence[str]
    otherwise: Sequence[Otherwise] = ()


def write_given(sheet: GivenSheet, path: Path) -> None:
    """Write *sheet* to *path*. Raises `UserError` where the file cannot be written."""
    book = Workbook()
    page = book.active
    if page is None:
        raise RuntimeError("a new workbook has a sheet")
    page.title = "Hours"
    logged = f"{sheet.days} day{'' if sheet.days == 1 else 's'} logged"
    note = f"{uk_date(sheet.starts)} to {uk_date(sheet.until)}, {logged}"
    put_title(page, said("Hours specified, planned and given"), f"{sheet.college}. {note}")
    page.cell(3, 1).value = said(_HOW)
    levels = sorted(
        {level for each in sheet.learners for level in each.by_level},
        key=lambda level: -1 if level is None else level,
        reverse=True,
    )
    by_level = [(f"Of it: {level_words(level)}", 16.0) for level in levels]
    columns = [(said(name), width) for name, width in (*_COLUMNS, *by_level)]
    rows = [
        _row(each, group, levels) for each, group in zip(sheet.learners, sheet.groups, strict=True)
    ]
    last = put_table(page, _HEAD, columns, rows)
    filter_and_freeze(page, _HEAD, len(columns), last - 1)
    fit_to_page(page, f"{sheet.college}, {uk_date(sheet.day)}")
    _add_otherwise(book, sheet, note)
    save_book(book, path)


def _add_otherwise(book: Workbook, sheet: GivenSheet, note: str) -> None:
    page = book.create_sheet(said("Not as planned"))
    put_title(page, said("What was not given as planned, and why"), f"{sheet.college}. {note}")
    columns = [(said(name), width) for name, width in _OTHERWISE]
    rows: list[list[str | float | date]] = [
        [one.day, one.title, one.learners, _hours(one.planned), _hours(one.given), one.why]
        for one in sheet.otherwise
    ]
    if not rows:
        page.cell(3, 1).value = said("All that is logged was given as planned.")
    last = put_table(page, _HEAD, columns, rows)
    filter_and_freeze(page, _HEAD, len(columns), last - 1)
    fit_to_page(page, f"{sheet.college}, {uk_date(sheet.day)}")


def _row(each: LearnerTotal, group: str, levels: Sequence[int | None]) -> list[str | float | None]:
    specified = None if each.specified is None else _hours(each.specified)
    short = _hours(each.short_of_specified) if each.short_of_specified else None
    told = [each.reference, group, specified, _hours(each.planned), _hours(each.given), short]
    told += [_hours(each.alone), each.sessions, each.meant, each.words]
    return [*told, *(_hours(each.by_level.get(level, 0)) for level in levels)]


def _hours(minutes: int) -> float:
    return round(minutes / 60, 2)
