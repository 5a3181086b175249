"""The week board on screen: every visible block copied from its picture in one loop."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from lsadesk.domain.deployment.model import SlotId
from lsadesk.ui.deployment.board import Block, Board
from lsadesk.ui.deployment.hand import Hand
from lsadesk.ui.deployment.heads import DayHead, NameHead, head_height, names_width
from lsadesk.ui.deployment.looks import Looks
from lsadesk.ui.deployment.model import BoardModel
from lsadesk.ui.deployment.plot import Plot, fitted
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.looks.theme import Colours
from lsadesk.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_PIXELS = QAbstractItemView.ScrollMode.ScrollPerPixel
_Cursor = QAbstractItemView.CursorAction
_SHOWN = {
    True: Qt.ScrollBarPolicy.ScrollBarAlwaysOn,
    False: Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BoardView(QListView):
    """Blocks with a current one that the arrow keys move and Tab leaves.

    To a screen reader it is the list of all blocks. Emits `opened()` on Space, `clicked()` on
    a click, after which the keys are still its own, and `moved()` as the current block
    changes. Enter or a drag picks a block up (`picked`);
    then it goes from line to line, or where the board says so from block to block
    (`hovered(at)`), until it is put down (`dropped(at)`) or left where it was (`put_back`).
    What cannot be picked up is opened.
    """

    opened = Signal()
    moved = Signal()
    picked = Signal()
    hovered = Signal(int)
    dropped = Signal(int)
    put_back = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.movable = False  # whether blocks can be picked up
        self.board_model = BoardModel(self)
        self.day_names: Sequence[str] = ()
        self.days, self.names = DayHead(self), NameHead(self)
        self.plot = Plot(Board(), self.fontMetrics(), 0)
        self.setModel(self.board_model)
        self.setAccessibleName(tr("The week"))
        self.setAccessibleDescription(
            tr(
                "Left and right go through a line, up and down from line to line. Space tells "
                "why. Enter picks a session up; then the arrows choose who is to have it, or "
                "with which session to exchange people, Enter puts it down and Escape leaves it."
            )
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(_PIXELS)
        self.setVerticalScrollMode(_PIXELS)
        self.hand = Hand(self)
        self.selectionModel().currentChanged.connect(lambda *_: self._moved())
        appearance.changed.connect(self._dress)
        self._dress()

    @property
    def colours(self) -> Colours:
        """The colours of the theme."""
        return self._appearance.theme.colours

    def show_board(self, board: Board, day_names: Sequence[str]) -> None:
        """Show *board*; the current block stays on the same place if it is there.

        The board goes along with that place only where somebody is at it: a search gives places
        to others all the time, and the week would jump about under whoever looks on.
        """
        self.hand.drop()
        before, seen = self.current(), self.verticalScrollBar().value()
        self.day_names = day_names
        self.board_model.show(board)
        self._dress()
        if before is not None and before.slots:
            at = board.block_of(before.slots[0])
            if at >= 0:
                self._make_current(at)
        if not self.hasFocus():
            self.verticalScrollBar().setValue(seen)
        self.moved.emit()

    def current(self) -> Block | None:
        """The current block."""
        index = self.currentIndex()
        return self.board_model.board.blocks[index.row()] if index.isValid() else None

    def go_to(self, at: int) -> None:
        """Make block *at* current and bring it into view."""
        self._make_current(at)
        self.scrollTo(self.currentIndex())

    def show_slot(self, slot: SlotId) -> None:
        """Make the block of *slot* current, if there is one."""
        at = self.board_model.board.block_of(slot)
        if at >= 0:
            self.go_to(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the picture of each visible block to its place."""
        if self.devicePixelRatioF() != self._ratio:
            self._dress()
        area, plot, c = event.rect(), self.plot, self.colours
        left, top = self.horizontalOffset(), self.verticalOffset()
        painter = QPainter(self.viewport())
        painter.fillRect(area, c.surface)
        lines = plot.lines_in(area.top() + top, area.bottom() + top)
        for at in lines:
            painter.fillRect(area.left(), plot.tops[at + 1] - top - 1, area.width(), 1, c.line)
        bottom = min(plot.height - top, self.height())
        for at in range(1, len(plot.board.days)):
            painter.fillRect(at * plot.day_width - left - 1, 0, 1, bottom, c.edge)
        blocks, rect, look, copy = plot.board.blocks, plot.rect, self._looks.of, painter.drawPixmap
        shown = area.translated(left, top)
        for line in (plot.board.lines[at] for at in lines):
            for at in range(line.first, line.last):
                place = rect(at)
                if place.intersects(shown):
                    copy(place.x() - left, place.y() - top, look(blocks[at], place.size()))
        self._frame_current(painter)
        self.hand.paint(painter, self._looks)

    def _frame_current(self, painter: QPainter) -> None:
        if self.currentIndex().isValid():
            c, frame = self.colours, self.visualRect(self.currentIndex())
            painter.setPen(
                QPen(c.focus if self.hasFocus() else c.edge, 3 if self.hasFocus() else 2)
            )
            painter.drawRect(frame.adjusted(1, 1, -2, -2))

    def visualRect(self, index: Index) -> QRect:
        """The place of a block in the viewport."""
        if not index.isValid() or index.row() >= len(self.plot.board.blocks):
            return QRect()
        place = self.plot.rect(index.row())
        return place.translated(-self.horizontalOffset(), -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The block at *point* of the viewport."""
        at = self.plot.block_at(point + QPoint(self.horizontalOffset(), self.verticalOffset()))
        return self.board_model.index(at) if at >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll no further than it takes to see the block whole."""
        place, room = self.visualRect(index), self.viewport().rect()
        for bar, low, high, end in (
            (self.horizontalScrollBar(), place.left(), place.right(), room.right()),
            (self.verticalScrollBar(), place.top() - 4, place.bottom() + 4, room.bottom()),
        ):
            if low < 0:
                bar.setValue(bar.value() + low)
            elif high > end:
                bar.setValue(bar.value() + min(high - end, low))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where a key leads from the current block."""
        index = self.currentIndex()
        if not self.board_model.board.blocks:
            return QModelIndex()
        whole = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        return self.board_model.index(
            self.block_from(index.row() if index.isValid() else 0, action, whole=whole)
        )

    def block_from(
        self, at: int, action: QAbstractItemView.CursorAction, *, whole: bool = False
    ) -> int:
        """The block to which *action* leads from *at*; *whole*: Home and End are the week's."""
        board = self.board_model.board
        line = board.lines[board.blocks[at].line]
        page = max(self.viewport().height() // (self.plot.lane + 6) - 1, 1)
        leads = {
            _Cursor.MoveLeft: lambda: max(at - 1, line.first),
            _Cursor.MoveRight: lambda: min(at + 1, line.last - 1),
            _Cursor.MoveUp: lambda: self.plot.beside(at, -1),
            _Cursor.MoveDown: lambda: self.plot.beside(at, 1),
            _Cursor.MovePageUp: lambda: self.plot.beside(at, -page),
            _Cursor.MovePageDown: lambda: self.plot.beside(at, page),
            _Cursor.MoveHome: lambda: 0 if whole else line.first,
            _Cursor.MoveEnd: lambda: len(board.blocks) - 1 if whole else line.last - 1,
        }
        return leads[action]() if action in leads else at

    def horizontalOffset(self) -> int:
        """How far it is scrolled to the right."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """How far it is scrolled down."""
        return self.verticalScrollBar().value()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """A press selects the block under it."""
        self.selectionModel().select(self.indexAt(rect.topLeft()), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What has to be painted again when *selection* changes."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def doItemsLayout(self) -> None:
        """Blocks have their places by the clock: there is nothing to lay out."""
        self.updateGeometries()

    def updateGeometries(self) -> None:
        """Keep the heads around the viewport and the scroll bars true."""
        edge = self.frameWidth()
        room, high = self.viewport().size(), head_height(self.fontMetrics())
        wide = self.names.width()
        self.days.setGeometry(edge, edge, wide + room.width(), high)
        self.names.setGeometry(edge, edge + high, wide, room.height())
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self.plot.width, room.width()),
            (self.verticalScrollBar(), self.plot.height, room.height()),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(self.plot.lane)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted; only what comes into view is painted anew."""
        self.viewport().scroll(dx, dy)
        (self.days if dx else self.names).update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks up and puts down, Space tells why; all other keys move."""
        if self.hand.takes_key(event):
            return
        if event.key() in _OPENING and self.currentIndex().isValid():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may become a drag."""
        super().mousePressEvent(event)
        self.hand.pressed(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag takes the block along."""
        if not self.hand.dragged(event.position().toPoint()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a drag puts the block down; a mere click tells why."""
        if not self.hand.released():
            super().mouseReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is carried stays where it was when the board is left."""
        self.hand.leave()
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the focus on a block, so that a screen reader has something to say."""
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason  # which goes there itself
        if not by_mouse and not self.currentIndex().isValid() and self.board_model.board.blocks:
            self._make_current(0)
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Days share the room there is; the current block stays in view."""
        before = QRect(QPoint(0, 0), event.oldSize())
        seen = before.intersects(self.visualRect(self.currentIndex()))
        super().resizeEvent(event)
        self._measure()
        if seen:
            self.scrollTo(self.currentIndex())

    def _make_current(self, at: int) -> None:
        self.selectionModel().setCurrentIndex(
            self.board_model.index(at), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _dress(self) -> None:
        """Take sizes and pictures from the font, the theme and the screen of this moment."""
        self._ratio = self.devicePixelRatioF()
        self._looks = Looks(self.colours, self.font(), self._ratio)
        self._measure()

    def _measure(self) -> None:
        board, metrics = self.board_model.board, self.fontMetrics()
        wide = names_width(board, self.font(), self.width())
        self.names.setFixedWidth(wide)
        high, edge = head_height(metrics), 2 * self.frameWidth()
        self.setViewportMargins(wide, high, 0, 0)
        room = QSize(self.width() - edge - wide, self.height() - edge - high)
        bars = QSize(
            self.verticalScrollBar().sizeHint().width(),
            self.horizontalScrollBar().sizeHint().height(),
        )
        self.plot, needs = fitted(board, metrics, room, bars)
        self.setHorizontalScrollBarPolicy(_SHOWN[needs.across])
        self.setVerticalScrollBarPolicy(_SHOWN[needs.down])
        self.updateGeometries()
        for part in (self.viewport(), self.days, self.names):
            part.update()

    def _moved(self) -> None:
        self.names.update()
        self.moved.emit()
