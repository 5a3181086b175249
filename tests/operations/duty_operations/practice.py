"""What was seen in sessions."""

from datetime import date

from lsadesk.domain.practice import SeenDetails, SeenKind
from lsadesk.domain.rights import CHANGE, READ, Kind
from lsadesk.operations import practice
from lsadesk.operations.desk import Desk
from tests.operations.duty_operations.kinds import About, Own, Whole

SEEN = SeenDetails(
    kind=SeenKind.FEEDBACK, day=date(2026, 11, 24), session="Cookery", helped="She waited."
)


def _of_a_colleague(desk: Desk, who: int) -> object:
    """One's own practice is for others to see."""
    return None if desk.person == who else practice.write_seen(desk, who, SEEN)


OPERATIONS = {
    "practice.seen_of": About(READ, Kind.DEVELOPMENT, lambda d, w, p: practice.seen_of(d, p)),
    "practice.unnamed_walks": Whole(
        READ, Kind.DEVELOPMENT, lambda d, w, p: practice.unnamed_walks(d)
    ),
    "practice.write_seen": About(CHANGE, Kind.DEVELOPMENT, lambda d, w, p: _of_a_colleague(d, p)),
    "practice.mark_read": Own(lambda d, w, p: practice.mark_read(d)),
}
