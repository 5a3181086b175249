"""Buttons: one primary to a page, the others quiet."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _PushButton(QPushButton):
    """A push button that Enter presses too, in a dialog and out of one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt keeps Enter for the default button alone; people press what they are on."""
        if not _entered(self, event):
            super().keyPressEvent(event)


class _IconButton(QToolButton):
    """A picture button that Enter presses too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As for a push button."""
        if not _entered(self, event):
            super().keyPressEvent(event)


def button(text: str, on_click: Callable[[], None], role: str = "") -> QPushButton:
    """A push button; *role* is "", primary, danger, link or row."""
    made = _PushButton(text)
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    made.clicked.connect(lambda _checked=False: on_click())
    return made


def icon_button(picture: QIcon, name: str, on_click: Callable[[], None]) -> QToolButton:
    """A button that shows only a picture; *name* is its tool tip and what is spoken."""
    made = _IconButton()
    made.setIcon(picture)
    made.setIconSize(QSize(20, 20))
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.clicked.connect(lambda _checked=False: on_click())
    return made


def menu_button(text: str, menu: QMenu) -> QToolButton:
    """A quiet button that opens *menu*, which it then owns."""
    made = _IconButton()
    made.setText(text)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setIconSize(QSize(20, 20))
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    menu.setParent(made, menu.windowFlags())
    made.setMenu(menu)
    return made


def list_button() -> QPushButton:
    """A link that opens a menu, which is to be filled."""
    made = _PushButton()
    made.setProperty("role", "link")
    made.setAutoDefault(False)
    made.setMenu(QMenu(made))
    return made


def _entered(pressed: QPushButton | QToolButton, event: QKeyEvent) -> bool:
    if event.key() not in _ENTER or event.isAutoRepeat():
        return False
    if pressed.menu() is not None:
        pressed.showMenu()
    else:
        pressed.click()
    return True
