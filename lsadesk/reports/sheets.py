"""What every workbook needs: safe text, headings, tables and pages that print."""

import math
import re
from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date
from typing import cast

from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lsadesk.domain.calendar import Precision, RoughDate

Value = str | int | float | date | RoughDate | None

TEAL = "FF0F5C63"
PALE = "FFE6F1F2"
LINE = "FFBFC9CA"
QUIET = "FF595959"
_DATE_FORMATS = {
    Precision.DAY: "d mmm yyyy",
    Precision.MONTH: "mmm yyyy",
    Precision.YEAR: "yyyy",
}
TYPEFACE = "Calibri"  # every Excel has it; a font nobody has would be replaced at random
_LINE_HEIGHT = 15.0
_LONGEST = 32_767  # characters in a cell; openpyxl cuts there too, but after our clean-up
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")  # XML knows none of them
THIN = Side(style="thin", color=LINE)
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def clean(text: str) -> str:
    """*text* without the control characters that make a workbook unreadable."""
    return _NO_CHARACTERS.sub("", ILLEGAL_CHARACTERS_RE.sub("", text))[:_LONGEST]


def put(sheet: Worksheet, row: int, column: int, value: Value) -> Cell:
    """Write a value; text stays text, even where it begins with an equals sign."""
    cell = cast(Cell, sheet.cell(row, column))  # we write no cell inside a merged range
    if isinstance(value, RoughDate):
        cell.value, cell.number_format = value.day, _DATE_FORMATS[value.precision]
    elif isinstance(value, date):
        cell.value, cell.number_format = value, _DATE_FORMATS[Precision.DAY]
    elif value and isinstance(value, str):
        cell.value = clean(value)
        cell.data_type = "s"
    else:
        cell.value = None if value == "" else value
    return cell


def font(*, bold: bool = False, size: int = 11, color: str = "FF000000") -> Font:
    """The workbook's one typeface."""
    return Font(name=TYPEFACE, bold=bold, size=size, color=color)


def put_title(sheet: Worksheet, title: str, note: str) -> None:
    """The sheet's first two rows: what it is, and how to read it."""
    put(sheet, 1, 1, title).font = font(bold=True, size=14, color=TEAL)
    put(sheet, 2, 1, note).font = font(color=QUIET)


def put_headings(sheet: Worksheet, row: int, headings: Iterable[str]) -> None:
    """A row of column headings."""
    for column, heading in enumerate(headings, 1):
        cell = put(sheet, row, column, heading)
        cell.font = font(bold=True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", start_color=TEAL, end_color=TEAL)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        cell.border = GRID


def put_table(
    sheet: Worksheet,
    row: int,
    columns: Sequence[tuple[str, float]],
    records: Iterable[Sequence[Value]],
) -> int:
    """Headings (with widths) at *row* and the records below; the row after the last."""
    put_headings(sheet, row, (heading for heading, _ in columns))
    for column, (_, width) in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    widths = [width for _, width in columns]
    set_height(sheet, row, [heading for heading, _ in columns], widths)
    looks: dict[str, StyleArray] = {}
    for record in records:
        row += 1
        for column, value in enumerate(record, 1):
            _give_look(put(sheet, row, column, value), looks)
        set_height(sheet, row, record, widths)
    return row + 1


def _give_look(cell: Cell, looks: dict[str, StyleArray]) -> None:
    """Style a table's cell as the first of its kind was."""
    kind = cell.data_type + cell.number_format
    if kind not in looks:
        cell.border = GRID
        if cell.data_type == "n":  # clear of the words in the column beside it
            cell.alignment = Alignment("right", "top", indent=1)
        else:
            cell.alignment = Alignment("left", "top", wrap_text=cell.data_type == "s")
        looks[kind] = style_of(cell)
    restyle(cell, looks[kind])


def style_of(cell: Cell) -> StyleArray:
    """A cell's whole style, to give to others."""
    return cast(StyleArray, copy(cell._style))  # type: ignore[attr-defined]


def restyle(cell: Cell, style: StyleArray) -> Cell:
    """*cell* with a style made before; styling each cell anew takes several times as long."""
    cell._style = style  # type: ignore[attr-defined]
    return cell


def set_height(
    sheet: Worksheet, row: int, record: Sequence[Value], widths: Sequence[float]
) -> None:
    """Make *row* as high as its wrapped text needs: not every program works that out."""
    lines = max(
        sum(max(1, math.ceil(len(line) * 1.15 / width)) for line in value.split("\n"))
        if isinstance(value, str)
        else 1
        for value, width in zip(record, widths, strict=True)
    )
    sheet.row_dimensions[row].height = min(_LINE_HEIGHT * lines, 400)


def filter_and_freeze(sheet: Worksheet, row: int, width: int, last_row: int) -> None:
    """Filter arrows on the headings in *row*, which stay in sight with the first column."""
    sheet.auto_filter.ref = f"A{row}:{get_column_letter(width)}{max(row, last_row)}"
    sheet.freeze_panes = f"B{row + 1}"
    sheet.print_title_rows = f"{row}:{row}"


def fit_to_page(sheet: Worksheet, footer: str, *, pages_across: int = 1) -> None:
    """Landscape A4, so many pages wide, numbered; *footer* says whose it is."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.page_setup.fitToWidth = pages_across
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.8
    sheet.page_margins.footer = 0.4
    sheet.oddFooter.left.text = clean(footer).replace("&", "&&")  # type: ignore[union-attr]
    sheet.oddFooter.right.text = "Page &P of &N"  # type: ignore[union-attr]
