"""What was seen in sessions, and how inductions went."""

from datetime import date

from lsadesk.domain.rights import CHANGE, READ, Kind
from lsadesk.domain.staff.practice import SeenDetails, SeenKind
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import induction_review, practice
from tests.operations.duty_operations.kinds import About, Own, Whole

SEEN = SeenDetails(
    kind=SeenKind.FEEDBACK, day=date(2026, 11, 24), session="Cookery", helped="She waited."
)


def _of_a_colleague(desk: Desk, who: int) -> object:
    """One's own practice is for others to see."""
    return None if desk.person == who else practice.write_seen(desk, who, SEEN)


def _own_review(desk: Desk) -> object:
    if desk.person is not None:
        induction_review.say(desk, helped="A buddy", hindered="")
    return induction_review.my_review(desk)


OPERATIONS = {
    "induction_review.my_review": Own(lambda d, w, p: _own_review(d), refuses=False),
    "induction_review.say": Own(
        lambda d, w, p: induction_review.say(d, helped="A buddy", hindered="")
    ),
    "induction_review.themes": Whole(
        READ, Kind.DEVELOPMENT, lambda d, w, p: induction_review.themes(d)
    ),
    "practice.seen_of": About(READ, Kind.DEVELOPMENT, lambda d, w, p: practice.seen_of(d, p)),
    "practice.unnamed_walks": Whole(
        READ, Kind.DEVELOPMENT, lambda d, w, p: practice.unnamed_walks(d)
    ),
    "practice.write_seen": About(CHANGE, Kind.DEVELOPMENT, lambda d, w, p: _of_a_colleague(d, p)),
    "practice.mark_read": Own(lambda d, w, p: practice.mark_read(d)),
}
