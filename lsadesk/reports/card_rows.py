"""What stands on a learner's card: a session with its drawing, and whoever comes with a face."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Table, TableStyle

from lsadesk.domain.covering.learner_cards import (
    CardKind,
    CardLine,
    Companion,
    LearnerCard,
    LearnerCards,
)
from lsadesk.domain.staff.on_cards import Portrait
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.vocabulary import said
from lsadesk.domain.weeks.card_wishes import CardText, CardWishes
from lsadesk.reports.card_pictures import Faded, clock_face, drawn_symbol, first_letters
from lsadesk.reports.fonts import Face
from lsadesk.reports.letters import printable
from lsadesk.reports.pages import AMBER, BODY, LINE, text
from lsadesk.reports.photos import PictureOf
from lsadesk.reports.symbols import CHANGE, OPEN, TEACHER, symbol_for, symbol_of
from lsadesk.reports.tagged import background_only, grouped

# RNIB: large print is 16 to 18 point; what is larger is for those who ask for it.
POINTS = {CardText.LARGE: 16.0, CardText.LARGER: 22.0, CardText.LARGEST: 30.0}
NOT_KNOWN = "We do not know yet who is with me. Somebody will tell me."
NOT_THIS_TIME = "Not this time."
WHO_ELSE = "We do not know yet who else is with me. Somebody will tell me."
_ANYBODY = "I can ask any member of staff."  # at lunch, say: nobody is named
_GAP = 10.0
_LEAST_POINTS = 11.0
_WIDE = 21  # times the points of the words: the width that two columns need

Piece = tuple[Flowable | None, list[Flowable]]  # a picture, and the words beside it


@dataclass(frozen=True, slots=True)
class Look:
    """How one card is drawn: its width, the points of its words, the side of its pictures."""

    width: float
    points: float
    side: float
    wishes: CardWishes
    portraits: Mapping[PersonId, Portrait]

    @property
    def is_wide(self) -> bool:
        """Whether who comes stands beside what it is, or below."""
        return self.width >= _WIDE * self.points

    @property
    def column(self) -> float:
        """The width of a picture with its words."""
        return (self.width - _GAP) / 2 if self.is_wide else self.width

    @property
    def room(self) -> float:
        """The width of the words beside a picture."""
        return self.column - self.side - _GAP

    @property
    def what_room(self) -> float:
        """The same beside what a session is: it has no picture where symbols are not wished."""
        return self.room if self.wishes.symbols or not self.is_wide else self.column


def look_of(
    width: float, wishes: CardWishes, portraits: Mapping[PersonId, Portrait], shrunk: float = 1.0
) -> Look:
    """How the card of somebody with *wishes* is drawn; *shrunk* counts for its pictures alone."""
    points = POINTS[wishes.text]
    return Look(width, points, shrunk * (36 + 1.6 * points), wishes, portraits)


class CardRow(Flowable):
    """One session on a card; an item of a list to whoever hears it."""

    def __init__(self, inside: Table) -> None:
        super().__init__()
        self._inside = inside
        self.width, self.height = inside.wrap(0, 0)

    def draw(self) -> None:
        """Draw it."""
        with grouped(self.canv, "LI"), grouped(self.canv, "LBody"):
            self._inside.drawOn(self.canv, 0, 0)


class Rows:
    """The rows of one paper; learners of one group share their sessions: each is set once."""

    def __init__(self, sheet: LearnerCards) -> None:
        self.sheet = sheet
        self._set: dict[tuple[object, ...], CardRow] = {}

    def of(self, card: LearnerCard, look: Look) -> list[CardRow]:
        """What *card* says, session by session."""
        if self.sheet.kind is CardKind.CHANGES:
            return [self._row(what_is_different, line, look) for line in card.changed]
        return [self._row(who_is_with_me, line, look) for line in card.lines]

    def _row(
        self, set_row: Callable[[CardLine, Look], CardRow], line: CardLine, look: Look
    ) -> CardRow:
        key = (line, look.width, look.points, look.side, look.wishes)
        if key not in self._set:
            self._set[key] = set_row(line, look)
        return self._set[key]


def who_is_with_me(line: CardLine, look: Look) -> CardRow:
    """A session and who is in it; what is different is said in words, in colour and apart."""
    who = list(_who(line, look))
    if line.instead_of:
        who[-1][1].append(_instead(line.instead_of, look))
    return _row(_what(line, look), who, changed=line.is_changed, look=look)


def what_is_different(line: CardLine, look: Look) -> CardRow:
    """A session that changed: who comes now, who does not, who stays; and never why."""
    stay = tuple(each for each in line.people if each not in line.new)
    who = [_told(each, "{} is with me this time.", look) for each in line.new]
    who += [] if line.people else list(_who(line, look))
    for each in line.instead_of:
        told = f"{each.name} is not with me this time."
        who.append((Faded(_face(each, look)), [_words(told, look.points, look.room)]))
    who += [_told(each, "{} is with me, as planned.", look) for each in stay]
    return _row(_what(line, look), who, changed=False, look=look)


def _what(line: CardLine, look: Look) -> Piece:
    symbol = symbol_for(line.title, line.symbol) if look.wishes.symbols else None
    room = look.what_room
    words: list[Flowable] = [_when(line, look, room)]
    words += [_words(line.title, look.points, room)] if line.title else []
    words += [_words(line.place, look.points * 0.85, room)] if line.place else []
    return (None if symbol is None else drawn_symbol(symbol, look.side)), words


def _instead(gone: Sequence[Companion], look: Look) -> Flowable:
    """Who does not come, in small below who does."""
    points, mark = look.points * 0.85, look.points * 1.3
    said_so = f"Not {' and '.join(each.name for each in gone)} this time."
    if not look.wishes.symbols:
        return _words(said_so, points, look.room)
    widths = [mark + 4, look.room - mark - 4]
    symbol = drawn_symbol(symbol_of(CHANGE), mark)
    return beside([[symbol, [_words(said_so, points, widths[1])]]], widths, [])


def _when(line: CardLine, look: Look, room: float) -> Flowable:
    """The hours, with a clock beside them for whoever wishes symbols."""
    clock = look.points * 1.5
    if not look.wishes.symbols:
        return _words(str(line.span), look.points, room, Face.BOLD)
    hours = _words(str(line.span), look.points, room - clock - 4, Face.BOLD)
    return beside(
        [[clock_face(line.span.start, clock), [hours]]], [clock + 4, room - clock - 4], []
    )


def _who(line: CardLine, look: Look) -> Iterator[Piece]:
    """Whoever comes, one below the other; else the teacher, or what there is to know."""
    if line.is_off:
        yield _symbol(CHANGE, look), [_name(NOT_THIS_TIME, look)]
        return
    for each in line.people:
        yield _told(each, "{}", look)
    if line.is_open and (line.instead_of or not line.people):
        told = WHO_ELSE if line.people else NOT_KNOWN
        yield _symbol(OPEN, look), [_words(told, look.points, look.room)]
    elif not line.people and line.teacher:
        teacher = _words(line.teacher, look.points, look.room)
        yield _symbol(TEACHER, look), [_name(said("My teacher"), look), teacher]
    elif not line.people:
        yield None, [_words(said(_ANYBODY), look.points, look.room)]


def _told(companion: Companion, says: str, look: Look) -> Piece:
    """Somebody's face, and what is said of them."""
    return _face(companion, look), [_name(says.format(companion.name), look)]


def _face(companion: Companion, look: Look) -> Flowable:
    portrait = look.portraits.get(companion.person) if look.wishes.photos else None
    if portrait is None:
        return first_letters(companion.name, look.side)
    return PictureOf(portrait.jpeg, look.side, f"Photo of {companion.name}")


def _symbol(id_: str, look: Look) -> Flowable | None:
    return drawn_symbol(symbol_of(id_), look.side) if look.wishes.symbols else None


def _name(words: str, look: Look) -> Flowable:
    return _words(words, look.points * 1.1, look.room, Face.SEMIBOLD)


def _words(words: str, points: float, room: float, face: Face = Face.REGULAR) -> Flowable:
    """*words* in *points*, or in as many as their longest word leaves: none is torn apart."""
    longest = max((stringWidth(word, face, 1.0) for word in printable(words).split()), default=0)
    fitting = room / longest if longest else points
    size = max(_LEAST_POINTS, min(points, fitting))
    return text(
        words, ParagraphStyle("card", BODY, fontName=face, fontSize=size, leading=size * 1.2)
    )


def _row(what: Piece, who: Sequence[Piece], *, changed: bool, look: Look) -> CardRow:
    marks: list[tuple[Any, ...]] = [
        ("LINEBELOW", (0, -1), (-1, -1), 0.75, LINE),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LEFTPADDING", (0, 0), (0, -1), 4),
    ]
    marks += [("BACKGROUND", (0, 0), (-1, -1), AMBER)] if changed else []
    picture, words = what
    widths = [look.side + _GAP, look.room]
    if not look.is_wide:
        return CardRow(beside([[picture, words], *map(list, who)], widths, marks))
    first, *others = who
    rows: list[list[Any]] = [[picture, words, *first]]
    rows += [[None, None, *each] for each in others]
    marks += [("SPAN", (at, 0), (at, -1)) for at in (0, 1)]
    column = look.column + _GAP
    return CardRow(beside(rows, [column - look.what_room, look.what_room, *widths], marks))


def beside(
    rows: Sequence[Sequence[Any]], widths: Sequence[float], marks: Sequence[tuple[Any, ...]]
) -> Table:
    """Pictures and words beside each other; whoever hears them hears the words in order."""
    style = TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            *marks,
        ]
    )
    return Table(
        [[cell or "" for cell in row] for row in rows],
        colWidths=list(widths),
        style=style,
        hAlign="LEFT",
        renderCB=cast(Any, background_only),
    )
