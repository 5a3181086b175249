"""A plan as a workbook, out and back in."""

from dataclasses import replace

from lsadesk.domain.differences import Difference
from lsadesk.domain.rights import CHANGE, EXPORT, Kind
from lsadesk.operations.deploying import deployment
from lsadesk.operations.weeks import week_book
from tests.operations.duty_operations.kinds import Whole


def _brought(world):
    path = world.path("brought.xlsx")
    taken = week_book.take_week(world.owner, deployment.latest(world.owner).number)
    week_book.write_week_book(taken.result, path, lambda _done: None)
    return week_book.read_back(path)


def _reviewed(world):
    """A workbook that leaves a place as it is."""
    made = deployment.latest(world.owner)
    slot = next(iter(made.ahead.slots))
    held = made.plan.by_slot().get(slot)
    same = Difference(key=slot, row="", column="", place="", was=None, now=held, here=held)
    return replace(week_book.review(world.owner, _brought(world)), differences=(same,))


def _take(desk, world):
    review = _reviewed(world)
    return week_book.take(desk, review, {each.key for each in review.differences})


OPERATIONS = {
    "week_book.take_week": Whole(
        EXPORT,
        Kind.DEPLOYMENT,
        lambda d, w, p: week_book.take_week(d, deployment.latest(w.owner).number).result,
    ),
    "week_book.review": Whole(
        CHANGE, Kind.DEPLOYMENT, lambda d, w, p: week_book.review(d, _brought(w))
    ),
    "week_book.take": Whole(
        CHANGE,
        Kind.DEPLOYMENT,
        lambda d, w, p: _take(d, w),
    ),
}
