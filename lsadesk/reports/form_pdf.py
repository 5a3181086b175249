"""A questionnaire on paper: boxes to tick, room to write, and a code on every page.

Whoever types it in goes by the code ("7KQ2-M4XD") and the questions' numbers.
"""

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Spacer

from lsadesk.domain.appraisals.answer_forms import CHOICES
from lsadesk.domain.appraisals.form_layout import FormSheet
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.framework import OpenQuestion, Question, Statement
from lsadesk.reports.pages import (
    BODY,
    LINE,
    NOTE,
    QUIET,
    ROOM_ACROSS,
    STRONG,
    TITLE,
    Heading,
    plain_table,
    text,
    write_pdf,
)
from lsadesk.reports.tagged import artifact

_CHOICE = ParagraphStyle("choice", BODY, fontSize=9, leading=11)
_HOW = (
    "Tick one box for each question. Nothing has to be answered, and there are no wrong answers: "
    "leave out what you like. \u201cI am not sure\u201d and \u201cNot part of my role\u201d are "
    "full answers. The two wishes are apart from it: tick them for anything you would like to "
    "use or learn more."
)
_PRIVATE = (
    "Keep this form as you would a letter. Type it into LSA Desk yourself, and nobody but you "
    "reads it until you hand it in there. If you have no account, give it to your appraiser, who "
    "types it in for you; it is then marked so."
)
_SOURCE = (
    "The questions follow the 2011 career framework for learning support assistants (LSIS, S. "
    "Faraday) and the guidance of ETF and EEF on their work, in our own words."
)


def write_paper_form(form: FormSheet, path: Path) -> None:
    """Write *form* to *path* as a PDF to print and fill in by hand.

    Raises `UserError` where the file cannot be written; an older one then stays.
    """
    write_pdf(
        path,
        list(_story(form)),
        title=f"Self-assessment form, {form.name}",
        footer=f"{form.mark.code} \u00b7 Confidential \u00b7 {form.name}, {form.college}",
    )


def _story(form: FormSheet) -> Iterator[Flowable]:
    yield text("My self-assessment", TITLE)
    yield text(f"{form.name} \u00b7 {form.role} \u00b7 {form.college}", STRONG)
    yield text(f"Printed on {uk_date(form.day)}. Code of this form: {form.mark.code}", NOTE)
    yield Spacer(1, 6)
    yield text(_HOW)
    yield Spacer(1, 4)
    yield text(_PRIVATE)
    number = 0
    for part, questions in form.parts:
        above: list[Flowable] = [Heading(part.name), text(part.intro, NOTE)]
        for question in questions:
            number += 1
            yield KeepTogether([*above, *_question(number, question)])
            above = []
    yield Spacer(1, 10)
    yield text(_SOURCE, NOTE)


def _question(number: int, question: Question) -> Iterator[Flowable]:
    yield Spacer(1, 10)
    yield text(f"{number}.  {question.text}", STRONG)
    if isinstance(question, OpenQuestion):
        yield from _open_question(question)
    else:
        yield from _statement(question)


def _statement(statement: Statement) -> Iterator[Flowable]:
    yield text(f"For example: {statement.example}", NOTE)
    yield Spacer(1, 2)
    short = list(CHOICES.values())
    rows = [
        [Box(), text(f"{level}  {short[level]}", _CHOICE), text(words, _CHOICE)]
        for level, words in enumerate(statement.levels)
    ]
    yield plain_table(rows, (16, 100, ROOM_ACROSS - 116))
    ways = [Box(), text(short[5], _CHOICE), Box(), text(short[6], _CHOICE)]
    yield plain_table([ways], (16, 100, 16, ROOM_ACROSS - 132))
    use, learn = "I would like to use this more", "I would like to learn more"
    wishes = [Box(), text(use, _CHOICE), Box(), text(learn, _CHOICE)]
    yield plain_table([wishes], (16, 160, 16, ROOM_ACROSS - 192))
    yield text("An example of yours, if you like:", NOTE)
    yield Ruled(2)


def _open_question(question: OpenQuestion) -> Iterator[Flowable]:
    yield text(question.hint, NOTE)
    if question.choices:
        many = "Tick as many as you like." if question.several else "Tick one."
        yield text(many, NOTE)
        cells = [(Box(), text(words, _CHOICE)) for words in question.choices]
        blank = (text("", _CHOICE), text("", _CHOICE))
        pairs = [
            [*left, *right] for left, right in zip(cells[::2], [*cells[1::2], blank], strict=False)
        ]
        yield plain_table(pairs, (16, ROOM_ACROSS / 2 - 16, 16, ROOM_ACROSS / 2 - 16))
    yield Ruled(3)


class Box(Flowable):
    """A box to tick."""

    def __init__(self) -> None:
        super().__init__()
        self.width = self.height = 9.0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Always as large as a pen can tick."""
        return self.width, self.height

    def draw(self) -> None:
        """For the eye: a reader gets the words beside it."""
        with artifact(self.canv):
            self.canv.setStrokeColor(QUIET)
            self.canv.setLineWidth(0.9)
            self.canv.rect(0.5, 0.5, 8, 8)


class Ruled(Flowable):
    """Lines to write on."""

    _APART = 20.0

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.width, self.height = ROOM_ACROSS, lines * self._APART + 4

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """As wide as the text."""
        return self.width, self.height

    def draw(self) -> None:
        """For the eye only."""
        with artifact(self.canv):
            self.canv.setStrokeColor(LINE)
            self.canv.setLineWidth(0.6)
            for number in range(self._lines):
                self.canv.line(0, 4 + number * self._APART, self.width, 4 + number * self._APART)
