"""The names of the lanes: they stay above the map while it is moved and zoomed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lsadesk.ui.career.view import CareerView
from lsadesk.ui.looks.appearance import Appearance

_SIZES = (0.9, 0.75, 0.6)  # of the window's text, as a lane gets narrower
_LEAST = 9  # letters: less of a name says nothing
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
        for name, left, right in self._view.lanes_in_sight():
            self._write(painter, QRectF(left + 4, 0, right - left - 8, self.height()), name)

    def _write(self, painter: QPainter, room: QRectF, name: str) -> None:
        """*name* in *room*: as large as it can be, at the smallest with its end left out."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        for size in _SIZES:
            font.setPointSizeF(self.font().pointSizeF() * size)
            painter.setFont(font)
            if room.contains(painter.boundingRect(room, _TEXT, name)):
                painter.drawText(room, _TEXT, name)
                return
        if room.width() > _LEAST * painter.fontMetrics().averageCharWidth():
            width = int(room.width())
            cut = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, width)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), cut)

    def _measure(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.update()
