"""The heads of the week board: days with the times sessions begin, names with their hours."""

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import clock
from lsadesk.ui.deployment.board import Board

if TYPE_CHECKING:
    from lsadesk.ui.deployment.view import BoardView

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_ELIDED = Qt.TextElideMode.ElideRight
PAD = 8


def head_height(metrics: QFontMetrics) -> int:
    """Room for a day and, below it, the times."""
    return 2 * metrics.lineSpacing() + 8


def names_width(board: Board, font: QFont, room: int) -> int:
    """Room for names and notes, but never more than a third of *room*."""
    bold, plain = QFontMetrics(demi_bold(font)), QFontMetrics(font)
    widest = max(
        (
            max(bold.horizontalAdvance(line.name), plain.horizontalAdvance(line.note))
            for line in board.lines
        ),
        default=0,
    )
    return min(max(widest, 8 * plain.height()) + 2 * PAD, max(room // 4, 6 * plain.height()))


def demi_bold(font: QFont) -> QFont:
    """*font* as names and headings are written."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


class DayHead(QWidget):
    """The days, which scroll sideways with the blocks; above the names it is empty."""

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self._view = view

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint every day; there are seven at most."""
        view, c = self._view, self._view.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.raised)
        painter.setClipRect(view.names.width(), 0, self.width(), self.height())
        left = view.names.width() - view.horizontalOffset()
        for at, name in enumerate(view.day_names):
            place = QRect(left + at * view.plot.day_width, 0, view.plot.day_width, self.height())
            self._paint_day(painter, place, name)
        painter.setClipping(False)
        painter.fillRect(0, self.height() - 1, self.width(), 1, c.edge)
        painter.fillRect(view.names.width() - 1, 0, 1, self.height(), c.edge)

    def _paint_day(self, painter: QPainter, place: QRect, name: str) -> None:
        view, c = self._view, self._view.colours
        painter.fillRect(place.left() - 1, 0, 1, place.height(), c.edge)
        upper = place.adjusted(PAD, 2, -PAD, -place.height() // 2)
        painter.setFont(demi_bold(view.font()))
        painter.setPen(c.text)
        painter.drawText(
            upper, _LEFT, painter.fontMetrics().elidedText(name, _ELIDED, upper.width())
        )
        painter.setFont(view.font())
        painter.setPen(c.muted)
        free = place.left()
        for start, _ in view.plot.board.busy:
            at, said = place.left() + view.plot.x_of(start), clock(time(*divmod(start, 60)))
            wide = painter.fontMetrics().horizontalAdvance(said)
            if at >= free and at + wide <= place.right():
                lower = QRect(at, place.height() // 2, wide, place.height() // 2 - 2)
                painter.drawText(lower, _LEFT, said)
                free = at + wide + PAD


class NameHead(QWidget):
    """The names of the lines, which scroll down with the blocks and stay when they go aside."""

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self._view = view

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names within the area asked for."""
        view, area = self._view, event.rect()
        painter = QPainter(self)
        painter.fillRect(area, view.colours.surface)
        top = view.verticalOffset()
        current = view.current()
        for at in view.plot.lines_in(area.top() + top, area.bottom() + top):
            self._paint_line(painter, at, is_current=current is not None and current.line == at)
        painter.fillRect(self.width() - 1, area.top(), 1, area.height(), view.colours.edge)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a name goes to the first block of its line."""
        view = self._view
        line = view.plot.line_at(round(event.position().y()) + view.verticalOffset())
        if line < len(view.plot.board.lines):
            view.go_to(view.plot.board.lines[line].first)
            view.setFocus(Qt.FocusReason.MouseFocusReason)

    def _paint_line(self, painter: QPainter, at: int, *, is_current: bool) -> None:
        view, c, line = self._view, self._view.colours, self._view.plot.board.lines[at]
        top = view.plot.tops[at] - view.verticalOffset()
        here = QRect(0, top, self.width(), view.plot.tops[at + 1] - view.plot.tops[at])
        if is_current:
            painter.fillRect(here, c.accent_soft)
        painter.fillRect(0, here.bottom(), self.width(), 1, c.line)
        half = view.plot.lane // 2
        name = QRect(PAD, top + 2, self.width() - 2 * PAD, half)
        painter.setFont(demi_bold(view.font()))
        painter.setPen(c.text)
        metrics = painter.fontMetrics()
        painter.drawText(name, _LEFT, metrics.elidedText(line.name, _ELIDED, name.width()))
        painter.setFont(view.font())
        painter.setPen(c.text if is_current else c.muted)
        metrics, note = painter.fontMetrics(), name.translated(0, half)
        painter.drawText(note, _LEFT, metrics.elidedText(line.note, _ELIDED, note.width()))
