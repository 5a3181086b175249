"""A work placement as a session with one place: that of the LSA who goes along.

So whatever a day of cover can do for a session, it can do for a learner at an employer's. Sessions
of the timetable have numbers from 1 on; a placement stands among them under its own number, below
nought.
"""

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.placements.placements import Placement, PlacementId, with_the_way
from lsadesk.domain.weeks.timetable import Session, SessionId

TITLE = "Work placement"


def as_session(placement: Placement, day: Weekday, hours: TimeSpan) -> Session:
    """*placement* on *day*, from when the LSA sets out with the learner until they are back."""
    return Session(
        id=session_of(placement.id),
        version=placement.version,
        day=day,
        span=with_the_way(placement, hours),
        group="",
        title=TITLE,
        room=placement.place,
        lsas_needed=1,
        learners=frozenset({placement.learner}),
    )


def session_of(placement: PlacementId) -> SessionId:
    """The number under which *placement* stands among sessions."""
    return SessionId(-placement)


def placement_of(session: SessionId) -> PlacementId | None:
    """The placement that *session* stands for; None: it is one of the timetable."""
    return PlacementId(-session) if session < 0 else None
