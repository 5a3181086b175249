"""Session cards for LSAs, and slips on which teachers write what is to be known."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Spacer

from lsadesk.domain.briefing.cards import CardSheet, SessionCard
from lsadesk.domain.briefing.need_to_knows import FOUR, Known, NeedToKnows
from lsadesk.domain.briefing.words import ON_CARD, QUESTIONS
from lsadesk.domain.calendar import Weekday, uk_date
from lsadesk.domain.vocabulary import said
from lsadesk.reports.by_hand import CutLine, WriteOn
from lsadesk.reports.fonts import Face
from lsadesk.reports.pages import (
    BODY,
    NOTE,
    ROOM_ACROSS,
    STRONG,
    TEAL,
    plain_table,
    text,
    write_pdf,
)


@dataclass(frozen=True, slots=True)
class _Print:
    """The sizes of one way to print: *beside* is how wide the column of where and who is."""

    head: ParagraphStyle
    strong: ParagraphStyle
    body: ParagraphStyle
    note: ParagraphStyle
    beside: float


_USUAL = _Print(  # "heading": a screen reader goes from card to card
    ParagraphStyle("heading", BODY, fontName=Face.BOLD, fontSize=13, leading=16, textColor=TEAL),
    STRONG,
    BODY,
    NOTE,
    168.0,
)
_BIG = _Print(  # RNIB: large print is 16 to 18 point
    ParagraphStyle("heading", BODY, fontName=Face.BOLD, fontSize=22, leading=27, textColor=TEAL),
    ParagraphStyle("big strong", STRONG, fontSize=18, leading=22),
    ParagraphStyle("big", BODY, fontSize=18, leading=22),
    ParagraphStyle("big note", NOTE, fontSize=16, leading=20),
    0.0,
)
_LABEL = 84.0


Report = Callable[[float], None]
_SET = 0.3  # of the work is done once the cards are set; the rest is laying them out on pages


def write_session_cards(
    sheet: CardSheet, path: Path, report: Report | None = None, *, big: bool = False
) -> None:
    """Write a card a session and LSA, several to a page, to be cut apart.

    *big*: 18 point. The same cards give the same bytes. *report* is told how far it is (0 to
    1); what it raises stops the writing.
    """
    sizes = _BIG if big else _USUAL
    title, foot = said("Session cards"), 14.0 if big else 8.0
    _write(sheet, path, lambda card: _card(card, sizes, big=big), title, report, foot=foot)


def write_blanks(sheet: CardSheet, path: Path, report: Report | None = None) -> None:
    """Write a slip a session with lines for what its LSAs need to know; *report* as above."""
    _write(sheet, path, _blank, said("What LSAs need to know"), report)


def _write(
    sheet: CardSheet,
    path: Path,
    set_card: Callable[[SessionCard], Iterator[Flowable]],
    title: str,
    report: Report | None,
    *,
    foot: float = 8.0,
) -> None:
    story: list[Flowable] = []
    for done, card in enumerate(sheet.cards):
        story.append(KeepTogether([*set_card(card), CutLine()]))
        if report is not None:
            report(_SET * done / len(sheet.cards))
    first, last = sheet.cards[0].on, max(card.on for card in sheet.cards)
    days = uk_date(first) if first == last else f"{uk_date(min(first, last))} to {uk_date(last)}"
    title = f"{title}, {days}"
    footer = f"Destroy it after the day. {title}, {sheet.college}"
    laid_out = None if report is None else _after_setting(report)
    write_pdf(path, story, title=title, footer=footer, report=laid_out, footer_points=foot)


def _after_setting(report: Report) -> Report:
    return lambda fraction: report(_SET + (1 - _SET) * fraction)


def _card(card: SessionCard, sizes: _Print, *, big: bool) -> Iterator[Flowable]:
    yield text(_head(card), sizes.head)
    yield Spacer(1, 3)
    where, told = list(_where(card, sizes)), list(_told(card, sizes, big=big))
    if big:
        yield from (*where, *told)
    else:
        yield plain_table([[where, told]], [sizes.beside, ROOM_ACROSS - sizes.beside])
    yield Spacer(1, 4)
    ask = "To tell the teacher afterwards: what worked, what did not, who did what"
    yield text(said(ask), sizes.note)
    yield WriteOn(2)


def _head(card: SessionCard) -> str:
    what = ", ".join(part for part in (card.title, card.group) if part)
    day = Weekday(card.on.weekday())
    return f"{day.name.title()} {uk_date(card.on)}, {card.span}: {what}"


def _where(card: SessionCard, sizes: _Print) -> Iterator[Flowable]:
    yield text(card.lsa, sizes.strong)
    for words, told in (
        ("Room", card.place),
        (said("Teacher"), card.teacher),
        ("Beside you", ", ".join(card.others)),
        (said("Learners"), ", ".join(card.learners)),
    ):
        if told:
            yield text(f"{words}: {told}", sizes.body)


def _told(card: SessionCard, sizes: _Print, *, big: bool) -> Iterator[Flowable]:
    words = card.words or NeedToKnows()
    width = ROOM_ACROSS - sizes.beside
    rows = [(ON_CARD[known], told) for known, told in words.told()]
    rows += [(reference, how) for reference, how in card.how]
    if big:
        for head, told in rows:
            yield Spacer(1, 5)
            yield text(said(head), sizes.strong)
            yield text(told, sizes.body)
    elif rows:
        cells = [[text(said(head), sizes.strong), text(told, sizes.body)] for head, told in rows]
        yield plain_table(cells, [_LABEL, width - _LABEL - 12])
    if card.is_blind:
        asks = " ".join(said(QUESTIONS[known]) for known in words.missing)
        who = card.teacher or said("the teacher")
        yield text(f"\u25b2 Not told yet. Ask {who} before it begins: {asks}", sizes.strong)
    elif card.told_for is not None and card.told_for != card.on:
        yield text(f"As told for {uk_date(card.told_for)}.", sizes.note)


def _blank(card: SessionCard) -> Iterator[Flowable]:
    who = card.teacher or said("the teacher")
    yield text(_head(card), _USUAL.head)
    coming = f" {said('Learners')}: {', '.join(card.learners)}" if card.learners else ""
    yield text(f"For {who}.{coming}", BODY)
    if card.others:
        yield text(f"{said('LSAs')}: {', '.join(card.others)}", BODY)
    words = card.words or NeedToKnows()
    for known in (*FOUR, Known.PART):
        told = words.said(known)
        yield Spacer(1, 4)
        yield text(said(QUESTIONS[known]), STRONG)
        yield text(told, BODY) if told else WriteOn(1)
