"""What LSAs told teachers after sessions, with what was done with it."""

from dataclasses import asdict
from datetime import date

from sqlalchemy import select

from lsadesk.domain.briefing.feedback import (
    Answer,
    FeedbackDetails,
    FeedbackId,
    SessionFeedback,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.errors import Stale
from lsadesk.store.rows import FeedbackRow
from lsadesk.store.work import STALE, Reading, Work, fill


def feedback(reading: Reading, *, of: PersonId | None = None) -> list[SessionFeedback]:
    """All that was told, or what one person told; what is open first, then the newest."""
    wanted = select(FeedbackRow).order_by(FeedbackRow.day.desc(), FeedbackRow.id.desc())
    if of is not None:
        wanted = wanted.where(FeedbackRow.person_id == of)
    found = [_feedback(row) for row in reading.session.scalars(wanted)]
    return sorted(found, key=lambda each: each.answer is not Answer.OPEN)


def told(
    reading: Reading, person: PersonId, session: SessionId, on: date
) -> SessionFeedback | None:
    """What *person* told of a session on a day."""
    row = reading.session.scalar(
        select(FeedbackRow).where(
            FeedbackRow.person_id == person,
            FeedbackRow.session_id == session,
            FeedbackRow.day == on,
        )
    )
    return None if row is None else _feedback(row)


def tell(
    work: Work, person: PersonId, place: tuple[SessionId, date], details: FeedbackDetails
) -> None:
    """Write what *person* tells of a session on a day, over what they told of it before."""
    session, on = place
    before = told(work, person, session, on)
    if before is None:
        work.session.add(
            FeedbackRow(session_id=session, day=on, person_id=person, **asdict(details))
        )
        return
    row = work.session.get_one(FeedbackRow, before.id)
    fill(row, asdict(details))


def answer(work: Work, read: SessionFeedback, said: Answer, words: str, by: str) -> None:
    """Write what was made of *read*.

    Raises:
        Stale: somebody has answered it or told otherwise since.
    """
    row = work.session.get(FeedbackRow, read.id)
    if row is None or row.version != read.version:
        raise Stale(STALE)
    row.answer, row.answer_words = said.value, words
    row.answered_by = by if said is not Answer.OPEN else ""
    row.answered_on = work.today if said is not Answer.OPEN else None


def _feedback(row: FeedbackRow) -> SessionFeedback:
    return SessionFeedback(
        id=FeedbackId(row.id),
        version=row.version,
        session=SessionId(row.session_id),
        on=row.day,
        person=PersonId(row.person_id),
        worked=row.worked,
        barriers=row.barriers,
        learner_did=row.learner_did,
        answer=Answer(row.answer),
        answer_words=row.answer_words,
        answered_by=row.answered_by,
        answered_on=row.answered_on,
    )
