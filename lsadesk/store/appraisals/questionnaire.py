"""Reads what people are asked: in the self-assessment, the interview, the meeting, an induction."""

from collections.abc import Mapping

from lsadesk.domain.appraisals import appraisal
from lsadesk.domain.appraisals.interview import Prompt, PromptId, Topic
from lsadesk.domain.careers.framework import (
    OpenQuestion,
    Part,
    PartId,
    QuestionId,
    Standard,
    StandardId,
    Statement,
    StatementId,
)
from lsadesk.domain.staff.induction import Step, StepId
from lsadesk.store.careers.entries import (
    Entry,
    one_of,
    source,
    text,
    text_or_none,
    texts,
    whole_number,
    yes_or_no,
)

SPECIALISMS = "*specialisms"  # an open question whose choices are the specialisms


def part(entry: Entry, standards: Mapping[StandardId, Standard]) -> Part:
    """A part of the self-assessment."""
    standard = StandardId(entry.pop("standard"))
    return Part(
        id=PartId(text(entry, "id")),
        name=text(entry, "name"),
        intro=text(entry, "intro"),
        standard=one_of(standard, standards, "standard") if standard else None,
        source=source(entry),
    )


def statement(entry: Entry, parts: set[PartId]) -> Statement:
    """A statement with its five levels."""
    levels = texts(entry, "levels")
    if len(levels) != 5:
        raise ValueError(f"it has {len(levels)} levels, not 5")
    return Statement(
        id=StatementId(text(entry, "id")),
        part=one_of(PartId(text(entry, "part")), parts, "part"),
        text=text(entry, "text"),
        levels=(levels[0], levels[1], levels[2], levels[3], levels[4]),
        example=text(entry, "example"),
        meaning=text_or_none(entry, "meaning"),
        source=source(entry),
    )


def question(entry: Entry, parts: set[PartId], specialisms: tuple[str, ...]) -> OpenQuestion:
    """An open question with its choices."""
    choices = texts(entry, "choices")
    return OpenQuestion(
        id=QuestionId(text(entry, "id")),
        part=one_of(PartId(text(entry, "part")), parts, "part"),
        text=text(entry, "text"),
        hint=text(entry, "hint"),
        choices=specialisms if choices == (SPECIALISMS,) else choices,
        several=yes_or_no(entry, "several"),
        meaning=text(entry, "meaning"),
        source=source(entry),
    )


def prompt(entry: Entry) -> Prompt:
    """A question of the pathway interview."""
    return Prompt(
        id=PromptId(text(entry, "id")),
        number=text(entry, "number"),
        topic=Topic(text(entry, "topic")),
        text=text(entry, "text"),
        plots=yes_or_no(entry, "plots", otherwise=False),
        source=source(entry),
    )


def meeting_prompt(entry: Entry) -> appraisal.Prompt:
    """Something to talk about in the appraisal meeting."""
    return appraisal.Prompt(
        id=appraisal.PromptId(text(entry, "id")),
        text=text(entry, "text"),
        help=text_or_none(entry, "help"),
        source=source(entry),
        place=whole_number(entry, "place"),
    )


def induction_step(entry: Entry) -> Step:
    """A step of an LSA's induction."""
    return Step(id=StepId(text(entry, "id")), text=text(entry, "text"), source=source(entry))
