"""Workbooks that LSA Desk wrote and has a way back for, where nothing has to be guessed."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from lsadesk.domain.appraisals import form_layout
from lsadesk.domain.auditing import audit_back
from lsadesk.domain.weeks import week_back

if TYPE_CHECKING:
    from lsadesk.intake.sheets import Sheet


class OwnBook(Enum):
    """What LSA Desk wrote that comes back by a way of its own."""

    AUDIT = auto()
    WEEK = auto()
    FORM = auto()


_MARKS = {
    audit_back.MARK: OwnBook.AUDIT,
    week_back.MARK: OwnBook.WEEK,
    form_layout.MARK: OwnBook.FORM,
}


def own_book(sheets: "Sequence[Sheet]") -> OwnBook | None:
    """What of ours a workbook is, by the mark in one of its cells; None for anybody else's."""
    for sheet in sheets:
        for row in sheet.rows:
            for cell in row.cells.values():
                if isinstance(cell, str) and cell.startswith(tuple(_MARKS)):
                    return next(book for mark, book in _MARKS.items() if cell.startswith(mark))
    return None
