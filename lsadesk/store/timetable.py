"""The weekly timetable."""

from sqlalchemy import select

from lsadesk.domain.calendar import TimeSpan, Week, Weekday
from lsadesk.domain.people import SiteId
from lsadesk.domain.timetable import Session, SessionDetails, SessionId
from lsadesk.errors import Stale, UserError
from lsadesk.store.rows import SessionRow
from lsadesk.store.work import STALE, Reading, Work


def all_sessions(reading: Reading) -> list[Session]:
    """Every session, by day, start and group."""
    rows = reading.session.scalars(
        select(SessionRow).order_by(SessionRow.day, SessionRow.start, SessionRow.group_name)
    )
    return [_session(row) for row in rows]


def get(reading: Reading, session: SessionId) -> Session:
    """The session as now written. Raises UserError where there is none any more."""
    row = reading.session.get(SessionRow, session)
    if row is None:
        raise UserError("This session is no longer in the timetable. Nothing was changed.")
    return _session(row)


def add(work: Work, details: SessionDetails) -> SessionId:
    """Write a new session."""
    row = SessionRow(**_columns(details))
    work.session.add(row)
    work.session.flush()
    return SessionId(row.id)


def change(work: Work, session: SessionId, version: int, details: SessionDetails) -> None:
    """Write *details* over the session that was read at *version*.

    Raises:
        Stale: somebody has changed the session since.
    """
    row = work.session.get(SessionRow, session)
    if row is None:
        raise UserError("This session is no longer in the timetable. Nothing was changed.")
    if row.version != version:
        raise Stale(STALE)
    for name, value in _columns(details).items():
        setattr(row, name, value)


def _columns(details: SessionDetails) -> dict[str, object]:
    return {
        "day": int(details.day),
        "start": details.span.start,
        "end": details.span.end,
        "group_name": details.group,
        "title": details.title,
        "teacher": details.teacher,
        "room": details.room,
        "site_id": details.site,
        "lsas_needed": details.lsas_needed,
        "lsas_wanted": details.lsas_wanted,
        "week": details.week.value,
        "note": details.note,
    }


def _session(row: SessionRow) -> Session:
    return Session(
        id=SessionId(row.id),
        version=row.version,
        day=Weekday(row.day),
        span=TimeSpan(row.start, row.end),
        group=row.group_name,
        title=row.title,
        teacher=row.teacher,
        room=row.room,
        site=None if row.site_id is None else SiteId(row.site_id),
        lsas_needed=row.lsas_needed,
        lsas_wanted=row.lsas_wanted,
        week=Week(row.week),
        note=row.note,
    )
