"""The papers of a day of cover, in big print: change slips and briefs."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    Flowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    Spacer,
)

from lsadesk.domain.calendar import Weekday, uk_date
from lsadesk.domain.covering.cover_sheet import (
    Brief,
    BriefLearner,
    BriefPart,
    BriefSession,
    CoverSheet,
    Notice,
    Slip,
    SlipLine,
)
from lsadesk.domain.vocabulary import said
from lsadesk.reports.by_hand import CutLine, TickBox
from lsadesk.reports.fonts import Face
from lsadesk.reports.pages import (
    BODY,
    QUIET,
    ROOM_ACROSS,
    STRONG,
    TITLE,
    headed,
    plain_table,
    signature_lines,
    table,
    text,
    write_pdf,
)

_BIG = ParagraphStyle("big", BODY, fontSize=14, leading=18)
_CELL = ParagraphStyle("cell", BODY, fontSize=12, leading=15)
_LABEL = ParagraphStyle("label", STRONG, fontSize=12, leading=17, textColor=QUIET)
_BIGGER = ParagraphStyle("bigger", BODY, fontName=Face.SEMIBOLD, fontSize=18, leading=22)
_WHEN = ParagraphStyle("when", BODY, fontName=Face.SEMIBOLD, fontSize=15, leading=19)
_DESTROY = "Destroy it after the day."
_DECLARED = (
    "I have read this sheet, and I know whom to ask and whom to tell if I worry about a learner.",
    "Personal care, medicine, feeding and lifting I do only where I was signed off here for it.",
    "I am not alone with a learner before my checks were seen.",
    "I have said what I am trained in, and what keeps me from some task today.",
    "What I hear about learners stays here.",
)
_HEADINGS = {
    BriefPart.AIMS: "Working on",
    BriefPart.HOW: "How to support",
    BriefPart.SAID: "What the learner says",
    BriefPart.TASKS: "Not without a sign-off",
}


def write_slips(sheet: CoverSheet, path: Path) -> None:
    """Write what everybody whose day changed is told.

    First the notices, to be hung up, then the slips, several to a page, to be cut apart.
    """
    story: list[Flowable] = []
    for notice in sheet.notices:
        story += [*_notice(notice, sheet), PageBreak()]
    for slip in sheet.slips:
        story.append(KeepTogether(list(_slip(slip, sheet))))
    _write(sheet, path, story, said("Changes for LSAs and teachers"))


def write_briefs(sheet: CoverSheet, path: Path) -> None:
    """Write a day's briefing for each newcomer, each on a page of its own."""
    story: list[Flowable] = []
    for brief in sheet.briefs:
        story += [PageBreak()] if story else []
        story += _brief(brief, sheet)
    declared = any(brief.ends is not None for brief in sheet.briefs)
    after = "Hand it back after the day." if declared else _DESTROY
    _write(sheet, path, story, "Briefing for the day", after)


def _write(
    sheet: CoverSheet, path: Path, story: Sequence[Flowable], title: str, after: str = _DESTROY
) -> None:
    when = f"{title}, {_day(sheet)}"
    footer = f"{after} {when}, {sheet.college}"
    write_pdf(path, story, title=when, footer=footer)


def _notice(notice: Notice, sheet: CoverSheet) -> Iterator[Flowable]:
    whom = said("For teachers. ") if notice.is_teacher else said("For LSAs. ")
    yield text(notice.says, TITLE)
    yield text(f"{whom}{_day(sheet)}.", _BIGGER)
    yield text(
        "Your sessions at these times do not run. Nothing else in your day is different.", _BIG
    )
    yield Spacer(1, 6)
    rows = [[text(words, STRONG) for words in ("Who", "When")]]
    for slip in notice.slips:
        when = ", ".join(str(line.span) for line in slip.lines)
        rows.append([text(slip.name, _CELL), text(when, _CELL)])
    yield table(rows, [200, ROOM_ACROSS - 200])


def _slip(slip: Slip, sheet: CoverSheet) -> Iterator[Flowable]:
    yield text(slip.name, TITLE)
    whom = said("For the teacher. ") if slip.is_teacher else ""
    yield text(f"{whom}{_day(sheet)}: what is different.", _BIG)
    yield Spacer(1, 4)
    yield plain_table([_slip_row(line) for line in slip.lines], [110, ROOM_ACROSS - 110])
    yield CutLine()


def _slip_row(line: SlipLine) -> list[Flowable]:
    return [text(str(line.span), _WHEN), text(f"{line.where}\n{line.says}", _BIG)]


def _brief(brief: Brief, sheet: CoverSheet) -> Iterator[Flowable]:
    yield text(f"Briefing for {brief.name}", TITLE)
    yield text(f"{_day(sheet)}. {sheet.college}", _BIG)
    yield text(f"Whenever you are not sure, ask {brief.ask}.", _BIGGER)
    if brief.ends is not None:
        ends = f"Your booking ends on {uk_date(brief.ends)}. Hand this sheet back after the day."
        yield text(ends, _BIG)
    yield from headed("Your day")
    rows = [[text(words, STRONG) for words in ("When", "Session", "Where", said("Teacher"))]]
    rows += [_brief_row(each) for each in brief.sessions]
    yield table(rows, [84, 176, 158, ROOM_ACROSS - 418])
    if brief.learners:
        yield from headed(said("The learners"))
    for learner in brief.learners:
        if learner.told:
            yield KeepTogether(list(_told(learner)))
    untold = [learner.reference for learner in brief.learners if not learner.told]
    if untold:
        yield text(f"Nothing is written down yet for {', '.join(untold)}: please ask.", _BIG)
    if brief.ends is not None:
        yield KeepTogether(list(_declaration()))


def _declaration() -> Iterator[Flowable]:
    """What somebody booked for a time says before they begin; the college keeps it on paper."""
    yield from headed("Before the first session")
    yield text("Read each line, tick what is so, and talk over what is not.", _BIG)
    yield plain_table(
        [[TickBox(), text(said(line), _BIG)] for line in _DECLARED], [26, ROOM_ACROSS - 26]
    )
    yield signature_lines(["Declared by", "Talked over with"])


def _brief_row(session: BriefSession) -> list[Paragraph]:
    who = ", ".join(session.learners)
    what = f"{session.title}\n{who}" if who else session.title
    return [
        text(words, _CELL) for words in (str(session.span), what, session.place, session.teacher)
    ]


def _told(learner: BriefLearner) -> Iterator[Flowable]:
    yield text(learner.reference, _BIGGER)
    for part, words in learner.told:
        yield text(_HEADINGS[part], _LABEL)
        yield text(words, _BIG)
    yield Spacer(1, 8)


def _day(sheet: CoverSheet) -> str:
    return f"{Weekday(sheet.day.weekday()).name.title()} {uk_date(sheet.day)}"
