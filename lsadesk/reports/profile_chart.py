"""The profile picture of a development plan: each skill on a line from 0 to 4, a shape a view."""

from collections.abc import Sequence

from reportlab.lib.colors import Color, white
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from lsadesk.domain.development import ProfileLine
from lsadesk.domain.skills import SHOWN_FIRST, SPOKEN, Level, View, code_of
from lsadesk.reports.fonts import Face
from lsadesk.reports.pages import LINE, QUIET, TEAL

_ROW, _STEP, _LEFT, _TOP = 15.0, 52.0, 204.0, 22.0
_WORDS_AT = _LEFT + 4 * _STEP + 14
_VIEWS = {
    View.SELF: "own view",
    View.APPRAISER: "appraiser",
    View.AGREED: "agreed",
    View.IMPORTED: "from records",
}


# Both draw on the canvas themselves: a tree of shapes for each mark takes ten times as long.
class ProfileKey(Flowable):
    """What the shapes stand for."""

    def __init__(self) -> None:
        super().__init__()
        self.width, self.height = 480.0, 16.0

    def draw(self) -> None:
        """Draw each shape with its words."""
        for index, (view, words) in enumerate(_VIEWS.items()):
            _draw_mark(self.canv, view, 6 + index * 90.0, 8)
            _write(self.canv, 14 + index * 90.0, 5, words, QUIET)


class ProfileChart(Flowable):
    """One row a skill; values that are no level are written in words."""

    def __init__(self, profile: Sequence[ProfileLine]) -> None:
        super().__init__()
        self._profile = profile
        self.width, self.height = 480.0, _TOP + _ROW * len(profile)

    def draw(self) -> None:
        """Draw the scale, then every skill."""
        rows = [self.height - _TOP - _ROW * index - 8 for index in range(len(self._profile))]
        for level in range(5):
            _write(self.canv, _x(level) - 2, self.height - 18, str(level), QUIET)
        _draw_scales(self.canv, rows)
        for y, line in zip(rows, self._profile, strict=True):
            _draw_row(self.canv, y, line)


def _draw_scales(canvas: Canvas, rows: Sequence[float]) -> None:
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.75)
    lines = [(_x(0), y, _x(4), y) for y in rows]
    lines += [(_x(level), y - 2, _x(level), y + 2) for y in rows for level in range(5)]
    canvas.lines(lines)
    canvas.setStrokeColor(TEAL)
    canvas.setLineWidth(1)


def _draw_row(canvas: Canvas, y: float, line: ProfileLine) -> None:
    _write(canvas, 0, y - 3, _shortened(line.skill.name), TEAL)
    # Drawn least telling first, each a little apart where two views meet at one level.
    for index, view in enumerate(reversed(SHOWN_FIRST)):
        value = line.values.get(view)
        if isinstance(value, Level):
            shared = sum(other == value for other in line.values.values()) > 1
            _draw_mark(canvas, view, _x(value.value) + (index * 7 - 10.5) * shared, y)
    if not isinstance(line.shown, Level):
        _write(canvas, _WORDS_AT, y - 3, SPOKEN[code_of(line.shown)], QUIET)


def _draw_mark(canvas: Canvas, view: View, x: float, y: float) -> None:
    canvas.setStrokeColor(TEAL)
    canvas.setFillColor({View.AGREED: TEAL, View.IMPORTED: LINE}.get(view, white))
    if view is View.APPRAISER:
        path = canvas.beginPath()
        path.moveTo(x - 3.4, y - 2.8)
        path.lineTo(x + 3.4, y - 2.8)
        path.lineTo(x, y + 3.4)
        path.close()
        canvas.drawPath(path, fill=1)
    elif view is View.IMPORTED:
        canvas.rect(x - 2.6, y - 2.6, 5.2, 5.2, fill=1)
    else:
        canvas.circle(x, y, 3.4 if view is View.AGREED else 3, fill=1)


def _write(canvas: Canvas, x: float, y: float, words: str, colour: Color) -> None:
    canvas.setFont(Face.REGULAR, 9)
    canvas.setFillColor(colour)
    canvas.drawString(x, y, words)


def _shortened(name: str) -> str:
    """As much of a name as there is room for, at a word's end."""
    if len(name) <= 42:
        return name
    return name[:42].rsplit(" ", 1)[0] + " \u2026"


def _x(level: int) -> float:
    return _LEFT + level * _STEP
