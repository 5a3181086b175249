"""Copies of the college."""

from lsadesk.domain.rights import CHANGE, EXPORT, READ, Kind
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import copies, drill, moving
from tests.operations.duty_operations.kinds import Anybody, Whole
from tests.operations.duty_world import World


def _taken(desk: Desk, world: World) -> object:
    place = world.path("stick")
    place.mkdir(exist_ok=True)
    copies.set_second_place(world.owner, place)
    return copies.take_to_second_place(desk)


def _moved(desk: Desk, world: World) -> object:
    """Taken away, and taken up again so that the next question finds it open."""
    place = world.path("van")
    place.mkdir(exist_ok=True)
    try:
        return moving.move_out(desk, place)
    finally:
        if desk.moved is not None:
            moving.take_up_again(desk)


OPERATIONS = {
    "moving.move_out": Whole(EXPORT, Kind.BACKUP, lambda d, w, p: _moved(d, w)),
    "moving.take_up_again": Whole(CHANGE, Kind.BACKUP, lambda d, w, p: moving.take_up_again(d)),
    "drill.last_drill": Whole(READ, Kind.BACKUP, lambda d, w, p: drill.last_drill(d)),
    "drill.try_newest": Whole(
        CHANGE,
        Kind.BACKUP,
        lambda d, w, p: (copies.keep_copy(w.owner), drill.try_newest(d)),
    ),
    "copies.lies_long": Anybody(lambda d, w, p: copies.lies_long(d), needs_duty=False),
    "copies.copies": Whole(READ, Kind.BACKUP, lambda d, w, p: copies.copies(d)),
    "copies.set_second_place": Whole(
        CHANGE, Kind.BACKUP, lambda d, w, p: copies.set_second_place(d, None)
    ),
    "copies.keep_copy": Anybody(lambda d, w, p: copies.keep_copy(d), needs_duty=False),
    "copies.let_go_of_set_aside": Whole(
        CHANGE, Kind.BACKUP, lambda d, w, p: copies.let_go_of_set_aside(d)
    ),
    "copies.take_to_second_place": Whole(READ, Kind.BACKUP, lambda d, w, p: _taken(d, w)),
}
