"""A self-assessment on paper: levels with their words, examples and wishes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.platypus import Flowable, Spacer

from lsadesk.domain.appraisals.answer_forms import CHOICES, Given
from lsadesk.domain.appraisals.assessment import Answer, OwnWords, Summary, summary
from lsadesk.domain.appraisals.assessment_sheet import AssessmentSheet
from lsadesk.domain.auditing.skills import Level, code_of
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.framework import Question, Statement
from lsadesk.reports.long_texts import LongTexts
from lsadesk.reports.pages import (
    NOTE,
    STRONG,
    TITLE,
    banner,
    headed,
    table,
    text,
    write_pdf,
)

_COLUMNS = (("Question", 168), ("My answer", 150), ("In my own words, and wishes", 180))
_DRAFT = (
    "A draft that is not handed in. In LSA Desk only its author can read it; on paper, so can "
    "whoever holds this page."
)
_SOURCE = (
    "The levels follow the 2011 career framework for learning support assistants (LSIS, S. "
    "Faraday): 0 not yet, 1 under direct instruction, 2 with guidance, 3 independently, 4 leads "
    "or trains others. They say how much help there is, and judge nobody."
)


def write_assessment(sheet: AssessmentSheet, path: Path) -> None:
    """Write *sheet* to *path*; the same sheet always gives the same bytes.

    Raises `UserError` where the file cannot be written; an older one then stays.
    """
    write_pdf(
        path,
        list(_story(sheet)),
        title=f"Self-assessment, {sheet.name}",
        subject="Self-assessment with answers, examples and wishes",
        footer=f"Confidential. Self-assessment of {sheet.name}, {uk_date(sheet.day)}, "
        f"{sheet.college}",
    )


def _story(sheet: AssessmentSheet) -> Iterator[Flowable]:
    yield text(sheet.name, TITLE)
    yield text(" \u00b7 ".join(part for part in (sheet.role, sheet.college) if part), STRONG)
    if sheet.handed_in_on is None:
        yield banner(_DRAFT)
    else:
        yield text(f"Self-assessment, handed in on {uk_date(sheet.handed_in_on)}", NOTE)
    if sheet.typed_in:
        yield banner(f"{sheet.typed_in} {sheet.name} has no account.")
    yield from _in_short(sheet)
    yield Spacer(1, 12)
    yield text(_SOURCE, NOTE)
    for part, pairs in sheet.parts:
        yield from headed(part.name, room=90)
        yield from _part(pairs)


def _in_short(sheet: AssessmentSheet) -> Iterator[Flowable]:
    asked = [question for question, _ in sheet.asked() if isinstance(question, Statement)]
    answers = {each.statement: each for _, each in sheet.asked() if isinstance(each, Answer)}
    yield from headed("In short")
    for heading, statements in _lists(summary(asked, answers)):
        if statements:
            yield text(heading, STRONG)
            yield text("\n".join(f"\u2022 {one.text}" for one in statements))
            yield Spacer(1, 4)
    open_still = len(asked) - sum(each.is_answered for each in answers.values())
    if open_still:
        yield text(f"{open_still} of {len(asked)} statements are left open.", NOTE)


def _lists(found: Summary) -> tuple[tuple[str, Sequence[Statement]], ...]:
    return (
        ("What I do on my own, or help others with", found.strengths),
        ("I would like to use this more", found.use_more),
        ("I would like to learn more", found.learn_more),
        ("I am not sure", found.not_sure),
    )


def _part(pairs: Sequence[tuple[Question, Given]]) -> Iterator[Flowable]:
    rows = [[text(heading, STRONG) for heading, _ in _COLUMNS]]
    long_texts = LongTexts()
    for question, given in pairs:
        cells = (question.text, _answer(question, given), _words(given))
        rows.append([long_texts.cell(words, question.text) for words in cells])
    yield table(rows, [width for _, width in _COLUMNS])
    yield from long_texts.below()


def _answer(question: Question, given: Given) -> str:
    if not given.is_answered:
        return "Not answered"
    if isinstance(given, OwnWords):
        chosen = [f"\u2713 {each}" for each in given.chosen]
        return "Left out on purpose" if given.left_out else "\n".join(chosen)
    code = code_of(given.value)
    if isinstance(given.value, Level) and isinstance(question, Statement):
        return f"{code} {CHOICES[code]}: {question.levels[code]}"
    return CHOICES[code]


def _words(given: Given) -> str:
    if isinstance(given, OwnWords):
        return given.text
    wishes = (
        (given.use_more, "\u2713 I would like to use this more"),
        (given.learn_more, "\u2713 I would like to learn more"),
    )
    said = [given.example] if given.example.strip() else []
    return "\n".join([*said, *(words for is_wished, words in wishes if is_wished)])
