"""A workbook as plain values, and its passage from the reading process as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula whose result the file does not hold; *text* begins with "="."""

    text: str


@dataclass(frozen=True, slots=True)
class CellError:
    """A spreadsheet error such as #REF!."""

    text: str


Value = str | int | float | bool | date | datetime | time | Formula | CellError


@dataclass(frozen=True, slots=True)
class Row:
    """A row's number as the spreadsheet shows it and its cells by column (0 is A); no blanks."""

    number: int
    cells: Mapping[int, Value]


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range: first and last row (as shown), first and last column (0 is A)."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: its rows that hold anything, and what its layout says.

    *remarks* are sentences on what was not read, such as columns beyond the limit. *part_of*
    is the sheet's name in the file where this is only one of the lists on it.
    """

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Merge, ...] = ()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    remarks: tuple[str, ...] = ()
    part_of: str = ""


def letter(column: int) -> str:
    """The spreadsheet's letters for a column: 0 is A, 26 is AA."""
    text = ""
    while column >= 0:
        column, rest = divmod(column, 26)
        text = chr(65 + rest) + text
        column -= 1
    return text


def column_number(letters: str) -> int:
    """The inverse of `letter`."""
    number = 0
    for char in letters.upper():
        number = number * 26 + ord(char) - 64
    return number - 1


def written(value: Value | None) -> str:  # noqa: PLR0911 - one line a kind of cell
    """The value as a person would read it in the cell, spaces tidied."""
    if type(value) is int:  # most cells of a big matrix
        return str(value)
    match value:
        case None:
            return ""
        case Formula(text) | CellError(text):
            return text
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return written(value.date()) if value.time() == time() else f"{value:%d/%m/%Y %H:%M}"
        case date():
            return f"{value:%d/%m/%Y}"
        case time():
            return f"{value:%H:%M}"
        case _:
            return " ".join(str(value).split())


def packed(sheet: Sheet) -> dict[str, Any]:
    """The sheet as JSON can carry it."""
    return {
        "name": sheet.name,
        "rows": [
            [row.number, [[column, *_tagged(cell)] for column, cell in row.cells.items()]]
            for row in sheet.rows
        ],
        "merged": [[m.top, m.left, m.bottom, m.right] for m in sheet.merged],
        "hidden_columns": sorted(sheet.hidden_columns),
        "hidden": sheet.hidden,
        "remarks": list(sheet.remarks),
    }


def unpacked(data: dict[str, Any]) -> Sheet:
    """The inverse of `packed`."""
    return Sheet(
        name=data["name"],
        rows=tuple(
            Row(number, {column: _untagged(tag, value) for column, tag, value in cells})
            for number, cells in data["rows"]
        ),
        merged=tuple(Merge(*corners) for corners in data["merged"]),
        hidden_columns=frozenset(data["hidden_columns"]),
        hidden=data["hidden"],
        remarks=tuple(data["remarks"]),
    )


def _tagged(value: Value) -> tuple[str, str | int | float | bool]:
    match value:
        case Formula(text):
            return "formula", text
        case CellError(text):
            return "error", text
        case datetime():
            return "datetime", value.isoformat()
        case date():
            return "date", value.isoformat()
        case time():
            return "time", value.isoformat()
        case _:
            return "", value


def _untagged(tag: str, value: Any) -> Value:
    match tag:
        case "formula":
            return Formula(value)
        case "error":
            return CellError(value)
        case "datetime":
            return datetime.fromisoformat(value)
        case "date":
            return date.fromisoformat(value)
        case "time":
            return time.fromisoformat(value)
        case _:
            plain: Value = value
            return plain
