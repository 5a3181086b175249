"""The profile picture of a development plan: each skill on a line from 0 to 4, a shape a view."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, String
from reportlab.lib.colors import Color, white

from lsadesk.domain.development import ProfileLine
from lsadesk.domain.skills import SHOWN_FIRST, SPOKEN, Level, View, code_of
from lsadesk.reports.fonts import Face
from lsadesk.reports.pages import LINE, QUIET, TEAL

_ROW, _LABEL, _STEP, _LEFT = 15.0, 190.0, 52.0, 204.0
_KEY = ((View.SELF, "own view"), (View.APPRAISER, "appraiser"), (View.AGREED, "agreed"))
_VIEWS = (*_KEY, (View.IMPORTED, "from records"))
_TOP = 22.0
_WORDS_AT = _LEFT + 4 * _STEP + 14


def profile_chart(profile: Sequence[ProfileLine]) -> Drawing:
    """A vector picture, one row a skill; values that are no level are written in words."""
    height = _TOP + _ROW * len(profile)
    drawing = Drawing(500, height)
    for level in range(5):
        _write(drawing, _x(level) - 2, height - 18, str(level), QUIET)
    for index, line in enumerate(profile):
        _draw_row(drawing, height - _TOP - _ROW * index - 8, line)
    return drawing


def profile_key() -> Drawing:
    """What the shapes stand for."""
    drawing = Drawing(500, 16)
    for index, (view, words) in enumerate(_VIEWS):
        _draw_mark(drawing, view, 6 + index * 90.0, 8)
        _write(drawing, 14 + index * 90.0, 5, words, QUIET)
    return drawing


def _draw_row(drawing: Drawing, y: float, line: ProfileLine) -> None:
    _write(drawing, 0, y - 3, _shortened(line.skill.name), TEAL)
    drawing.add(Line(_x(0), y, _x(4), y, strokeColor=LINE, strokeWidth=0.75))
    for level in range(5):
        drawing.add(Line(_x(level), y - 2, _x(level), y + 2, strokeColor=LINE, strokeWidth=0.75))
    # Drawn least telling first, each a little apart where two views meet at one level.
    for index, view in enumerate(reversed(SHOWN_FIRST)):
        value = line.values.get(view)
        if isinstance(value, Level):
            shared = sum(other == value for other in line.values.values()) > 1
            _draw_mark(drawing, view, _x(value.value) + (index * 7 - 10.5) * shared, y)
    if not isinstance(line.shown, Level):
        _write(drawing, _WORDS_AT, y - 3, SPOKEN[code_of(line.shown)], QUIET)


def _draw_mark(drawing: Drawing, view: View, x: float, y: float) -> None:
    if view is View.SELF:
        drawing.add(Circle(x, y, 3, fillColor=white, strokeColor=TEAL, strokeWidth=1))
    elif view is View.APPRAISER:
        corners = [x - 3.4, y - 2.8, x + 3.4, y - 2.8, x, y + 3.4]
        drawing.add(Polygon(corners, fillColor=white, strokeColor=TEAL, strokeWidth=1))
    elif view is View.AGREED:
        drawing.add(Circle(x, y, 3.4, fillColor=TEAL, strokeColor=TEAL))
    else:
        corners = [x - 2.6, y - 2.6, x + 2.6, y - 2.6, x + 2.6, y + 2.6, x - 2.6, y + 2.6]
        drawing.add(Polygon(corners, fillColor=LINE, strokeColor=TEAL))


def _write(drawing: Drawing, x: float, y: float, words: str, colour: Color) -> None:
    drawing.add(String(x, y, words, fontName=str(Face.REGULAR), fontSize=9, fillColor=colour))


def _shortened(name: str) -> str:
    """As much of a name as there is room for, at a word's end."""
    if len(name) <= 42:
        return name
    return name[:42].rsplit(" ", 1)[0] + " \u2026"


def _x(level: int) -> float:
    return _LEFT + level * _STEP
