"""The weekly timetable's sessions, one at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lsadesk.domain.calendar import minute_of
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.details import details_in
from lsadesk.domain.rights import READ, Kind, allows
from lsadesk.domain.staff.people import SiteId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.domain.weeks.terms import CollegeYear
from lsadesk.domain.weeks.timetable import Session, SessionDetails, SessionId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks.drawings import drawings
from lsadesk.store import accounts
from lsadesk.store.briefing import need_to_knows
from lsadesk.store.covering import cover
from lsadesk.store.deploying import deployment
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners, planning, timetable

MOST_LSAS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """The sessions with what a form about one offers.

    *groups* are those that learners or sessions are in. *learners* are the references, with
    their group, of those who may be named for a session; none where they are not open.
    *drawings* are those for learners' cards, by name.
    """

    sessions: tuple[Session, ...]
    sites: Mapping[SiteId, str]
    groups: tuple[str, ...]
    learners: Mapping[LearnerId, str]
    year: CollegeYear
    drawings: tuple[str, ...] = ()


def timetable_of(desk: Desk) -> Timetable:
    """Everything that the page of sessions shows."""
    with desk.reading(Kind.TIMETABLE) as reading:
        found = tuple(timetable.all_sessions(reading))
        standing = accounts.standing_of(reading, desk.account)
        known = learners.all_learners(reading) if allows(standing, READ, Kind.LEARNER) else []
        groups = {each.group for each in found} | {each.group for each in known}
        return Timetable(
            sessions=found,
            sites={site.id: site.name for site in people.sites(reading)},
            groups=tuple(sorted(groups - {""})),
            learners={each.id: f"{each.reference} {each.group}".strip() for each in known},
            year=planning.year(reading),
            drawings=drawings(),
        )


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


def change_sessions(desk: Desk, wanted: Sequence[tuple[Session, SessionDetails]]) -> Done[None]:
    """Change several sessions as one change; of each, what was read and what it is to be.

    Raises:
        Stale: somebody has changed one of them since; none is changed.
        UserError: as in `add_session`, or there is nothing to change.
    """
    if not wanted:
        raise UserError("There is no session to change. Choose some first.")
    for _, details in wanted:
        _require_sense(details)
    with desk.writing(Kind.TIMETABLE) as work:
        for read, details in wanted:
            timetable.change(work, read.id, read.version, details)
        return desk.keep(
            work,
            None,
            f"Changed {len(wanted)} sessions",
            Entry("changed sessions", Kind.TIMETABLE),
            Subject.TIMETABLE,
            Subject.DEPLOYMENT,
        )


def remove_session(desk: Desk, read: Session) -> Done[None]:
    """Take a session out of the timetable.

    Raises:
        Stale: somebody has changed it since.
        UserError: kept plans, days or briefings have it; a last day ends it and leaves them whole.
    """
    with desk.writing(Kind.TIMETABLE) as work:
        kept = (deployment.has_session, cover.has_session, need_to_knows.has_session)
        if any(has_session(work, read.id) for has_session in kept):
            raise UserError(
                "Kept plans, past days or briefings have this session. Give it a last day instead: "
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
    return details_in(SessionDetails, session)


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
