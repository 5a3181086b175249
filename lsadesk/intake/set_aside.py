"""The rows that were not taken, as a workbook to mend and import again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lsadesk.domain.incoming import SetAside, SheetReading
from lsadesk.intake.headings import SET_ASIDE_HEADER
from lsadesk.intake.sheets import letter

if TYPE_CHECKING:
    from openpyxl import Workbook


def set_aside_book(readings: Sequence[SheetReading]) -> "Workbook":
    """Every set-aside row under its sheet's own headings, with the reason behind it.

    Every cell is text, so nothing read from a stranger's workbook can become a live formula.
    """
    from openpyxl import Workbook

    used: set[str] = set()
    book = Workbook()
    book.remove(book.worksheets[0])
    for reading in readings:
        if not reading.set_aside:
            continue
        sheet = book.create_sheet(_title(reading.sheet, used))
        last = max(
            [*reading.headers, *(c for row in reading.set_aside for c in row.cells)], default=0
        )
        _write_row(sheet, 1, {**reading.headers, last + 1: SET_ASIDE_HEADER})
        for number, row in enumerate(reading.set_aside, 2):
            _write_row(sheet, number, {**row.cells, last + 1: _reason(row)})
    return book


def _reason(row: SetAside) -> str:
    where = f"row {row.row}" + (f", column {row.column}" if row.column else "")
    return f"{where}: {row.reason}"


def _title(name: str, used: set[str]) -> str:
    """A sheet title that a workbook allows and that no other of its sheets has."""
    title = "".join(" " if char in "[]:*?/\\" else char for char in name)[:31] or "Sheet"
    number = 2
    while title.casefold() in used:
        title = f"{title[:27]} {number}"
        number += 1
    used.add(title.casefold())
    return title


def _write_row(sheet: object, number: int, cells: dict[int, str]) -> None:
    for index, text in cells.items():
        cell = sheet[f"{letter(index)}{number}"]  # type: ignore[index]
        cell.value = _printable(text)
        cell.data_type = "s"


def _printable(text: str) -> str:
    return "".join(char for char in text if char >= " " or char in "\t\n")[:32_000]
