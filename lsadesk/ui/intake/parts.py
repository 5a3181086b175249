"""What every page of the assistant needs: to be heard, to be copied from, to be scrolled."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

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
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the flags alone leave out Tab
    made.setAccessibleName(name)
    return made


def scrolled(page: QWidget) -> QScrollArea:
    """*page*, to be scrolled where large text leaves it too little room."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(page)
    return made
