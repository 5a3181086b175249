"""How long records are kept, erasing, requests, corrections and the privacy notice."""

from dataclasses import replace
from datetime import date

from lsadesk.domain.rights import CHANGE, READ, Kind
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.keeping import erasing, retention
from tests.operations.duty_operations.kinds import About, Anybody, Whole


def _same_period(desk):
    first = retention.periods(desk)[0]
    return retention.set_period(desk, replace(first, because=first.because))


def _erase(desk, person):
    """Nobody is erased: whoever works here is not, and says so only to whom it is open."""
    try:
        return erasing.erase(desk, person, "Asked for")
    except NotAllowed:
        raise
    except UserError as error:
        return str(error)


OPERATIONS = {
    "retention.periods": Anybody(lambda d, w, p: retention.periods(d), needs_duty=False),
    "retention.set_period": Whole(CHANGE, Kind.RETENTION, lambda d, w, p: _same_period(d)),
    "retention.for_review": Whole(READ, Kind.ERASURE, lambda d, w, p: retention.for_review(d)),
    "retention.keep_longer": About(
        CHANGE,
        Kind.ERASURE,
        lambda d, w, p: retention.keep_longer(d, [(p, "staff")], date(2030, 1, 1), "A claim"),
    ),
    "erasing.plan": About(READ, Kind.ERASURE, lambda d, w, p: erasing.plan(d, p)),
    "erasing.erase": About(CHANGE, Kind.ERASURE, lambda d, w, p: _erase(d, p)),
    "erasing.certificates": Whole(READ, Kind.ERASURE, lambda d, w, p: erasing.certificates(d)),
}
