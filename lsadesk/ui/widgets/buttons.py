"""Buttons: one primary to a page, the others quiet."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QToolButton


def button(text: str, on_click: Callable[[], None], role: str = "") -> QPushButton:
    """A push button; *role* is "", primary, danger, link or row."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    made.clicked.connect(lambda _checked=False: on_click())
    return made


def icon_button(picture: QIcon, name: str, on_click: Callable[[], None]) -> QToolButton:
    """A button that shows only a picture; *name* is its tool tip and what is spoken."""
    made = QToolButton()
    made.setIcon(picture)
    made.setIconSize(QSize(20, 20))
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.clicked.connect(lambda _checked=False: on_click())
    return made
