"""A sheet on which a learner says how they wish to be helped, with pictures and few words.

Each question has three answers: yes, no, and that it is not understood. What is answered is
talked over and written into the learner's record by whoever sat beside; nothing reads the
sheet back in.
Source: requirements A87, B.4-14.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from reportlab.lib.colors import white
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from lsadesk.domain.vocabulary import said
from lsadesk.reports.card_pictures import Drawn
from lsadesk.reports.fonts import Face
from lsadesk.reports.pages import (
    BODY,
    PALE,
    QUIET,
    TEAL,
    TITLE,
    plain_table,
    signature_lines,
    text,
    write_pdf,
)

_Draw = Callable[[Canvas, float], None]
_SIDE, _MARK = 84.0, 64.0
_WIDTHS = (96.0, 165.0, 77.0, 77.0, 77.0)
_BIG = ParagraphStyle("big", BODY, fontSize=18, leading=22)
_ANSWER = ParagraphStyle(
    "answer", BODY, fontSize=12, leading=14, alignment=1, rightIndent=11
)  # under the mark


def write_wishes(reference: str, college: str, path: Path) -> None:
    """Write the sheet of the learner called *reference*: one page of A4.

    Raises:
        UserError: the file cannot be written.
    """
    title = f"My help: {reference}"
    how = "Point, tick or say it. You can leave some out. You can stop."
    story: list[Flowable] = [text(title, TITLE), text(how, _BIG), Spacer(1, 8)]
    for words, draw in _QUESTIONS:
        question = [Spacer(1, 8), text(said(words), _BIG)]
        story += [plain_table([[Drawn(_SIDE, draw), question, *_answers()]], _WIDTHS), Spacer(1, 8)]
    story.append(signature_lines(["Who sat with me"]))
    footer = f"Talk it over, write it into the record, then destroy this sheet. {college}"
    write_pdf(path, story, title=title, footer=footer)


def _answers() -> Iterator[list[Flowable]]:
    for words, draw in _ANSWERS:
        yield [Drawn(_MARK, draw), text(words, _ANSWER)]


def _tick(canvas: Canvas, side: float) -> None:
    _round(canvas, side)
    canvas.lines(
        [
            (side * 0.28, side * 0.48, side * 0.44, side * 0.32),
            (side * 0.44, side * 0.32, side * 0.72, side * 0.66),
        ]
    )


def _cross(canvas: Canvas, side: float) -> None:
    """As big as the tick, and no sad face: a no is as welcome as a yes."""
    _round(canvas, side)
    low, high = side * 0.33, side * 0.67
    canvas.lines([(low, low, high, high), (low, high, high, low)])


def _question_mark(canvas: Canvas, side: float) -> None:
    _round(canvas, side)
    canvas.setFont(Face.BOLD, side * 0.66)
    canvas.drawCentredString(side / 2, side * 0.27, "?")


def _round(canvas: Canvas, side: float) -> None:
    canvas.setStrokeColor(TEAL)
    canvas.setLineWidth(side / 16)
    canvas.setLineCap(1)
    canvas.setFillColor(PALE)
    canvas.circle(side / 2, side / 2, side * 0.46, stroke=1, fill=1)
    canvas.setFillColor(TEAL)


def _people(places: tuple[float, ...], canvas: Canvas, side: float) -> None:
    """The learner (filled) and those who help (outlined), each at a part of the width."""
    for at, place in enumerate(places):
        _person(canvas, side * place, side, is_learner=at == 0)


def _person(canvas: Canvas, middle: float, side: float, *, is_learner: bool) -> None:
    canvas.setStrokeColor(TEAL)
    canvas.setLineWidth(side / 28)
    canvas.setFillColor(TEAL if is_learner else white)
    canvas.circle(middle, side * 0.66, side * 0.1, stroke=1, fill=1)
    canvas.roundRect(
        middle - side * 0.13, side * 0.16, side * 0.26, side * 0.36, side * 0.1, stroke=1, fill=1
    )


def _across(canvas: Canvas, side: float) -> None:
    """Far apart, with a dotted way between them."""
    _people((0.15, 0.85), canvas, side)
    canvas.setDash(side / 28, side / 18)
    canvas.line(side * 0.34, side * 0.5, side * 0.66, side * 0.5)
    canvas.setDash()


def _same_each_time(canvas: Canvas, side: float) -> None:
    """Three days, with the same person in each."""
    canvas.setStrokeColor(QUIET)
    canvas.setLineWidth(side / 50)
    for day in range(3):
        left = side * (0.01 + day * 0.335)
        canvas.setFillColor(PALE)
        canvas.rect(left, side * 0.25, side * 0.31, side * 0.5, stroke=1, fill=1)
    for day in range(3):
        canvas.saveState()
        canvas.translate(side * (0.165 + day * 0.335), side * 0.25)
        _person(canvas, 0, side * 0.58, is_learner=False)
        canvas.restoreState()


def _not_this_one(canvas: Canvas, side: float) -> None:
    _people((0.2, 0.72), canvas, side)
    canvas.setStrokeColor(QUIET)
    canvas.setLineWidth(side / 16)
    canvas.line(side * 0.5, side * 0.14, side * 0.94, side * 0.8)
    canvas.line(side * 0.5, side * 0.8, side * 0.94, side * 0.14)


_ANSWERS: tuple[tuple[str, _Draw], ...] = (
    ("Yes", _tick),
    ("No", _cross),
    ("I don't understand", _question_mark),
)
_QUESTIONS: tuple[tuple[str, _Draw], ...] = (
    ("Do you want help right next to you?", partial(_people, (0.34, 0.66))),
    ("Do you want help from across the room?", _across),
    ("Do you want to try on your own first?", partial(_people, (0.5,))),
    ("Do you want help together with others?", partial(_people, (0.5, 0.16, 0.84))),
    ("Do you want the same person each time?", _same_each_time),
    ("Is there somebody you do not want?", _not_this_one),
)
