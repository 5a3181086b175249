"""Keys that turn the pages of a bar, from wherever one is in its window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QWidget


def turn_by_keys(bar: QTabBar, around: QWidget) -> None:
    """Have Ctrl+Page Down and Ctrl+Page Up turn to the next page and to the one before.

    They work in its whole window while *around* is on screen, and put the focus on *bar*.
    """

    def turn(steps: int) -> None:
        bar.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bar.setCurrentIndex((bar.currentIndex() + steps) % bar.count())

    for keys, steps in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
        shortcut = QShortcut(QKeySequence(keys), around)
        shortcut.activated.connect(lambda steps=steps: turn(steps))
