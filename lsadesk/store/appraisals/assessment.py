"""Self-assessments: drafts as boxes that only their author opens, and what was handed in."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NewType

from sqlalchemy import bindparam, delete, select, update

from lsadesk.domain.appraisals.assessment import Answer, OwnWords
from lsadesk.domain.auditing.skills import code_of, value_of
from lsadesk.domain.careers.framework import QuestionId, RoleId, StatementId
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.prepared import Prepared
from lsadesk.store.rows import (
    AppraisalRow,
    AskingRow,
    AssessmentRow,
    SealedAnswerRow,
    SharedAnswerRow,
    table_of,
)
from lsadesk.store.sealing.boxes import Boxes
from lsadesk.store.sealing.keys import WrongSecret
from lsadesk.store.work import Reading, Work

AssessmentId = NewType("AssessmentId", int)

Said = Answer | OwnWords

_TABLE, _SEALED = table_of(AssessmentRow), table_of(SealedAnswerRow)
_THEIRS = (
    select(_TABLE)
    .where(_TABLE.c["person_id"] == bindparam("person"))
    .order_by(_TABLE.c["id"].desc())
)
_HANDED_IN = _THEIRS.where(_TABLE.c["handed_in_at"].is_not(None))
_NEWEST_HANDED_IN = Prepared(_HANDED_IN)
_NEWEST_DRAFT = Prepared(_THEIRS.where(_TABLE.c["handed_in_at"].is_(None)))
_BOXES = select(_SEALED.c["statement"], _SEALED.c["saved_at"], _SEALED.c["box"]).where(
    _SEALED.c["assessment_id"] == bindparam("draft")
)
_BOX = Prepared(
    select(_SEALED).where(
        _SEALED.c["assessment_id"] == bindparam("draft"),
        _SEALED.c["statement"] == bindparam("question"),
    )
)
_SEAL_ANEW = Prepared(
    update(_SEALED)
    .where(
        _SEALED.c["assessment_id"] == bindparam("assessment_id"),
        _SEALED.c["statement"] == bindparam("statement"),
    )
    .values(saved_at=bindparam("saved_at"), box=bindparam("box"))
)


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
    newest = _NEWEST_HANDED_IN if handed_in else _NEWEST_DRAFT
    row = newest.first(reading.connection, person=person)
    return None if row is None else _kept(row)


def handed_in(reading: Reading, person: PersonId) -> tuple[Kept, ...]:
    """The last two that a person handed in, the newest first."""
    rows = reading.session.execute(_HANDED_IN.limit(2), {"person": person})
    return tuple(_kept(row) for row in rows)


def waiting(reading: Reading, people: Iterable[PersonId]) -> frozenset[PersonId]:
    """Those of *people* who have handed one in that no meeting has been opened on yet."""
    found = reading.session.scalars(
        select(AssessmentRow.person_id).where(
            AssessmentRow.person_id.in_(people),
            AssessmentRow.handed_in_at.is_not(None),
            AssessmentRow.opened_at.is_(None),
        )
    )
    return frozenset(map(PersonId, found))


def latest_opened(reading: Reading, person: PersonId) -> Kept | None:
    """The newest that was opened for a meeting: neither side sees the other's before it."""
    newest = _HANDED_IN.where(_TABLE.c["opened_at"].is_not(None)).limit(1)
    row = reading.session.execute(newest, {"person": person}).first()
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
    work.add(row)
    return AssessmentId(row.id)


def seal_over(work: Work, assessment: AssessmentId, own: Boxes, said: Said) -> bool:
    """Keep what somebody goes on writing over what they wrote, beyond undoing; if they had."""
    fresh = _boxed(work, assessment, own, _key(said), _to_json(said))
    return any(_SEAL_ANEW.counted(work.connection, [fresh]))


def keep_sealed(work: Work, assessment: AssessmentId, own: Boxes, said: Said) -> None:
    """Keep one answer of a draft, sealed to its author, in place of an earlier one."""
    fresh = _boxed(work, assessment, own, _key(said), _to_json(said))
    row = _BOX.first(work.connection, draft=assessment, question=fresh["statement"])
    if row is None:
        work.insert_all(SealedAnswerRow, [fresh])
        return
    work.update_all(SealedAnswerRow, [row._asdict()], saved_at=fresh["saved_at"], box=fresh["box"])


def open_draft(reading: Reading, assessment: AssessmentId, own: Boxes) -> Opened:
    """A draft's answers, for its author alone."""
    found = Opened()
    for statement, saved_at, box in reading.session.execute(_BOXES, {"draft": assessment}):
        try:
            found.add(statement, own.opened(box, *_place(assessment, statement)))
        except WrongSecret:
            found.unreadable += 1
            continue
        found.saved_at = max(found.saved_at or saved_at, saved_at)
    return found


def hand_in(work: Work, assessment: AssessmentId, said: Iterable[Said]) -> None:
    """Write what was *said* for others to read and take its sealed boxes away."""
    work.session.get_one(AssessmentRow, assessment).handed_in_at = work.now
    work.session.execute(delete(_SEALED).where(_SEALED.c["assessment_id"] == assessment))
    work.insert_all(
        SharedAnswerRow,
        [
            {"assessment_id": assessment, "statement": _key(one), "answer": _to_json(one)}
            for one in said
        ],
    )


def take_back(work: Work, assessment: AssessmentId, own: Boxes) -> None:
    """Make what was handed in a draft again, sealed to its author."""
    work.session.get_one(AssessmentRow, assessment).handed_in_at = None
    boxes = [
        _boxed(work, assessment, own, row.statement, row.answer)
        for row in _shared(work, assessment)
    ]
    shared = table_of(SharedAnswerRow)
    work.session.execute(delete(shared).where(shared.c["assessment_id"] == assessment))
    work.insert_all(SealedAnswerRow, boxes)


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


def _kept(row: Any) -> Kept:
    """The domain's value of a plain row."""
    return Kept(
        id=AssessmentId(row.id),
        person=PersonId(row.person_id),
        role=RoleId(row.role) if row.role else None,
        handed_in_at=row.handed_in_at,
    )


def _shared(reading: Reading, assessment: AssessmentId) -> Sequence[Any]:
    """What was handed in, as plain rows: entities would cost ten times more."""
    wanted = select(SharedAnswerRow.statement, SharedAnswerRow.answer).where(
        SharedAnswerRow.assessment_id == assessment
    )
    return reading.session.execute(wanted).all()


def _boxed(
    work: Work, assessment: AssessmentId, own: Boxes, question: str, content: str
) -> dict[str, Any]:
    return {
        "assessment_id": assessment,
        "statement": question,
        "saved_at": work.now,
        "box": own.sealed(content, *_place(assessment, question)),
    }


def _place(assessment: AssessmentId, question: str) -> tuple[str, int, str]:
    return "sealed_answer", assessment, question


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
