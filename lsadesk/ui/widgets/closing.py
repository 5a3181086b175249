"""The last row of a dialog that is left by Close: what can be done, and the way out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


def closing_row(shut: QPushButton, ways: QWidget | None = None) -> QHBoxLayout:
    """*ways* from the left, *shut* at the right: where every dialog has its answer."""
    row = QHBoxLayout()
    row.setSpacing(8)
    if ways is None:
        row.addStretch(1)
    else:
        row.addWidget(ways, 1)
    row.addWidget(shut, 0, Qt.AlignmentFlag.AlignBottom)
    return row
