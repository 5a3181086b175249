"""What LSAs are told before their sessions, and tell after them."""

from datetime import date, timedelta
from itertools import count

from lsadesk.domain.briefing.need_to_knows import AheadSession, NeedToKnows
from lsadesk.domain.rights import CHANGE, READ, Kind
from lsadesk.operations.briefing import need_to_knows
from lsadesk.operations.desk import Desk
from tests.operations.duty_operations.kinds import Whole
from tests.operations.duty_world import World

MONDAY = date(2026, 11, 23)
_weeks = count(1)  # what is used again in one week cannot be once more


def _seen(world: World) -> AheadSession:
    week = need_to_knows.week_ahead(world.owner, MONDAY)
    return next(each for each in week.sessions if each.session.id == world.session)


def _as_last_time(desk: Desk, world: World) -> object:
    need_to_knows.tell(world.owner, _seen(world), NeedToKnows(concepts="Heat"))
    later = need_to_knows.week_ahead(world.owner, MONDAY + timedelta(weeks=next(_weeks)))
    again = [each for each in later.sessions if each.session.id == world.session]
    return need_to_knows.as_last_time(desk, again)


OPERATIONS = {
    "need_to_knows.week_ahead": Whole(
        READ, Kind.BRIEFING, lambda d, w, p: need_to_knows.week_ahead(d, MONDAY)
    ),
    "need_to_knows.tell": Whole(
        CHANGE,
        Kind.BRIEFING,
        lambda d, w, p: need_to_knows.tell(d, _seen(w), NeedToKnows(concepts="Heat")),
    ),
    "need_to_knows.as_last_time": Whole(CHANGE, Kind.BRIEFING, lambda d, w, p: _as_last_time(d, w)),
    "need_to_knows.set_limit": Whole(
        CHANGE, Kind.BRIEFING, lambda d, w, p: need_to_knows.set_limit(d, 14)
    ),
}
