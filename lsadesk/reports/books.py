"""Saving a workbook whole, and nowhere but where it was asked for."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from lsadesk.reports.files import written_whole


def save_book(book: Workbook, path: Path) -> None:
    """Write *book* to *path*, in place of an older one only once it is whole.

    Raises:
        UserError: nothing could be written there.
    """
    with written_whole(path) as draft:
        write_into(book, draft)


def write_into(book: Workbook, draft: Path) -> None:
    """Write *book* to *draft*, which `written_whole` gave."""
    with ZipFile(draft, "w", ZIP_DEFLATED) as archive:
        _Writer(book, archive).save()


class _Writer(ExcelWriter):
    """Puts each sheet straight into the workbook.

    openpyxl's own way leaves every sheet, with the names in it, in the computer's temporary
    folder for a moment, and for good where the program is ended meanwhile.
    """

    _archive: ZipFile  # openpyxl's own, like what is private below: its stubs do not tell of it

    def write_worksheet(self, ws: Any) -> None:
        """One sheet, by way of memory."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        content = BytesIO()
        writer: Any = WorksheetWriter(ws, out=content)
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], content.getvalue())
        self.manifest.append(ws)
