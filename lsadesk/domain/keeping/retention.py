"""How long records on people are kept, why, and which of them are due to be looked at again.

The law sets no periods: the employer decides, says why, and reviews (UK GDPR, article 5(1)(e);
requirements D, retention). Nothing goes by itself: what is due is shown to whoever decides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from lsadesk.domain.calendar import months_after
from lsadesk.domain.rights import READ, TABLE, Duty, Kind
from lsadesk.domain.staff.people import Contract, Person, PersonId

RecordId = NewType("RecordId", str)
AGENCY_KEEPS = "The agency employs them and keeps their record; the college asks only of late."
STAFF = RecordId("staff")  # who somebody is: their name goes with it


class CountsFrom(StrEnum):
    """The day that a period is counted from."""

    LEAVING = "leaving"
    RECORD = "record"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKept:
    """A kind of record: why it is kept, how long, and why so long.

    *signed* ones are not erased before their period ends: two people put their names to them.
    *agency_months* counts for people whose contract is with an agency. *of_learners*: it is not
    about staff, and counts from the learner's own last day.
    """

    id: RecordId
    name: str
    kinds: tuple[Kind, ...]
    why: str
    counts_from: CountsFrom
    months: int
    agency_months: int
    because: str
    source: str
    signed: bool = False
    of_learners: bool = False

    def because_of(self, contract: Contract) -> str:
        """Why the period of somebody with that contract is so long."""
        is_shorter = contract is Contract.AGENCY and self.agency_months < self.months
        return AGENCY_KEEPS if is_shorter else self.because

    def months_for(self, contract: Contract) -> int:
        """The period that holds for somebody with that contract."""
        return self.agency_months if contract is Contract.AGENCY else self.months


@dataclass(frozen=True, slots=True, kw_only=True)
class Longer:
    """A decision to keep one kind of record on one person longer."""

    until: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Records of one kind on one person whose period has ended.

    *number* counts them; *because* is why they were kept so long: by their period, or by what
    was decided last time.
    """

    person: PersonId
    name: str
    record: RecordKept
    since: date
    number: int
    because: str


def ends_on(person: Person, booked_until: date | None) -> date | None:
    """The day somebody's records are counted from; an agency booking ends them by itself."""
    if person.left_on is not None or person.contract is not Contract.AGENCY:
        return person.left_on
    return booked_until


def due_on(
    record: RecordKept, person: Person, left: date | None, oldest: date | None
) -> date | None:
    """The first day on which *record* on *person* is to be looked at again; None: not known yet."""
    counted = left if record.counts_from is CountsFrom.LEAVING else oldest
    return None if counted is None else months_after(counted, record.months_for(person.contract))


def is_due(since: date | None, longer: Longer | None, today: date) -> bool:
    """Whether a decision is wanted *today*: the period is over, and so is any longer one."""
    over = since is not None and since <= today
    return over and (longer is None or longer.until <= today)


def too_old(records: Iterable[RecordKept], today: date) -> Mapping[RecordId, date]:
    """The day before which records that have a day of their own are due."""
    return {
        each.id: months_after(today, -each.months)
        for each in records
        if each.counts_from is CountsFrom.RECORD
    }


def readers(kinds: Iterable[Kind]) -> frozenset[Duty]:
    """The duties that may see records of *kinds*, by the table of rights; names all may see."""
    wanted = set(kinds) - {Kind.DIRECTORY, Kind.DUTY}
    return frozenset(
        duty
        for duty, open_ in TABLE.items()
        if any(READ in access for kind, access in open_.items() if kind in wanted)
    )


def record_of(records: Iterable[RecordKept], kind: Kind) -> RecordKept | None:
    """The record that *kind* belongs to."""
    return next((each for each in records if kind in each.kinds), None)


def by_id(records: Iterable[RecordKept]) -> Mapping[RecordId, RecordKept]:
    """*records* by their ids."""
    return {each.id: each for each in records}
