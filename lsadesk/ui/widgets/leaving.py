"""The keys that lead back from a page to where one came from."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_KEYS = ("Esc", "Alt+Left")


def leave_by_keys(page: QWidget, leave: Callable[[], None]) -> None:
    """Esc and Alt+Left do *leave* wherever the focus is on *page*; what opens over it keeps Esc."""
    for keys in _KEYS:
        back = QShortcut(QKeySequence(keys), page)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(leave)
