"""A list in which several may be ticked."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from lsadesk.ui.widgets.forms import WIDTH
from lsadesk.ui.widgets.labels import inert

_MOST_LINES = 6


class Several(QListWidget):
    """Options (what is shown, what it stands for); Space ticks the one that one stands on."""

    def __init__(self, options: Sequence[tuple[str, str]], ticked: Collection[str]) -> None:
        super().__init__()
        self._values = [value for _, value in options]
        for shown, value in options:
            item = QListWidgetItem(shown, self)
            item.setToolTip(inert(shown))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_TICKED if value in ticked else Qt.CheckState.Unchecked)
        lines = max(2, min(len(self._values), _MOST_LINES))
        self.setFixedHeight(lines * (self.fontMetrics().lineSpacing() + 8) + 12)
        self.setMaximumWidth(WIDTH)

    def ticked(self) -> list[str]:
        """What the ticked options stand for, in their order."""
        return [
            value for at, value in enumerate(self._values) if self.item(at).checkState() == _TICKED
        ]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on an option, so that a screen reader has something to say.

        A mouse does so itself: to go to the first then would move another under it.
        """
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_mouse and self.currentRow() < 0 and self._values:
            self.setCurrentRow(0)
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the list where it is in use, else the page around it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


_TICKED = Qt.CheckState.Checked
