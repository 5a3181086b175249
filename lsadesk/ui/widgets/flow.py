"""A row of widgets that goes on in the next line where the window is narrow."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Widgets one after another, as words in a paragraph; each line is centred in height."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._gap = gap
        self._entries: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width: Qt asks a hundred times for each change
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put *item* at the end."""
        self._entries.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many there are."""
        return len(self._entries)

    # Qt asks for one past the last to find the end.
    def itemAt(self, index: int) -> QLayoutItem | None:
        """The one at *index*; None past the end."""
        return self._entries[index] if 0 <= index < len(self._entries) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take out the one at *index*."""
        self.invalidate()
        return self._entries.pop(index) if 0 <= index < len(self._entries) else None

    def invalidate(self) -> None:
        """Something in it has changed, so nothing is known of its height any more."""
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It never wants more room than its lines need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its lines at *width*."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def minimumSize(self) -> QSize:
        """Room for the widest of them."""
        size = QSize()
        for entry in self._entries:
            size = size.expandedTo(entry.minimumSize())
        return size

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [entry.sizeHint() for entry in self._entries if not entry.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Move everything to its place in *rect*."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), list[tuple[QLayoutItem, QPoint, QSize]]()
        for entry in self._entries:
            if entry.isEmpty():
                continue
            size = _bounded(entry, max(rect.width(), 1))
            if line and x + size.width() > rect.right() + 1:
                y += _settle(line, move=move) + self._gap
                x, line = rect.x(), []
            line.append((entry, QPoint(x, y), size))
            x += size.width() + self._gap
        return y + _settle(line, move=move) - rect.y()


def _bounded(entry: QLayoutItem, width: int) -> QSize:
    """The size of *entry*; one that is wider than a line takes several, if it can."""
    size = entry.sizeHint()
    if size.width() <= width:
        return size
    return QSize(width, entry.heightForWidth(width) if entry.hasHeightForWidth() else size.height())


def _settle(line: list[tuple[QLayoutItem, QPoint, QSize]], *, move: bool) -> int:
    high = max((size.height() for _, _, size in line), default=0)
    for entry, place, size in line if move else ():
        entry.setGeometry(QRect(place + QPoint(0, (high - size.height()) // 2), size))
    return high


def flow_of(*widgets: QWidget, gap: int = 8) -> Flow:
    """A flow of *widgets*."""
    flow = Flow(gap=gap)
    for widget in widgets:
        flow.addWidget(widget)
    return flow


def flowing(*widgets: QWidget, gap: int = 8) -> QWidget:
    """A flow of *widgets* as a widget of its own, for rows that are shown and hidden."""
    row = QWidget()
    row.setLayout(flow_of(*widgets, gap=gap))
    return row
