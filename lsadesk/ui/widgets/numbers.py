"""Numbers in fields: where their figures begin, and what was typed for one."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractSpinBox

from lsadesk.errors import UserError
from lsadesk.ui.words import tr

F = TypeVar("F", bound=QAbstractSpinBox)
_PADDING = 7


def inset(field: F) -> F:
    """*field* with room before its figures; Qt leaves them none, whatever its style sheet says."""
    field.lineEdit().setTextMargins(_PADDING, 0, 0, 0)
    return field


def read_number(text: str) -> int | None:
    """A whole number of LSAs, say; None where nothing was typed.

    Raises:
        UserError: it is no whole number.
    """
    said = text.strip()
    if not said:
        return None
    if not said.isdecimal() or len(said) > 3:
        raise UserError(tr("Write a whole number, or leave it empty."))
    return int(said)
