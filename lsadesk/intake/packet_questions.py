"""The questions that travel inside a packet: written plainly, and checked as they are read."""

from collections.abc import Collection
from datetime import date
from typing import Any

from lsadesk.domain.careers.framework import (
    DOCUMENTS,
    OpenQuestion,
    Part,
    PartId,
    Question,
    QuestionId,
    Source,
    StandardId,
    Statement,
    StatementId,
)
from lsadesk.intake.plain import listed, long_text, short_text, yes_or_no

_MOST_PARTS = 100
_MOST_QUESTIONS = 1_000
_MOST_CHOICES = 200
_LEVELS = 5


def plain_part(part: Part) -> dict[str, Any]:
    """A part as it stands in a packet."""
    return {
        "id": part.id,
        "name": part.name,
        "intro": part.intro,
        "standard": part.standard,
        "source": _plain_source(part.source),
    }


def plain_question(question: Question) -> dict[str, Any]:
    """A question of either sort as it stands in a packet."""
    asked = {
        "id": question.id,
        "part": question.part,
        "text": question.text,
        "meaning": question.meaning,
        "source": _plain_source(question.source),
    }
    if isinstance(question, OpenQuestion):
        choices = list(question.choices)
        return asked | {"hint": question.hint, "choices": choices, "several": question.several}
    return asked | {"levels": list(question.levels), "example": question.example}


def read_parts(said: Any) -> tuple[Part, ...]:
    """The parts of a packet; there is one at least.

    Raises:
        TypeError, ValueError, KeyError: they are not what a packet of ours holds.
    """
    parts = tuple(_part(plain) for plain in listed(said, _MOST_PARTS))
    if not parts or len({part.id for part in parts}) < len(parts):
        raise ValueError("no parts, or one of them twice")
    return parts


def read_questions(said: Any, parts: Collection[PartId]) -> tuple[Question, ...]:
    """The questions of a packet, each of one of *parts*; there is one at least.

    Raises:
        TypeError, ValueError, KeyError: they are not what a packet of ours holds.
    """
    questions = tuple(_question(plain) for plain in listed(said, _MOST_QUESTIONS))
    if not questions or len({one.id for one in questions}) < len(questions):
        raise ValueError("no questions, or one of them twice")
    if any(one.part not in parts for one in questions):
        raise ValueError("a question of no part")
    return questions


def _part(plain: Any) -> Part:
    standard = plain["standard"]
    return Part(
        id=PartId(short_text(plain["id"])),
        name=long_text(plain["name"]),
        intro=long_text(plain["intro"]),
        standard=None if standard is None else StandardId(short_text(standard)),
        source=_source(plain["source"]),
    )


def _question(plain: Any) -> Question:
    return _open_question(plain) if "choices" in plain else _statement(plain)


def _open_question(plain: Any) -> OpenQuestion:
    return OpenQuestion(
        id=QuestionId(short_text(plain["id"])),
        part=PartId(short_text(plain["part"])),
        text=long_text(plain["text"]),
        hint=long_text(plain["hint"]),
        choices=tuple(long_text(each) for each in listed(plain["choices"], _MOST_CHOICES)),
        several=yes_or_no(plain["several"]),
        meaning=long_text(plain["meaning"]),
        source=_source(plain["source"]),
    )


def _statement(plain: Any) -> Statement:
    first, second, third, fourth, fifth = map(long_text, listed(plain["levels"], _LEVELS))
    return Statement(
        id=StatementId(short_text(plain["id"])),
        part=PartId(short_text(plain["part"])),
        text=long_text(plain["text"]),
        levels=(first, second, third, fourth, fifth),
        example=long_text(plain["example"]),
        meaning=long_text(plain["meaning"]),
        source=_source(plain["source"]),
    )


def _plain_source(source: Source) -> list[str]:
    return [source.document, source.section, source.checked.isoformat()]


def _source(plain: Any) -> Source:
    document, section, checked = map(long_text, listed(plain, 3))
    if document not in DOCUMENTS:
        raise ValueError("a source that is not known")
    return Source(document, section, date.fromisoformat(checked))
