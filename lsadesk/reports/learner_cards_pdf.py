"""Cards for learners: who is with me, and what is different; in large print, to be cut apart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from lsadesk.domain.calendar import Weekday, uk_date
from lsadesk.domain.covering.learner_cards import CardKind, LearnerCard, LearnerCards
from lsadesk.reports import fonts
from lsadesk.reports.card_pictures import drawn_symbol
from lsadesk.reports.card_rows import (
    CardRow,
    Look,
    Rows,
    beside,
    look_of,
)
from lsadesk.reports.fonts import Face
from lsadesk.reports.pages import BODY, QUIET, ROOM_ACROSS, TEAL, after, text, write_pdf
from lsadesk.reports.symbols import CHANGE, symbol_of
from lsadesk.reports.tagged import artifact, grouped

_HEIGHT = 730.0  # of what is written on a page of A4
_CUT = 24.0  # between two cards
_PER_PAGE = (4, 2, 1)
_SHRUNK = (1.0, 0.85, 0.72)  # of its pictures, so that a day stays on one card where it can
_MOST_PIECES = 2  # of a card, where a larger one would have fewer
_ROOM_FOR_ROWS = 0.6  # of a card's height: what its heading leaves at least
_SET = 0.5  # of the work is done once the cards are set
_STAYS = "Everything else is as it was."


def write_cards(
    sheet: LearnerCards, path: Path, report: Callable[[float], None] | None = None
) -> None:
    """Write *sheet* to *path*. The same cards give the same bytes.

    *report* is told how far it is (0 to 1); what it raises stops the writing.
    """
    fonts.register()
    parts: list[_Part] = []
    rows = Rows(sheet)
    for done, card in enumerate(sheet.cards):
        parts += _parts(card, rows)
        if report is not None:
            report(_SET * done / len(sheet.cards))
    story: list[Flowable] = []
    for a_page, alike in groupby(parts, key=lambda part: part.a_page):
        together = list(alike)
        story += [
            _Page(together[at : at + a_page], a_page) for at in range(0, len(together), a_page)
        ]
    title = f"{_title(sheet.kind)}, {_days(sheet.cards)}"
    footer = f"Destroy it after the day. {title}, {sheet.college}"
    then = None if report is None else after(_SET, report)
    write_pdf(path, story, title=title, footer=footer, report=then)


def _title(kind: CardKind) -> str:
    return "Who is with me" if kind is CardKind.WITH_ME else "What is different"


def _days(cards: Sequence[LearnerCard]) -> str:
    first, last = min(card.on for card in cards), max(card.on for card in cards)
    return uk_date(first) if first == last else f"{uk_date(first)} to {uk_date(last)}"


_Cut = tuple[Look, list[list[CardRow]], float]  # into pieces, and the scale of their rows


@dataclass(frozen=True, slots=True)
class _Part:
    """What of a card is cut out in one piece: all of it, or as many sessions as there is room.

    All rows of a card are drawn in one *scale*, so that faces and words stand below each other.
    """

    a_page: int
    head: Sequence[Flowable]
    rows: Sequence[CardRow]
    foot: Flowable | None
    scale: float


def _size(a_page: int) -> tuple[float, float]:
    """The width and height of each of so many cards on a page."""
    width = (ROOM_ACROSS - _CUT) / 2 if a_page == 4 else ROOM_ACROSS
    height = _HEIGHT if a_page == 1 else (_HEIGHT - _CUT) / 2
    return width, height


def _parts(card: LearnerCard, rows: Rows) -> Iterator[_Part]:
    """*card* in as few pieces as its text leaves; its words are never made smaller for it.

    One that would be cut into many pieces gets more of the page than was asked for.
    """
    kind = rows.sheet.kind
    for a_page in (each for each in _PER_PAGE if each <= rows.sheet.a_page):
        look, pieces, scale = _fewest(card, rows, a_page)
        highest = max(row.height for piece in pieces for row in piece)
        has_room = highest <= _ROOM_FOR_ROWS * _size(a_page)[1]
        if has_room and len(pieces) <= _MOST_PIECES:
            break
    for number, together in enumerate(pieces, 1):
        head = _head(card, kind, look, (number, len(pieces)))
        is_last = number == len(pieces)
        yield _Part(a_page, head, together, _foot(kind, look) if is_last else None, scale)


def _fewest(card: LearnerCard, rows: Rows, a_page: int) -> _Cut:
    """*card* with pictures of the size that cuts it into the fewest pieces, the largest first."""
    width, height = _size(a_page)
    tries: list[_Cut] = []
    for shrunk in _SHRUNK:
        look = look_of(width, card.wishes, rows.sheet.portraits, shrunk)
        all_rows = rows.of(card, look)
        room = _room(card, rows.sheet.kind, look, height)
        # Six people at once in the largest words, say, are higher than a page.
        scale = min(1.0, room / max(row.height for row in all_rows))
        tries.append((look, list(_pieces(all_rows, room / scale)), scale))
        if len(tries[-1][1]) == 1:
            break
    return min(tries, key=lambda tried: len(tried[1]))


def _room(card: LearnerCard, kind: CardKind, look: Look, height: float) -> float:
    """What is left of the *height* of a card below its heading."""
    foot = _foot(kind, look)
    around = [*_head(card, kind, look, (1, 2)), *([] if foot is None else [foot])]
    return height - sum(each.wrap(look.width, height)[1] for each in around)


def _pieces(all_rows: Sequence[CardRow], room: float) -> Iterator[list[CardRow]]:
    """*all_rows* of a card, as many at a time as there is *room* for."""
    rows, used = list[CardRow](), 0.0
    for row in all_rows:
        if rows and used + row.height > room:
            yield rows
            rows, used = [], 0.0
        rows.append(row)
        used += row.height
    yield rows


def _head(card: LearnerCard, kind: CardKind, look: Look, piece: tuple[int, int]) -> list[Flowable]:
    day = Weekday(card.on.weekday()).name.title()
    is_change = kind is CardKind.CHANGES
    says = f"A change on {day}" if is_change else f"Who is with me on {day}"
    number, pieces = piece
    which = f", {number} of {pieces}" if pieces > 1 else ""
    size = min(look.points * 1.35, look.width / 13)
    head = ParagraphStyle(  # "heading": a screen reader goes from card to card
        "heading", BODY, fontName=Face.BOLD, fontSize=size, leading=size * 1.2, textColor=TEAL
    )
    small = ParagraphStyle("card", BODY, fontSize=12, leading=18, textColor=QUIET)
    whose = f"{card.on.day} {card.on:%B} {card.on.year}. For {card.reference}{which}"
    words: list[Flowable] = [text(says, head), text(whose, small)]
    if not (is_change and card.wishes.symbols):
        return words
    mark = size * 2
    symbol = drawn_symbol(symbol_of(CHANGE), mark)
    return [beside([[symbol, words]], [mark + 10, look.width - mark - 10], [])]


def _foot(kind: CardKind, look: Look) -> Flowable | None:
    """What calms, at the end of a card that tells of a change."""
    if kind is CardKind.WITH_ME:
        return None
    size = look.points
    calm = ParagraphStyle("card", BODY, fontSize=size, leading=size * 1.2)
    return beside([[[text(_STAYS, calm)]]], [look.width], [("TOPPADDING", (0, 0), (0, 0), 10)])


class _Page(Flowable):
    """A page of cards, with lines to cut along between them."""

    def __init__(self, parts: Sequence[_Part], a_page: int) -> None:
        super().__init__()
        self._parts, self._a_page = parts, a_page
        self.width, self.height = ROOM_ACROSS, _HEIGHT

    def draw(self) -> None:
        """Draw its cards in the order in which they are read."""
        self._draw_cuts()
        width, height = _size(self._a_page)
        across = 2 if self._a_page == 4 else 1
        for at, part in enumerate(self._parts):
            down, right = divmod(at, across)
            self._draw_card(part, right * (width + _CUT), _HEIGHT - down * (height + _CUT))

    def _draw_card(self, part: _Part, left: float, top: float) -> None:
        width, _ = _size(self._a_page)
        for words in part.head:
            top = self._draw_below(words, left, top, width)
        with grouped(self.canv, "L"):
            top = self._draw_rows(part, left, top)
        if part.foot is not None:
            self._draw_below(part.foot, left, top, width)

    def _draw_rows(self, part: _Part, left: float, top: float) -> float:
        self.canv.saveState()
        self.canv.translate(left, top)
        self.canv.scale(part.scale, part.scale)
        down = 0.0
        for row in part.rows:
            down += row.height
            row.drawOn(self.canv, 0, -down)
        self.canv.restoreState()
        return top - down * part.scale

    def _draw_below(self, words: Flowable, left: float, top: float, width: float) -> float:
        """Draw *words* below *top*; where they end."""
        _, height = words.wrap(width, _HEIGHT)
        words.drawOn(self.canv, left, top - height)
        return top - height

    def _draw_cuts(self) -> None:
        with artifact(self.canv):
            self.canv.setStrokeColor(QUIET)
            self.canv.setDash(4, 3)
            if self._a_page > 1:
                self.canv.line(0, _HEIGHT / 2, ROOM_ACROSS, _HEIGHT / 2)
            if self._a_page == 4:
                self.canv.line(ROOM_ACROSS / 2, 0, ROOM_ACROSS / 2, _HEIGHT)
            self.canv.setDash()
