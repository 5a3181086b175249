"""The deployment plan."""

from datetime import date

from lsadesk.domain.calendar import Week
from lsadesk.domain.deployment.kept import PlanLabel
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.rights import (
    CHANGE,
    READ,
    Kind,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.deploying import deployment, placing, plan_weights, plans
from tests.operations.duty_operations.kinds import Whole
from tests.operations.duty_world import World

MONDAY = date(2026, 11, 30)


def _plan(world: World):
    made = deployment.latest(world.owner)
    return made.ahead, made.plan


def _slot(world: World) -> SlotId:
    return SlotId(world.session, 0)


def _holder(world: World) -> PersonId | None:
    return deployment.latest(world.owner).plan.by_slot().get(_slot(world))


def _label(world: World) -> PlanLabel:
    return plans.plans(world.owner)[0]


def _number(world: World) -> int:
    return _label(world).id


OPERATIONS = {
    "deployment.gather": Whole(
        READ, Kind.DEPLOYMENT, lambda d, w, p: deployment.gather(d, week=Week.A)
    ),
    "deployment.week_board": Whole(READ, Kind.DEPLOYMENT, lambda d, w, p: deployment.week_board(d)),
    "deployment.latest": Whole(READ, Kind.DEPLOYMENT, lambda d, w, p: deployment.latest(d)),
    "deployment.was_better": Whole(
        READ, Kind.DEPLOYMENT, lambda d, w, p: deployment.was_better(d, *_plan(w))
    ),
    "deployment.keep_plan": Whole(
        CHANGE, Kind.DEPLOYMENT, lambda d, w, p: deployment.keep_plan(d, *_plan(w))
    ),
    "deployment.make_plan": Whole(
        CHANGE,
        Kind.DEPLOYMENT,
        lambda d, w, p: deployment.make_plan(d, seconds=0.2, week=Week.A),
    ),
    "placing.rearrange": Whole(
        CHANGE,
        Kind.DEPLOYMENT,
        lambda d, w, p: placing.rearrange(
            d, _number(w), {_slot(w): w.asha}, seen={_slot(w): _holder(w)}, pinned=True
        ),
    ),
    "placing.keep_out": Whole(
        CHANGE,
        Kind.DEPLOYMENT,
        # Taken back at once: what other operations are asked about needs her in her place.
        lambda d, w, p: placing.keep_out(d, _number(w), _slot(w), w.asha) and d.undo(),
    ),
    "placing.let_in": Whole(
        CHANGE, Kind.DEPLOYMENT, lambda d, w, p: placing.let_in(d, _number(w), _slot(w), w.asha)
    ),
    "plans.plans": Whole(READ, Kind.DEPLOYMENT, lambda d, w, p: plans.plans(d)),
    "plans.copy_plan": Whole(
        CHANGE, Kind.DEPLOYMENT, lambda d, w, p: plans.copy_plan(d, _number(w))
    ),
    "plans.rename_plan": Whole(
        CHANGE, Kind.DEPLOYMENT, lambda d, w, p: plans.rename_plan(d, _label(w), "Autumn")
    ),
    "plans.remove_draft": Whole(
        CHANGE, Kind.DEPLOYMENT, lambda d, w, p: plans.remove_draft(d, _label(w))
    ),
    "plans.publish": Whole(
        CHANGE,
        Kind.DEPLOYMENT,
        lambda d, w, p: plans.publish(d, _number(w), starts=MONDAY, ends=MONDAY),
    ),
    "plans.lapses": Whole(
        READ,
        Kind.DEPLOYMENT,
        lambda d, w, p: plans.lapses(d, _number(w), starts=MONDAY, ends=MONDAY),
    ),
    "plans.compare": Whole(
        READ, Kind.DEPLOYMENT, lambda d, w, p: plans.compare(d, _number(w), _number(w))
    ),
    "plans.changes": Whole(READ, Kind.DEPLOYMENT, lambda d, w, p: plans.changes(d, _number(w))),
    "plan_weights.weights": Whole(READ, Kind.DEPLOYMENT, lambda d, w, p: plan_weights.weights(d)),
    "plan_weights.set_weights": Whole(
        CHANGE, Kind.DEPLOYMENT, lambda d, w, p: plan_weights.set_weights(d, {})
    ),
}
