"""Simple drawings of what a session is, beside its words on a learner's card."""

import tomllib
from dataclasses import dataclass
from functools import cache

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Group
from reportlab.graphics.svgpath import SvgPath
from reportlab.platypus import Flowable

from lsadesk.domain.words import folded
from lsadesk.paths import RESOURCES
from lsadesk.reports.pages import TEAL
from lsadesk.reports.tagged import artifact

_GRID = 24.0


@dataclass(frozen=True, slots=True)
class Symbol:
    """Lines on a grid of 24 by 24, as SVG paths, for titles that hold one of *words*."""

    words: tuple[str, ...]
    paths: tuple[str, ...]


def symbol_for(title: str) -> Symbol | None:
    """The drawing for a session called *title*; None where there is none.

    A word counts where one of the title's begins with it: "art" is not in "Start".
    """
    begin = folded(title).split()
    for symbol in _symbols():
        if any(word.startswith(known) for word in begin for known in symbol.words):
            return symbol
    return None


class Drawn(Flowable):
    """A symbol, or the room for one; whoever hears the page hears the words beside it."""

    def __init__(self, symbol: Symbol | None, size: float) -> None:
        super().__init__()
        self._symbol = symbol
        self.width = self.height = size

    def draw(self) -> None:
        """Draw it for the eye alone."""
        if self._symbol is None:
            return
        scale = self.width / _GRID
        lines = Group(
            *map(_line, self._symbol.paths), transform=(scale, 0, 0, -scale, 0, self.width)
        )
        drawing = Drawing(self.width, self.height)
        drawing.add(lines)
        with artifact(self.canv):
            renderPDF.draw(drawing, self.canv, 0, 0)


def _line(path: str) -> SvgPath:
    return SvgPath(
        path,
        strokeColor=TEAL,
        strokeWidth=1.6,
        strokeLineCap=1,
        strokeLineJoin=1,
        fillColor=None,
    )


@cache
def _symbols() -> tuple[Symbol, ...]:
    content = tomllib.loads((RESOURCES / "symbols.toml").read_text(encoding="utf-8"))
    return tuple(Symbol(tuple(one["words"]), tuple(one["paths"])) for one in content["symbol"])
