"""The deployment plan."""

from lsadesk.domain.calendar import Week
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.people import PersonId
from lsadesk.domain.rights import (
    CHANGE,
    READ,
    Kind,
)
from lsadesk.operations import (
    deployment,
)
from tests.operations.duty_operations.kinds import Whole
from tests.operations.duty_world import World


def _plan(world: World):
    made = deployment.latest(world.owner)
    return made.ahead, made.plan


def _slot(world: World) -> SlotId:
    return SlotId(world.session, 0)


def _holder(world: World) -> PersonId | None:
    return deployment.latest(world.owner).plan.by_slot().get(_slot(world))


OPERATIONS = {
    "deployment.gather": Whole(
        READ, Kind.DEPLOYMENT, lambda d, w, p: deployment.gather(d, week=Week.A)
    ),
    "deployment.week_board": Whole(READ, Kind.DEPLOYMENT, lambda d, w, p: deployment.week_board(d)),
    "deployment.latest": Whole(READ, Kind.DEPLOYMENT, lambda d, w, p: deployment.latest(d)),
    "deployment.keep_plan": Whole(
        CHANGE, Kind.DEPLOYMENT, lambda d, w, p: deployment.keep_plan(d, *_plan(w))
    ),
    "deployment.make_plan": Whole(
        CHANGE,
        Kind.DEPLOYMENT,
        lambda d, w, p: deployment.make_plan(d, seconds=0.2, week=Week.A),
    ),
    "deployment.assign": Whole(
        CHANGE,
        Kind.DEPLOYMENT,
        lambda d, w, p: deployment.assign(
            d, Week.A, _slot(w), w.asha, seen=_holder(w), pinned=True
        ),
    ),
}
