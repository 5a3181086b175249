"""The weekly timetable's sessions, one at a time."""

from dataclasses import fields

from lsadesk.domain.calendar import minute_of
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.timetable import Session, SessionDetails, SessionId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import deployment, timetable
from lsadesk.store.trail import Entry

MOST_LSAS = 30


def all_sessions(desk: Desk) -> list[Session]:
    """Every session, by day, start and group."""
    with desk.reading(Kind.TIMETABLE) as reading:
        return timetable.all_sessions(reading)


def add_session(desk: Desk, wanted: SessionDetails) -> Done[SessionId]:
    """Add a session to the weekly timetable.

    Raises:
        UserError: it has no title, or its times or dates cannot be right.
    """
    _require_sense(wanted)
    with desk.writing(Kind.TIMETABLE) as work:
        session = timetable.add(work, wanted)
        return desk.keep(
            work,
            session,
            f"Added {_where(wanted)}",
            Entry("added session", Kind.TIMETABLE, session),
            Subject.TIMETABLE,
            Subject.DEPLOYMENT,
        )


def change_session(desk: Desk, read: Session, wanted: SessionDetails) -> Done[None]:
    """Write *wanted* over the session that was read as *read*.

    Raises:
        Stale: somebody has changed it since.
        UserError: as in `add_session`.
    """
    _require_sense(wanted)
    with desk.writing(Kind.TIMETABLE) as work:
        timetable.change(work, read.id, read.version, wanted)
        return desk.keep(
            work,
            None,
            f"Changed {_where(wanted)}",
            Entry("changed session", Kind.TIMETABLE, read.id),
            Subject.TIMETABLE,
            Subject.DEPLOYMENT,
        )


def remove_session(desk: Desk, read: Session) -> Done[None]:
    """Take a session out of the timetable.

    Raises:
        Stale: somebody has changed it since.
        UserError: kept plans have it; a last day ends it and leaves them whole.
    """
    with desk.writing(Kind.TIMETABLE) as work:
        if deployment.has_session(work, read.id):
            raise UserError(
                "Kept plans have this session. Give it a last day instead: "
                "then they stay as they were and no later week has it."
            )
        timetable.remove(work, read.id, read.version)
        return desk.keep(
            work,
            None,
            f"Removed {_where(read)}",
            Entry("removed session", Kind.TIMETABLE, read.id),
            Subject.TIMETABLE,
            Subject.DEPLOYMENT,
        )


def details_of(session: Session) -> SessionDetails:
    """A session without its number and version, to be changed and written back."""
    return SessionDetails(
        **{each.name: getattr(session, each.name) for each in fields(SessionDetails)}
    )


def _require_sense(wanted: SessionDetails) -> None:
    if not wanted.title.strip():
        raise UserError("Say what the session is called.")
    ends_later = minute_of(wanted.span.end) > minute_of(wanted.span.start)
    if ends_later == wanted.overnight:
        raise UserError(
            "The session ends before it starts. Change its times, or say that it goes on overnight."
            if not ends_later
            else "A session that goes on overnight ends earlier in the day than it starts."
        )
    if wanted.starts_on and wanted.ends_on and wanted.ends_on < wanted.starts_on:
        raise UserError("The session's last day is before its first. Change one of them.")
    if wanted.lsas_needed is not None and not 0 <= wanted.lsas_needed <= MOST_LSAS:
        raise UserError(f"A session takes between 0 and {MOST_LSAS} LSAs.")


def _where(session: SessionDetails) -> str:
    return f"{session.title}, {session.day.short} {session.span}"
