"""Buttons: one primary to a page, the others quiet."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCursor, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton

from lsadesk.ui.widgets.later import later

_BESIDE = 40  # the padding of a button's words, and its edges
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _PushButton(QPushButton):
    """A push button that Enter presses too, in a dialog and out of one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt keeps Enter for the default button alone; people press what they are on."""
        if not _entered(self, event):
            super().keyPressEvent(event)


class _WrappedButton(_PushButton):
    """A push button whose words go on in the next line where there is little room."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The words, as they were given."""
        return self._words

    def minimumSizeHint(self) -> QSize:
        """As narrow as one likes, and as high as its lines."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self._break()

    def changeEvent(self, event: QEvent) -> None:
        """Break the words anew where they have become larger."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._break()

    def _break(self) -> None:
        room = self.width() - _BESIDE
        broken = "\n".join(_lines(self._words, room, self.fontMetrics().horizontalAdvance))
        if broken != super().text():
            self.setText(broken)


class _IconButton(QToolButton):
    """A picture button that Enter presses too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As for a push button."""
        if not _entered(self, event):
            super().keyPressEvent(event)


def button(text: str, on_click: Callable[[], None], role: str = "") -> QPushButton:
    """A push button; *role* is "", primary, danger, link or row."""
    return _dressed(_PushButton(text), on_click, role)


def wrapped_button(text: str, on_click: Callable[[], None], role: str = "") -> QPushButton:
    """A push button for a narrow place: long words take several lines."""
    return _dressed(_WrappedButton(text), on_click, role)


def _dressed(made: QPushButton, on_click: Callable[[], None], role: str) -> QPushButton:
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
    _look_after_mouse(made, menu)
    return made


def list_button() -> QPushButton:
    """A link that opens a menu, which is to be filled."""
    made = _PushButton()
    made.setProperty("role", "link")
    made.setAutoDefault(False)
    made.setMenu(QMenu(made))
    _look_after_mouse(made, made.menu())
    return made


def _look_after_mouse(opener: QPushButton | QToolButton, menu: QMenu) -> None:
    """Qt does not tell *opener* that the mouse went away while *menu* was open."""

    def look() -> None:
        here = opener.mapFromGlobal(QCursor.pos())
        opener.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, opener.rect().contains(here))
        opener.update()

    menu.aboutToHide.connect(lambda: later(opener, 0, look))


def _entered(pressed: QPushButton | QToolButton, event: QKeyEvent) -> bool:
    if event.key() not in _ENTER or event.isAutoRepeat():
        return False
    if pressed.menu() is not None:
        pressed.showMenu()
    else:
        pressed.click()
    return True


def _lines(words: str, room: int, width: Callable[[str], int]) -> list[str]:
    """*words* in lines no wider than *room*; a word that is wider has a line to itself."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
