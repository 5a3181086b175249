"""What was removed of late."""

from lsadesk.domain.rights import CHANGE, Kind
from lsadesk.operations.keeping import removed
from lsadesk.operations.staff import structure
from tests.operations.duty_operations.kinds import Anybody, Whole
from tests.operations.duty_world import World


def _removed(world: World):
    team = structure.add_team(world.owner, "Short-lived").result
    structure.remove_team(world.owner, team)
    return removed.recently_removed(world.owner)[0]


OPERATIONS = {
    "removed.recently_removed": Anybody(
        lambda d, w, p: removed.recently_removed(d), needs_duty=False
    ),
    "removed.bring_back": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: removed.bring_back(d, _removed(w))
    ),
}
