"""Saying aloud what appeared on a page, for whoever does not see it appear."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from lsadesk.ui.widgets.labels import label


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say *sentence*."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def readable(name: str, role: str = "") -> QLabel:
    """A label that is reached with Tab, selected and copied; *name* is what it is about."""
    made = label("", role)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByKeyboard
        | Qt.TextInteractionFlag.TextSelectableByMouse
    )
    made.setAccessibleName(name)
    return made
