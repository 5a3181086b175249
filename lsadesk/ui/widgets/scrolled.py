"""What scrolls where large text meets a small screen: a page, and what a dialog asks."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_GAP = 16  # pixels between two rows of buttons
_AROUND = 112  # pixels for a window's frame and its margins; a row of buttons comes to it


def scrolling(page: QWidget, *, sideways: bool = True) -> QScrollArea:
    """*page* with a way to scroll it; the keys stay with what is on it.

    *sideways* False: its sentences wrap, and it never has to be scrolled so.
    """
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever is around *widget* until it shows; the focus alone scrolls only by Tab."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


class Scrolled(QScrollArea):
    """As high as *inside*, as far as the screen goes; only then does it scroll.

    *below* is how many rows of buttons have to stay on the screen below it.
    """

    def __init__(self, inside: QWidget, *, below: int = 1) -> None:
        super().__init__()
        self._inside, self._below = inside, below
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        inside.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """The whole of what is inside, or as much as the screen shows."""
        needed, layout = self._inside.minimumSizeHint(), self._inside.layout()
        if layout is not None and layout.hasHeightForWidth():
            width = max(self.viewport().width(), needed.width())  # beside a scroll bar, less
            needed.setHeight(layout.totalHeightForWidth(width))
        buttons = self._below * (2 * self.fontMetrics().lineSpacing() + _GAP) - _GAP
        room = self.screen().availableSize().height() - _AROUND - buttons
        if needed.height() > room:
            return QSize(needed.width() + self.verticalScrollBar().sizeHint().width(), room)
        return needed

    def sizeHint(self) -> QSize:
        """No more than that."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap otherwise in another width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is inside asks for more or less room: a sentence came or went."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
