"""What is inside a sealed packet, once it is open: answers as JSON, each with its time.

The content may come from an enemy who knows the passphrase: every field is checked for its
kind, its length and its place, and what does not fit is named rather than guessed at.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lsadesk.domain.appraisals.answer_forms import Brought, FormMark, Given, Origin, Problem
from lsadesk.domain.appraisals.assessment import Answer, OwnWords
from lsadesk.domain.auditing.skills import NEVER_ASKED, NOT_APPLICABLE, UNKNOWN, code_of, value_of
from lsadesk.domain.careers.framework import QuestionId, StatementId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError

FORMAT = 1
MOST_ANSWERS = 2_000
_LONGEST_ID = 80
_MOST_CHOICES = 200
_LONGEST_TEXT = 40_000
_CODES = {*range(5), UNKNOWN, NEVER_ASKED, NOT_APPLICABLE}
_NOT_OURS = (
    "The packet opened, but what is inside is not a self-assessment of LSA Desk. Nothing was read."
)


def to_content(
    mark: FormMark, given: Mapping[str, Given], given_at: Mapping[str, datetime]
) -> bytes:
    """The answers of one person, fit to be sealed."""
    said = {
        "format": FORMAT,
        "college": mark.college,
        "person": mark.person,
        "edition": mark.edition,
        "role": mark.role,
        "answers": [_plain(each) | {"at": _when(given_at.get(id_))} for id_, each in given.items()],
    }
    return json.dumps(said, ensure_ascii=False).encode()


def from_content(content: bytes) -> Brought:
    """What a packet brings.

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
        mark = FormMark(
            college=_text(said["college"]),
            person=PersonId(_whole(said["person"])),
            edition=_text(said["edition"]),
            role=_text(said["role"]),
        )
        listed = said["answers"]
        if not isinstance(listed, list) or len(listed) > MOST_ANSWERS:
            raise ValueError("not a list of answers")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UserError(_NOT_OURS) from error
    return _brought(mark, listed)


def _brought(mark: FormMark, listed: list[Any]) -> Brought:
    found: dict[str, Given] = {}
    times: dict[str, datetime] = {}
    problems = []
    for number, plain in enumerate(listed, 1):
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
    return Brought(
        mark=mark, origin=Origin.PACKET, given=found, given_at=times, problems=tuple(problems)
    )


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


def _given(plain: Any) -> tuple[str, Given, datetime | None]:
    at = None if plain["at"] is None else _moment(plain["at"])
    if "question" in plain:
        words = _own_words(plain)
        return words.question, words, at
    answer = _answer(plain)
    return answer.statement, answer, at


def _own_words(plain: Any) -> OwnWords:
    chosen = plain["chosen"]
    if not isinstance(chosen, list) or len(chosen) > _MOST_CHOICES:
        raise ValueError("not a list of choices")
    return OwnWords(
        question=QuestionId(_text(plain["question"])),
        text=_long_text(plain["text"]),
        chosen=tuple(_long_text(each) for each in chosen),
        left_out=_yes_or_no(plain["left_out"]),
    )


def _answer(plain: Any) -> Answer:
    code = _whole(plain["value"])
    if code not in _CODES:
        raise ValueError("not an answer")
    return Answer(
        statement=StatementId(_text(plain["statement"])),
        value=value_of(code),
        example=_long_text(plain["example"]),
        use_more=_yes_or_no(plain["use_more"]),
        learn_more=_yes_or_no(plain["learn_more"]),
    )


def _long_text(said: Any) -> str:
    if not isinstance(said, str) or len(said) > _LONGEST_TEXT:
        raise TypeError("not a text")
    return said.encode("utf-8", "replace").decode()  # half a letter cannot be kept


def _yes_or_no(said: Any) -> bool:
    if not isinstance(said, bool):
        raise TypeError("not a wish")
    return said


def _moment(written: Any) -> datetime:
    at = datetime.fromisoformat(_text(written))
    if at.tzinfo is None:
        raise ValueError("a moment without a zone")
    return at


def _text(said: Any) -> str:
    if not isinstance(said, str) or len(said) > _LONGEST_ID:
        raise TypeError("not a short text")
    return said


def _whole(said: Any) -> int:
    if not isinstance(said, int) or isinstance(said, bool) or not 0 <= said < 2**53:
        raise TypeError("not a whole number")
    return said
