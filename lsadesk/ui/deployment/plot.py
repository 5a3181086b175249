"""Where the blocks of a board lie, in pixels, and what lies at a point."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics

from lsadesk.ui.deployment.board import SHORTEST, Block, Board

PAUSE = 4  # pixels for a stretch of the day in which nothing runs
_PAD = 6
_RARE, _NARROW = 0.05, 0.25  # with a smaller share of the week, a stretch has a quarter's room
_LETTERS_OF_A_DAY = 32  # the least width of a day
_LETTERS_OF_A_NOTE = 26


class Bars(NamedTuple):
    """Which scroll bars there are."""

    across: bool
    down: bool


class Plot:
    """A board in one font, at least *room* pixels wide. The origin is the first block's corner."""

    def __init__(self, board: Board, metrics: QFontMetrics, room: int) -> None:
        self.board = board
        self.lane = 2 * metrics.lineSpacing() + 4
        letters = _LETTERS_OF_A_DAY * metrics.averageCharWidth()
        self.day_width = max(room // max(len(board.days), 1), letters, 1)
        self.width = self.day_width * len(board.days)
        self._note = _LETTERS_OF_A_NOTE * metrics.averageCharWidth()
        heights = [line.lanes * self.lane + _PAD for line in board.lines]
        self.tops = [0, *accumulate(heights)]
        self._columns = {day: at * self.day_width for at, day in enumerate(board.days)}
        self._weights = _weights(board)
        whole = sum((end - start) * weight for (start, end), weight in self._stretches)
        pauses = PAUSE * (len(board.busy) + 1)
        self._scale = max(self.day_width - pauses, 1) / max(whole, 1)

    @property
    def _stretches(self) -> Iterator[tuple[tuple[int, int], float]]:
        return zip(self.board.busy, self._weights, strict=True)

    @property
    def height(self) -> int:
        """The height of all lines."""
        return self.tops[-1]

    def x_of(self, minute: int) -> int:
        """How far into a day *minute* lies."""
        passed = 0.0
        for at, ((start, end), weight) in enumerate(self._stretches, 1):
            if minute <= end:
                inside = max(0, minute - start) * weight
                return round((passed + inside) * self._scale) + at * PAUSE
            passed += (end - start) * weight
        return self.day_width

    def rect(self, at: int) -> QRect:
        """The place of block *at*."""
        block = self.board.blocks[at]
        top = self.tops[block.line] + _PAD // 2 + block.lane * self.lane
        if block.day is None:
            return QRect(PAUSE, top, self._note, self.lane - 2)
        left = self._columns[block.day] + self.x_of(block.start)
        right = self._columns[block.day] + self.x_of(max(block.end, block.start + SHORTEST))
        return QRect(left, top, max(right - left - 2, 4), self.lane - 2)

    def line_at(self, y: int) -> int:
        """The line at height *y*, or the nearest."""
        return min(max(bisect_right(self.tops, y) - 1, 0), max(len(self.board.lines) - 1, 0))

    def lines_in(self, top: int, bottom: int) -> range:
        """The lines that are to be seen between *top* and *bottom*."""
        if not self.board.lines:
            return range(0)
        return range(self.line_at(top), self.line_at(bottom) + 1)

    def block_at(self, point: QPoint) -> int:
        """The block under *point*; -1 where there is none."""
        if not 0 <= point.y() < self.height:
            return -1
        line = self.board.lines[self.line_at(point.y())]
        inside = (at for at in range(line.first, line.last) if self.rect(at).contains(point))
        return next(inside, -1)

    def beside(self, at: int, lines: int) -> int:
        """The block *lines* further down that lies nearest to block *at* in the week."""
        here = self.board.blocks[at]
        target = min(max(here.line + lines, 0), len(self.board.lines) - 1)
        if target == here.line:
            return at
        line, middle = self.board.lines[target], self.rect(at).center().x()
        return min(
            range(line.first, line.last),
            key=lambda other: (abs(self.rect(other).center().x() - middle), self._lane(other)),
        )

    def _lane(self, at: int) -> int:
        block: Block = self.board.blocks[at]
        return block.lane


def fitted(board: Board, metrics: QFontMetrics, room: QSize, bars: QSize) -> tuple[Plot, Bars]:
    """The board for *room*, and which scroll bars it then needs; *bars* is how thick they are.

    Each bar takes room that may make the other one needed. Left to find out by showing them in
    turn, a board that just fits would show and hide both without end.
    """

    def beside(down: bool) -> tuple[Plot, Bars]:
        wide = room.width() - down * bars.width()
        plot = Plot(board, metrics, wide)
        across = plot.width > wide
        return plot, Bars(across, down=plot.height > room.height() - across * bars.height())

    plot, needs = beside(down=False)
    return beside(down=True) if needs.down else (plot, needs)


def _weights(board: Board) -> list[float]:
    """How much room a minute of each busy stretch has beside those of the others.

    An evening shift for two people must not take a third of everybody's day.
    """
    if not board.busy:
        return []
    starts = [start for start, _end in board.busy]
    stretch = Counter(
        bisect_right(starts, block.start) - 1 for block in board.blocks if block.day is not None
    )
    few = sum(stretch.values()) * _RARE
    return [1.0 if stretch[at] >= few else _NARROW for at in range(len(board.busy))]
