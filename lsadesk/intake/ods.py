"""An OpenDocument spreadsheet as plain sheets, under the same limits as an .xlsx.

Source: OpenDocument 1.3 part 3, sections 9.1, 19.385 to 19.389.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element  # the type only

from lsadesk.errors import UserError
from lsadesk.intake.archive import Archive
from lsadesk.intake.elements import whole_elements
from lsadesk.intake.limits import (
    MAX_COLUMNS,
    MAX_ROWS,
    beyond,
    on_crossed_out,
    on_hidden_rows,
    refuse_too_much,
)
from lsadesk.intake.sheets import CellError, Merge, Row, Sheet, Value, letter

_BEGINS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"  # behind the zip's own mark
_LENGTH = re.compile(r"PT(\d+)H(\d+)M(\d+)")
_LOCKED = "This workbook is password-protected. Save a copy without the password and try that."
_NOTHING = datetime(1899, 12, 30)  # noqa: DTZ001 - the day that spreadsheets count from


def is_open_document(path: Path) -> bool:
    """Whether a zip is an OpenDocument spreadsheet, whatever its name says."""
    with path.open("rb") as stream:
        return _BEGINS in stream.read(200)


def read_ods(path: Path) -> list[Sheet]:
    """Every sheet of the workbook. Raises UserError."""
    archive = Archive(path)
    try:
        with archive.open("META-INF/manifest.xml") as stream:
            if b"encryption-data" in stream.read():
                raise UserError(_LOCKED)
        with archive.open("content.xml") as stream:
            return list(_sheets(stream))
    finally:
        archive.close()


def _sheets(stream: IO[bytes]) -> Iterator[Sheet]:
    """The sheets of a workbook's content, where the looks that cross words out stand first."""
    struck: set[str] = set()
    for element in whole_elements(stream, frozenset({"style", "table"})):
        if element.tag == "table":
            yield _sheet(element, struck)
        elif any(_said(child, "text-line-through-style") not in ("", "none") for child in element):
            struck.add(_said(element, "name"))


@dataclass
class _Reading:
    rows: list[Row] = field(default_factory=list)
    merged: list[Merge] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    crossed_out: list[str] = field(default_factory=list)  # rows, and single cells
    beyond: int = 0  # the first row with cells beyond the columns that are read
    cells: int = 0
    last: int = 0


def _sheet(table: Element, struck: Set[str]) -> Sheet:
    name = _said(table, "name") or "Sheet"
    reading = _Reading()
    for element in _rows(table):
        _take_row(element, reading, struck)
        refuse_too_much(name, len(reading.rows), reading.cells)
    return Sheet(
        name=name,
        rows=tuple(reading.rows),
        merged=tuple(reading.merged),
        remarks=(
            *beyond(reading.beyond),
            *on_hidden_rows(reading.hidden),
            *on_crossed_out(reading.crossed_out),
        ),
    )


def _take_row(element: Element, reading: _Reading, struck: Set[str]) -> None:
    """Add a row as often as it is repeated; no oftener than shows that it is too much."""
    times = int(_said(element, "number-rows-repeated") or 1)
    first = reading.last + 1
    reading.last += times
    crossed_out = _crossed_out(element, struck)
    cells = _cells(element, first, reading, crossed_out)
    if crossed_out:
        places = [f"{letter(column)}{first}" for column in sorted(crossed_out)]
        reading.crossed_out += places if cells else [f"row {first}"]
    if not cells:
        return
    numbers = range(first, first + min(times, MAX_ROWS + 1))
    reading.rows += [Row(number, cells) for number in numbers]
    reading.cells += len(cells) * times
    if _said(element, "visibility") in ("collapse", "filter"):
        reading.hidden += numbers


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, those inside groups and headings too."""
    for child in table:
        if child.tag == "table-row":
            yield child
        elif child.tag in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


def _crossed_out(row: Element, struck: Set[str]) -> set[int]:
    """The columns of a row's filled cells whose words are crossed out."""
    places: set[int] = set()
    column = 0
    for cell in row:
        if cell.tag in ("table-cell", "covered-table-cell"):
            times = int(_said(cell, "number-columns-repeated") or 1)
            if _said(cell, "style-name") in struck and _value(cell) not in (None, ""):
                places.update(range(column, min(column + times, MAX_COLUMNS)))
            column += times
    return places


def _cells(row: Element, number: int, reading: _Reading, without: Set[int]) -> dict[int, Value]:
    """The filled cells of a row; what is merged from them, or too far right, is noted."""
    cells: dict[int, Value] = {}
    column = 0
    for cell in row:
        if cell.tag not in ("table-cell", "covered-table-cell"):
            continue
        times = int(_said(cell, "number-columns-repeated") or 1)
        value = _value(cell) if cell.tag == "table-cell" else None
        if value not in (None, "") and column not in without:
            for at in range(column, min(column + times, MAX_COLUMNS)):
                cells[at] = value
            if column + times > MAX_COLUMNS:
                reading.beyond = reading.beyond or number
            reading.merged += _merge(cell, number, column)
        column += times
    return cells


def _merge(cell: Element, row: int, column: int) -> list[Merge]:
    down = int(_said(cell, "number-rows-spanned") or 1)
    across = int(_said(cell, "number-columns-spanned") or 1)
    return [Merge(row, column, row + down - 1, column + across - 1)] if down * across > 1 else []


def _value(cell: Element) -> Value | None:
    said = _said(cell, "value")
    match _said(cell, "value-type"):
        case "float" | "percentage" | "currency":
            number = float(said)
            return int(number) if number.is_integer() and abs(number) < 1e15 else number
        case "date":
            return datetime.fromisoformat(_said(cell, "date-value"))
        case "time":
            return _moment(_said(cell, "time-value"))
        case "boolean":
            return _said(cell, "boolean-value") == "true"
        case _:
            text = _text(cell)
            return CellError(text) if re.match(r"#[A-Z/0!?]+$|Err:\d+$", text) else text


def _moment(said: str) -> Value:
    """A time of day, or what a spreadsheet makes of more hours than a day has."""
    found = _LENGTH.match(said)
    if found is None:
        return said
    length = timedelta(hours=int(found[1]), minutes=int(found[2]), seconds=int(found[3]))
    moment = _NOTHING + length
    return moment.time() if length < timedelta(days=1) else moment


def _text(cell: Element) -> str:
    """The paragraphs of a cell, one a line; remarks pinned to it are no part of it."""
    return "\n".join(_words(part) for part in cell if part.tag == "p").strip()


def _words(element: Element) -> str:
    """The text of an element with that of the elements in it."""
    inside = (_blank(child) + _words(child) + (child.tail or "") for child in element)
    return "".join([element.text or "", *inside])


def _blank(element: Element) -> str:
    """What an element stands for that is itself no text: several spaces, a tab, a new line."""
    if element.tag == "s":
        return " " * min(int(_said(element, "c") or 1), 80)
    return {"tab": " ", "line-break": "\n"}.get(element.tag, "")


def _said(element: Element, name: str) -> str:
    """An attribute whatever its namespace's prefix."""
    wanted = f":{name}"
    return next((text for key, text in element.attrib.items() if key.endswith(wanted)), "")
