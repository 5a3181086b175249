"""The names of the lanes: they stay above the map while it is moved and zoomed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lsadesk.ui.appearance import Appearance
from lsadesk.ui.career.view import CareerView

_TEXT = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


class LaneNames(QWidget):
    """A strip of names, each over its lane of *view*."""

    def __init__(self, appearance: Appearance, view: CareerView) -> None:
        super().__init__()
        self._appearance = appearance
        self._view = view
        view.shifted.connect(self.update)
        appearance.changed.connect(self._measure)
        self._measure()

    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(400, 2 * self.fontMetrics().lineSpacing() + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each name centred over what is in sight of its lane, if there is room for it."""
        painter = QPainter(self)
        c = self._appearance.theme.colours
        painter.fillRect(self.rect(), c.surface)
        painter.setPen(c.text)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(font)
        for name, left, right in self._view.lanes_in_sight():
            room = QRectF(left + 4, 0, right - left - 8, self.height())
            if room.contains(painter.boundingRect(room, _TEXT, name)):
                painter.drawText(room, _TEXT, name)

    def _measure(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.update()
