"""How large a window may be: never larger than the screen it is to be seen on."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)  # what a window manager puts around a window


def fit(window: QWidget, width: int, height: int) -> None:
    """Give *window* the size *width* x *height*, or as much of it as its screen shows."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() - _FRAME))


def keep_on_screen(window: QWidget) -> None:
    """Move *window* up and to the left, where it has grown beyond its screen's edge."""
    room, whole = window.screen().availableGeometry(), window.frameGeometry()
    x = max(room.left(), min(whole.left(), room.right() - whole.width() + 1))
    y = max(room.top(), min(whole.top(), room.bottom() - whole.height() + 1))
    if (x, y) != (whole.left(), whole.top()):
        window.move(x, y)


def at_least(window: QWidget, letters: int) -> None:
    """Make *window* wide enough for *letters* a line, as far as its screen goes."""
    room = (window.screen().availableSize() - _FRAME).width()
    window.setMinimumWidth(min(letters * window.fontMetrics().averageCharWidth(), room))
