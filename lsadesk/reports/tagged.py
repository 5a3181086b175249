"""The structure of a PDF: what a screen reader goes by, in reading order.

reportlab draws pages and knows nothing of structure, so it is noted down while drawing:
each piece of content gets a number on its page (its marked content), and when the document
is saved the tree of headings, paragraphs, tables and figures is written beside the pages.
Footers, rules and backgrounds are marked as artifacts, which a reader leaves out.
Source: ISO 32000-1, 14.7 and 14.8.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Table


@dataclass(frozen=True, slots=True)
class _Content:
    """A piece of content: its page (from 0) and its number there."""

    page: int
    number: int


@dataclass(slots=True)
class _Element:
    role: str
    words: str = ""
    within: "list[_Element | _Content]" = field(default_factory=list)


class Structure:
    """The tree of one document, while it is being drawn."""

    def __init__(self) -> None:
        self._open = [_Element("Document")]
        self._counts: list[int] = []

    def begin(self, role: str, words: str = "") -> None:
        """Open an element below the one that is open; *words* stand for a picture."""
        element = _Element(role, words)
        self._open[-1].within.append(element)
        self._open.append(element)

    def end(self) -> None:
        """Close what was opened last."""
        self._open.pop()

    @property
    def is_in_cell(self) -> bool:
        """Whether a table's cell is open: what stands in it needs no element of its own."""
        return self._open[-1].role in ("TD", "TH")

    def content(self, page: int) -> int:
        """The next number on *page*, for content of the element that is open."""
        while len(self._counts) <= page:
            self._counts.append(0)
        number = self._counts[page]
        self._counts[page] = number + 1
        self._open[-1].within.append(_Content(page, number))
        return number

    def write(self, document: Any) -> None:
        """Put the tree into reportlab's *document*; once, when all pages are drawn."""
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        root_reference = document.Reference(root)
        parents: list[list[Any]] = [[None] * count for count in self._counts]
        root["K"] = PDFArray([_written(document, self._open[0], root_reference, parents)])
        numbers: list[Any] = []
        for page, owners in enumerate(parents):
            numbers += [page, document.Reference(PDFArray(owners))]
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        document.Catalog.StructTreeRoot = root_reference
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


class _Node(PDFObject):
    """An element as it is written; a dictionary of reportlab's own takes three times as long."""

    def __init__(self, element: _Element, parent: Any) -> None:
        self._element = element
        self._parent = parent
        self.below: list[tuple[Any, int | None]] = []  # an element, or a page and a number on it

    def format(self, document: Any) -> bytes:
        """What reportlab asks every object for."""
        words = self._element.words
        alt = b"/Alt " + PDFString(words).format(document) if words else b""
        role, parent = self._element.role.encode(), self._parent.format(document)
        below = self._below(document)
        return b"<</Type/StructElem/S/%s/P %s%s%s>>" % (role, parent, alt, below)

    def _below(self, document: Any) -> bytes:
        """What stands in the element; for one piece of one page, as most cells are, in short."""
        page, number = self.below[0] if len(self.below) == 1 else (None, None)
        if page is not None and number is not None:
            return b"/Pg %s/K %d" % (page.format(document), number)
        said = (
            here.format(document)
            if number is None
            else b"<</Type/MCR/Pg %s/MCID %d>>" % (here.format(document), number)
            for here, number in self.below
        )
        return b"/K[%s]" % b" ".join(said)


def _written(document: Any, element: _Element, parent: Any, parents: list[list[Any]]) -> Any:
    """A reference to *element*, with all below it; notes in *parents* whose content is whose."""
    node = _Node(element, parent)
    reference = document.Reference(node)
    for each in element.within:
        if isinstance(each, _Element):
            node.below.append((_written(document, each, reference, parents), None))
        else:
            parents[each.page][each.number] = reference
            node.below.append((PDFObjectReference(f"Page{each.page + 1}"), each.number))
    return reference


class TaggedCanvas(Canvas):
    """A canvas with a structure; *page_drawn* is the page that content goes to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.structure = Structure()

    @property
    def page_drawn(self) -> int:
        """The page that is being drawn, from 0."""
        return self.getPageNumber() - 1

    def mark(self, role: str) -> None:
        """What is drawn until `unmark` is content of the element that is open."""
        number = self.structure.content(self.page_drawn)
        self._code.append(f"/{role} <</MCID {number}>> BDC")  # type: ignore[attr-defined]

    def mark_artifact(self) -> None:
        """What is drawn until `unmark` says nothing to a reader."""
        self._code.append("/Artifact BMC")  # type: ignore[attr-defined]

    def unmark(self) -> None:
        """End what `mark` or `mark_artifact` began."""
        self._code.append("EMC")  # type: ignore[attr-defined]

    def _setXObjects(self, thing: Any) -> None:  # noqa: N802 - called for each finished page
        super()._setXObjects(thing)  # type: ignore[misc]
        if not hasattr(thing, "__NoDefault__"):
            return  # a drawing that pages share: each page says what it stands for there
        thing.StructParents = self._doc.pageCounter - 1  # type: ignore[attr-defined]
        thing.Tabs = PDFName("S")
        thing.__NoDefault__ = [*type(thing).__NoDefault__, "StructParents", "Tabs"]


@contextmanager
def tagged(canvas: Canvas, role: str, words: str = "") -> Iterator[None]:
    """What is drawn inside is one element; *words* are what a picture says."""
    if not isinstance(canvas, TaggedCanvas):
        yield
        return
    needs_element = role != "P" or not canvas.structure.is_in_cell
    if needs_element:
        canvas.structure.begin(role, words)
    canvas.mark(role)
    yield
    canvas.unmark()
    if needs_element:
        canvas.structure.end()


@contextmanager
def tagged_piece(canvas: Canvas, line: PDFTextObject, role: str) -> Iterator[None]:
    """What is written to *line* inside is one element: a text object may hold a row of them."""
    if not isinstance(canvas, TaggedCanvas):
        yield
        return
    canvas.structure.begin(role)
    number = canvas.structure.content(canvas.page_drawn)
    line._code.append(f"/{role} <</MCID {number}>> BDC")  # type: ignore[attr-defined]
    yield
    line._code.append("EMC")  # type: ignore[attr-defined]
    canvas.structure.end()


@contextmanager
def grouped(canvas: Canvas, role: str) -> Iterator[None]:
    """What is tagged inside stands below one element: the rows of a table, say."""
    if not isinstance(canvas, TaggedCanvas):
        yield
        return
    canvas.structure.begin(role)
    yield
    canvas.structure.end()


@contextmanager
def artifact(canvas: Canvas) -> Iterator[None]:
    """What is drawn inside is for the eye only."""
    if not isinstance(canvas, TaggedCanvas):
        yield
        return
    canvas.mark_artifact()
    yield
    canvas.unmark()


def table_structure(table: Table, event: str, *place: Any) -> None:
    """What reportlab calls at each step of drawing a table: rows and cells become elements.

    The first row is the heading.
    """
    canvas = table.canv
    if not isinstance(canvas, TaggedCanvas):
        return
    if event == "startTable":
        canvas.structure.begin("Table")
    elif event == "startRow":
        canvas.structure.begin("TR")
    elif event == "startCell":
        canvas.structure.begin("TH" if place[0] == 0 else "TD")
    elif event in ("startBG", "startLines"):
        canvas.mark_artifact()
    elif event in ("endBG", "endLines"):
        canvas.unmark()
    else:
        canvas.structure.end()


def background_only(table: Table, event: str, *_place: Any) -> None:
    """The same for what is a table only to lay words out: its rules say nothing to a reader."""
    canvas = table.canv
    if not isinstance(canvas, TaggedCanvas):
        return
    if event in ("startBG", "startLines"):
        canvas.mark_artifact()
    elif event in ("endBG", "endLines"):
        canvas.unmark()
