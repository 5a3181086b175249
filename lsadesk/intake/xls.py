"""An .xls, as Excel wrote it before 2007, as plain sheets under the same limits as an .xlsx.

A formula is what it last came to: this kind of file holds no text of it.
"""

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import TextIO

import xlrd
from xlrd.biffh import XLRDError
from xlrd.book import Book
from xlrd.compdoc import CompDoc
from xlrd.formatting import XFBackground
from xlrd.sheet import Cell, Colinfo, Rowinfo
from xlrd.sheet import Sheet as Page

from lsadesk.errors import UserError
from lsadesk.intake.archive import MAX_UNPACKED
from lsadesk.intake.coloured import with_colours
from lsadesk.intake.hues import hue_of
from lsadesk.intake.limits import (
    MAX_COLUMNS,
    beyond,
    on_crossed_out,
    on_hidden_rows,
    refuse_too_much,
)
from lsadesk.intake.serials import FROM_1900, FROM_1904, number_of
from lsadesk.intake.sheets import CellError, Merge, Row, Sheet, Value, letter

_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of old Office files, and of locked new ones
_BARE = (
    b"\x09\x08\x10\0",
    b"\x09\x08\x08\0",
    b"\x09\x04\x06\0",
    b"\x09\x02\x06\0",
    b"\x09\0\x04\0",
)
_SOLID = 1  # the fill pattern of a cell that is coloured
_TOO_BIG = (
    "is far bigger than a staff workbook. Copy the sheets you need into a new one and try that."
)
_LOCKED = "is password-protected. Save a copy without the password and try that."
_DAMAGED = (
    "is damaged and cannot be read. Open it in your spreadsheet program, save it again and try "
    "that copy."
)


def is_xls(start: bytes) -> bool:
    """Whether a file that starts so is of the old kind, in its container or, rarely, bare."""
    return start.startswith((_CONTAINER, *_BARE))


def read_xls(path: Path) -> list[Sheet]:
    """Every sheet of the workbook, hidden ones too. Raises UserError."""
    if path.stat().st_size > MAX_UNPACKED:
        raise UserError(f"{path.name} {_TOO_BIG}")
    try:
        with Path(os.devnull).open("w") as nowhere:
            return list(_sheets(path, nowhere))
    except (UserError, MemoryError, RecursionError):
        raise
    except Exception as error:  # xlrd trips over damage in whatever way it comes
        locked = isinstance(error, XLRDError) and "encrypted" in str(error)
        raise UserError(f"{path.name} {_LOCKED if locked else _DAMAGED}") from error


def _sheets(path: Path, nowhere: TextIO) -> Iterator[Sheet]:
    """Sheet by sheet, so that no more than one is held as xlrd holds it."""
    content = path.read_bytes()
    book = xlrd.open_workbook(
        file_contents=_inside(content, path.name, nowhere),
        logfile=nowhere,  # it else goes where the answer goes
        formatting_info=True,
        on_demand=True,
        ragged_rows=True,
    )
    for at in range(book.nsheets):
        yield _sheet(book, book.sheet_by_index(at))
        book.unload_sheet(at)


def _inside(content: bytes, name: str, nowhere: TextIO) -> bytes:
    """The workbook that a container holds; a bare one as it is. Raises UserError."""
    if not content.startswith(_CONTAINER):
        return content
    container = CompDoc(content, logfile=nowhere)
    nodes = {node.name: node for node in container.dirlist}
    if "EncryptedPackage" in nodes:
        raise UserError(f"{name} {_LOCKED}")
    node = nodes.get("Workbook") or nodes.get("Book")
    if node is not None and _goes_round(container.SSAT, node.first_SID):
        raise UserError(f"{name} {_DAMAGED}")
    stream = None if node is None else container.get_named_stream(node.name)
    if stream is None:
        raise UserError(f"{name} is not a spreadsheet, whatever its name says.")
    return stream


def _goes_round(following: Sequence[int], first: int) -> bool:
    """Whether the pieces of a small stream follow each other for ever; xlrd follows them."""
    at = first
    for _ in following:
        if not 0 <= at < len(following):
            return False
        at = following[at]
    return 0 <= at < len(following)


def _sheet(book: Book, page: Page) -> Sheet:
    rows: list[Row] = []
    crossed_out: list[str] = []
    cells = far = 0
    for number in range(page.nrows):
        filled = dict(_filled(book, page, number))
        if struck := _without_struck(book, page, number, filled):
            places = [f"{letter(column)}{number + 1}" for column in struck]
            crossed_out += places if filled else [f"row {number + 1}"]
        near = {column: value for column, value in filled.items() if column < MAX_COLUMNS}
        far = far or (number + 1 if len(near) < len(filled) else 0)
        if near:
            rows.append(Row(number + 1, near))
        cells += len(near)
        refuse_too_much(page.name, len(rows), cells)
    hidden = [row.number for row in rows if _is_hidden(page.rowinfo_map.get(row.number - 1))]
    sheet = Sheet(
        name=page.name,
        rows=tuple(rows),
        merged=tuple(
            Merge(top + 1, left, bottom, right - 1)
            for top, bottom, left, right in page.merged_cells
        ),
        hidden_columns=frozenset(at for at, info in page.colinfo_map.items() if _is_hidden(info)),
        hidden=bool(page.visibility),
        remarks=(*beyond(far), *on_hidden_rows(hidden), *on_crossed_out(crossed_out)),
    )
    return with_colours(sheet, _hues(book, page))


def _is_hidden(info: Colinfo | Rowinfo | None) -> bool:
    return info is not None and bool(info.hidden)


def _filled(book: Book, page: Page, row: int) -> Iterator[tuple[int, Value]]:
    """The cells of a row that hold anything, by their column."""
    epoch = FROM_1904 if book.datemode else FROM_1900
    for column, cell in enumerate(page.row(row)):
        value = _value(cell, epoch)
        if value not in (None, ""):
            yield column, value


def _without_struck(book: Book, page: Page, row: int, filled: dict[int, Value]) -> list[int]:
    """Take what is crossed out from the cells of a row; the columns of those wholly so."""
    struck = []
    for column, value in list(filled.items()):
        look = page.cell_xf_index(row, column)
        font = book.xf_list[look].font_index if look < len(book.xf_list) else 0
        runs = page.rich_text_runlist_map.get((row, column), [])
        if not isinstance(value, str):
            runs = []
        elif runs:
            filled[column] = _standing(book, page.cell_value(row, column), font, runs)
        if not filled[column] or (not runs and _is_struck(book, font)):
            del filled[column]
            struck.append(column)
    return struck


def _standing(book: Book, text: str, font: int, runs: Sequence[tuple[int, int]]) -> str:
    """The words of a cell that are not crossed out; each run is from where and in which font."""
    starts = [(0, font), *runs, (len(text), font)]
    parts = [text[at:end] for (at, own), (end, _) in pairwise(starts) if not _is_struck(book, own)]
    return "".join(parts).strip()


def _is_struck(book: Book, font: int) -> bool:
    return font < len(book.font_list) and bool(book.font_list[font].struck_out)


def _value(cell: Cell, epoch: datetime) -> Value | None:
    match cell.ctype:
        case xlrd.XL_CELL_TEXT:
            return str(cell.value).strip()
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            is_date = cell.ctype == xlrd.XL_CELL_DATE
            return number_of(float(cell.value), epoch if is_date else None)
        case xlrd.XL_CELL_BOOLEAN:
            return bool(cell.value)
        case xlrd.XL_CELL_ERROR:
            return CellError(xlrd.error_text_from_code[int(cell.value)])
        case _:
            return None


def _hues(book: Book, page: Page) -> dict[tuple[int, int], str]:
    """The traffic lights' colours among the cells, by row number and column."""
    named = {at: _hue(book, style.background) for at, style in enumerate(book.xf_list)}
    return {
        (row + 1, column): hue
        for row in range(page.nrows)
        for column in range(min(page.row_len(row), MAX_COLUMNS))
        if (hue := named.get(page.cell_xf_index(row, column)))
    }


def _hue(book: Book, fill: XFBackground | None) -> str:
    if fill is None or fill.fill_pattern != _SOLID:
        return ""
    rgb = book.colour_map.get(fill.pattern_colour_index)
    return hue_of("{:02X}{:02X}{:02X}".format(*rgb)) if rgb else ""
