"""A way over the map: somebody's story, one's own past, or a way that could be gone."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lsadesk.domain.careers.career_layout import Box, curve
from lsadesk.domain.careers.framework import RoleId
from lsadesk.ui.career.items import Look, arrow

_SIZE = 20.0


class TraceItem(QGraphicsItem):
    """A step of a way, thick, behind the roles; dashed where it is only hoped for."""

    def __init__(self, start: Box, end: Box, look: Look, *, hoped: bool) -> None:
        super().__init__()
        self._look, self._hoped = look, hoped
        a, b, c, d = (QPointF(*point) for point in curve(start, end))
        self._path = QPainterPath(a)
        self._path.cubicTo(b, c, d)
        self._arrow = arrow(c, d, 13)
        self.setZValue(-0.3)

    def boundingRect(self) -> QRectF:
        """The curve and its arrow."""
        return self._path.boundingRect().adjusted(-14, -14, 14, 14)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """The line and its arrow."""
        c = self._look.colours
        pen = QPen(c.focus, 4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if self._hoped:
            pen.setDashPattern([1.5, 2])
        painter.setPen(pen)
        painter.drawPath(self._path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c.focus)
        painter.drawPolygon(self._arrow)


class TraceMark(QGraphicsItem):
    """The number of a step on the role where it stood; more than one where it came again."""

    def __init__(self, words: str, box: Box, look: Look) -> None:
        super().__init__()
        self._words, self._look = words, look
        width = _SIZE + 8.0 * (len(words) - 1)
        self._rect = QRectF(box.x - 8, box.y + box.height - 12, width, _SIZE)
        self.setZValue(1)

    def boundingRect(self) -> QRectF:
        """The disc."""
        return self._rect.adjusted(-2, -2, 2, 2)

    def shape(self) -> QPainterPath:
        """Nothing: a click goes to the role below."""
        return QPainterPath()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """A disc with the number in it."""
        c = self._look.colours
        painter.setPen(QPen(c.focus, 2))
        painter.setBrush(c.surface)
        painter.drawRoundedRect(self._rect, _SIZE / 2, _SIZE / 2)
        font = QFont(self._look.font)
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(c.text)
        painter.drawText(self._rect, int(Qt.AlignmentFlag.AlignCenter), self._words)


def trace_items(
    steps: Sequence[tuple[int, RoleId, bool]], boxes: Mapping[RoleId, Box], look: Look
) -> list[QGraphicsItem]:
    """A way through *steps* (number, role, only hoped for) as lines and numbers."""
    lines = [
        TraceItem(boxes[one], boxes[other], look, hoped=hoped)
        for (_, one, _), (_, other, hoped) in pairwise(steps)
        if one != other
    ]
    numbers: defaultdict[RoleId, list[str]] = defaultdict(list)
    for number, role, _ in steps:
        numbers[role].append(str(number))
    marks = [TraceMark(", ".join(all_), boxes[role], look) for role, all_ in numbers.items()]
    return [*lines, *marks]
