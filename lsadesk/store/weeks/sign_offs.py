"""Who may do which task for which learner, on whose word."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.domain.weeks.planning import LearnerSignOff
from lsadesk.store.rows import SignOffRow
from lsadesk.store.work import Reading, Work


def standing(reading: Reading, learner: LearnerId | None = None) -> list[LearnerSignOff]:
    """The sign-offs that are written now, of one learner or of all; some may have run out."""
    wanted = select(SignOffRow).where(SignOffRow.superseded_at.is_(None))
    if learner is not None:
        wanted = wanted.where(SignOffRow.learner_id == learner)
    rows = reading.session.scalars(wanted.order_by(SignOffRow.learner_id, SignOffRow.task))
    return [_sign_off(row) for row in rows]


def ending_by(reading: Reading, day: date) -> list[LearnerSignOff]:
    """Those written now whose last day is *day* or before."""
    wanted = select(SignOffRow).where(SignOffRow.superseded_at.is_(None), SignOffRow.until <= day)
    return [_sign_off(row) for row in reading.session.scalars(wanted.order_by(SignOffRow.until))]


def sign(work: Work, wanted: LearnerSignOff) -> None:
    """Write a sign-off; an earlier one for the same person, learner and task is closed."""
    withdraw(work, wanted)
    work.session.add(
        SignOffRow(
            learner_id=wanted.learner,
            person_id=wanted.person,
            task=wanted.task,
            signed_by=wanted.signed_by,
            signed_on=wanted.signed_on,
            until=wanted.until,
            recorded_at=work.now,
        )
    )


def withdraw(work: Work, known: LearnerSignOff) -> None:
    """Close whatever stands for this person, learner and task."""
    for row in _rows(work, known):
        row.superseded_at = work.now


def _rows(reading: Reading, known: LearnerSignOff) -> Iterable[SignOffRow]:
    return reading.session.scalars(
        select(SignOffRow).where(
            SignOffRow.superseded_at.is_(None),
            SignOffRow.learner_id == known.learner,
            SignOffRow.person_id == known.person,
            SignOffRow.task == known.task,
        )
    ).all()


def _sign_off(row: SignOffRow) -> LearnerSignOff:
    return LearnerSignOff(
        learner=LearnerId(row.learner_id),
        task=row.task,
        person=PersonId(row.person_id),
        signed_by=row.signed_by,
        signed_on=row.signed_on,
        until=row.until,
    )
