"""The pictures on a learner's card: faces, first letters, drawings and clocks."""

from collections.abc import Callable
from datetime import time
from functools import partial
from math import cos, pi, sin

from reportlab.lib.colors import white
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from lsadesk.reports.fonts import Face
from lsadesk.reports.letters import printable
from lsadesk.reports.pages import PALE, QUIET, TEAL
from lsadesk.reports.symbols import Symbol, draw_symbol
from lsadesk.reports.tagged import artifact

_SMALLER = 0.75


class Drawn(Flowable):
    """What *draw* draws in a square, for the eye alone: the words beside it say the same."""

    def __init__(self, side: float, draw: Callable[[Canvas, float], None]) -> None:
        super().__init__()
        self.width = self.height = side
        self._draw = draw

    def draw(self) -> None:
        """Draw it, and say nothing."""
        with artifact(self.canv):
            self._draw(self.canv, self.width)


class Faded(Flowable):
    """The picture of somebody who does not come: smaller, paler and with a line through it."""

    def __init__(self, picture: Flowable) -> None:
        super().__init__()
        self._picture = picture
        self.width = self.height = picture.width

    def draw(self) -> None:
        """Draw it, with what lies over it for the eye alone."""
        canvas, side = self.canv, self.width
        canvas.saveState()
        canvas.translate(side * (1 - _SMALLER) / 2, side * (1 - _SMALLER) / 2)
        canvas.scale(_SMALLER, _SMALLER)
        self._picture.drawOn(canvas, 0, 0)
        with artifact(canvas):
            canvas.setFillColor(white, alpha=0.55)
            canvas.rect(0, 0, side, side, stroke=0, fill=1)
            canvas.setFillAlpha(1)
            canvas.setStrokeColor(QUIET)
            canvas.setLineWidth(side / 25)
            canvas.line(0, 0, side, side)
        canvas.restoreState()


def drawn_symbol(symbol: Symbol, side: float) -> Drawn:
    """A drawing of what a session is."""
    return Drawn(side, lambda canvas, side: draw_symbol(canvas, symbol, side))


def first_letters(name: str, side: float) -> Drawn:
    """The first letters of *name* in a circle, where there is no photo."""
    letters = printable("".join(part[0] for part in name.split()[:2]).upper())
    return Drawn(side, partial(_draw_letters, letters))


def clock_face(moment: time, side: float) -> Drawn:
    """A clock that shows *moment*, for whoever knows the hands by their look."""
    return Drawn(side, partial(_draw_clock, moment))


def _draw_letters(letters: str, canvas: Canvas, side: float) -> None:
    middle = side / 2
    canvas.setFillColor(PALE)
    canvas.setStrokeColor(TEAL)
    canvas.setLineWidth(side / 30)
    canvas.circle(middle, middle, middle - side / 40, stroke=1, fill=1)
    canvas.setFillColor(TEAL)
    canvas.setFont(Face.BOLD, side * 0.42)
    canvas.drawCentredString(middle, middle - side * 0.14, letters)


def _draw_clock(moment: time, canvas: Canvas, side: float) -> None:
    canvas.saveState()
    canvas.translate(side / 2, side / 2)
    canvas.setStrokeColor(TEAL)
    canvas.setLineCap(1)
    canvas.setLineWidth(side / 16)
    canvas.circle(0, 0, side * 0.46, stroke=1, fill=0)
    for quarter in range(4):
        canvas.rotate(90 * bool(quarter))
        canvas.line(0, side * 0.38, 0, side * 0.46)
    canvas.rotate(90)
    hours = moment.hour % 12 + moment.minute / 60
    _draw_hand(canvas, hours / 12, side * 0.24)
    _draw_hand(canvas, moment.minute / 60, side * 0.36)
    canvas.restoreState()


def _draw_hand(canvas: Canvas, turn: float, length: float) -> None:
    """A hand that has gone *turn* of the way round."""
    canvas.line(0, 0, length * sin(2 * pi * turn), length * cos(2 * pi * turn))
