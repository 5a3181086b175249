"""How a block looks: one picture for each text, width and state, drawn once and then copied.

No state rests on its colour alone: an open place has a broken frame and an exclamation
mark, one that is no longer possible the mark alone, and a pinned one a pin.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from lsadesk.ui.deployment.board import Block, State
from lsadesk.ui.looks.theme import Colours

_ROUND = 4.0
_PAD = 4
_MOST_KEPT = 3000
_DOTS_FROM = 4  # letters, the dots among them
_AT_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine)
_INVISIBLE = QColor(0, 0, 0, 0)
_MARKED = (State.OPEN, State.BROKEN)


@dataclass(frozen=True, slots=True)
class _Ground:
    fill: QColor
    edge: QColor
    ink: QColor
    muted: QColor
    frame: Qt.PenStyle = Qt.PenStyle.SolidLine


class Looks:
    """The pictures of blocks in one theme and font, on a screen of one density."""

    def __init__(self, colours: Colours, font: QFont, ratio: float) -> None:
        self._font, self._ratio = font, ratio
        self._bold = QFont(font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._pictures: dict[tuple[str, str, int, int, State], QPixmap] = {}
        c = colours
        placed = _Ground(c.accent_soft, c.accent, c.text, c.text)
        self._grounds = {
            State.PLACED: placed,
            State.PINNED: placed,
            State.OPEN: _Ground(c.danger_soft, c.danger, c.danger, c.text, Qt.PenStyle.DashLine),
            State.BROKEN: _Ground(c.warning_soft, c.warning, c.warning, c.text),
            State.FREE: _Ground(_INVISIBLE, _INVISIBLE, c.muted, c.muted),
        }

    def of(self, block: Block, size: QSize) -> QPixmap:
        """The picture of *block* at *size*."""
        key = (block.above, block.below, size.width(), size.height(), block.state)
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) >= _MOST_KEPT:
                self._pictures.clear()
            picture = self._pictures[key] = self._drawn(block, size)
        return picture

    def _drawn(self, block: Block, size: QSize) -> QPixmap:
        picture = QPixmap(size * self._ratio)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._grounds[block.state]
        area = QRectF(0, 0, size.width(), size.height())
        painter.setBrush(ground.fill)
        painter.setPen(QPen(ground.edge, 1.5 if block.state in _MARKED else 1, ground.frame))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _ROUND, _ROUND)
        self._write(painter, block, area.adjusted(_PAD, 1, -3, -1), ground)
        if block.state is State.PINNED:
            draw_pin(painter, area.topRight() + QPointF(-8, 4), ground.edge)
        painter.end()
        return picture

    def _write(self, painter: QPainter, block: Block, area: QRectF, ground: _Ground) -> None:
        mark = "! " if block.state in _MARKED else ""
        font = self._font if block.state is State.FREE else self._bold
        first = area.adjusted(0, 0, -8 if block.state is State.PINNED else 0, 0)
        below = area.translated(0, area.height() / 2 - 1)
        for each, ink, place, text in (
            (font, ground.ink, first, mark + block.above),
            (self._font, ground.muted, below, block.below),
        ):
            painter.setFont(each)
            painter.setPen(ink)
            painter.drawText(place, _AT_TOP, shortened(text, painter.fontMetrics(), place.width()))


def shortened(text: str, metrics: QFontMetrics, room: float) -> str:
    """As many whole letters of *text* as fit into *room*, with dots for those left out.

    Where hardly a letter would stand beside the dots, letters say more than dots do.
    """
    if metrics.horizontalAdvance(text) <= room:
        return text
    told = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
    if len(told) >= _DOTS_FROM:
        return f"{told[:-1].rstrip(' ,')}{told[-1]}"
    fits = (n for n in range(len(text), 0, -1) if metrics.horizontalAdvance(text[:n]) <= room)
    return text[: next(fits, 0)]


def draw_pin(painter: QPainter, at: QPointF, ink: QColor) -> None:
    """The mark of what a hand fixed: a pin with its head at *at*."""
    painter.setPen(QPen(ink, 1.5))
    painter.drawLine(at, at + QPointF(0, 9))
    painter.setBrush(ink)
    painter.drawEllipse(at, 3.2, 3.2)
