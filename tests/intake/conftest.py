"""Builders of other people's workbooks, made in the tests."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lsadesk.domain.incoming import PersonRef, SheetReading
from lsadesk.intake.guessing import guess
from lsadesk.intake.interpreting import Interpretation, interpret
from lsadesk.intake.mapping import Mapping as WorkbookMapping
from lsadesk.intake.mapping import overridden
from lsadesk.intake.reading import read_workbook
from lsadesk.intake.sheets import Merge, Row, Sheet

HARBOUR = Path(__file__).parent / "files" / "harbour-lane-college.xlsx"

Rows = Sequence[Sequence[Any]]


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Makes a workbook from sheets of rows; *merges* are ranges by sheet."""

    def make(sheets: Mapping[str, Rows], merges: Mapping[str, Sequence[str]] | None = None) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(list(row))
            for cells in (merges or {}).get(name, ()):
                sheet.merge_cells(cells)
        path = tmp_path / "college.xlsx"
        book.save(path)
        return path

    return make


@pytest.fixture
def read() -> Callable[..., Interpretation]:
    """Reads a file by the best guess, with what a mapping file would say over it."""

    def run(
        path: Path, people: Sequence[PersonRef] = (), mapping: str = '{"sheets": []}'
    ) -> Interpretation:
        sheets = read_workbook(path)
        guessed: WorkbookMapping = guess(sheets, people)
        return interpret(sheets, overridden(guessed, mapping), people)

    return run


@pytest.fixture
def counts() -> Callable[[SheetReading], tuple[str, int, int, int, int]]:
    """Kind, rows read, rows open, rows merged, rows set aside; checks that they add up."""

    def count(reading: SheetReading) -> tuple[str, int, int, int, int]:
        numbers = len(reading.open_rows), len(reading.merged), len(reading.set_aside)
        assert sum(numbers) == len(reading.rows)
        return (reading.kind.value, len(reading.rows), *numbers)

    return count


@pytest.fixture
def taken() -> Callable[..., Interpretation]:
    """Reads sheets of rows by the best guess, without a file; *merged* are of every sheet."""

    def run(
        sheets: Mapping[str, Rows],
        people: Sequence[PersonRef] = (),
        merged: Sequence[Merge] = (),
    ) -> Interpretation:
        made = [
            Sheet(name=name, rows=tuple(_rows(rows)), merged=tuple(merged))
            for name, rows in sheets.items()
        ]
        return interpret(made, guess(made, people), people)

    return run


def _rows(rows: Rows) -> list[Row]:
    filled = [
        Row(number, {at: cell for at, cell in enumerate(row) if cell not in (None, "")})
        for number, row in enumerate(rows, 1)
    ]
    return [row for row in filled if row.cells]


@pytest.fixture(scope="session")
def harbour() -> Interpretation:
    """The made-up college's workbook, read by the best guess."""
    sheets = read_workbook(HARBOUR)
    return interpret(sheets, guess(sheets))
