"""The audit as a heat map on paper: a page a team, a symbol in each cell beside its colour."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from textwrap import shorten

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable, PageBreak

from lsadesk.domain.auditing.audit import CODE_MASK, PROOF_SEEN, TRAINING_BOOKED, AuditMatrix
from lsadesk.domain.auditing.audit_asking import Filter, narrowed
from lsadesk.domain.auditing.audit_sheet import AuditSheet
from lsadesk.domain.auditing.skills import SPOKEN, SYMBOLS, Skill
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.words import folded
from lsadesk.reports import fonts
from lsadesk.reports.audit_matrix import BOOKED_MARK, PROOF_MARK
from lsadesk.reports.fonts import Face
from lsadesk.reports.pages import LINE, MARGIN, NOTE, PALE, TEAL, Heading, fitted, text, write_pdf
from lsadesk.reports.tagged import artifact, grouped, tagged, tagged_piece

_NAMES = 54 * mm
_CELL, _WIDEST, _ROW = 6.4 * mm, 9 * mm, 5.2 * mm
_GROUPS = 5 * mm  # the band of the groups of skills
_TALLEST = 62 * mm  # what skills' names, which stand upright, may take
_WORDS = 26 * mm  # of a page: its heading, its sentence and the legend
_MARGINS = 33 * mm  # above and below what is laid out
_SIZE, _SMALL = 8.0, 5.0
_AIM = 400  # letters; three lines across the page
_WHITE, _BLACK = HexColor("#FFFFFF"), HexColor("#1A1A1A")
_FILLS = (_WHITE, HexColor("#DCEDEE"), HexColor("#A9D0D2"), HexColor("#5FA3A8"), TEAL)
_APART = HexColor("#EFEFEF")  # for what is no level: the symbol says which
_MEANINGS = (words.rpartition(", ")[2] for words in SPOKEN)
_LEGEND = (
    " \u00b7 ".join(f"{symbol} {said}" for symbol, said in zip(SYMBOLS, _MEANINGS, strict=True))
    + f" \u00b7 {PROOF_MARK} proof seen \u00b7 {BOOKED_MARK} training booked. "
    "A question mark or a dash never means no."
)


def write_heat_map(
    audit: AuditSheet, path: Path, report: Callable[[float], None], *, large: bool
) -> None:
    """Write the matrix to *path* as a PDF, a team a page, landscape A4, or A3 where *large*.

    A team that is too big for its page goes on over more, each with its headings. *report* is
    told how far it is, from 0 to 1; what it raises stops the writing. The same audit always
    gives the same bytes.

    Raises:
        UserError: the file cannot be written; an older one then stays as it was.
    """
    fonts.register()
    paper = A3 if large else A4
    upright = _height_of_names(audit.matrix.skills)
    room = paper[1] - 2 * MARGIN, paper[0] - _MARGINS - _WORDS - _GROUPS - upright
    aims = _aims(audit)
    taken = sum(each.wrap(room[0], paper[0])[1] for each in aims)
    first = room[0], room[1] - taken
    pages = [
        page
        for at, team in enumerate(_teams(audit.matrix))
        for page in _pages(team, first if at == 0 else room)
    ]
    title = f"Skills audit, {uk_date(audit.day)}"
    about = f"{audit.college}, as at {uk_date(audit.day)}: {audit.scope}."
    story: list[Flowable] = [*aims]
    if not pages:
        story.append(text(f"{about} Nobody is in it."))
    for number, page in enumerate(pages, 1):
        story += [Heading(page.title), text(f"{about} {page.said}", NOTE), text(_LEGEND, NOTE)]
        drawn = partial(report, number / len(pages))
        story += [_Map(page.part, (room[0], upright), drawn), PageBreak()]
    printed = "" if audit.printed is None else f", printed {uk_date(audit.printed)} by {audit.by}"
    footer = f"{audit.college}: {title}{printed}. Confidential: names people."
    write_pdf(path, story, title=title, footer=footer, wide=True, paper=paper)


def _aims(audit: AuditSheet) -> list[Flowable]:
    """What the college wants of its support, cut to some lines: the map is still to follow."""
    said = (("What we want", audit.want), ("Success", audit.success))
    return [
        text(f"{name}: {shorten(words, _AIM, placeholder='…')}", NOTE)
        for name, words in said
        if words
    ]


def _height_of_names(skills: Sequence[Skill]) -> float:
    widths = (stringWidth(skill.name, Face.REGULAR, _SIZE) for skill in skills)
    return min(_TALLEST, max(widths, default=0) + 8)


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands on one page: its heading, a sentence, and its part of the matrix."""

    title: str
    said: str
    part: AuditMatrix


def _teams(matrix: AuditMatrix) -> list[tuple[str, AuditMatrix]]:
    """A matrix for each team by name; those of whom no team is known come last."""
    if not matrix.skills:
        return []
    names = {person.team for person in matrix.people}
    order = sorted(names, key=lambda name: (not name, folded(name)))
    return [(name or "No team given", _of_team(matrix, name)) for name in order]


def _of_team(matrix: AuditMatrix, name: str) -> AuditMatrix:
    people = frozenset(person.id for person in matrix.people if person.team == name)
    return narrowed(matrix, Filter(people=people))


def _pages(team: tuple[str, AuditMatrix], room: tuple[float, float]) -> Iterator[_Page]:
    """A team's matrix cut into parts whose rows and columns fit into *room*, evenly."""
    name, matrix = team
    across = _even(len(matrix.skills), int((room[0] - _NAMES) // _CELL))
    down = _even(len(matrix.people), int(room[1] // _ROW) - 1)
    said = _size_words(matrix)
    for first in range(0, len(matrix.people), down):
        for start in range(0, len(matrix.skills), across):
            part = _part(matrix, slice(first, first + down), slice(start, start + across))
            whole = len(part.skills) == len(matrix.skills)
            skills = "" if whole else f", skills {start + 1} to {start + len(part.skills)}"
            goes_on = ", continued" if first else ""
            yield _Page(f"{name}{goes_on}{skills}", said, part)


def _size_words(matrix: AuditMatrix) -> str:
    people, skills = len(matrix.people), len(matrix.skills)
    nobody = sum(matrix.holders(at) == 0 for at in range(skills))
    said = f"{people} {'person' if people == 1 else 'people'}, {skills} skills"
    if nobody:
        said += f"; in {nobody} of them nobody in the team is at level 2 or above"
    return f"{said}."


def _even(number: int, most: int) -> int:
    """How many go on a page where at most *most* fit, so that the last is not nearly empty."""
    return math.ceil(number / math.ceil(number / max(1, most)))


def _part(matrix: AuditMatrix, rows: slice, columns: slice) -> AuditMatrix:
    chosen = range(*rows.indices(len(matrix.people)))
    return replace(
        matrix,
        people=matrix.people[rows],
        skills=matrix.skills[columns],
        cells=b"".join(matrix.row(row)[columns] for row in chosen),
    )


def _ground(code: int) -> Color:
    return _FILLS[code] if code < len(_FILLS) else _APART


class _Line:
    """A row's words in one text object, which says a face or a colour only where it changes."""

    def __init__(self, canvas: Canvas) -> None:
        self.text = canvas.beginText()
        self._looks: tuple[tuple[Face, float], Color] | None = None

    def write(
        self, at: tuple[float, float], words: str, face: tuple[Face, float], ink: Color
    ) -> None:
        """Write *words* from the place *at*."""
        before = self._looks
        if before is None or before[0] != face:
            self.text.setFont(*face)
        if before is None or before[1] != ink:
            self.text.setFillColor(ink)
        self._looks = face, ink
        self.text.setTextOrigin(round(at[0], 1), round(at[1], 1))
        self.text.textOut(words)


class _Map(Flowable):
    """A part of the matrix, tagged as a table: skills' and people's names are its headings.

    *room* is how wide it may be and how high the skills' names stand.
    """

    def __init__(
        self, part: AuditMatrix, room: tuple[float, float], drawn: Callable[[], None]
    ) -> None:
        super().__init__()
        self._part = part
        self._drawn = drawn
        width, self._upright = room
        self._step = min(_WIDEST, (width - _NAMES) / len(part.skills))
        self.width = _NAMES + self._step * len(part.skills)
        self.height = _GROUPS + self._upright + _ROW * (len(part.people) + 1)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """How much room it takes."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the grounds, the bands of headings, row after row, and the lines between them.

        Grounds go colour by colour: one path for all cells of it, where each cell's own would
        be most of the file.
        """
        with artifact(self.canv):
            self._draw_grounds()
        with grouped(self.canv, "Table"):
            self._draw_groups()
            with grouped(self.canv, "TR"):
                self._draw_headings()
            with grouped(self.canv, "TR"):
                self._draw_holders()
            for at in range(len(self._part.people)):
                with grouped(self.canv, "TR"):
                    self._draw_person(at)
        with artifact(self.canv):
            self._draw_lines()
        self._drawn()

    def _draw_grounds(self) -> None:
        top = self.height - _GROUPS - self._upright - _ROW
        paths: dict[Color, PDFPathObject] = {}
        for row in range(len(self._part.people)):
            codes = (cell & CODE_MASK for cell in self._part.row(row))
            foot, column = top - _ROW * (row + 1), 0
            for colour, alike in groupby(_ground(code) for code in codes):
                width = len(list(alike))
                path = paths.setdefault(colour, self.canv.beginPath())
                left, wide = _NAMES + column * self._step, width * self._step
                path.rect(round(left, 1), round(foot, 1), round(wide, 1), round(_ROW, 1))
                column += width
        for colour, path in paths.items():
            self.canv.setFillColor(colour)
            self.canv.drawPath(path, stroke=0, fill=1)

    def _draw_groups(self) -> None:
        """The groups, over their skills; to a reader, the skills alone are headings."""
        canvas, x, top = self.canv, _NAMES, self.height
        with artifact(canvas):
            for name, skills in groupby(self._part.skills, key=lambda skill: skill.group):
                width = self._step * len(list(skills))
                canvas.setFillColor(PALE)
                canvas.rect(x, top - _GROUPS, width, _GROUPS, stroke=0, fill=1)
                self._write((x + 2, top - _GROUPS + 4), name, width - 3, bold=True)
                x += width

    def _draw_headings(self) -> None:
        canvas, foot = self.canv, self.height - _GROUPS - self._upright
        with tagged(canvas, "TH"):
            self._write((0, foot + 3), "Name", _NAMES, bold=True)
        for at, skill in enumerate(self._part.skills):
            with tagged(canvas, "TH"):
                canvas.saveState()
                canvas.translate(_NAMES + (at + 0.5) * self._step + 3, foot + 3)
                canvas.rotate(90)
                self._write((0, 0), skill.name, self._upright - 6, bold=False)
                canvas.restoreState()

    def _draw_holders(self) -> None:
        foot = self.height - _GROUPS - self._upright - _ROW
        with tagged(self.canv, "TH"):
            words = "At level 2 or above here"
            self._write((0, foot + 4), words, _NAMES, bold=True)
        for at in range(len(self._part.skills)):
            with tagged(self.canv, "TD"):
                self._centre(at, foot, str(self._part.holders(at)), _BLACK, Face.SEMIBOLD)

    def _draw_person(self, at: int) -> None:
        foot = self.height - _GROUPS - self._upright - _ROW * (at + 2)
        with tagged(self.canv, "TH"):
            name = self._part.people[at].sort_name
            self._write((0, foot + 4), name, _NAMES - 3, bold=False)
        line = _Line(self.canv)
        for column, cell in enumerate(self._part.row(at)):
            with tagged_piece(self.canv, line.text, "TD"):
                self._write_cell(line, column, foot, cell)
        self.canv.drawText(line.text)

    def _write_cell(self, line: "_Line", column: int, foot: float, cell: int) -> None:
        code, left = cell & CODE_MASK, _NAMES + column * self._step
        ink = _WHITE if code == len(_FILLS) - 1 else _BLACK
        room = self._step - stringWidth(SYMBOLS[code], Face.REGULAR, _SIZE)
        line.write((left + room / 2, foot + 4), SYMBOLS[code], (Face.REGULAR, _SIZE), ink)
        marks = PROOF_MARK * bool(cell & PROOF_SEEN) + BOOKED_MARK * bool(cell & TRAINING_BOOKED)
        if marks:
            short = stringWidth(marks, Face.SEMIBOLD, _SMALL)
            corner = left + self._step - 1 - short, foot + _ROW - 5
            line.write(corner, marks, (Face.SEMIBOLD, _SMALL), ink)

    def _draw_lines(self) -> None:
        canvas, top = self.canv, self.height - _GROUPS
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.4)
        body = top - self._upright
        rows = [body - _ROW * at for at in range(len(self._part.people) + 2)]
        columns = [_NAMES + self._step * at for at in range(len(self._part.skills) + 1)]
        canvas.lines([(0, y, self.width, y) for y in rows] + [(x, 0, x, top) for x in columns])

    def _centre(
        self, column: int, foot: float, words: str, ink: Color, face: Face = Face.REGULAR
    ) -> None:
        self.canv.setFont(face, _SIZE)
        self.canv.setFillColor(ink)
        self.canv.drawCentredString(_NAMES + (column + 0.5) * self._step, foot + 4, words)

    def _write(self, at: tuple[float, float], words: str, room: float, *, bold: bool) -> None:
        face = Face.SEMIBOLD if bold else Face.REGULAR
        self.canv.setFont(face, _SIZE)
        self.canv.setFillColor(_BLACK)
        self.canv.drawString(*at, fitted(words, face, _SIZE, room))
