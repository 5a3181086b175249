"""What of appraisals waits for whoever is signed in, for the home page."""

from dataclasses import dataclass

from lsadesk.domain.appraisals.appraisal import Appraisal, DueState, Stage
from lsadesk.domain.appraisals.appraisal_record import Side
from lsadesk.operations.appraisals import appraisal, preparing, signing
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.work import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalsWaiting:
    """One's own appraisal, and in numbers those that one holds or looks after.

    *own* None: none has begun; *appraiser* holds it, *own_to_sign* says that one's own signature
    is missing. *due* counts everybody one may appraise or manage; *to_rate*, *ready* to meet
    and *to_sign* only those whose appraiser one is.
    """

    own: Appraisal | None = None
    appraiser: str = ""
    own_to_sign: bool = False
    due: int = 0
    to_rate: int = 0
    ready: int = 0
    to_sign: int = 0


def appraisals_waiting(desk: Desk, reading: Reading) -> AppraisalsWaiting:
    """What waits, within a reading that is open; of one's own only for a member of staff."""
    me = accounts.standing_of(reading, desk.account).person
    rows = preparing.preparation_rows(desk, reading)
    held = [row.appraisal for row in rows if row.appraisal is not None]
    stages = [each.stage for each in held if each.appraiser == me]
    rated = [each for each in held if each.appraiser == me and each.ratings_in_at is None]
    mine = None if me is None else appraisal.of_person(desk, me)
    own = None if mine is None else mine.current
    return AppraisalsWaiting(
        own=own,
        appraiser="" if mine is None else mine.appraiser,
        own_to_sign=own is not None and own.stage is Stage.UNSIGNED and _needs_me(desk, own),
        due=sum(row.due.state in (DueState.NEVER, DueState.DUE) for row in rows),
        to_rate=sum(each.stage is Stage.RATING for each in rated),
        ready=stages.count(Stage.READY),
        to_sign=stages.count(Stage.UNSIGNED),
    )


def _needs_me(desk: Desk, own: Appraisal) -> bool:
    record = signing.record(desk, own.id)
    return record is not None and Side.PERSON in record.needs
