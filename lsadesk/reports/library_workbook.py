"""The library's grids as workbooks: coverage of standards (A08), responsibilities (A11, A63)."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lsadesk.domain.careers.catalogue import Area, Share
from lsadesk.domain.careers.coverage import Coverage, Covers, Grid
from lsadesk.domain.staff.carrying import Carried
from lsadesk.domain.vocabulary import said
from lsadesk.reports.books import save_book
from lsadesk.reports.sheets import clean, filter_and_freeze, fit_to_page, put_table, put_title

_TABLE_ROW = 4
COVERS_WORDS = {Covers.YES: "\u2713 built on it", Covers.NO: "\u2013", Covers.NOT_SAID: "not said"}
SHARE_WORDS = {Share.NONE: "", Share.CONTRIBUTES: "contributes", Share.LEADS: "leads"}
NOT_MANDATORY = "No qualification is required. \u201cNot said\u201d: the source does not tell."
_SOURCE = "Drawn on: LSIS, A long and winding road, 2011 (\u00a9 LSIS 2011)"


def write_coverage(coverage: Coverage, path: Path, college: str) -> None:
    """Write one line a qualification against the standards. Raises `UserError`."""
    book, sheet = _book("Coverage", f"Qualifications and standards, {college}")
    put_title(sheet, "Qualifications against the standards", NOT_MANDATORY)
    columns = [("Qualification (2011)", 44.0), ("Nearest today", 44.0), ("Level", 8.0)]
    columns += [("Kind", 20.0)]
    columns += [(f"{one.id}: {one.name}", 18.0) for one in coverage.standards]
    columns += [("Checked", 13.0)]
    last = put_table(
        sheet,
        _TABLE_ROW,
        columns,
        (
            (
                line.qualification.name,
                line.qualification.today,
                line.qualification.level,
                said(line.qualification.kind.value),
                *(COVERS_WORDS[one] for one in line.covers),
                line.qualification.source.checked,
            )
            for line in coverage.lines
        ),
    )
    _finish(sheet, len(columns), last, college)
    _save(book, path)


def write_grid(grid: Grid, areas: tuple[Area, ...], path: Path, college: str) -> None:
    """Write one line a responsibility with the same cells as the screen. Raises `UserError`."""
    book, sheet = _book("Responsibilities", f"Roles and responsibilities, {college}")
    put_title(
        sheet, "Who contributes and who leads", "An empty cell: not part of the role, as a rule."
    )
    names = {area.id: area.name for area in areas}
    columns = [("Responsibility", 52.0), ("Area", 24.0)]
    columns += [(role.name, 14.0) for role in grid.roles]
    last = put_table(
        sheet,
        _TABLE_ROW,
        columns,
        (
            (
                line.responsibility.text,
                names.get(line.responsibility.area, ""),
                *(SHARE_WORDS[share] for share in line.shares),
            )
            for line in grid.lines
        ),
    )
    _finish(sheet, len(columns), last, college)
    _save(book, path)


def write_carried(carried: Carried, path: Path, college: str) -> None:
    """Write one line a responsibility with who carries it, as on the screen. Raises `UserError`."""
    book, sheet = _book("Who carries what", f"Who carries which responsibility, {college}")
    count = len(carried.nobodys)
    put_title(
        sheet, "Who carries which responsibility", f"{count} of {len(carried.lines)}: nobody yet."
    )
    columns = [("Responsibility", 52.0), ("Area", 24.0), ("Carried by", 30.0)]
    columns += [("Since", 20.0), ("Before", 40.0)]
    lines = (carried.cells(line) for line in carried.lines)
    last = put_table(sheet, _TABLE_ROW, columns, lines)
    _finish(sheet, len(columns), last, college)
    _save(book, path)


def _book(name: str, title: str) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    book.properties.title = clean(title)
    sheet = book.worksheets[0]
    sheet.title = name
    return book, sheet


def _finish(sheet: Worksheet, width: int, last: int, college: str) -> None:
    filter_and_freeze(sheet, _TABLE_ROW, width, last - 1)
    fit_to_page(sheet, f"{college} \u00b7 {_SOURCE}")


def _save(book: Workbook, path: Path) -> None:
    save_book(book, path)
