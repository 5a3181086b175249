"""Copies of the college."""

from lsadesk.domain.rights import CHANGE, READ, Kind
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import copies, drill
from tests.operations.duty_operations.kinds import Anybody, Whole
from tests.operations.duty_world import World


def _taken(desk: Desk, world: World) -> object:
    place = world.path("stick")
    place.mkdir(exist_ok=True)
    copies.set_second_place(world.owner, place)
    return copies.take_to_second_place(desk)


OPERATIONS = {
    "drill.last_drill": Whole(READ, Kind.BACKUP, lambda d, w, p: drill.last_drill(d)),
    "drill.try_newest": Whole(
        CHANGE,
        Kind.BACKUP,
        lambda d, w, p: (copies.keep_copy(w.owner), drill.try_newest(d)),
    ),
    "copies.copies": Whole(READ, Kind.BACKUP, lambda d, w, p: copies.copies(d)),
    "copies.set_second_place": Whole(
        CHANGE, Kind.BACKUP, lambda d, w, p: copies.set_second_place(d, None)
    ),
    "copies.keep_copy": Anybody(lambda d, w, p: copies.keep_copy(d), needs_duty=False),
    "copies.take_to_second_place": Whole(READ, Kind.BACKUP, lambda d, w, p: _taken(d, w)),
}
