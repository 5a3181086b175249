"""How a cell of the audit looks: one picture for each code, made once and then only copied.

No value rests on its colour alone. Levels are digits on a deepening tint; what is not a
level has a sign and a ground of its own. A proved rating fills its cell and has a tick, an
unproved one is a smaller tile; booked training is an arrow in the corner.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from lsadesk.domain.auditing.audit import (
    CARRIED,
    CODE_MASK,
    LAPSED,
    LAPSING,
    NO_END_KNOWN,
    NONE_RECORDED,
    PROOF_SEEN,
    SIGNS,
    TRAINING_BOOKED,
    VALID,
)
from lsadesk.domain.auditing.skills import (
    EXEMPT,
    NEVER_ASKED,
    NOT_APPLICABLE,
    SUSPENDED,
    UNKNOWN,
)
from lsadesk.ui.looks.theme import Colours

ROUND = 4.0


def cell_size(font: QFont) -> QSize:
    """The size of a cell in *font*: 26 pixels high or more, two lines of a heading wide."""
    metrics = QFontMetrics(font)
    widest = max(metrics.horizontalAdvance(symbol) for symbol in SIGNS)
    return QSize(max(38, widest + 16, 2 * metrics.height() - 4), max(26, metrics.height() + 5))


class Looks(dict[int, QPixmap]):
    """The picture of every cell value, drawn when it is first asked for."""

    def __init__(self, colours: Colours, font: QFont, size: QSize, ratio: float) -> None:
        super().__init__()
        self._colours, self._font, self._size, self._ratio = colours, font, size, ratio
        self._tints = tuple(getattr(colours, f"level_{level}") for level in range(5))
        self._inks = tuple(getattr(colours, f"on_level_{level}") for level in range(5))
        self._grounds: dict[int, Callable[[QPainter, QRectF], QColor]] = {
            UNKNOWN: self._draw_unknown,
            NEVER_ASKED: self._draw_never_asked,
            NOT_APPLICABLE: self._draw_not_applicable,
            EXEMPT: self._draw_exempt,
            SUSPENDED: self._draw_suspended,
            VALID: self._draw_valid,
            LAPSING: self._draw_lapsing,
            LAPSED: self._draw_suspended,
            NO_END_KNOWN: self._draw_unknown,
            NONE_RECORDED: self._draw_never_asked,
            CARRIED: self._draw_valid,
        }

    def __missing__(self, cell: int) -> QPixmap:
        """Draw the picture of *cell*."""
        picture = QPixmap(self._size * self._ratio)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(self._colours.surface)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, cell)
        painter.end()
        self[cell] = picture
        return picture

    def _draw(self, painter: QPainter, cell: int) -> None:
        code, whole = cell & CODE_MASK, QRectF(0, 0, self._size.width(), self._size.height())
        painter.setPen(QPen(self._colours.line, 1))
        painter.drawLine(QPointF(0, whole.bottom() - 0.5), whole.bottomRight() - QPointF(0, 0.5))
        inside = whole.adjusted(3, 3, -3, -4)
        if code <= 4:
            ink = self._draw_level(painter, whole, code, proved=bool(cell & PROOF_SEEN))
        else:
            ink = self._grounds[code](painter, inside)
        painter.setFont(self._font_of(code))
        painter.setPen(ink)
        painter.drawText(whole.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, SIGNS[code])
        if cell & PROOF_SEEN:
            draw_tick(painter, inside, ink)
        if cell & TRAINING_BOOKED:
            draw_arrow(painter, inside, ink)

    def _font_of(self, code: int) -> QFont:
        font = QFont(self._font)
        if code in (UNKNOWN, 3, 4):
            font.setWeight(QFont.Weight.DemiBold)
        if code in (NOT_APPLICABLE, EXEMPT, SUSPENDED) or code >= VALID:
            font.setPointSizeF(font.pointSizeF() * 0.88)
            font.setItalic(code == EXEMPT)
        return font

    def _draw_level(self, painter: QPainter, whole: QRectF, level: int, *, proved: bool) -> QColor:
        painter.setBrush(self._tints[level])
        if proved:
            painter.setPen(QPen(self._colours.edge, 1))
            painter.drawRect(whole.adjusted(0.5, 0.5, -1.5, -1.5))
        else:
            painter.setPen(QPen(self._colours.line, 1) if level <= 1 else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(whole.adjusted(3.5, 3.5, -3.5, -4.5), ROUND, ROUND)
        return QColor(self._inks[level])

    def _draw_unknown(self, painter: QPainter, inside: QRectF) -> QColor:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colours.warning, 1, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(inside.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
        return self._colours.warning

    def _draw_never_asked(self, _painter: QPainter, _inside: QRectF) -> QColor:
        return self._colours.muted

    def _draw_not_applicable(self, painter: QPainter, inside: QRectF) -> QColor:
        painter.fillRect(inside, QBrush(self._colours.line, Qt.BrushStyle.BDiagPattern))
        return self._colours.muted

    def _draw_exempt(self, painter: QPainter, inside: QRectF) -> QColor:
        painter.setBrush(self._colours.raised)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRect(inside)
        painter.setPen(QPen(self._colours.edge, 1))
        painter.drawLine(inside.topLeft(), inside.topRight())
        painter.drawLine(inside.bottomLeft(), inside.bottomRight())
        return self._colours.text

    def _draw_valid(self, painter: QPainter, inside: QRectF) -> QColor:
        painter.setBrush(self._colours.good_soft)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(inside, ROUND, ROUND)
        return self._colours.good

    def _draw_lapsing(self, painter: QPainter, inside: QRectF) -> QColor:
        painter.setBrush(self._colours.warning_soft)
        painter.setPen(QPen(self._colours.warning, 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(inside.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
        return self._colours.warning

    def _draw_suspended(self, painter: QPainter, inside: QRectF) -> QColor:
        painter.setBrush(self._colours.danger_soft)
        painter.setPen(QPen(self._colours.danger, 1.5))
        painter.drawRect(inside.adjusted(0.5, 0.5, -0.5, -0.5))
        return self._colours.danger


def draw_tick(painter: QPainter, area: QRectF, ink: QColor) -> None:
    """The mark of a proof that was seen, at the bottom right of *area*."""
    _stroke(painter, area.bottomRight(), area, ink, ((-8, -3.5), (-5.5, -1), (-1, -6.5)))


def draw_arrow(painter: QPainter, area: QRectF, ink: QColor) -> None:
    """The mark of booked training, at the top right of *area*."""
    corner = area.topRight()
    _stroke(painter, corner, area, ink, ((-4.5, 9.5), (-4.5, 1.5)))
    _stroke(painter, corner, area, ink, ((-7.5, 4.7), (-4.5, 1.5), (-1.5, 4.7)))


def _stroke(
    painter: QPainter,
    corner: QPointF,
    area: QRectF,
    ink: QColor,
    way: Sequence[tuple[float, float]],
) -> None:
    """A line along *way*, which is measured from *corner* in a cell of 28 pixels."""
    scale = area.height() / 21
    points = [corner + QPointF(x, y) * scale for x, y in way]
    painter.setPen(QPen(ink, 1.6 * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(points)
