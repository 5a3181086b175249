"""Drawings of what a session is, beside its words on a learner's card."""

import tomllib
from dataclasses import dataclass
from functools import cache

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Group
from reportlab.graphics.svgpath import SvgPath
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from lsadesk.domain.words import folded
from lsadesk.paths import RESOURCES

_GRID, _NON_ZERO = 32.0, 1  # the rule by which SVG fills an outline, as reportlab numbers it
_WHOLE_WORD = 2  # letters: "it" is not the beginning of "Italian"
TEACHER, OPEN, CHANGE = "teacher", "open", "change"


@dataclass(frozen=True, slots=True)
class Symbol:
    """Filled outlines on a grid of 32 by 32, for titles that hold one of *words*.

    *paths* are colours and SVG paths, the first at the back.
    """

    name: str
    words: tuple[str, ...]
    paths: tuple[tuple[str, str], ...]
    id: str = ""


def symbol_for(title: str, chosen: str = "") -> Symbol | None:
    """The drawing called *chosen*, or else for a session called *title*; None where there is none.

    A word counts where one of the title's begins with it: "art" is not in "Start".
    """
    for symbol in _symbols():
        if chosen and symbol.name == chosen and not symbol.id:
            return symbol
    begin = folded(title).split()
    for symbol in _symbols():
        if any(_begins(word, known) for word in begin for known in symbol.words):
            return symbol
    return None


def symbol_of(id_: str) -> Symbol:
    """The drawing for what a card itself says."""
    return next(symbol for symbol in _symbols() if symbol.id == id_)


def draw_symbol(canvas: Canvas, symbol: Symbol, side: float) -> None:
    """Draw *symbol* in a square of *side* at the origin; it is in the file once."""
    name = f"symbol-{symbol.name.replace(' ', '-')}"
    if not canvas.hasForm(name):
        canvas.beginForm(name, 0, 0, _GRID, _GRID)
        renderPDF.draw(_drawing(symbol), canvas, 0, 0)
        canvas.endForm()
    canvas.saveState()
    canvas.scale(side / _GRID, side / _GRID)
    canvas.doForm(name)
    canvas.restoreState()


def _drawing(symbol: Symbol) -> Drawing:
    drawing = Drawing(_GRID, _GRID)
    shapes = [
        SvgPath(path, fillColor=HexColor(fill), strokeColor=None, fillMode=_NON_ZERO)
        for fill, path in symbol.paths
    ]
    drawing.add(Group(*shapes, transform=(1, 0, 0, -1, 0, _GRID)))
    return drawing


def _begins(word: str, known: str) -> bool:
    return word == known or (len(known) > _WHOLE_WORD and word.startswith(known))


@cache
def _symbols() -> tuple[Symbol, ...]:
    content = tomllib.loads((RESOURCES / "symbols.toml").read_text(encoding="utf-8"))
    return tuple(
        Symbol(
            one["name"],
            tuple(folded(word) for word in one["words"]),
            tuple((fill, path) for fill, path in one["paths"]),
            one.get("id", ""),
        )
        for one in content["symbol"]
    )
