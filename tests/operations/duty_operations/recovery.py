"""The recovery key."""

from lsadesk.domain.rights import CHANGE, Kind
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import recovery
from tests.operations.duty_operations.kinds import Whole
from tests.operations.duty_world import SECRET, World


def _changed(desk: Desk, world: World) -> object:
    key = recovery.fresh_key(world.owner, SECRET)
    return recovery.change_recovery_key(desk, SECRET, key)


OPERATIONS = {
    "recovery.fresh_key": Whole(
        CHANGE, Kind.ACCOUNT, lambda d, w, p: recovery.fresh_key(d, SECRET)
    ),
    "recovery.drafts": Whole(CHANGE, Kind.ACCOUNT, lambda d, w, p: recovery.drafts(d)),
    "recovery.keep_drafts": Whole(
        CHANGE, Kind.ACCOUNT, lambda d, w, p: recovery.keep_drafts(d, SECRET, keeps=True)
    ),
    "recovery.change_recovery_key": Whole(CHANGE, Kind.ACCOUNT, lambda d, w, p: _changed(d, w)),
}
