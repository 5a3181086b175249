"""Self-assessments: drafts as boxes that only their author opens, and what was handed in."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

from sqlalchemy import Select, select

from lsadesk.domain.appraisals.assessment import Answer, OwnWords
from lsadesk.domain.auditing.skills import code_of, value_of
from lsadesk.domain.careers.framework import QuestionId, RoleId, StatementId
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.rows import (
    AppraisalRow,
    AskingRow,
    AssessmentRow,
    SealedAnswerRow,
    SharedAnswerRow,
)
from lsadesk.store.sealing.boxes import opener, sealed
from lsadesk.store.sealing.keys import WrongSecret
from lsadesk.store.work import Reading, Work

AssessmentId = NewType("AssessmentId", int)

Said = Answer | OwnWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An assessment as it is in the file, without its answers."""

    id: AssessmentId
    person: PersonId
    role: RoleId | None
    handed_in_at: datetime | None


@dataclass(slots=True)
class Opened:
    """Answers and own words; *unreadable* were sealed to a key that their author lost."""

    answers: dict[StatementId, Answer] = field(default_factory=dict)
    words: dict[QuestionId, OwnWords] = field(default_factory=dict)
    saved_at: datetime | None = None
    unreadable: int = 0

    def add(self, question: str, content: str) -> None:
        """Put what was kept of *question* where it belongs."""
        said = _from_json(question, content)
        if isinstance(said, Answer):
            self.answers[said.statement] = said
        else:
            self.words[said.question] = said


@dataclass(frozen=True, slots=True)
class FirstLook:
    """Who opened what was handed in; *person* None where the appraisal is no longer kept."""

    person: PersonId | None
    at: datetime


def latest(reading: Reading, person: PersonId, *, handed_in: bool) -> Kept | None:
    """The newest draft of a person, or the newest that was handed in."""
    row = reading.session.scalar(_newest_first(person, handed_in=handed_in).limit(1))
    return None if row is None else _kept(row)


def handed_in(reading: Reading, person: PersonId) -> tuple[Kept, ...]:
    """The last two that a person handed in, the newest first."""
    newest = _newest_first(person, handed_in=True).limit(2)
    return tuple(_kept(row) for row in reading.session.scalars(newest))


def latest_opened(reading: Reading, person: PersonId) -> Kept | None:
    """The newest that was opened for a meeting: neither side sees the other's before it."""
    newest = _newest_first(person, handed_in=True).where(AssessmentRow.opened_at.is_not(None))
    row = reading.session.scalar(newest.limit(1))
    return None if row is None else _kept(row)


def opened_by(reading: Reading, assessment: AssessmentId) -> FirstLook | None:
    """The appraiser who opened what was handed in, and when; None: nobody has."""
    opened_at = reading.session.get_one(AssessmentRow, assessment).opened_at
    if opened_at is None:
        return None
    wanted = select(AppraisalRow.appraiser_id).where(AppraisalRow.assessment_id == assessment)
    appraiser = reading.session.scalar(wanted.order_by(AppraisalRow.id).limit(1))
    return FirstLook(None if appraiser is None else PersonId(appraiser), opened_at)


def start(work: Work, person: PersonId, *, edition: str, role: RoleId | None) -> AssessmentId:
    """Begin a draft; *edition* says which questions it answers."""
    row = AssessmentRow(
        person_id=person, edition=edition, role=role or "", started_at=work.now, handed_in_at=None
    )
    work.session.add(row)
    work.session.flush()
    return AssessmentId(row.id)


def keep_sealed(work: Work, assessment: AssessmentId, public_key: bytes, said: Said) -> bool:
    """Keep one answer of a draft, sealed to its author; whether there was none before."""
    key = (assessment, _key(said))
    row, box = work.session.get(SealedAnswerRow, key), sealed(public_key, _to_json(said))
    if row is None:
        work.session.add(
            SealedAnswerRow(assessment_id=key[0], statement=key[1], saved_at=work.now, box=box)
        )
        return True
    row.saved_at, row.box = work.now, box
    return False


def open_draft(reading: Reading, assessment: AssessmentId, private_key: bytes) -> Opened:
    """A draft's answers, for its author alone."""
    found, opened = Opened(), opener(private_key)
    for row in _sealed(reading, assessment):
        try:
            found.add(row.statement, opened(row.box))
        except WrongSecret:
            found.unreadable += 1
            continue
        known = found.saved_at
        found.saved_at = row.saved_at if known is None else max(known, row.saved_at)
    return found


def hand_in(work: Work, assessment: AssessmentId, said: Iterable[Said]) -> None:
    """Write what was *said* for others to read and take its sealed boxes away."""
    row = work.session.get_one(AssessmentRow, assessment)
    row.handed_in_at = work.now
    for each in _sealed(work, assessment):
        work.session.delete(each)
    for one in said:
        work.session.add(
            SharedAnswerRow(assessment_id=assessment, statement=_key(one), answer=_to_json(one))
        )


def take_back(work: Work, assessment: AssessmentId, public_key: bytes) -> None:
    """Make what was handed in a draft again, sealed to its author."""
    work.session.get_one(AssessmentRow, assessment).handed_in_at = None
    for row in _shared(work, assessment):
        work.session.add(
            SealedAnswerRow(
                assessment_id=assessment,
                statement=row.statement,
                saved_at=work.now,
                box=sealed(public_key, row.answer),
            )
        )
        work.session.delete(row)


def shared(reading: Reading, assessment: AssessmentId) -> Opened:
    """What was handed in."""
    found = Opened()
    for row in _shared(reading, assessment):
        found.add(row.statement, row.answer)
    return found


def likes_a_list(reading: Reading, person: PersonId) -> bool:
    """Whether a person likes all questions in a list; one a page is the usual."""
    row = reading.session.get(AskingRow, person)
    return row is not None and row.as_list


def set_likes_a_list(work: Work, person: PersonId, as_list: bool) -> None:
    """Remember how a person likes to be asked."""
    row = work.session.get(AskingRow, person)
    if row is None:
        work.session.add(AskingRow(person_id=person, as_list=as_list))
    else:
        row.as_list = as_list


def _newest_first(person: PersonId, *, handed_in: bool) -> Select[AssessmentRow]:
    is_draft = AssessmentRow.handed_in_at.is_(None)
    wanted = select(AssessmentRow).where(
        AssessmentRow.person_id == person, ~is_draft if handed_in else is_draft
    )
    return wanted.order_by(AssessmentRow.id.desc())


def _kept(row: AssessmentRow) -> Kept:
    return Kept(
        id=AssessmentId(row.id),
        person=PersonId(row.person_id),
        role=RoleId(row.role) if row.role else None,
        handed_in_at=row.handed_in_at,
    )


def _sealed(reading: Reading, assessment: AssessmentId) -> list[SealedAnswerRow]:
    wanted = select(SealedAnswerRow).where(SealedAnswerRow.assessment_id == assessment)
    return list(reading.session.scalars(wanted))


def _shared(reading: Reading, assessment: AssessmentId) -> list[SharedAnswerRow]:
    wanted = select(SharedAnswerRow).where(SharedAnswerRow.assessment_id == assessment)
    return list(reading.session.scalars(wanted))


def _key(said: Said) -> str:
    return said.statement if isinstance(said, Answer) else said.question


def _to_json(said: Said) -> str:
    if isinstance(said, OwnWords):
        return json.dumps(
            {"text": said.text, "chosen": said.chosen, "left_out": said.left_out},
            ensure_ascii=False,
        )
    kept = [code_of(said.value), said.example, said.use_more, said.learn_more]
    return json.dumps(kept, ensure_ascii=False)


def _from_json(question: str, content: str) -> Said:
    kept = json.loads(content)
    if isinstance(kept, dict):
        return OwnWords(
            question=QuestionId(question),
            text=kept["text"],
            chosen=tuple(kept["chosen"]),
            left_out=kept["left_out"],
        )
    code, example, use_more, learn_more = kept
    return Answer(
        statement=StatementId(question),
        value=value_of(code),
        example=example,
        use_more=use_more,
        learn_more=learn_more,
    )
