"""Lists that lie on their side: what is said down the first column, whom it is about across."""

from collections.abc import Sequence
from dataclasses import replace

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.guessing import guess_sheet
from lsadesk.intake.looks import is_name, share
from lsadesk.intake.mapping import Field
from lsadesk.intake.meanings import HOLDS, meaning_of
from lsadesk.intake.sheets import Row, Sheet, Value

_MOST = 60  # rows down and people across: anything larger lies the usual way
_KINDS = (SheetKind.LEARNERS, SheetKind.STAFF)
_TOLD = (
    "It lies on its side, so each of its columns is read as a row: "
    "row 2 here is column B of the sheet, and column C here is its row 3."
)


def upright(sheet: Sheet) -> Sheet:
    """*sheet* with its columns as rows, where only that way it makes a list of people."""
    if sheet.hidden or not 2 < len(sheet.rows) <= _MOST or not _says_what_down(sheet.rows):
        return sheet  # hidden ones hold the lists that others are filled in from
    turned = _turned(sheet)
    if turned is None or all(table.kind not in _KINDS for table in guess_sheet(turned)):
        return sheet
    return turned


def _says_what_down(rows: Sequence[Row]) -> bool:
    """Whether most cells down the first column, three or more, are headings of one kind.

    Across the first row of several cells then stand people, and so hardly any headings.
    """
    wide = [row for row in rows if len(row.cells) > 1]
    first = [row.cells[0] for row in wide if 0 in row.cells]
    across = [cell for row in wide[:1] for column, cell in row.cells.items() if column > 0]
    for kind in _KINDS:
        said = sum(_is_heading(cell, kind) for cell in first)
        if said >= 3 and said >= 0.4 * len(first):
            return sum(_is_heading(cell, kind) for cell in across) < len(across) / 2
    return False


def _is_heading(cell: Value | None, kind: SheetKind) -> bool:
    meant = meaning_of(cell, kind) if isinstance(cell, str) else ()
    return bool(meant) and meant[0][1] >= HOLDS and meant[0][0] is not Field.NOTE


def _turned(sheet: Sheet) -> Sheet | None:
    """The sheet from its row of people on, turned; None where no row could be that."""
    top = next((at for at, row in enumerate(sheet.rows) if len(row.cells) > 1), None)
    if top is None or max(max(row.cells) for row in sheet.rows) > _MOST:
        return None
    rows = sheet.rows[top:]
    columns = sorted({column for row in rows for column in row.cells} | {0})
    about = [cell for column, cell in rows[0].cells.items() if column > 0]
    heading = "Name" if share(about, is_name) >= 0.7 else "Learner"
    cells = {
        column: {row.number - 1: row.cells[column] for row in rows if column in row.cells}
        for column in columns
    }
    cells[0].setdefault(rows[0].number - 1, heading)
    return replace(
        sheet,
        rows=tuple(Row(column + 1, cells[column]) for column in columns),
        merged=(),
        hidden_columns=frozenset(),
        remarks=(*sheet.remarks, _TOLD),
    )
