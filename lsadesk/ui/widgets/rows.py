"""Widgets beside each other: from the left, or at the right where every dialog has its answer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_row

_GAP = 8


def from_left(*widgets: QWidget) -> QHBoxLayout:
    """*widgets* beside each other, as wide as they are."""
    row = _beside(*widgets)
    row.addStretch(1)
    return row


def at_right(*widgets: QWidget) -> QHBoxLayout:
    """*widgets* beside each other at the right edge."""
    row = _beside()
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    return row


def closing_row(shut: QPushButton, ways: QWidget | None = None) -> QHBoxLayout:
    """The last row of a dialog that is left by Close: *ways* from the left, *shut* at the right."""
    row = _beside()
    if ways is None:
        row.addStretch(1)
    else:
        row.addWidget(ways, 1)
    row.addWidget(shut, 0, Qt.AlignmentFlag.AlignBottom)
    return row


def named(name: str, field: QWidget) -> QWidget:
    """*field* after its label *name*, whose letter after & is its key."""
    tag = label(name, "label")
    tag.setBuddy(field)
    field.setAccessibleName(name.replace("&", ""))
    together = QWidget()
    in_row(tag, field, on=together, gap=_GAP)
    return together


def _beside(*widgets: QWidget) -> QHBoxLayout:
    return in_row(*widgets, gap=_GAP)
