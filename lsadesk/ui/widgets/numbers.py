"""Fields for numbers, which begin where the text of other fields does."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractSpinBox

F = TypeVar("F", bound=QAbstractSpinBox)
_PADDING = 7


def inset(field: F) -> F:
    """*field* with room before its figures; Qt leaves them none, whatever its style sheet says."""
    field.lineEdit().setTextMargins(_PADDING, 0, 0, 0)
    return field
