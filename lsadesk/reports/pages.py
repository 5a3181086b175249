"""What every PDF needs: safe paragraphs in the reading font, numbered pages, honest metadata."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, cast
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    Paragraph,
    SimpleDocTemplate,
    Table,
    TableStyle,
)

from lsadesk.reports import fonts
from lsadesk.reports.compact import compacted
from lsadesk.reports.files import written_whole
from lsadesk.reports.fonts import Face
from lsadesk.reports.letters import printable
from lsadesk.reports.tagged import TaggedCanvas, artifact, background_only, table_structure, tagged

rl_config.useA85 = 0  # as text, what is compressed is a quarter longer

TEAL = HexColor("#0F5C63")
PALE = HexColor("#E6F1F2")
LINE = HexColor("#BFC9CA")
QUIET = HexColor("#595959")
AMBER = HexColor("#FBEFD5")
AMBER_EDGE = HexColor("#8A5A00")
MARGIN = 16 * mm
ROOM_ACROSS = 492.0  # what is written on an upright page of A4 has this much
_TITLE, _HEADING = "title", "heading"
_ROLES = {_TITLE: "H1", _HEADING: "H2"}  # what a style is to a screen reader

BODY = ParagraphStyle("body", fontName=Face.REGULAR, fontSize=10, leading=13)
SMALL = ParagraphStyle("small", BODY, fontSize=8, leading=10)
NOTE = ParagraphStyle("note", SMALL, textColor=QUIET)
STRONG = ParagraphStyle("strong", BODY, fontName=Face.SEMIBOLD)
HEADING = ParagraphStyle(
    _HEADING,
    fontName=Face.SEMIBOLD,
    fontSize=13,
    leading=16,
    textColor=TEAL,
    spaceBefore=10,
    spaceAfter=4,
)
TITLE = ParagraphStyle(_TITLE, fontName=Face.BOLD, fontSize=19, leading=23, textColor=TEAL)


def text(words: str, style: ParagraphStyle = BODY) -> Paragraph:
    """A paragraph of *words* as typed: markup in them is shown, never obeyed."""
    fonts.register()
    return Tagged(escape(printable(words)).replace("\n", "<br/>"), style)


class Tagged(Paragraph):
    """A paragraph that stands in the document's structure."""

    def draw(self) -> None:
        """Draw it as a heading or a paragraph, by its style."""
        with tagged(self.canv, _ROLES.get(self.style.name, "P")):
            super().draw()


def table(
    rows: Sequence[list[Paragraph]], widths: Sequence[float], *looks: tuple[Any, ...]
) -> Table:
    """A ruled table whose first row is the heading and is repeated on each page."""
    style = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, LINE),
            ("BACKGROUND", (0, 0), (-1, 0), PALE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            *looks,
        ]
    )
    return Table(
        rows,
        colWidths=widths,
        style=style,
        repeatRows=1,
        splitInRow=_tall(rows),
        hAlign="LEFT",
        renderCB=cast(Any, table_structure),
    )


def plain_table(
    rows: Sequence[Sequence[Flowable | Sequence[Flowable]]], widths: Sequence[float]
) -> Table:
    """Cells beside each other without rules; to a reader, what stands in them in order."""
    style = TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ]
    )
    return Table(
        [list(row) for row in rows],
        colWidths=widths,
        style=style,
        splitInRow=_tall(rows),
        hAlign="LEFT",
        renderCB=cast(Any, background_only),
    )


def banner(words: str) -> Table:
    """A sentence that has to be seen first, in a box."""
    style = TableStyle(
        [
            ("BOX", (0, 0), (-1, -1), 0.8, AMBER_EDGE),
            ("BACKGROUND", (0, 0), (-1, -1), AMBER),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ]
    )
    return Table(
        [[text(words)]],
        colWidths=[500],
        style=style,
        spaceBefore=8,
        spaceAfter=4,
        hAlign="LEFT",
        renderCB=cast(Any, background_only),
    )


def signature_lines(names: Sequence[str]) -> Table:
    """A line to sign on and one for the date, for each of *names*."""
    rows = [[text(who), text("Signed", NOTE), text("Date", NOTE)] for who in names]
    style = TableStyle(
        [
            ("LINEBELOW", (1, 0), (2, -1), 0.5, LINE),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
            ("TOPPADDING", (0, 0), (-1, -1), 18),
        ]
    )
    return Table(
        rows,
        colWidths=[200, 180, 110],
        style=style,
        hAlign="LEFT",
        renderCB=cast(Any, background_only),
    )


def fitted(words: str, face: str, size: float, width: float) -> str:
    """As much of *words* as there is room for, with what the font lacks named."""
    shown = printable(words)
    if stringWidth(shown, face, size) <= width:
        return shown

    def cut(letters: int) -> str:
        return f"{shown[:letters].rstrip()} \u2026"

    lengths = range(1, len(shown))
    most = bisect_right(lengths, width, key=lambda at: stringWidth(cut(at), face, size))
    return cut(most)


def _tall(rows: Iterable[Iterable[object]]) -> int:
    """1 where some cell may outgrow a page, so that its row has to be broken."""
    cells = (cell for row in rows for cell in row if isinstance(cell, Paragraph))
    return int(any(len(cell.getPlainText()) > 900 for cell in cells))


def headed(words: str, room: float = 25 * mm, style: ParagraphStyle = HEADING) -> list[Flowable]:
    """A heading that starts a new page where less than *room* is left below it."""
    return [CondPageBreak(room), Heading(words, style)]


class Heading(Tagged):
    """A heading that also stands in the PDF's outline, for readers who go by headings."""

    def __init__(self, words: str, style: ParagraphStyle = HEADING) -> None:
        fonts.register()
        self._words = words
        super().__init__(escape(words), style)

    def draw(self) -> None:
        """Draw it and mark its place."""
        canvas = self.canv
        key = f"heading-{canvas.getPageNumber()}-{self._words}"
        canvas.bookmarkHorizontal(key, 0, self.height)
        canvas.addOutlineEntry(self._words, key, 0)
        super().draw()


class Footed(Flowable):
    """Changes what stands at the foot of this page and those after it: no longer the same sheet."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.width = self.height = 0.0

    def draw(self) -> None:
        """Tell the page."""
        cast(_NumberedCanvas, self.canv).words = self._words


def write_pdf(
    path: Path,
    story: Sequence[Flowable],
    *,
    title: str,
    footer: str,
    subject: str = "",
    wide: bool = False,
    paper: tuple[float, float] = A4,
    footer_points: float = 8,
    report: Callable[[float], None] | None = None,
) -> None:
    """Lay *story* out on *paper* and write it to *path*, whole or not at all.

    The same story always gives the same bytes. *footer* is on each page beside "Page 1 of 3",
    until a `Footed` says otherwise.
    *report* is told how much is laid out (0 to 1); what it raises stops the writing.
    """
    laid_out = BytesIO()
    with written_whole(path) as draft:
        document = SimpleDocTemplate(
            laid_out,
            pagesize=landscape(paper) if wide else paper,
            leftMargin=MARGIN,
            rightMargin=MARGIN,
            topMargin=14 * mm,
            bottomMargin=18 * mm,
            title=title,
            subject=subject or title,
            author="LSA Desk",
            lang="en-GB",
            invariant=1,
            initialFontName=Face.REGULAR,
        )
        if report is not None:
            document.setProgressCallBack(_how_far(len(story), report))
        document.build(list(story), canvasmaker=_numbering(footer, footer_points))
        draft.write_bytes(compacted(laid_out.getvalue()))


def after(done: float, report: Callable[[float], None]) -> Callable[[float], None]:
    """*report* for what remains once *done* of the whole (0 to 1) is."""
    return lambda fraction: report(done + (1 - done) * fraction)


def _how_far(parts: int, report: Callable[[float], None]) -> Callable[[str, int], None]:
    """What reportlab tells as it goes, as a fraction of *parts*; it never goes back.

    A part that is taken to pieces makes more of them: reportlab then counts back.
    """
    furthest = 0.0

    def told(kind: str, number: int) -> None:
        nonlocal furthest
        if kind == "PROGRESS":
            furthest = max(furthest, min(1.0, number / max(1, parts)))
            report(furthest)

    return told


def _numbering(footer: str, size: float) -> type[Canvas]:
    class Numbered(_NumberedCanvas):
        words = footer
        points = size

    return Numbered


class _NumberedCanvas(TaggedCanvas):
    """A canvas that holds its pages back until it knows how many there are."""

    words = ""
    points = 8.0

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._held: list[dict[str, Any]] = []
        self.setViewerPreference("DisplayDocTitle", "true")

    def showPage(self) -> None:  # noqa: N802
        """Keep the page for later."""
        self._held.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        """Number every page and write them all."""
        held = self._held
        for number, page in enumerate(held, 1):
            self.__dict__.update(page)
            with artifact(self):
                self._write_footer(f"Page {number} of {len(held)}")
            super().showPage()
        self.structure.write(self._doc)  # type: ignore[attr-defined]
        super().save()

    def _write_footer(self, number: str) -> None:
        width, points = self._pagesize[0], self.points  # type: ignore[attr-defined]
        self.setFont(Face.REGULAR, points)
        self.setFillColor(QUIET)
        room = width - 2 * MARGIN - self.stringWidth(number, Face.REGULAR, points) - 12
        self.drawString(MARGIN, 9 * mm, fitted(self.words, Face.REGULAR, points, room))
        self.drawRightString(width - MARGIN, 9 * mm, number)
