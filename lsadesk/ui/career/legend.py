"""What the marks on the map mean, and how near one looks: the strip below the picture."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from lsadesk.ui.career.view import CareerView
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.looks.theme import Colours
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.laid import Fill, in_row
from lsadesk.ui.words import tr

Draw = Callable[[QPainter, QRectF, Colours], None]
_SAMPLE, _GAP = 26.0, 6


class Legend(QWidget):
    """The marks of one's own view or of the college's, and the buttons that zoom."""

    def __init__(self, appearance: Appearance, view: CareerView) -> None:
        super().__init__()
        self._mine = [
            Sample(appearance, tr("You"), _you),
            Sample(appearance, tr("Way on"), _way_on),
            Sample(appearance, tr("Way in"), _way_in),
            Sample(appearance, tr("Change of career"), _change),
            Sample(appearance, tr("How much of it you have"), _share),
        ]
        self._everybodys = [
            Sample(appearance, tr("People, of so many posts"), _people),
            Sample(appearance, tr("Wishes"), _star),
        ]
        samples = flowing(*self._mine, *self._everybodys)
        self.fit = _named(button(tr("Fit"), view.fit), tr("Show the whole map"))
        self.nearer = _named(button("+", lambda: view.zoom(1)), tr("Nearer"))
        self.farther = _named(button("\u2212", lambda: view.zoom(-1)), tr("Farther"))
        in_row(
            Fill(samples),
            (self.fit, Qt.AlignmentFlag.AlignTop),
            (self.nearer, Qt.AlignmentFlag.AlignTop),
            (self.farther, Qt.AlignmentFlag.AlignTop),
            on=self,
            around=(0, 8, 0, 0),
        )
        self.explain(in_college=False)

    def explain(self, *, in_college: bool) -> None:
        """Show the marks of the college's view, or of one's own."""
        for one in self._mine:
            one.setVisible(not in_college)
        for one in self._everybodys:
            one.setVisible(in_college)


class Sample(QWidget):
    """A mark as it is drawn on the map, and what it means."""

    def __init__(self, appearance: Appearance, words: str, draw: Draw) -> None:
        super().__init__()
        self._appearance, self._words, self._draw = appearance, words, draw
        self.setAccessibleName(words)
        appearance.changed.connect(self._measure)
        self._measure()

    def sizeHint(self) -> QSize:
        """Room for the mark and its words."""
        words = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(int(_SAMPLE) + _GAP + words + 10, self.fontMetrics().lineSpacing() + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark, then its words."""
        painter, colours = QPainter(self), self._appearance.theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, QRectF(1, (self.height() - 14) / 2, _SAMPLE, 14), colours)
        painter.setPen(colours.muted)
        painter.setFont(self.font())
        words = QRectF(_SAMPLE + _GAP, 0, self.width() - _SAMPLE - _GAP, self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._words)

    def _measure(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


def _you(painter: QPainter, box: QRectF, c: Colours) -> None:
    painter.setPen(QPen(c.accent, 1))
    painter.setBrush(c.accent)
    painter.drawRoundedRect(box, 4, 4)


def _way_on(painter: QPainter, box: QRectF, c: Colours) -> None:
    _line(painter, box, QPen(c.accent, 1.8))


def _way_in(painter: QPainter, box: QRectF, c: Colours) -> None:
    _line(painter, box, QPen(c.edge, 1.2))


def _change(painter: QPainter, box: QRectF, c: Colours) -> None:
    _line(painter, box, QPen(c.accent, 1.8, Qt.PenStyle.DashLine))


def _line(painter: QPainter, box: QRectF, pen: QPen) -> None:
    painter.setPen(pen)
    middle = box.center().y()
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))


def _share(painter: QPainter, box: QRectF, c: Colours) -> None:
    painter.setPen(QPen(c.accent, 1.2))
    painter.setBrush(c.accent_soft)
    painter.drawRoundedRect(box, 4, 4)
    edge = QRectF(box.left() + 4, box.bottom() - 2, (box.width() - 8) * 0.6, 4)
    painter.fillRect(edge, c.accent)


def _people(painter: QPainter, box: QRectF, c: Colours) -> None:
    painter.setPen(QPen(c.accent, 1.5))
    painter.setBrush(c.surface)
    painter.drawRoundedRect(box, 7, 7)
    _write(painter, box, tr("7 of 9"), c, 9)


def _star(painter: QPainter, box: QRectF, c: Colours) -> None:
    _write(painter, box, "\u2605", c, 14)


def _write(painter: QPainter, box: QRectF, words: str, c: Colours, size: int) -> None:
    font = QFont(painter.font())
    font.setPixelSize(size)
    painter.setFont(font)
    painter.setPen(c.accent)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


def _named(made: QPushButton, name: str) -> QPushButton:
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
