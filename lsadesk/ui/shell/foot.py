"""The message bar at the foot of the window."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent

from lsadesk.ui.widgets.message import MessageBar


class FootBar(MessageBar):
    """Has one line in the window; a longer sentence lies over the foot of the page above it,
    so that the page does not move under the hand."""

    def say(self, sentence: str, kind: str = "said") -> None:
        """Show *sentence* whole."""
        super().say(sentence, kind)
        self._grow()

    def hasHeightForWidth(self) -> bool:
        """A long sentence asks for no room."""
        return False

    def sizeHint(self) -> QSize:
        """Room for one line."""
        return QSize(super().sizeHint().width(), self._height_of_a_line())

    def minimumSizeHint(self) -> QSize:
        """Room for one line."""
        return QSize(super().minimumSizeHint().width(), self._height_of_a_line())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whatever room it was given, the whole sentence is seen."""
        super().resizeEvent(event)
        self._grow()

    def _height_of_a_line(self) -> int:
        around = self.contentsMargins() + self.row.contentsMargins()
        line = max(self.sentence.fontMetrics().height(), self.close_button.sizeHint().height())
        return line + around.top() + around.bottom()

    def _grow(self) -> None:
        """Grow upwards, over the page, where the sentence has more than one line."""
        wanted = max(self.row.totalHeightForWidth(self.width()), self._height_of_a_line())
        if self.height() != wanted:
            top = self.geometry().bottom() + 1 - wanted
            self.setGeometry(self.x(), top, self.width(), wanted)
            self.raise_()
