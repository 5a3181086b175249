"""The college's review of its learning support."""

from lsadesk.domain.reviewing.lines import LineDetails, LineKind
from lsadesk.domain.reviewing.points import PointId, Voice
from lsadesk.domain.reviewing.review import Judgement, Review, ReviewDetails
from lsadesk.domain.reviewing.views import Confidence, Sheet
from lsadesk.domain.rights import CHANGE, EXPORT, READ, Kind
from lsadesk.operations.desk import Desk
from lsadesk.operations.reviewing import lines, on_record, review
from tests.operations.duty_operations.kinds import Own, Whole
from tests.operations.duty_world import World

POINT = PointId("r1-9")
SHEET = Sheet(Voice.LSAS, {POINT: Confidence.MOSTLY})
DETAILS = ReviewDetails(name="Autumn")


def _review(world: World) -> Review:
    """The review that is open; begun where none is."""
    found = review.reviews(world.owner)
    if not found or found[0].closed is not None:
        review.begin_review(world.owner, DETAILS)
    return review.reviews(world.owner)[0]


def _fresh(world: World) -> Review:
    """One in which nobody has given a view."""
    review.close_review(world.owner, _review(world))
    return _review(world)


def _begin(desk: Desk, world: World):
    review.close_review(world.owner, _review(world))
    return review.begin_review(desk, DETAILS)


def _line(world: World):
    details = LineDetails(kind=LineKind.CHALLENGE, words="No time", begun=world.owner.today)
    lines.add_line(world.owner, details)
    return lines.lines(world.owner)[-1]


OPERATIONS = {
    "review.reviews": Whole(READ, Kind.REVIEW, lambda d, w, p: review.reviews(d)),
    "review.open_review": Whole(
        READ, Kind.REVIEW, lambda d, w, p: review.open_review(d, _review(w).id)
    ),
    "review.asked_of_me": Own(lambda d, w, p: _fresh(w) and review.asked_of_me(d)),
    "review.begin_review": Whole(CHANGE, Kind.REVIEW, lambda d, w, p: _begin(d, w)),
    "review.change_review": Whole(
        CHANGE, Kind.REVIEW, lambda d, w, p: review.change_review(d, _review(w), DETAILS)
    ),
    "review.close_review": Whole(
        CHANGE, Kind.REVIEW, lambda d, w, p: review.close_review(d, _review(w))
    ),
    "review.judge": Whole(
        CHANGE, Kind.REVIEW, lambda d, w, p: review.judge(d, _review(w).id, POINT, Judgement(None))
    ),
    "review.hand_in": Own(lambda d, w, p: review.hand_in(d, _fresh(w).id, SHEET)),
    "review.key_in": Whole(
        CHANGE, Kind.REVIEW, lambda d, w, p: review.key_in(d, _review(w).id, SHEET)
    ),
    "review.print_sheet": Whole(
        EXPORT,
        Kind.REVIEW,
        lambda d, w, p: review.print_sheet(d, Voice.GOVERNORS, w.path("sheet.pdf")),
    ),
    "review.export_review": Whole(
        EXPORT,
        Kind.REVIEW,
        lambda d, w, p: review.export_review(d, _review(w).id, w.path("review.xlsx")),
    ),
    "review.print_review": Whole(
        EXPORT,
        Kind.REVIEW,
        lambda d, w, p: review.print_review(d, _review(w).id, w.path("review.pdf")),
    ),
    "on_record.on_record": Whole(READ, Kind.REVIEW, lambda d, w, p: on_record.on_record(d)),
    "lines.lines": Whole(READ, Kind.REVIEW, lambda d, w, p: lines.lines(d)),
    "lines.add_line": Whole(
        CHANGE,
        Kind.REVIEW,
        lambda d, w, p: lines.add_line(
            d, LineDetails(kind=LineKind.CHALLENGE, words="Rooms", begun=d.today)
        ),
    ),
    "lines.change_line": Whole(
        CHANGE, Kind.REVIEW, lambda d, w, p: lines.change_line(d, (line := _line(w)), line)
    ),
    "lines.remove_line": Whole(CHANGE, Kind.REVIEW, lambda d, w, p: lines.remove_line(d, _line(w))),
}
