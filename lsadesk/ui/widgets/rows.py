"""Widgets beside each other: from the left, or at the right where every dialog has its answer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_row


def from_left(*widgets: QWidget) -> QHBoxLayout:
    """*widgets* beside each other, as wide as they are."""
    return in_row(*widgets, Fill())


def at_right(*widgets: QWidget) -> QHBoxLayout:
    """*widgets* beside each other at the right edge."""
    return in_row(Fill(), *widgets)


def closing_row(shut: QPushButton, ways: QWidget | None = None) -> QHBoxLayout:
    """The last row of a dialog that is left by Close: *ways* from the left, *shut* at the right."""
    return in_row(Fill(ways), (shut, Qt.AlignmentFlag.AlignBottom))


def named(name: str, field: QWidget) -> QWidget:
    """*field* after its label *name*, whose letter after & is its key."""
    tag = label(name, "label")
    tag.setBuddy(field)
    field.setAccessibleName(name.replace("&", ""))
    together = QWidget()
    in_row(tag, field, on=together)
    return together
