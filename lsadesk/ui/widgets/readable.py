"""A text that is reached with Tab and copied from, and a sentence that is heard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say *sentence*."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Readable(QLabel):
    """A label that is reached with Tab, selected and copied.

    *about* is what a screen reader says before the text.
    """

    def __init__(self, about: str, role: str = "") -> None:
        super().__init__()
        self._about = about
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the flags alone leave out Tab
        self.setAccessibleName(about)
        if role:
            self.setProperty("role", role)

    def setText(self, text: str) -> None:
        """Show *text*, and have it spoken."""
        super().setText(text)
        self.setAccessibleName(f"{self._about}: {text}" if text else self._about)
