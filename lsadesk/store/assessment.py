"""Self-assessments: drafts as boxes that only their author opens, and what was handed in."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from sqlalchemy import select

from lsadesk.domain.assessment import Answer
from lsadesk.domain.framework import RoleId, StatementId
from lsadesk.domain.people import PersonId
from lsadesk.domain.skills import code_of, value_of
from lsadesk.store.keys import WrongSecret, seal, unseal
from lsadesk.store.rows import AssessmentRow, SealedAnswerRow, SharedAnswerRow
from lsadesk.store.work import Reading, Work

AssessmentId = NewType("AssessmentId", int)

# Boxes are as long as their content: rounding up keeps the length from telling which
# level was chosen or whether a word was written.
_PADDED_TO = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An assessment as it is in the file, without its answers."""

    id: AssessmentId
    person: PersonId
    role: RoleId | None
    handed_in_at: datetime | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft's answers; *unreadable* were sealed to a key that its author no longer has."""

    answers: dict[StatementId, Answer]
    saved_at: datetime | None
    unreadable: int


def latest(reading: Reading, person: PersonId, *, handed_in: bool) -> Kept | None:
    """The newest draft of a person, or the newest that was handed in."""
    is_draft = AssessmentRow.handed_in_at.is_(None)
    row = reading.session.scalar(
        select(AssessmentRow)
        .where(AssessmentRow.person_id == person, ~is_draft if handed_in else is_draft)
        .order_by(AssessmentRow.id.desc())
        .limit(1)
    )
    if row is None:
        return None
    return Kept(
        id=AssessmentId(row.id),
        person=PersonId(row.person_id),
        role=RoleId(row.role) if row.role else None,
        handed_in_at=row.handed_in_at,
    )


def start(work: Work, person: PersonId, *, edition: str, role: RoleId | None) -> AssessmentId:
    """Begin a draft; *edition* says which questions it answers."""
    row = AssessmentRow(
        person_id=person, edition=edition, role=role or "", started_at=work.now, handed_in_at=None
    )
    work.session.add(row)
    work.session.flush()
    return AssessmentId(row.id)


def keep_sealed(work: Work, assessment: AssessmentId, public_key: bytes, answer: Answer) -> None:
    """Keep one answer of a draft, sealed to its author, in place of an earlier one."""
    box = seal(public_key, _padded(_to_json(answer)))
    work.session.merge(
        SealedAnswerRow(
            assessment_id=assessment, statement=answer.statement, saved_at=work.now, box=box
        )
    )


def open_draft(reading: Reading, assessment: AssessmentId, private_key: bytes) -> Opened:
    """A draft's answers, for its author alone."""
    answers: dict[StatementId, Answer] = {}
    saved_at: datetime | None = None
    unreadable = 0
    for row in _sealed(reading, assessment):
        try:
            content = unseal(private_key, row.box).decode()
        except WrongSecret:
            unreadable += 1
            continue
        statement = StatementId(row.statement)
        answers[statement] = _from_json(statement, content)
        saved_at = row.saved_at if saved_at is None else max(saved_at, row.saved_at)
    return Opened(answers, saved_at, unreadable)


def hand_in(work: Work, assessment: AssessmentId, answers: Iterable[Answer]) -> None:
    """Write *answers* for others to read and take their sealed boxes away."""
    row = work.session.get_one(AssessmentRow, assessment)
    row.handed_in_at = work.now
    for sealed in _sealed(work, assessment):
        work.session.delete(sealed)
    for answer in answers:
        work.session.add(
            SharedAnswerRow(
                assessment_id=assessment, statement=answer.statement, answer=_to_json(answer)
            )
        )


def shared_answers(reading: Reading, assessment: AssessmentId) -> dict[StatementId, Answer]:
    """What was handed in."""
    rows = reading.session.scalars(
        select(SharedAnswerRow).where(SharedAnswerRow.assessment_id == assessment)
    )
    named = ((StatementId(row.statement), row.answer) for row in rows)
    return {statement: _from_json(statement, answer) for statement, answer in named}


def _sealed(reading: Reading, assessment: AssessmentId) -> list[SealedAnswerRow]:
    return list(
        reading.session.scalars(
            select(SealedAnswerRow).where(SealedAnswerRow.assessment_id == assessment)
        )
    )


def _padded(text: str) -> bytes:
    content = text.encode()
    return content.ljust(-(-len(content) // _PADDED_TO) * _PADDED_TO)  # JSON skips the spaces


def _to_json(answer: Answer) -> str:
    said = [code_of(answer.value), answer.example, answer.use_more, answer.learn_more]
    return json.dumps(said, ensure_ascii=False)


def _from_json(statement: StatementId, content: str) -> Answer:
    code, example, use_more, learn_more = json.loads(content)
    return Answer(
        statement=statement,
        value=value_of(code),
        example=example,
        use_more=use_more,
        learn_more=learn_more,
    )
