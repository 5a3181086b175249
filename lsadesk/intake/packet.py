"""What is inside a sealed packet, once it is open: questions and answers as JSON.

The content may come from an enemy who knows the passphrase: every field is checked for its
kind, its length and its place, and what does not fit is named rather than guessed at.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lsadesk.domain.appraisals.answer_forms import FormMark, Given, Problem
from lsadesk.domain.appraisals.assessment import Answer, OwnWords
from lsadesk.domain.appraisals.packets import Packet
from lsadesk.domain.auditing.skills import NEVER_ASKED, NOT_APPLICABLE, UNKNOWN, code_of, value_of
from lsadesk.domain.careers.framework import QuestionId, StatementId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.intake.packet_questions import plain_part, plain_question, read_parts, read_questions
from lsadesk.intake.plain import listed, long_text, moment, short_text, whole, yes_or_no

FORMAT = 1
MOST_ANSWERS = 2_000
_MOST_CHOICES = 200
_CODES = {*range(5), UNKNOWN, NEVER_ASKED, NOT_APPLICABLE}
_NOT_OURS = (
    "The packet opened, but what is inside is not a self-assessment of LSA Desk. Nothing was read."
)


def to_content(packet: Packet) -> bytes:
    """The questions and answers of one person, fit to be sealed."""
    said = {
        "format": FORMAT,
        "college": packet.mark.college,
        "person": packet.mark.person,
        "edition": packet.mark.edition,
        "role": packet.mark.role,
        "of": packet.college,
        "name": packet.name,
        "finished": _when(packet.finished_at),
        "parts": [plain_part(part) for part in packet.parts],
        "questions": [plain_question(one) for one in packet.questions],
        "answers": [
            _plain(each) | {"at": _when(packet.given_at.get(id_))}
            for id_, each in packet.given.items()
        ],
        "last": [_plain(each) | {"at": None} for each in packet.last.values()],
        "last_at": _when(packet.last_at),
    }
    return json.dumps(said, ensure_ascii=False).encode()


def from_content(content: bytes) -> Packet:
    """What is in a packet; of its answers, those that can be read.

    Raises:
        UserError: it is no self-assessment, or of a newer LSA Desk.
    """
    try:
        said = json.loads(content)
        if not isinstance(said, dict):
            raise TypeError("not a table")
        if said["format"] != FORMAT:
            raise UserError(
                "This packet was made by a newer LSA Desk. Update this one, then try again."
            )
        return _packet(said)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UserError(_NOT_OURS) from error


def _packet(said: dict[str, Any]) -> Packet:
    parts = read_parts(said["parts"])
    given, times, problems = _answers(listed(said["answers"], MOST_ANSWERS))
    last, _, _ = _answers(listed(said["last"], MOST_ANSWERS))
    return Packet(
        mark=FormMark(
            college=short_text(said["college"]),
            person=PersonId(whole(said["person"])),
            edition=short_text(said["edition"]),
            role=short_text(said["role"]),
        ),
        college=long_text(said["of"]),
        name=long_text(said["name"]),
        parts=parts,
        questions=read_questions(said["questions"], {part.id for part in parts}),
        given=given,
        given_at=times,
        finished_at=_moment(said["finished"]),
        last=last,
        last_at=_moment(said["last_at"]),
        problems=tuple(problems),
    )


def _answers(
    answers: list[Any],
) -> tuple[Mapping[str, Given], Mapping[str, datetime], list[Problem]]:
    found: dict[str, Given] = {}
    times: dict[str, datetime] = {}
    problems = []
    for number, plain in enumerate(answers, 1):
        try:
            key, given, at = _given(plain)
        except (ValueError, KeyError, TypeError):
            problems.append(Problem(f"Answer {number}", "It is damaged and was left out."))
            continue
        if key in found:
            problems.append(Problem(f"Answer {number}", "Its question was answered before it."))
            continue
        found[key] = given
        if at is not None:
            times[key] = at
    return found, times, problems


def _plain(given: Given) -> dict[str, Any]:
    if isinstance(given, OwnWords):
        return {
            "question": given.question,
            "text": given.text,
            "chosen": list(given.chosen),
            "left_out": given.left_out,
        }
    return {
        "statement": given.statement,
        "value": code_of(given.value),
        "example": given.example,
        "use_more": given.use_more,
        "learn_more": given.learn_more,
    }


def _when(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _moment(written: Any) -> datetime | None:
    return None if written is None else moment(written)


def _given(plain: Any) -> tuple[str, Given, datetime | None]:
    at = _moment(plain["at"])
    if "question" in plain:
        words = _own_words(plain)
        return words.question, words, at
    answer = _answer(plain)
    return answer.statement, answer, at


def _own_words(plain: Any) -> OwnWords:
    return OwnWords(
        question=QuestionId(short_text(plain["question"])),
        text=long_text(plain["text"]),
        chosen=tuple(long_text(each) for each in listed(plain["chosen"], _MOST_CHOICES)),
        left_out=yes_or_no(plain["left_out"]),
    )


def _answer(plain: Any) -> Answer:
    code = whole(plain["value"])
    if code not in _CODES:
        raise ValueError("not an answer")
    return Answer(
        statement=StatementId(short_text(plain["statement"])),
        value=value_of(code),
        example=long_text(plain["example"]),
        use_more=yes_or_no(plain["use_more"]),
        learn_more=yes_or_no(plain["learn_more"]),
    )
