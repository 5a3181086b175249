"""The drawn parts of the career map: the ground, the routes and the roles."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lsadesk.domain.careers.career_layout import MARGIN, Box, MapLayout, curve
from lsadesk.domain.careers.framework import Role, Route, RouteKind
from lsadesk.ui.looks.theme import Colours
from lsadesk.ui.widgets.labels import inert

_RADIUS = 7.0
_REACH = 6.0  # how far rings and marks stand out of a role's box
_TEXT = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
_DOTS = "\u2026"
_QUIET = 0.6  # so that a hundred routes stay behind the roles


@dataclass(slots=True)
class Look:
    """What the items are drawn with; shared, so that a theme change needs only a repaint."""

    colours: Colours
    font: QFont


@dataclass(frozen=True, slots=True)
class Standing:
    """How a role stands out; each has a shape of its own besides its colour.

    *near*: the chosen role leads to it; *before*: it leads to the chosen role. *share* is how
    much of what it asks is there, from 0 to 1, where that is to be seen. *left* and *right*
    are short words on its upper edge.
    """

    here: bool = False
    wished: bool = False
    chosen: bool = False
    near: bool = False
    before: bool = False
    faded: bool = False
    share: float | None = None
    left: str = ""
    right: str = ""


class Ground(QGraphicsItem):
    """The bands of responsibility with their names, and the lines between the lanes."""

    def __init__(self, layout: MapLayout, look: Look) -> None:
        super().__init__()
        self._layout, self._look = layout, look
        self.setZValue(-2)

    def boundingRect(self) -> QRectF:
        """The whole map."""
        return QRectF(0, 0, self._layout.width, self._layout.height)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Every second band on a tint, quiet lines between lanes."""
        c = self._look.colours
        for place, (level, box) in enumerate(self._layout.bands):
            if place % 2 == 0:
                painter.fillRect(_rect(box), c.raised)
            painter.setPen(c.muted)
            painter.setFont(self._look.font)
            painter.drawText(QRectF(10, box.y, MARGIN - 20, box.height), _LEFT, level.name)
        painter.setPen(QPen(c.line, 1))
        for _, box in self._layout.lanes:
            painter.drawLine(QPointF(box.x, 0), QPointF(box.x, self._layout.height))


class QuietRoutes(QGraphicsItem):
    """All the steps between roles as faint lines, in one go: hundreds of them cost a frame.

    Their width is of the screen, whatever the zoom: Qt draws such lines many times faster.
    """

    def __init__(self, routes: Iterable["RouteItem"], look: Look) -> None:
        super().__init__()
        self._look = look
        self._solid, self._dashed = QPainterPath(), QPainterPath()
        for one in routes:
            is_change = one.route.kind is RouteKind.CAREER_CHANGE
            (self._dashed if is_change else self._solid).addPath(one.path)
        solid, dashed = self._solid.controlPointRect(), self._dashed.controlPointRect()
        self._bounds = solid.united(dashed)
        self.setZValue(-1.5)

    def boundingRect(self) -> QRectF:
        """All of them."""
        return self._bounds

    def shape(self) -> QPainterPath:
        """Nothing: a click goes to what is below."""
        return QPainterPath()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Changes of career are dashed."""
        colour = QColor(self._look.colours.line)
        colour.setAlphaF(_QUIET)
        pen = QPen(colour, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPath(self._solid)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.drawPath(self._dashed)


class RouteItem(QGraphicsItem):
    """A step between two roles, drawn when one of its ends is chosen."""

    def __init__(self, route: Route, start: Box, end: Box, look: Look) -> None:
        super().__init__()
        self.route = route
        self._look = look
        a, b, self._before, self._tip = (QPointF(*point) for point in curve(start, end))
        self.path = QPainterPath(a)
        self.path.cubicTo(b, self._before, self._tip)
        self._followed, self._onward = False, True
        self.setZValue(-1)
        self.setVisible(False)

    def show_as(self, *, lit: bool, onward: bool, followed: bool) -> None:
        """*lit*: one of its ends is chosen, *onward*: where it begins; *followed*: by keyboard."""
        self.setVisible(lit)
        if (onward, followed) != (self._onward, self._followed):
            self._onward, self._followed = onward, followed
            self.setZValue(-1 if onward else -1.2)
            self.update()

    def boundingRect(self) -> QRectF:
        """The curve and its arrow."""
        return self.path.controlPointRect().adjusted(-8, -8, 8, 8)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """A way on is strong, a way in is thin; a change of career is dashed."""
        c = self._look.colours
        colour = c.accent if self._onward else c.edge
        pen = QPen(colour, 3.5 if self._followed else 1.8 if self._onward else 1.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if self.route.kind is RouteKind.CAREER_CHANGE:
            pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self.path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(arrow(self._before, self._tip, 8.0 if self._onward else 6.0))


class RoleItem(QGraphicsItem):
    """A role: a quiet box with its name."""

    def __init__(self, role: Role, box: Box, look: Look) -> None:
        super().__init__()
        self.role = role
        self._rect = _rect(box)
        self._look = look
        self._standing = Standing()
        self._shown = ("", "")  # the font's name, and what of the role's fits in it
        self.setToolTip(inert(role.name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def standing(self) -> Standing:
        """How it stands out now."""
        return self._standing

    def stand(self, standing: Standing) -> None:
        """Draw it as *standing* says."""
        if standing != self._standing:
            self._standing = standing
            self.update()

    def boundingRect(self) -> QRectF:
        """The box with its rings and marks."""
        return self._rect.adjusted(-_REACH - 2, -2 * _REACH - 4, _REACH + 2, _REACH + 2)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Here is filled, a wish has a star and a thick edge, the chosen one a ring."""
        standing, c = self._standing, self._look.colours
        fill, ink, edge, width = _paints(standing, c)
        if standing.chosen:
            painter.setPen(QPen(c.focus, 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = self._rect.adjusted(-4, -4, 4, 4)
            painter.drawRoundedRect(ring, _RADIUS + 4, _RADIUS + 4)
        painter.setPen(QPen(edge, width))
        painter.setBrush(fill)
        painter.drawRoundedRect(self._rect, _RADIUS, _RADIUS)
        painter.setPen(ink)
        painter.setFont(self._look.font)
        room = self._rect.adjusted(5, 0, -5, 0)
        if self._shown[0] != self._look.font.family():
            name = as_fits(self.role.name, room, painter.fontMetrics())
            self._shown = (self._look.font.family(), name)
        painter.drawText(room, _TEXT, self._shown[1])
        if standing.share is not None:
            self._there(painter, standing.share)
        if standing.left:
            self._badge(painter, standing.left, right=False)
        if standing.right:
            self._badge(painter, standing.right, right=True)

    def _there(self, painter: QPainter, share: float) -> None:
        """How much of what the role asks is there: so much of its lower edge is thick."""
        if share:
            width = (self._rect.width() - 2 * _RADIUS) * share
            left, bottom = self._rect.left() + _RADIUS, self._rect.bottom()
            painter.fillRect(QRectF(left, bottom - 2, width, 4), self._look.colours.accent)

    def _badge(self, painter: QPainter, mark: str, *, right: bool) -> None:
        """A small mark on the upper edge."""
        c = self._look.colours
        font = QFont(self._look.font)
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(mark) + 12
        x = self._rect.right() - width - 6 if right else self._rect.left() + 6
        box = QRectF(x, self._rect.top() - 13, width, 15)
        painter.setPen(QPen(c.accent, 1.5))
        painter.setBrush(c.surface)
        painter.drawRoundedRect(box, 7.5, 7.5)
        painter.setPen(c.accent)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), mark)


def _paints(standing: Standing, c: Colours) -> tuple[QColor, QColor, QColor, float]:
    """Fill, ink, edge and the edge's width."""
    if standing.here:
        return c.accent, c.on_accent, c.accent, 1.0
    if standing.faded:
        return c.surface, c.disabled, c.line, 1.0
    if standing.wished:
        return c.accent_soft, c.text, c.accent, 2.0
    if standing.near or standing.chosen:
        return c.accent_soft, c.text, c.accent, 1.2
    if standing.before:
        return c.surface, c.text, c.accent, 1.2
    return c.surface, c.text, c.edge, 1.0


def as_fits(name: str, room: QRectF, metrics: QFontMetrics) -> str:
    """*name*, or as many of its first words as have room, with dots after them."""
    around, words, shown = room.toRect(), name.split(), name
    while words and not around.contains(metrics.boundingRect(around, _TEXT, shown)):
        words.pop()
        shown = " ".join(words) + _DOTS
    return shown if words else metrics.elidedText(name, Qt.TextElideMode.ElideRight, around.width())


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def arrow(before: QPointF, tip: QPointF, size: float = 8.0) -> QPolygonF:
    """The head of an arrow that comes from *before* and ends at *tip*."""
    dx, dy = tip.x() - before.x(), tip.y() - before.y()
    length = max((dx * dx + dy * dy) ** 0.5, 0.01)
    dx, dy = size * dx / length, size * dy / length
    base = QPointF(tip.x() - dx, tip.y() - dy)
    across = QPointF(-dy * 0.6, dx * 0.6)
    return QPolygonF([tip, base + across, base - across])
