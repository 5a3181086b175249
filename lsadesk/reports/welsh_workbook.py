"""Staff with Welsh skills, as a workbook for whoever has to report them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.staff.people import Person, TeamId, Welsh
from lsadesk.reports.books import save_book
from lsadesk.reports.sheets import filter_and_freeze, fit_to_page, put_table, put_title

_TABLE_ROW = 4


def write_welsh(
    here: Sequence[Person], teams: Mapping[TeamId, str], college: str, day: date, path: Path
) -> None:
    """Write the numbers on one sheet and the people on another. Raises `UserError`."""
    book = Workbook()
    numbers = book.worksheets[0]
    numbers.title = "Numbers"
    about = f"{college}, {uk_date(day)}. \u201cNot known\u201d is not \u201cnone\u201d."
    put_title(numbers, "Staff by how much Welsh they have", about)
    counted = Counter((each.welsh, each.teaches) for each in here)
    put_table(
        numbers,
        _TABLE_ROW,
        [("Welsh", 28.0), ("LSAs and others", 18.0), ("On a teaching contract", 24.0)],
        ((each.value, counted[each, False], counted[each, True]) for each in Welsh),
    )
    fit_to_page(numbers, f"{college}: Welsh skills")
    people = book.create_sheet("People")
    put_title(people, "Who they are", "Confidential: names people.")
    columns = [("Name", 36.0), ("Team", 24.0), ("Job title", 32.0), ("Welsh", 22.0)]
    columns += [("EWC number", 16.0)]
    last = put_table(
        people,
        _TABLE_ROW,
        columns,
        (
            (
                each.sort_name,
                "" if each.team is None else teams[each.team],
                each.title,
                each.welsh.value,
                each.ewc,
            )
            for each in here
        ),
    )
    filter_and_freeze(people, _TABLE_ROW, len(columns), last)
    fit_to_page(people, f"{college}: Welsh skills. Confidential.")
    book.properties.title = f"Welsh skills, {college}"
    book.properties.creator = "LSA Desk"
    save_book(book, path)
