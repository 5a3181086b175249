"""How long records are kept, and which are due to be looked at again; nothing goes by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.keeping.retention import (
    STAFF,
    Due,
    Longer,
    RecordId,
    RecordKept,
    due_on,
    ends_on,
    is_due,
    too_old,
)
from lsadesk.domain.rights import CHANGE, READ, Kind, people_open_to
from lsadesk.domain.staff.people import Person, PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.keeping import erased_list, erasing
from lsadesk.store.keeping import retention as rows
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import planning
from lsadesk.store.work import Reading

MOST_MONTHS = 50 * 12
BACK_AGAIN = "Erased before, and back with an earlier copy: erase it again."
_ONE, _NONE = rows.Number(1, None), rows.Number(0, None)


@dataclass(frozen=True, slots=True)
class ForReview:
    """What is due, the kinds of record with their periods, and who has left at all."""

    due: Sequence[Due]
    records: Sequence[RecordKept]
    leavers: Sequence[Person]


def periods(desk: Desk) -> tuple[RecordKept, ...]:
    """Why each kind of record is kept and how long; everybody may know."""
    with desk.store.read() as reading:
        return rows.records(reading)


def usual_periods() -> tuple[RecordKept, ...]:
    """The same as the program comes with it, before any college is open."""
    return rows.shipped()


def set_period(desk: Desk, wanted: RecordKept) -> Done[None]:
    """Keep the college's own period for a kind of record.

    Raises:
        UserError: it is no period, or nobody said why.
    """
    if not (0 <= wanted.months <= MOST_MONTHS and 0 <= wanted.agency_months <= MOST_MONTHS):
        raise UserError("A period is from 0 months to 50 years.")
    if not wanted.because.strip():
        raise UserError("Say why it is kept so long: the college has to be able to give a reason.")
    with desk.writing(Kind.RETENTION) as work:
        rows.set_period(work, wanted)
        return desk.keep(
            work,
            None,
            f"Changed how long is kept: {wanted.name.lower()}",
            Entry("changed a period", Kind.RETENTION, detail=wanted.id),
            Subject.COLLEGE,
        )


def for_review(desk: Desk) -> ForReview:
    """The records whose period has ended, those longest ended first.

    Raises:
        NotAllowed: no duty of the asker's covers what is to be erased.
    """
    with desk.reading(Kind.ERASURE) as reading:
        found = _due(desk, reading)
        gone = erasing.gone(reading)
        leavers = [
            each
            for each in people.everybody(reading)
            if not each.works_on(desk.today) and (each.id, STAFF) not in gone
        ]
        return ForReview(tuple(found), rows.records(reading), tuple(leavers))


def due_number(desk: Desk, reading: Reading) -> int:
    """How many kinds of record on how many people are due, within a reading that is open."""
    return len(_due(desk, reading))


def keep_longer(
    desk: Desk, which: Sequence[tuple[PersonId, RecordId]], until: date, reason: str
) -> Done[None]:
    """Keep what is due until *until*, because of *reason*; it is due again then.

    Raises:
        UserError: nobody said why, or the day is past.
    """
    if not reason.strip():
        raise UserError("Say why these records are kept longer.")
    if until <= desk.today:
        raise UserError("Choose a day to come, on which they are looked at again.")
    with desk.beginning() as work:
        for person, record in which:
            desk.require(work, CHANGE, Kind.ERASURE, person)
            rows.keep_longer(work, person, record, Longer(until=until, reason=reason.strip()))
        return desk.keep(
            work,
            None,
            f"Kept {len(which)} kinds of record longer",
            Entry("kept records longer", Kind.RETENTION),
            Subject.PEOPLE,
        )


def _due(desk: Desk, reading: Reading) -> list[Due]:
    standing = accounts.standing_of(reading, desk.account)
    everybody = people.everybody(reading)
    open_ = people_open_to(standing, READ, Kind.ERASURE, frozenset(one.id for one in everybody))
    known = rows.records(reading)
    gone = erasing.gone(reading)
    decided, patterns = rows.longer(reading), planning.patterns(reading)
    back = erased_list.back_again(desk.folder, erased_list.key_of(desk.store, reading), everybody)
    ends = {
        one.id: ends_on(one, patterns[one.id].ends if one.id in patterns else None)
        for one in everybody
    }
    leavers = {who for who, left in ends.items() if left is not None or who in back}
    held = rows.numbers(reading, too_old(known, desk.today), gone, leavers)
    found = []
    for person in everybody:
        if person.id not in open_:
            continue
        for record in known:
            key = (person.id, record.id)
            number = held.get(key, _ONE if record.id == STAFF and key not in gone else _NONE)
            since = back.get(person.id) or due_on(record, person, ends[person.id], number.oldest)
            again = person.id in back
            if since and number.rows and (again or is_due(since, decided.get(key), desk.today)):
                found.append(
                    Due(
                        person=person.id,
                        name=person.name,
                        record=record,
                        since=since,
                        number=number.rows,
                        because=(
                            BACK_AGAIN if again else _because(record, person, decided.get(key))
                        ),
                    )
                )
    return sorted(found, key=lambda each: (each.since, each.name))


def _because(record: RecordKept, person: Person, longer: Longer | None) -> str:
    return record.because_of(person.contract) if longer is None else longer.reason
