"""The weekly timetable."""

import json
from collections import defaultdict
from collections.abc import Iterable, Set

from sqlalchemy import select

from lsadesk.domain.calendar import TimeSpan, Week, Weekday
from lsadesk.domain.staff.people import SiteId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.domain.weeks.lsa_tasks import LsaTask
from lsadesk.domain.weeks.timetable import LsaUse, Session, SessionDetails, SessionId
from lsadesk.errors import UserError
from lsadesk.store.rows import SessionLearnerRow, SessionRow
from lsadesk.store.work import Reading, Work, fill

_GONE = "This session is no longer in the timetable. Nothing was changed."


def all_sessions(reading: Reading) -> list[Session]:
    """Every session, by day, start and group."""
    rows = reading.session.scalars(
        select(SessionRow).order_by(SessionRow.day, SessionRow.start, SessionRow.group_name)
    )
    come: defaultdict[int, set[LearnerId]] = defaultdict(set)
    for each in reading.session.scalars(select(SessionLearnerRow)):
        come[each.session_id].add(LearnerId(each.learner_id))
    return [_session(row, come.get(row.id, frozenset())) for row in rows]


def get(reading: Reading, session: SessionId) -> Session:
    """The session as now written. Raises UserError where there is none any more."""
    row = reading.session.get(SessionRow, session)
    if row is None:
        raise UserError(_GONE)
    come = select(SessionLearnerRow.learner_id).where(SessionLearnerRow.session_id == session)
    return _session(row, {LearnerId(each) for each in reading.session.scalars(come)})


def add(work: Work, details: SessionDetails) -> SessionId:
    """Write a new session."""
    row = SessionRow(**_columns(details))
    work.add(row)
    _set_learners(work, row.id, details)
    return SessionId(row.id)


def add_all(work: Work, sessions: Iterable[SessionDetails]) -> None:
    """Write many new sessions in one go, for which no learners are named one by one."""
    work.insert_all(SessionRow, [_columns(details) for details in sessions])


def change(work: Work, session: SessionId, version: int, details: SessionDetails) -> None:
    """Write *details* over the session that was read at *version*.

    Raises:
        Stale: somebody has changed the session since.
    """
    row = work.as_read(SessionRow, session, version, gone=_GONE)
    moved = _set_learners(work, session, details)
    fill(row, _columns(details))
    if moved:
        work.touch(row)


def remove(work: Work, session: SessionId, version: int) -> None:
    """Take a session out of the timetable. Refused as in `change`, or where plans have it."""
    row = work.as_read(SessionRow, session, version, gone=_GONE)
    for come in work.session.scalars(
        select(SessionLearnerRow).where(SessionLearnerRow.session_id == session)
    ):
        work.session.delete(come)
    work.session.delete(row)


def _set_learners(work: Work, session: int, details: SessionDetails) -> bool:
    """Write who comes to a session by name; whether that changed."""
    rows = work.session.scalars(
        select(SessionLearnerRow).where(SessionLearnerRow.session_id == session)
    ).all()
    present = {row.learner_id for row in rows}
    for row in rows:
        if row.learner_id not in details.learners:
            work.session.delete(row)
    work.session.add_all(
        SessionLearnerRow(session_id=session, learner_id=learner)
        for learner in sorted(details.learners - present)
    )
    return details.learners != present


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
        "starts_on": details.starts_on,
        "ends_on": details.ends_on,
        "lsa_use": details.lsa_use.value,
        "led_by_lsa": details.led_by_lsa,
        "unpopular": details.unpopular,
        "overnight": details.overnight,
        "tasks": json.dumps(sorted(details.tasks)),
        "symbol": details.symbol,
        "note": details.note,
    }


def _session(row: SessionRow, come: Set[LearnerId]) -> Session:
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
        learners=frozenset(come),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        lsa_use=LsaUse(row.lsa_use),
        led_by_lsa=row.led_by_lsa,
        unpopular=row.unpopular,
        overnight=row.overnight,
        tasks=frozenset(map(LsaTask, json.loads(row.tasks))),
        symbol=row.symbol,
        note=row.note,
    )
