"""Slips for teachers: what an LSA saw in a session, with lines for what is done with it."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Spacer

from lsadesk.domain.briefing.slips import FeedbackSheet, FeedbackSlip
from lsadesk.domain.calendar import Weekday, uk_date
from lsadesk.domain.vocabulary import said
from lsadesk.reports.by_hand import CutLine, WriteOn
from lsadesk.reports.fonts import Face
from lsadesk.reports.pages import BODY, STRONG, TEAL, text, write_pdf

# "heading": a screen reader goes from slip to slip.
_HEAD = ParagraphStyle("heading", BODY, fontName=Face.BOLD, fontSize=13, leading=16, textColor=TEAL)


def write_feedback(sheet: FeedbackSheet, path: Path) -> None:
    """Write a slip for each of *sheet*, to be cut apart; the same ones give the same bytes."""
    story: list[Flowable] = [KeepTogether([*_slip(each), CutLine()]) for each in sheet.slips]
    title = said("What LSAs told after sessions")
    footer = f"Destroy it afterwards. {title}, printed {uk_date(sheet.printed)}, {sheet.college}"
    write_pdf(path, story, title=title, footer=footer)


def _slip(slip: FeedbackSlip) -> Iterator[Flowable]:
    day = Weekday(slip.on.weekday())
    yield text(f"{day.name.title()} {uk_date(slip.on)}, {slip.when}: {slip.what}", _HEAD)
    yield text(f"For {slip.teacher or said('the teacher')}, from {slip.lsa}", BODY)
    for head, words in (
        ("What worked", slip.told.worked),
        ("What was in the way", slip.told.barriers),
        (said("What learners did"), slip.told.learner_did),
    ):
        if words:
            yield Spacer(1, 4)
            yield text(head, STRONG)
            yield text(words, BODY)
    yield Spacer(1, 6)
    yield text("What I do with it, or why it stays as it is", STRONG)
    yield WriteOn(2)
