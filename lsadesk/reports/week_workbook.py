"""A week's plan as a workbook: every place on a row, whose LSA may be changed and read back."""

from collections.abc import Callable, Iterator
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lsadesk.domain.vocabulary import said
from lsadesk.domain.weeks.week_back import LSA_COLUMN, PLACE_KEYS, WeekBook, WeekPlace
from lsadesk.reports.books import write_into
from lsadesk.reports.files import written_whole
from lsadesk.reports.sheets import (
    QUIET,
    TEAL,
    filter_and_freeze,
    fit_to_page,
    font,
    put,
    put_table,
    put_title,
)

_HEAD = 4
_BEFORE_SAVING = 0.55  # the share of the time that laying the rows out takes
_TOLD_EVERY = 100
_COLUMNS = (
    (PLACE_KEYS, 24.0),
    ("Day", 7.0),
    ("Time", 13.0),
    ("Session", 26.0),
    ("Group", 22.0),
    ("Teacher", 18.0),
    ("Room", 22.0),
    ("Site", 20.0),
    ("Place", 9.0),
    (LSA_COLUMN, 28.0),
    ("Kept by hand", 13.0),
    ("Why it is open", 50.0),
)
_PEOPLE = (("Name", 30.0), ("Contract, hours a week", 22.0), ("Planned, hours", 16.0))
_NOTE = (
    "Change names in the column LSA, or empty a cell to leave the place open, save, and bring "
    "the workbook back: Deployment, Plan. Sorting and leaving rows out do no harm."
)


def write_week(book: WeekBook, path: Path, report: Callable[[float], None]) -> None:
    """Write *book* to *path*. Raises `UserError` where the file cannot be written.

    *report* is told how far it is, from 0 to 1; what it raises stops the writing.
    """
    made = Workbook()
    page = made.active
    if page is None:
        raise RuntimeError("a new workbook has a sheet")
    page.title = "Week"
    put(page, 1, 1, str(book.mark))
    put(page, 1, 2, f"{book.week}, {book.college}").font = font(bold=True, size=14, color=TEAL)
    put(page, 2, 2, f"{book.standing}. {said(_NOTE)}").font = font(color=QUIET)
    last = put_table(page, _HEAD, _COLUMNS, _rows(book, report)) - 1
    page.column_dimensions["A"].hidden = True
    filter_and_freeze(page, _HEAD, len(_COLUMNS), last)
    page.freeze_panes = f"E{_HEAD + 1}"
    fit_to_page(page, f"{book.college}, {book.week}")
    people = made.create_sheet("People")
    _write_people(people, book)
    _offer_names(page, people, last)
    with written_whole(path) as draft:
        report(_BEFORE_SAVING)
        write_into(made, draft)
        report(1.0)


def _rows(book: WeekBook, report: Callable[[float], None]) -> Iterator[list[str]]:
    """A row for each place, telling how far it is now and then."""
    for done, each in enumerate(book.places):
        if done % _TOLD_EVERY == 0:
            report(_BEFORE_SAVING * done / len(book.places))
        yield _row(each, book)


def _row(each: WeekPlace, book: WeekBook) -> list[str]:
    who = "" if each.person is None else book.team[each.person]
    kept = "\u2713" if each.pinned else ""
    where = [each.group, each.teacher, each.room, each.site, each.place]
    named = [each.day.short, str(each.span), each.title or each.group]
    return [each.key, *named, *where, who, kept, each.why]


def _write_people(sheet: Worksheet, book: WeekBook) -> None:
    put_title(sheet, "People", "Hours are those of this week's plan.")
    rows = [
        [name, None if contract is None else contract / 60, planned / 60]
        for who, name in book.team.items()
        for contract, planned in (book.hours[who],)
    ]
    last = put_table(sheet, _HEAD, _PEOPLE, rows)
    filter_and_freeze(sheet, _HEAD, len(_PEOPLE), last - 1)
    fit_to_page(sheet, f"{book.college}, {book.week}")


def _offer_names(page: Worksheet, people: Worksheet, last: int) -> None:
    """Let a cell of the LSAs be chosen from the team; another name may still be typed."""
    column = get_column_letter([name for name, _ in _COLUMNS].index(LSA_COLUMN) + 1)
    names = f"{quote_sheetname(people.title)}!$A${_HEAD + 1}:$A${max(_HEAD + 1, people.max_row)}"
    offered = DataValidation(type="list", formula1=names, allow_blank=True, showErrorMessage=False)
    offered.add(f"{column}{_HEAD + 1}:{column}{max(_HEAD + 1, last)}")
    page.add_data_validation(offered)
