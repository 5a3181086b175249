"""The line of time as a picture: work as bars, qualifications as diamonds, moved by the mouse."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lsadesk.domain.staff.line_of_time import Part, Piece, dragged
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.words import tr

_SIDE, _GAP, _GRIP = 16, 5, 7  # pixels: around the line, between lanes, at the ends of a bar
_FEWEST_YEARS = 12
_MARK_EVERY = (1, 2, 5, 10, 20)
_LETTERS_OF_A_YEAR = 6


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece is drawn: its shape, and the words beside or in it."""

    shape: QRect
    words: QRect


@dataclass(frozen=True, slots=True)
class Hold:
    """A piece that the mouse has hold of: which, by what part, and from which x."""

    at: int
    part: Part
    x: int


class TimeLine(QWidget):
    """Emits `chosen(place)`, `changed(place, PastEntry)`, `opened(place)` and `asked(year)`, and
    `laid_out()` as its height is another.

    It takes the mouse alone: the list beside it says the same in order, and moves by keys.
    """

    chosen = Signal(int)
    changed = Signal(int, object)
    opened = Signal(int)
    asked = Signal(int)
    laid_out = Signal()

    def __init__(self, appearance: Appearance, this_year: int) -> None:
        super().__init__()
        self._appearance, self._this_year = appearance, this_year
        self._pieces: tuple[Piece, ...] = ()
        self._current = -1
        self._hold: Hold | None = None
        self._dragged: Piece | None = None
        self._places: list[Place] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setToolTip(tr("Drag to move, drag an end to make it longer, double-click to add"))
        appearance.changed.connect(self._lay_out)

    def show_pieces(self, pieces: tuple[Piece, ...], current: int) -> None:
        """Draw *pieces*, the one at *current* marked."""
        self._pieces, self._current = pieces, current
        self._hold = self._dragged = None
        self._lay_out()

    def mark(self, current: int) -> None:
        """Mark the piece at *current*."""
        self._current = current
        self.update()

    def place_of(self, at: int) -> QRect:
        """Where the piece at *at* is drawn."""
        return self._places[at].shape

    def x_of(self, year: int) -> int:
        """Where *year* begins."""
        first, last = self._span()
        return _SIDE + round((year - first) * self._room() / (last - first))

    def year_at(self, x: int) -> int:
        """The year at *x*."""
        first, last = self._span()
        return first + int((x - _SIDE) * (last - first) / self._room())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Years lie closer or wider."""
        super().resizeEvent(event)
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a piece."""
        where = event.position().toPoint()
        at = self._at(where)
        if event.button() is not Qt.MouseButton.LeftButton or at < 0:
            return
        self.chosen.emit(at)
        self._hold = Hold(at, self._part(at, where.x()), where.x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the piece would stand, and what of it the mouse would take hold of."""
        where = event.position().toPoint()
        if self._hold is None:
            self._show_grip(where)
            return
        piece, part = self._pieces[self._hold.at], self._hold.part
        taken, let_go = self.year_at(self._hold.x), self.year_at(where.x())
        self._dragged = dragged(piece, taken, let_go, self._this_year, part)
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Leave the piece where it was dragged to."""
        hold, left = self._hold, self._dragged
        self._hold = self._dragged = None
        self.update()
        if hold is not None and left is not None and left.told != self._pieces[hold.at].told:
            self.changed.emit(hold.at, left.told)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a piece, or add one in the year that was pointed at."""
        where = event.position().toPoint()
        at = self._at(where)
        self._hold = self._dragged = None
        if at >= 0:
            self.opened.emit(at)
        else:
            self.asked.emit(min(self.year_at(where.x()), self._this_year))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts back what is being dragged."""
        if event.key() == Qt.Key.Key_Escape and self._hold is not None:
            self._hold = self._dragged = None
            self.update()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The years, then every piece; the one that is dragged where it would stand."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_years(painter)
        hold, moving = self._hold, self._dragged
        for at, piece in enumerate(self._pieces):
            if hold is None or moving is None or at != hold.at:
                self._draw(painter, at, piece, self._places[at])
        if hold is not None and moving is not None:  # over the others
            self._draw(painter, hold.at, moving, self._place(moving, hold.at))

    def _draw_years(self, painter: QPainter) -> None:
        c, line = self._appearance.theme.colours, self._line()
        first, last = self._span()
        painter.setPen(QPen(c.edge, 2))
        painter.drawLine(_SIDE, line, self.width() - _SIDE, line)
        letters = _LETTERS_OF_A_YEAR * self.fontMetrics().averageCharWidth()
        fitting = [n for n in _MARK_EVERY if self.x_of(first + n) - _SIDE >= letters]
        step = (fitting or _MARK_EVERY[-1:])[0]
        for year in range(first + -first % step, last + 1, step):
            x = self.x_of(year)
            painter.setPen(QPen(c.line, 1))
            painter.drawLine(x, line, x, self.height())
            painter.setPen(c.muted)
            painter.drawText(x + 3, line - _GAP, str(year))

    def _draw(self, painter: QPainter, at: int, piece: Piece, place: Place) -> None:
        c = self._appearance.theme.colours
        chosen = at == self._current
        painter.setPen(QPen(c.focus if chosen else c.accent, 3 if chosen else 1))
        painter.setBrush(c.accent_soft if piece.is_work else c.surface)
        if piece.is_work:
            painter.drawRoundedRect(place.shape, 4, 4)
        else:
            painter.drawPolygon(_diamond(place.shape))
        painter.setPen(c.text)
        words = self.fontMetrics().elidedText(
            self._words(piece), Qt.TextElideMode.ElideRight, place.words.width()
        )
        painter.drawText(place.words, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _words(self, piece: Piece) -> str:
        """The name; while it is dragged, the years as they would be."""
        return f"{piece.years}  {piece.name}" if piece is self._dragged else piece.name

    def _lay_out(self) -> None:
        """Give each piece a lane of its own where its words would lie over another's."""
        lanes: list[int] = []  # how far each lane is taken
        self._places = []
        for piece in self._pieces:
            place = self._place_in(piece, 0)
            free = (n for n, taken in enumerate(lanes) if taken + _GAP <= place.shape.left())
            lane = next(free, len(lanes))
            lanes[lane : lane + 1] = [max(place.words.right(), place.shape.right())]
            self._places.append(self._place_in(piece, lane))
        step = self._line() + _GAP
        self.setFixedHeight(max(len(lanes), 2) * step + 3 * self._line() // 2)
        self.laid_out.emit()
        self.update()

    def _place(self, piece: Piece, at: int) -> Place:
        """Where *piece* lies in the lane of the one at *at*."""
        lane = self._places[at].shape.top() // (self._line() + _GAP) - 1
        return self._place_in(piece, lane)

    def _place_in(self, piece: Piece, lane: int) -> Place:
        line, metrics = self._line(), self.fontMetrics()
        top = 3 * line // 2 + lane * (line + _GAP)
        wide = metrics.horizontalAdvance(self._words(piece)) + _GAP
        if piece.began is None:  # beside the line, to be dragged onto it
            shape = QRect(_SIDE, top, line, line)
        elif piece.is_work:
            right = self.x_of((piece.ended or piece.began) + 1)
            shape = QRect(self.x_of(piece.began), top, right - self.x_of(piece.began) - 2, line)
        else:
            middle = (self.x_of(piece.began) + self.x_of(piece.began + 1)) // 2
            shape = QRect(middle - line // 2, top, line, line)
        left = shape.left() + _GAP if wide < shape.width() - _GAP else shape.right() + _GAP
        room = self.width() - _SIDE - left
        if room < wide and left > shape.right():  # no room on the right: before it
            left = max(shape.left() - wide - _GAP, _SIDE)
            room = shape.left() - left
        return Place(shape, QRect(left, top, max(min(wide, room), 1), line))

    def _part(self, at: int, x: int) -> Part:
        shape, piece = self._places[at].shape, self._pieces[at]
        if not piece.is_work or piece.began is None:
            return Part.WHOLE
        if shape.right() - x <= _GRIP:
            return Part.END
        return Part.BEGIN if x - shape.left() <= _GRIP else Part.WHOLE

    def _show_grip(self, where: QPoint) -> None:
        at = self._at(where)
        if at < 0:
            self.unsetCursor()
        elif self._part(at, where.x()) is Part.WHOLE:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.setCursor(Qt.CursorShape.SizeHorCursor)

    def _at(self, where: QPoint) -> int:
        held = [n for n, place in enumerate(self._places) if place.shape.contains(where)]
        named = [n for n, place in enumerate(self._places) if place.words.contains(where)]
        return (held or named or [-1])[0]

    def _span(self) -> tuple[int, int]:
        """The years from the first to the last that are drawn."""
        first = min((each.began for each in self._pieces if each.began), default=self._this_year)
        return min(first - 1, self._this_year - _FEWEST_YEARS), self._this_year + 1

    def _room(self) -> int:
        return max(self.width() - 2 * _SIDE, 1)

    def _line(self) -> int:
        return QFontMetrics(self.font()).lineSpacing() + 2


def _diamond(shape: QRect) -> QPolygonF:
    middle, half = QPointF(shape.center()), shape.height() / 2
    return QPolygonF(
        [middle + QPointF(*by) for by in ((0, -half), (half, 0), (0, half), (-half, 0))]
    )
