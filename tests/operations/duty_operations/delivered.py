"""The log of what support was given."""

from datetime import date

from lsadesk.domain.covering.delivered import Delivery, Outcome
from lsadesk.domain.rights import CHANGE, EXPORT, READ, Kind
from lsadesk.operations.covering import delivered
from lsadesk.operations.covering.delivered import Log, Over
from lsadesk.operations.desk import Desk
from tests.operations.duty_operations.kinds import Whole
from tests.operations.duty_world import World

MONDAY = date(2026, 11, 16)


def _log(world: World) -> Log:
    return delivered.log(world.owner, MONDAY)


def _write_line(desk: Desk, world: World) -> object:
    line: Delivery = _log(world).lines[0]
    return delivered.write_line(desk, line, outcome=Outcome.OTHER_TIME, minutes=30, why="")


def _exported(desk: Desk, world: World) -> object:
    path = world.path("hours.xlsx")
    delivered.write_all(world.owner, _log(world))
    return delivered.export_totals(desk, path, MONDAY, Over.TERM) and path


OPERATIONS = {
    "delivered.log": Whole(READ, Kind.DELIVERED, lambda d, w, p: delivered.log(d, MONDAY)),
    "delivered.write_all": Whole(
        CHANGE, Kind.DELIVERED, lambda d, w, p: delivered.write_all(d, _log(w))
    ),
    "delivered.write_line": Whole(CHANGE, Kind.DELIVERED, lambda d, w, p: _write_line(d, w)),
    "delivered.export_totals": Whole(EXPORT, Kind.DELIVERED, lambda d, w, p: _exported(d, w)),
    "delivered.learner_totals": Whole(
        READ, Kind.DELIVERED, lambda d, w, p: delivered.learner_totals(d, MONDAY)
    ),
}
