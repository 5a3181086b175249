"""The hand over the board: a block picked up, taken about, and put down.

Where lines are people it goes from line to line, otherwise from block to block.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication

from lsadesk.ui.deployment.looks import Looks

if TYPE_CHECKING:
    from lsadesk.ui.deployment.view import BoardView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Cursor = QAbstractItemView.CursorAction
_WAYS = {
    Qt.Key.Key_Left: _Cursor.MoveLeft,
    Qt.Key.Key_Right: _Cursor.MoveRight,
    Qt.Key.Key_Up: _Cursor.MoveUp,
    Qt.Key.Key_Down: _Cursor.MoveDown,
    Qt.Key.Key_PageUp: _Cursor.MovePageUp,
    Qt.Key.Key_PageDown: _Cursor.MovePageDown,
    Qt.Key.Key_Home: _Cursor.MoveHome,
    Qt.Key.Key_End: _Cursor.MoveEnd,
}
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -100_000,
    Qt.Key.Key_End: 100_000,
}


class Hand:
    """What *view* has picked up, and over what. The view says what comes of it."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self.block: int | None = None  # None: nothing is carried
        self.over = 0  # a line, or a block where the board says so
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
        elif self._by_block and key in _WAYS:
            self._go(self._view.block_from(self.over, _WAYS[key]))
        elif not self._by_block and key in _STEPS:
            self._go(self.over + _STEPS[key])
        return True

    def pick_up(self) -> bool:
        """Pick up the current block, if it can be."""
        block = self._view.current()
        if not self._view.movable or block is None or not block.slots:
            return False
        self.block, self.over = self._view.currentIndex().row(), -1
        self._view.picked.emit()
        self._go(self.block if self._by_block else block.line)
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
        if self._by_block:
            found = self._view.indexAt(at)
            self._go(found.row() if found.isValid() else self.block or 0)
        else:
            self._go(self._view.plot.line_at(at.y() + self._view.verticalOffset()))
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
        place = self.place()
        if not self._by_block:
            block = view.plot.board.blocks[self.block]
            painter.drawPixmap(place.topLeft(), looks.of(block, place.size()))
        painter.setPen(QPen(view.colours.focus, 3, Qt.PenStyle.DashLine))
        painter.drawRect(place.adjusted(1, 1, -2, -2))

    def place(self) -> QRect:
        """Where it is painted, in the viewport: over a line, or around a block."""
        plot, view = self._view.plot, self._view
        whole = plot.rect(self.over if self._by_block else self.block or 0)
        down = 0 if self._by_block else plot.tops[self.over] + 6 - whole.top()
        return whole.translated(-view.horizontalOffset(), down - view.verticalOffset())

    @property
    def _by_block(self) -> bool:
        return self._view.plot.board.by_block

    def _go(self, over: int) -> None:
        board = self._view.plot.board
        count = len(board.blocks if self._by_block else board.lines)
        over = min(max(over, 0), count - 1)
        if over == self.over:
            return
        self.over = over
        if self._by_block:
            self._view.scrollTo(self._view.board_model.index(self.over))
        else:
            self._scroll_to(self.place())
        self._view.viewport().update()
        self._view.hovered.emit(self.over)

    def _scroll_to(self, place: QRect) -> None:
        bar, room = self._view.verticalScrollBar(), self._view.viewport().height()
        if place.top() < 0:
            bar.setValue(bar.value() + place.top() - 4)
        elif place.bottom() > room:
            bar.setValue(bar.value() + place.bottom() - room + 4)

    def _put_down(self) -> None:
        over = self.over
        self.drop()
        self._view.dropped.emit(over)
