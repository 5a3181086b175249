"""An .xlsx or .xlsm as plain sheets: one streaming pass, formulas beside their results.

The parts are read directly, not through openpyxl, because one pass has to give what its
read-only mode leaves out (merged ranges, hidden columns, the text of a formula) under
limits on what is unpacked. Source: ECMA-376 part 1, sections 12, 18.2, 18.3, 18.8.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element  # the type only

from lsadesk.errors import UserError
from lsadesk.intake.archive import Archive
from lsadesk.intake.coloured import with_colours
from lsadesk.intake.elements import whole_elements
from lsadesk.intake.limits import (
    MAX_COLUMNS,
    beyond,
    on_crossed_out,
    on_hidden_rows,
    refuse_too_much,
)
from lsadesk.intake.serials import FROM_1900, FROM_1904, number_of
from lsadesk.intake.sheets import (
    CellError,
    Formula,
    Merge,
    Row,
    Sheet,
    Value,
    column_number,
    letter,
)
from lsadesk.intake.xlsx_styles import PLAIN, STYLED, Style, is_struck, styles_of

MAX_MERGES = 5_000
MAX_COLOURED = 20_000
MAX_EMPTY = 200_000  # rows without a filled cell, one after another: nothing follows them

_CELL = re.compile(r"([A-Za-z]{1,3})(\d{1,7})$")


def read_xlsx(path: Path) -> list[Sheet]:
    """Every sheet of the workbook, hidden ones too. Raises UserError."""
    archive = Archive(path)
    try:
        book = _Book(archive)
        sheets = []
        for name, part, hidden in book.parts():
            with archive.open(part) as stream:
                sheets.append(_read_sheet(book, name, hidden, stream))
        return sheets
    finally:
        archive.close()


class _Book:
    """What the sheets share: strings, what each style says, the day that dates count from."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.path = _main_part(archive)
        self._targets = _relationships(archive, self.path)
        self.epoch = FROM_1900
        self.strings = list(self._strings())
        self.styles = self._styles()

    def parts(self) -> list[tuple[str, str, bool]]:
        """Name, part and hiddenness of each worksheet, in order."""
        found = []
        for element in _elements(self._archive, self.path, frozenset({"sheet", "workbookPr"})):
            if element.tag == "workbookPr":
                if element.get("date1904") in ("1", "true"):
                    self.epoch = FROM_1904
                continue
            kind, part = self._targets.get(_attribute(element, "id"), ("", ""))
            if kind == "worksheet" and part in self._archive.names:
                hidden = element.get("state", "visible") != "visible"
                found.append((element.get("name", "Sheet"), part, hidden))
        return found

    def _part(self, kind: str) -> str | None:
        parts = [part for found, part in self._targets.values() if found == kind]
        return next((part for part in parts if part in self._archive.names), None)

    def _strings(self) -> Iterator[str]:
        part = self._part("sharedStrings")
        if part is not None:
            for element in _elements(self._archive, part, frozenset({"si"})):
                yield _text_of(element)

    def _styles(self) -> list[Style]:
        part = self._part("styles")
        if part is None:
            return []
        return styles_of(_elements(self._archive, part, STYLED), self._theme())

    def style_of(self, cell: Element) -> Style:
        """The style of a cell; the plain one where the file tells none."""
        at = int(cell.get("s", 0))
        return self.styles[at] if 0 <= at < len(self.styles) else PLAIN

    def _theme(self) -> list[str]:
        """The theme's colours in the order that styles count them in: light before dark."""
        part = self._part("theme")
        if part is None:
            return []
        wanted = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6".split()  # noqa: SIM905
        found = {
            element.tag: next((c.get("val") or "" for c in element), "")
            for element in _elements(self._archive, part, frozenset(wanted))
        }
        return [found.get(name, "") for name in wanted]


def _main_part(archive: Archive) -> str:
    for kind, part in _relationships(archive, "").values():
        if kind == "officeDocument" and part in archive.names:
            return part
    raise UserError("This file is not a spreadsheet workbook, whatever its name says.")


def _relationships(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}
    if rels in archive.names:
        for element in _elements(archive, rels, frozenset({"Relationship"})):
            target = element.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            found[element.get("Id", "")] = kind, posixpath.normpath(whole).lstrip("/")
    return found


def _elements(archive: Archive, part: str, wanted: frozenset[str]) -> Iterator[Element]:
    with archive.open(part) as stream:
        yield from whole_elements(stream, wanted)


def _attribute(element: Element, name: str) -> str:
    """An attribute whatever its namespace's prefix."""
    for key, value in element.attrib.items():
        if key.endswith(":" + name):
            return value
    return element.get(name, "")


def _text_of(element: Element) -> str:
    """A string item's text: its own or its runs', without phonetic hints and what is struck out."""
    pieces = []
    for child in element:
        if child.tag == "t":
            pieces.append(child.text or "")
        elif child.tag == "r" and not any(map(is_struck, child)):
            pieces.extend(t.text or "" for t in child if t.tag == "t")
    return "".join(pieces)


@dataclass
class _Reading:
    rows: list[Row] = field(default_factory=list)
    merged: list[Merge] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    hidden_rows: list[int] = field(default_factory=list)
    hues: dict[tuple[int, int], str] = field(default_factory=dict)
    crossed_out: list[str] = field(default_factory=list)  # rows, and single cells
    beyond: int = 0  # the first row with cells beyond the columns that are read
    uncoloured: int = 0  # the first row whose colours were not all kept
    remarks: list[str] = field(default_factory=list)
    cells: int = 0
    empty: int = 0
    last: int = 0


def _read_sheet(book: _Book, name: str, hidden: bool, stream: IO[bytes]) -> Sheet:
    reading = _Reading()
    for element in whole_elements(stream, frozenset({"row", "mergeCell", "col"})):
        match element.tag:
            case "row":
                _take_row(book, name, element, reading)
                if reading.empty > MAX_EMPTY:
                    reading.remarks.append(f"Nothing was read after {MAX_EMPTY:,} empty rows.")
                    break
            case "mergeCell" if len(reading.merged) < MAX_MERGES:
                reading.merged.extend(_merge(element.get("ref", "")))
            case "col" if element.get("hidden") in ("1", "true"):
                first, last = int(element.get("min", 0)), int(element.get("max", 0))
                reading.hidden.update(range(first - 1, min(last, MAX_COLUMNS)))
    sheet = Sheet(
        name=name,
        rows=tuple(reading.rows),
        merged=tuple(reading.merged),
        hidden_columns=frozenset(reading.hidden),
        hidden=hidden,
        remarks=(
            *reading.remarks,
            *beyond(reading.beyond),
            *_on_colours_left(reading.uncoloured),
            *on_hidden_rows(reading.hidden_rows),
            *on_crossed_out(reading.crossed_out),
        ),
    )
    return with_colours(sheet, reading.hues)


def _on_colours_left(number: int) -> list[str]:
    """What is told of colours from row *number* on; nothing for 0."""
    many = f"more than {MAX_COLOURED:,} cells are coloured"
    said = f"The colours of cells from row {number} on were not read: {many}."
    return [said] if number else []


def _take_row(book: _Book, name: str, element: Element, reading: _Reading) -> None:
    number = reading.last = int(element.get("r") or reading.last + 1)
    cells: dict[int, Value] = {}
    struck: list[str] = []
    column = -1
    for child in element:
        found = _CELL.match(child.get("r", ""))
        column = column_number(found[1]) if found else column + 1
        value = _cell_value(book, child)
        _note_hue(book, child, (number, column), reading)
        if value is None or value == "":
            continue
        if book.style_of(child).is_struck:
            struck.append(f"{letter(column)}{number}")
            continue
        if column < MAX_COLUMNS:
            cells[column] = value
        else:
            reading.beyond = reading.beyond or number
    if struck:
        reading.crossed_out += struck if cells else [f"row {number}"]
    reading.empty = 0 if cells else reading.empty + 1
    if cells:
        if element.get("hidden") in ("1", "true"):
            reading.hidden_rows.append(number)
        reading.rows.append(Row(number, cells))
        reading.cells += len(cells)
    refuse_too_much(name, len(reading.rows), reading.cells)


def _note_hue(book: _Book, cell: Element, place: tuple[int, int], reading: _Reading) -> None:
    hue = book.style_of(cell).hue
    if not hue or place[1] >= MAX_COLUMNS:
        return
    if len(reading.hues) < MAX_COLOURED:
        reading.hues[place] = hue
    else:
        reading.uncoloured = reading.uncoloured or place[0]


def _cell_value(  # noqa: PLR0911 - one line a kind of cell
    book: _Book, cell: Element
) -> Value | None:
    parts = {child.tag: child for child in cell}
    kind = cell.get("t", "n")
    if "v" not in parts or not (parts["v"].text or ""):
        if kind == "inlineStr" and "is" in parts:
            return _text_of(parts["is"]).strip()
        formula = parts["f"].text if "f" in parts else None
        return Formula("=" + formula) if formula else None
    text = parts["v"].text or ""
    match kind:
        case "s":
            return book.strings[int(text)].strip() if int(text) < len(book.strings) else None
        case "b":
            return text == "1"
        case "e":
            return CellError(text)
        case "str" | "inlineStr":
            return text.strip()
        case "d":
            return datetime.fromisoformat(text.rstrip("Z"))
        case _:
            return number_of(float(text), book.epoch if book.style_of(cell).is_date else None)


def _merge(reference: str) -> list[Merge]:
    corners = [_CELL.match(corner) for corner in reference.split(":")]
    if len(corners) != 2 or corners[0] is None or corners[1] is None:
        return []
    (left, top), (right, bottom) = corners[0].groups(), corners[1].groups()
    return [Merge(int(top), column_number(left), int(bottom), column_number(right))]
