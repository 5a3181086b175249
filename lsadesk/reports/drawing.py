"""Drawings of boxes, curves and words, for a PDF page and as SVG alike; y grows downwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from lsadesk.reports.fonts import FAMILY, Face

Point = tuple[float, float]

FAMILIES = f"{FAMILY}, Segoe UI, Arial, sans-serif"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle with round corners; *fill* or *edge* "" for none."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    edge: str = ""
    line: float = 1.0
    radius: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A cubic curve with an arrow's head at its end; *head* is its length, 0 for none."""

    points: tuple[Point, Point, Point, Point]
    colour: str
    line: float = 1.0
    dashed: bool = False
    head: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line of text, *y* being its foot; *middle*: centred on *x*."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    middle: bool = True


Shape = Box | Curve | Words


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes, the first at the back."""

    width: float
    height: float
    shapes: Sequence[Shape]


def lines_of(text: str, size: float, width: float) -> list[str]:
    """*text* broken at its spaces into lines no wider than *width*, where words allow it."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and stringWidth(longer, Face.REGULAR, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def draw(canvas: Canvas, picture: Picture, scale: float) -> None:
    """Draw *picture* with its foot at the origin of *canvas*."""
    canvas.saveState()
    canvas.translate(0, picture.height * scale)
    canvas.scale(scale, -scale)
    for shape in picture.shapes:
        if isinstance(shape, Box):
            _draw_box(canvas, shape)
        elif isinstance(shape, Curve):
            _draw_curve(canvas, shape)
        else:
            _draw_words(canvas, shape)
    canvas.restoreState()


def svg(picture: Picture, title: str, words: str, *, families: str = FAMILIES) -> str:
    """*picture* as SVG; *title* and *words* are what a screen reader says of it."""
    size = f"{picture.width:.0f}", f"{picture.height:.0f}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}" '
        f'viewBox="0 0 {size[0]} {size[1]}" role="img" aria-labelledby="title words" '
        f'font-family="{families}" fill="none">'
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        head,
        f'<title id="title">{_safe(title)}</title>',
        f'<desc id="words">{_safe(words)}</desc>',
        f'<rect width="{size[0]}" height="{size[1]}" fill="#FFFFFF"/>',
        *(_element(shape) for shape in picture.shapes),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _draw_box(canvas: Canvas, box: Box) -> None:
    if box.fill:
        canvas.setFillColor(HexColor(box.fill))
    if box.edge:
        canvas.setStrokeColor(HexColor(box.edge))
        canvas.setLineWidth(box.line)
    canvas.roundRect(
        box.x,
        box.y,
        box.width,
        box.height,
        box.radius,
        stroke=int(bool(box.edge)),
        fill=int(bool(box.fill)),
    )


def _draw_curve(canvas: Canvas, curve: Curve) -> None:
    (a, b, c, d), colour = curve.points, HexColor(curve.colour)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(curve.line)
    canvas.setDash([4 * curve.line, 3 * curve.line] if curve.dashed else [])
    canvas.bezier(*a, *b, *c, *d)
    canvas.setDash([])
    if curve.head:
        head = canvas.beginPath()
        first, *others = _head(curve)
        head.moveTo(*first)
        for point in others:
            head.lineTo(*point)
        head.close()
        canvas.setFillColor(colour)
        canvas.drawPath(head, stroke=0, fill=1)


def _draw_words(canvas: Canvas, words: Words) -> None:
    canvas.saveState()
    canvas.translate(words.x, words.y)
    canvas.scale(1, -1)  # the page was turned over, letters must not be
    canvas.setFont(Face.SEMIBOLD if words.bold else Face.REGULAR, words.size)
    canvas.setFillColor(HexColor(words.colour))
    if words.middle:
        canvas.drawCentredString(0, 0, words.text)
    else:
        canvas.drawString(0, 0, words.text)
    canvas.restoreState()


def _element(shape: Shape) -> str:
    if isinstance(shape, Box):
        fill = f' fill="{shape.fill}"' if shape.fill else ""
        edge = f' stroke="{shape.edge}" stroke-width="{shape.line:g}"' if shape.edge else ""
        return (
            f'<rect x="{shape.x:.1f}" y="{shape.y:.1f}" width="{shape.width:.1f}" '
            f'height="{shape.height:.1f}" rx="{shape.radius:g}"{fill}{edge}/>'
        )
    if isinstance(shape, Curve):
        return _curve_element(shape)
    anchor = ' text-anchor="middle"' if shape.middle else ""
    weight = ' font-weight="600"' if shape.bold else ""
    return (
        f'<text x="{shape.x:.1f}" y="{shape.y:.1f}" font-size="{shape.size:g}" '
        f'fill="{shape.colour}"{anchor}{weight}>{_safe(shape.text)}</text>'
    )


def _curve_element(curve: Curve) -> str:
    a, b, c, d = (f"{x:.1f},{y:.1f}" for x, y in curve.points)
    dash = f' stroke-dasharray="{4 * curve.line:g} {3 * curve.line:g}"' if curve.dashed else ""
    path = (
        f'<path d="M{a} C{b} {c} {d}" stroke="{curve.colour}" stroke-width="{curve.line:g}"{dash}/>'
    )
    if not curve.head:
        return path
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in _head(curve))
    return f'{path}\n<polygon points="{points}" fill="{curve.colour}"/>'


def _head(curve: Curve) -> tuple[Point, Point, Point]:
    (x, y), (to_x, to_y) = curve.points[2], curve.points[3]
    length = max(((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5, 0.01)
    dx, dy = curve.head * (to_x - x) / length, curve.head * (to_y - y) / length
    base_x, base_y, half = to_x - dx, to_y - dy, 0.6
    return (
        (to_x, to_y),
        (base_x - dy * half, base_y + dx * half),
        (base_x + dy * half, base_y - dx * half),
    )


def _safe(text: str) -> str:
    return escape("".join(letter for letter in text if letter >= " "))
