"""The papers of a day of cover, in big print: change slips, cards for learners, briefs."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    Flowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from lsadesk.domain.calendar import Weekday, uk_date
from lsadesk.domain.covering.cover_sheet import (
    Brief,
    BriefLearner,
    BriefPart,
    BriefSession,
    CardLine,
    CoverSheet,
    Slip,
    SlipLine,
    WithMe,
)
from lsadesk.domain.vocabulary import said
from lsadesk.reports.by_hand import CutLine
from lsadesk.reports.fonts import Face
from lsadesk.reports.pages import (
    AMBER,
    BODY,
    LINE,
    NOTE,
    PALE,
    STRONG,
    TEAL,
    TITLE,
    headed,
    plain_table,
    table,
    text,
    write_pdf,
)
from lsadesk.reports.symbols import Drawn, symbol_for
from lsadesk.reports.tagged import artifact, background_only

_WIDTH = 504.0
_BIG = ParagraphStyle("big", BODY, fontSize=14, leading=18)
_BIGGER = ParagraphStyle("bigger", BODY, fontName=Face.SEMIBOLD, fontSize=18, leading=22)
_CARD = ParagraphStyle("card", BODY, fontName=Face.BOLD, fontSize=22, leading=26, textColor=TEAL)
_WHO = ParagraphStyle("who", BODY, fontName=Face.SEMIBOLD, fontSize=20, leading=24)
_WHEN = ParagraphStyle("when", BODY, fontName=Face.SEMIBOLD, fontSize=15, leading=19)
_BADGE = 40.0
_IN_WORDS = [96.0, 120.0, _BADGE + 16, _WIDTH - 272]
_WITH_SYMBOLS = [96.0, _BADGE + 16, 120.0, _BADGE + 16, _WIDTH - 328]
_HEADINGS = {
    BriefPart.AIMS: "Working on",
    BriefPart.HOW: "How to support",
    BriefPart.SAID: "What the learner says",
    BriefPart.TASKS: "Only with a sign-off",
}


def write_slips(sheet: CoverSheet, path: Path) -> None:
    """Write a slip for everybody whose day changed, several to a page, to be cut apart."""
    story: list[Flowable] = []
    for slip in sheet.slips:
        story.append(KeepTogether(list(_slip(slip, sheet))))
    _write(sheet, path, story, said("Changes for LSAs and teachers"))


def write_cards(sheet: CoverSheet, path: Path) -> None:
    """Write a card "who is with me today" for each learner, to be cut apart."""
    story: list[Flowable] = []
    for card in sheet.cards:
        story.append(KeepTogether(list(_card(card, sheet))))
    _write(sheet, path, story, "Who is with me today")


def write_briefs(sheet: CoverSheet, path: Path) -> None:
    """Write a day's briefing for each newcomer, each on a page of its own."""
    story: list[Flowable] = []
    for brief in sheet.briefs:
        story += [PageBreak()] if story else []
        story += _brief(brief, sheet)
    _write(sheet, path, story, "Briefing for the day")


def _write(sheet: CoverSheet, path: Path, story: Sequence[Flowable], title: str) -> None:
    when = f"{title}, {_day(sheet)}"
    footer = f"{sheet.college}: {when}. Destroy it after the day."
    write_pdf(path, story, title=when, footer=footer)


def _slip(slip: Slip, sheet: CoverSheet) -> Iterator[Flowable]:
    yield text(slip.name, TITLE)
    yield text(f"{_day(sheet)}: this is different today.", _BIG)
    yield Spacer(1, 4)
    yield plain_table([_slip_row(line) for line in slip.lines], [110, _WIDTH - 110])
    yield CutLine()


def _slip_row(line: SlipLine) -> list[Flowable]:
    return [text(str(line.span), _WHEN), text(f"{line.where}\n{line.says}", _BIG)]


def _card(card: WithMe, sheet: CoverSheet) -> Iterator[Flowable]:
    yield text(f"Who is with me today: {card.reference}", _CARD)
    yield text(_day(sheet), _BIG)
    yield Spacer(1, 6)
    looks = [
        ("BACKGROUND", (0, at), (-1, at), AMBER)
        for at, line in enumerate(card.lines)
        if line.instead_of
    ]
    rows = [_card_row(line, symbols=sheet.symbols) for line in card.lines]
    yield _card_table(rows, looks, symbols=sheet.symbols)
    if any(line.instead_of for line in card.lines):
        yield text("\u25b2 This is different today.", NOTE)
    yield CutLine()


def _card_table(
    rows: Sequence[Sequence[Flowable]], looks: Sequence[tuple[Any, ...]], *, symbols: bool
) -> Table:
    """The day from top to bottom; a reader hears each session's cells in their order."""
    style = TableStyle(
        [
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
            *looks,
        ]
    )
    return Table(
        [list(row) for row in rows],
        colWidths=_WITH_SYMBOLS if symbols else _IN_WORDS,
        style=style,
        hAlign="LEFT",
        renderCB=cast(Any, background_only),
    )


def _card_row(line: CardLine, *, symbols: bool) -> list[Flowable]:
    who = " and ".join(line.people) or said("nobody: my teacher is there")
    marked = f"\u25b2 {who}" if line.instead_of else who
    if line.instead_of:
        marked += f"\nnot {' and '.join(line.instead_of)}"
    where = "\n".join(part for part in (line.title, line.room) if part)
    drawn = [Drawn(symbol_for(line.title), _BADGE)] if symbols else []
    return [
        text(str(line.span), _WHEN),
        *drawn,
        text(where, _BIG),
        _Badge(line.people),
        text(marked, _WHO),
    ]


def _brief(brief: Brief, sheet: CoverSheet) -> Iterator[Flowable]:
    yield text(f"Briefing for {brief.name}", TITLE)
    yield text(f"{_day(sheet)}. {sheet.college}", _BIG)
    yield text(f"Ask {brief.ask} whenever you are not sure.", _BIGGER)
    if brief.ends is not None:
        ends = f"Your booking ends on {uk_date(brief.ends)}. Hand this sheet back after the day."
        yield text(ends, _BIG)
    yield from headed("Your day")
    rows = [[text(words, STRONG) for words in ("When", "Session", "Where", said("Teacher"))]]
    rows += [_brief_row(each) for each in brief.sessions]
    yield table(rows, [90, 190, 114, _WIDTH - 394])
    if brief.learners:
        yield from headed(said("The learners"))
    for learner in brief.learners:
        yield KeepTogether(list(_told(learner)))


def _brief_row(session: BriefSession) -> list[Paragraph]:
    who = ", ".join(session.learners)
    what = f"{session.title}\n{who}" if who else session.title
    return [
        text(words, BODY) for words in (str(session.span), what, session.place, session.teacher)
    ]


def _told(learner: BriefLearner) -> Iterator[Flowable]:
    yield text(learner.reference, _BIGGER)
    for part, words in learner.told:
        yield text(_HEADINGS[part], STRONG)
        yield text(words, _BIG)
    if not learner.told:
        yield text("Nothing is written down for this learner yet: please ask.", _BIG)
    yield Spacer(1, 8)


def _day(sheet: CoverSheet) -> str:
    return f"{Weekday(sheet.day.weekday()).name.title()} {uk_date(sheet.day)}"


class _Badge(Flowable):
    """A round sign with the initials of whoever comes; the name in words stands beside it."""

    def __init__(self, people: Sequence[str]) -> None:
        super().__init__()
        self.width = self.height = _BADGE
        first = people[0] if people else ""
        self._letters = "".join(part[0] for part in first.split()[:2]).upper()

    def draw(self) -> None:
        """Draw it for the eye alone."""
        middle = _BADGE / 2
        with artifact(self.canv):
            self.canv.setFillColor(PALE)
            self.canv.setStrokeColor(TEAL)
            self.canv.setLineWidth(1.5)
            self.canv.circle(middle, middle, middle - 1, stroke=1, fill=1)
            self.canv.setFillColor(TEAL)
            self.canv.setFont(Face.BOLD, 16)
            self.canv.drawCentredString(middle, middle - 5.5, self._letters)
