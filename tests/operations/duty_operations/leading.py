"""Who led sessions without a teacher."""

from dataclasses import replace
from datetime import date

from lsadesk.domain.covering.leading import Led, LedDetails
from lsadesk.domain.rights import CHANGE, READ, Kind
from lsadesk.operations.covering import leading
from lsadesk.operations.desk import Desk
from lsadesk.store.covering import leading as kept
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import planning
from tests.operations.duty_operations.kinds import Whole
from tests.operations.duty_world import World

MONDAY = date(2026, 11, 30)


def _details(world: World) -> LedDetails:
    return LedDetails(session=world.session, on=MONDAY, person=world.asha, supervised_by="J. Lyle")


def _line(world: World) -> Led:
    with world.owner.store.begin() as work:
        kept.add(work, _details(world))
        work.commit(Entry("logged", Kind.DELIVERED))
    return leading.led_board(world.owner, MONDAY).led[0]


def _write(desk: Desk, world: World) -> object:
    with world.owner.store.begin() as work:
        known = planning.pattern(work, world.asha)
        planning.set_pattern(work, world.asha, replace(known, may_lead=True))
        work.commit(Entry("marked", Kind.WORK_PATTERN))
    return leading.write_led(desk, _details(world))


OPERATIONS = {
    "leading.led_board": Whole(READ, Kind.DELIVERED, lambda d, w, p: leading.led_board(d, MONDAY)),
    "leading.write_led": Whole(CHANGE, Kind.DELIVERED, lambda d, w, p: _write(d, w)),
    "leading.take_led_back": Whole(
        CHANGE, Kind.DELIVERED, lambda d, w, p: leading.take_led_back(d, _line(w))
    ),
}
