"""What was told of sessions, by session and day."""

from dataclasses import asdict
from datetime import date

from sqlalchemy import and_, func, select

from lsadesk.domain.briefing.need_to_knows import Known, NeedToKnows, SessionBriefing
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.errors import Stale
from lsadesk.store.rows import FeedbackRow, LedRow, NeedToKnowRow
from lsadesk.store.work import STALE, Reading, Work


def told_by(reading: Reading, last: date) -> dict[SessionId, SessionBriefing]:
    """Of each session, what was told for the last of its days until *last*."""
    newest = (
        select(NeedToKnowRow.session_id, func.max(NeedToKnowRow.for_day).label("for_day"))
        .where(NeedToKnowRow.superseded_at.is_(None), NeedToKnowRow.for_day <= last)
        .group_by(NeedToKnowRow.session_id)
        .subquery()
    )
    rows = reading.session.scalars(
        select(NeedToKnowRow)
        .join(
            newest,
            and_(
                NeedToKnowRow.session_id == newest.c.session_id,
                NeedToKnowRow.for_day == newest.c.for_day,
            ),
        )
        .where(NeedToKnowRow.superseded_at.is_(None))
    )
    return {SessionId(row.session_id): _told(row) for row in rows}


def tell(
    work: Work, place: tuple[SessionId, date], words: NeedToKnows, by: str, *, read: int | None
) -> None:
    """Write *words* of a session for a day; what was told for that day is closed.

    Raises:
        Stale: what is told there now is not *read*, the number of what was on screen.
    """
    session, day = place
    before = told_by(work, day).get(session)
    if (None if before is None else before.number) != read:
        raise Stale(STALE)
    if before is not None and before.on == day:
        work.session.get_one(NeedToKnowRow, before.number).superseded_at = work.now
    work.session.add(
        NeedToKnowRow(
            session_id=session, for_day=day, said_by=by, recorded_at=work.now, **asdict(words)
        )
    )


def has_session(reading: Reading, session: SessionId) -> bool:
    """Whether anything was ever told of *session*, before or after it."""
    kinds = (NeedToKnowRow, FeedbackRow, LedRow)
    return any(
        reading.session.scalar(select(kind.id).where(kind.session_id == session).limit(1))
        is not None
        for kind in kinds
    )


def _told(row: NeedToKnowRow) -> SessionBriefing:
    return SessionBriefing(
        number=row.id,
        session=SessionId(row.session_id),
        on=row.for_day,
        words=NeedToKnows(**{known.value: getattr(row, known.value) for known in Known}),
        by=row.said_by,
    )
