"""The profile picture of a development plan: each skill on a line from 0 to 4, a shape a view."""

from collections.abc import Sequence

from reportlab.lib.colors import Color, white
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from lsadesk.domain.auditing.skills import SHOWN_FIRST, SPOKEN, Level, View, code_of
from lsadesk.domain.developing.development import ProfileLine
from lsadesk.reports.fonts import Face
from lsadesk.reports.pages import LINE, QUIET, TEAL, fitted
from lsadesk.reports.tagged import artifact, tagged

_ROW, _STEP, _LEFT, _TOP = 17.0, 52.0, 204.0, 22.0
_WORDS_AT = _LEFT + 4 * _STEP + 14
_SIZE = 9
_KEY_STEP = 92.0
_VIEWS = {
    View.SELF: "own view",
    View.APPRAISER: "appraiser",
    View.AGREED: "agreed",
    View.IMPORTED: "from records",
}
_LAST_YEAR = "a year before"


# Both draw on the canvas themselves: a tree of shapes for each mark takes ten times as long.
class ProfileKey(Flowable):
    """What the shapes stand for."""

    def __init__(self) -> None:
        super().__init__()
        self.width, self.height = 480.0, 16.0

    def draw(self) -> None:
        """Draw each shape with its words; a reader gets both in the chart's own words."""
        with artifact(self.canv):
            for index, (view, words) in enumerate(_VIEWS.items()):
                _draw_mark(self.canv, view, 6 + index * _KEY_STEP, 8)
                _write(self.canv, 14 + index * _KEY_STEP, 5, words, QUIET)
            at = len(_VIEWS) * _KEY_STEP
            _draw_last_year(self.canv, 6 + at, 8)
            _write(self.canv, 14 + at, 5, _LAST_YEAR, QUIET)


class ProfileChart(Flowable):
    """One row a skill; values that are no level are written in words."""

    def __init__(self, profile: Sequence[ProfileLine]) -> None:
        super().__init__()
        self._profile = profile
        self.width, self.height = 480.0, _TOP + _ROW * len(profile)

    def draw(self) -> None:
        """Draw the scale, then every skill."""
        with tagged(self.canv, "Figure", in_words(self._profile)):
            self._draw()

    def _draw(self) -> None:
        rows = [self.height - _TOP - _ROW * index - 8 for index in range(len(self._profile))]
        for level in range(5):
            _write(self.canv, _x(level) - 2, self.height - 18, str(level), QUIET)
        _draw_scales(self.canv, rows)
        for y, line in zip(rows, self._profile, strict=True):
            _draw_row(self.canv, y, line)


def in_words(profile: Sequence[ProfileLine]) -> str:
    """What the picture says, a sentence a skill."""
    return " ".join(f"{line.skill.name}: {', '.join(_views_said(line))}." for line in profile)


def _views_said(line: ProfileLine) -> list[str]:
    said = [
        f"{words} {SPOKEN[code_of(line.values[view])]}"
        for view, words in _VIEWS.items()
        if view in line.values
    ]
    if line.before is not None:
        said.append(f"{_LAST_YEAR} {SPOKEN[code_of(line.before)]}")
    return said or [SPOKEN[code_of(line.shown)]]


def _draw_scales(canvas: Canvas, rows: Sequence[float]) -> None:
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.75)
    lines = [(_x(0), y, _x(4), y) for y in rows]
    lines += [(_x(level), y - 2, _x(level), y + 2) for y in rows for level in range(5)]
    canvas.lines(lines)
    canvas.setStrokeColor(TEAL)
    canvas.setLineWidth(1)


def _draw_row(canvas: Canvas, y: float, line: ProfileLine) -> None:
    _write(canvas, 0, y - 3, fitted(line.skill.name, Face.REGULAR, _SIZE, _LEFT - 12), TEAL)
    if isinstance(line.before, Level):
        _draw_last_year(canvas, _x(line.before.value), y)
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


def _draw_last_year(canvas: Canvas, x: float, y: float) -> None:
    """A cross above the line, so that today's marks at the same level do not cover it."""
    canvas.setStrokeColor(QUIET)
    canvas.lines([(x - 2.4, y + 3.4, x + 2.4, y + 7.4), (x - 2.4, y + 7.4, x + 2.4, y + 3.4)])


def _write(canvas: Canvas, x: float, y: float, words: str, colour: Color) -> None:
    canvas.setFont(Face.REGULAR, _SIZE)
    canvas.setFillColor(colour)
    canvas.drawString(x, y, words)


def _x(level: int) -> float:
    return _LEFT + level * _STEP
