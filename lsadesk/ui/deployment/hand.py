"""The hand over the board: a block picked up, taken from line to line, and put down."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication

from lsadesk.ui.deployment.looks import Looks

if TYPE_CHECKING:
    from lsadesk.ui.deployment.view import BoardView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -100_000,
    Qt.Key.Key_End: 100_000,
}


class Hand:
    """What *view* has picked up, and over which line it is. The view says what comes of it."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self.block: int | None = None  # None: nothing is carried
        self.line = 0
        self._pressed: QPoint | None = None

    def takes_key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the hand; it is then done."""
        key = Qt.Key(event.key())
        if self.block is None:
            return key in _ENTER and self.pick_up()
        if key in _ENTER:
            self._put_down()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _STEPS:
            self._over(self.line + _STEPS[key])
        return True

    def pick_up(self) -> bool:
        """Pick up the current block, if it can be."""
        block = self._view.current()
        if not self._view.movable or block is None or not block.slots:
            return False
        self.block, self.line = self._view.currentIndex().row(), block.line
        self._view.picked.emit()
        self._over(self.line)
        return True

    def leave(self) -> None:
        """Leave what is carried where it was."""
        if self.block is not None:
            self.drop()
            self._view.put_back.emit()

    def drop(self) -> None:
        """Carry nothing any more."""
        self.block, self._pressed = None, None
        self._view.viewport().update()

    def pressed(self, at: QPoint) -> None:
        """The mouse went down at *at*."""
        self._pressed = at if self._view.indexAt(at).isValid() else None

    def dragged(self, at: QPoint) -> bool:
        """The mouse moved; whether it carries a block along."""
        if self.block is None:
            started = self._pressed is not None and (
                (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            )
            if not started or not self.pick_up():
                return False
        self._over(self._view.plot.line_at(at.y() + self._view.verticalOffset()))
        return True

    def released(self) -> bool:
        """The mouse went up; whether that put a block down."""
        self._pressed = None
        if self.block is None:
            return False
        self._put_down()
        return True

    def paint(self, painter: QPainter, looks: Looks) -> None:
        """The block that is carried, framed, over the line where it would be put down."""
        view = self._view
        if self.block is None or self.block >= len(view.plot.board.blocks):
            return
        block, place = view.plot.board.blocks[self.block], self.place()
        painter.drawPixmap(place.topLeft(), looks.of(block, place.size()))
        painter.setPen(QPen(view.colours.focus, 3, Qt.PenStyle.DashLine))
        painter.drawRect(place.adjusted(1, 1, -2, -2))

    def place(self) -> QRect:
        """Where it is painted, in the viewport."""
        plot, view = self._view.plot, self._view
        whole = plot.rect(self.block or 0)
        down = plot.tops[self.line] + 6 - whole.top()
        return whole.translated(-view.horizontalOffset(), down - view.verticalOffset())

    def _over(self, line: int) -> None:
        lines = self._view.plot.board.lines
        self.line = min(max(line, 0), len(lines) - 1)
        bar, room = self._view.verticalScrollBar(), self._view.viewport().height()
        place = self.place()
        if place.top() < 0:
            bar.setValue(bar.value() + place.top() - 4)
        elif place.bottom() > room:
            bar.setValue(bar.value() + place.bottom() - room + 4)
        self._view.viewport().update()
        self._view.hovered.emit(self.line)

    def _put_down(self) -> None:
        line = self.line
        self.drop()
        self._view.dropped.emit(line)
