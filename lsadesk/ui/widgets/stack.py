"""Pages in one place, of which one is seen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Stack(QStackedWidget):
    """A stack whose pages take the room that there is.

    Qt would ask each of them, seen or not, how high it would be at every width that a layout
    around it tries: stacks within stacks come to thousands of questions a turn.
    """

    def hasHeightForWidth(self) -> bool:
        """No: so nobody asks."""
        return False


class ScrolledStack(Stack):
    """A stack on a page that scrolls: it needs what the page that is seen needs, and no more.

    It is never lower than *lines* of text.
    """

    def __init__(self, lines: int = 0) -> None:
        super().__init__()
        self._lines = lines
        self.currentChanged.connect(lambda _at: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """That of the page that is seen, as high as it says or was told to be."""
        page = self.currentWidget()
        if page is None:
            return super().minimumSizeHint()
        least = QSize(0, self._lines * self.fontMetrics().lineSpacing())
        return page.minimumSizeHint().expandedTo(page.minimumSize()).expandedTo(least)

    def sizeHint(self) -> QSize:
        """No more than that: a stretch around it gives it the rest."""
        return self.minimumSizeHint()
