"""How long records are kept, and which are due to be looked at again; nothing goes by itself."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lsadesk.domain.calendar import months_after, uk_date
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
from lsadesk.store.keeping.erased_list import Whose
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import planning
from lsadesk.store.work import Reading, Work

MOST_MONTHS = 50 * 12
BACK_AGAIN = "Erased before, and back with an earlier copy: erase it again."
_ONE, _NONE = rows.Number(1, None), rows.Number(0, None)


@dataclass(frozen=True, slots=True)
class KeptLonger:
    """A decision to keep some kinds of record on somebody longer; *everything*: all there are."""

    person: PersonId
    name: str
    records: Sequence[RecordKept]
    everything: bool
    longer: Longer


@dataclass(frozen=True, slots=True)
class ForReview:
    """What is due, the kinds of record with their periods, whose may be decided on, and who
    of them has left.

    *longer* is what was decided to be kept longer and still is.
    """

    due: Sequence[Due]
    records: Sequence[RecordKept]
    people: Sequence[Person]
    leavers: Sequence[Person]
    longer: Sequence[KeptLonger]


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
        gone, everybody = erasing.gone(reading), people.everybody(reading)
        open_ = _open_to(desk, reading, everybody)
        named = [each for each in everybody if each.id in open_ and (each.id, STAFF) not in gone]
        return ForReview(
            due=tuple(_due(desk, reading)),
            records=rows.records(reading),
            people=named,
            leavers=_leavers(reading, named, desk.today),
            longer=_longer(reading, named, desk.today),
        )


def due_numbers(desk: Desk, reading: Reading) -> tuple[int, int]:
    """How many kinds of record on people are due, and of how many people who are back with an
    earlier copy after they were erased; within a reading that is open."""
    found = _due(desk, reading)
    back = {each.person for each in found if each.because == BACK_AGAIN}
    return sum(each.person not in back for each in found), len(back)


def keep_longer(
    desk: Desk, which: Mapping[PersonId, Collection[RecordId]], until: date, reason: str
) -> Done[None]:
    """Keep records of one person or several until *until*, because of *reason*, as one change.

    They are due again then. It may be said before they are due, and today ends a decision of
    before. Each person has a line on the trail.

    Raises:
        UserError: nobody said why, or the day is past.
    """
    wanted = decision(desk.today, until, reason)
    first, *others = which
    with desk.writing(Kind.ERASURE, first) as work:
        for person in others:
            desk.require(work, CHANGE, Kind.ERASURE, person)
        for person, records in which.items():
            for record in records:
                rows.keep_longer(work, person, record, wanted)
        name = people.get(work, first).name
        whose = f"{name} and {len(others)} more" if others else name
        line, *besides = (_kept_longer(work, *each, wanted) for each in which.items())
        return desk.keep(
            work,
            None,
            f"Kept records of {whose} until {uk_date(until)}",
            line,
            Subject.PEOPLE,
            about=first,
            also=tuple(others),
            besides=tuple(besides),
        )


def _kept_longer(
    work: Work, person: PersonId, which: Collection[RecordId], wanted: Longer
) -> Entry:
    names = ", ".join(each.name for each in rows.records(work) if each.id in which)
    until = uk_date(wanted.until)
    detail = f"until {until}: {names}. {wanted.reason}"
    return Entry("decided to keep records longer", Kind.ERASURE, person, detail=detail)


def decision(today: date, until: date, reason: str) -> Longer:
    """To keep something until *until*, because of *reason*.

    Raises:
        UserError: nobody said why, or the day is past.
    """
    if not reason.strip():
        raise UserError("Say why these records are kept longer.")
    if until < today:
        raise UserError("Choose a day to come, on which they are looked at again.")
    return Longer(until=until, reason=reason.strip())


def _open_to(desk: Desk, reading: Reading, everybody: Sequence[Person]) -> frozenset[PersonId]:
    """Those whose records the asker may decide on."""
    standing = accounts.standing_of(reading, desk.account)
    return people_open_to(standing, READ, Kind.ERASURE, frozenset(one.id for one in everybody))


def _leavers(reading: Reading, named: Sequence[Person], today: date) -> list[Person]:
    """Those whose last day is over, or the booking of theirs by an agency."""
    ended = _ended(reading, named)
    return [
        replace(each, left_on=left)
        for each in named
        if (left := ended[each.id]) is not None and left < today
    ]


def _ended(reading: Reading, everybody: Sequence[Person]) -> dict[PersonId, date | None]:
    """The day that each one's records are counted from."""
    patterns = planning.patterns(reading)
    booked = {who: pattern.ends for who, pattern in patterns.items()}
    return {each.id: ends_on(each, booked.get(each.id)) for each in everybody}


def _longer(reading: Reading, named: Sequence[Person], today: date) -> list[KeptLonger]:
    """What is kept longer of *named*, what ends first on top."""
    names = {each.id: each.name for each in named}
    kinds = [each for each in rows.records(reading) if not each.of_learners]
    together: defaultdict[tuple[PersonId, Longer], set[RecordId]] = defaultdict(set)
    for (person, record), longer in rows.longer(reading).items():
        if person in names and longer.until > today:
            together[person, longer].add(record)
    found = [
        KeptLonger(
            person=person,
            name=names[person],
            records=[each for each in kinds if each.id in which],
            everything=len(which) == len(kinds),
            longer=longer,
        )
        for (person, longer), which in together.items()
    ]
    return sorted(found, key=lambda each: (each.longer.until, each.name))


@dataclass(frozen=True, slots=True)
class _Kept:
    """All that decides what is due, as a reading found it."""

    records: Sequence[RecordKept]
    gone: Collection[tuple[PersonId, RecordId]]
    decided: Mapping[tuple[PersonId, RecordId], Longer]
    back: Mapping[int, date]
    ended: Mapping[PersonId, date | None]
    numbers: Mapping[tuple[PersonId, RecordId], rows.Number]
    newest: Mapping[tuple[PersonId, RecordId], date]
    today: date

    def number(self, person: PersonId, record: RecordId) -> rows.Number:
        """How much there is; a name that was not erased is one."""
        named = record == STAFF and (person, record) not in self.gone
        return self.numbers.get((person, record), _ONE if named else _NONE)


def _due(desk: Desk, reading: Reading) -> list[Due]:
    everybody = people.everybody(reading)
    open_ = _open_to(desk, reading, everybody)
    kept = _kept(desk, reading, everybody)
    found = (
        _due_of(kept, person, record)
        for person in everybody
        if person.id in open_
        for record in kept.records
    )
    return sorted(filter(None, found), key=lambda each: (each.since, each.name))


def _kept(desk: Desk, reading: Reading, everybody: Sequence[Person]) -> _Kept:
    known, gone, ended = rows.records(reading), erasing.gone(reading), _ended(reading, everybody)
    back = back_again(desk, reading, Whose.PERSON, {each.id: each.name for each in everybody})
    leavers = {who for who, day in ended.items() if day is not None or who in back}
    return _Kept(
        records=known,
        gone=gone,
        decided=rows.longer(reading),
        back=back,
        ended=ended,
        numbers=rows.numbers(reading, too_old(known, desk.today), gone, leavers),
        newest=rows.newest(reading),
        today=desk.today,
    )


def _due_of(kept: _Kept, person: Person, record: RecordKept) -> Due | None:
    number, longer = kept.number(person.id, record.id), kept.decided.get((person.id, record.id))
    again = kept.back.get(person.id)
    since = again or due_on(record, person, kept.ended[person.id], number.oldest)
    if since is None or not number.rows or not is_due(since, longer, kept.today):
        return None
    if again is None and record.id == STAFF:
        since = max((since, *_ends_of_others(kept, person)))
        if since > kept.today:
            return None
    return Due(
        person=person.id,
        name=person.name,
        record=record,
        since=since,
        number=number.rows,
        because=BACK_AGAIN if again else _because(record, person, longer),
    )


def _ends_of_others(kept: _Kept, person: Person) -> Iterator[date]:
    """The days until which other records bear the name: it goes with the last of them."""
    for record in kept.records:
        key = (person.id, record.id)
        if record.id == STAFF or record.signed:
            continue
        if key in kept.newest:
            yield months_after(kept.newest[key], record.months_for(person.contract))
        elif kept.number(*key).rows:
            due = due_on(record, person, kept.ended[person.id], None)
            yield from () if due is None else (due,)
        if key in kept.decided:
            yield kept.decided[key].until


def back_again(
    desk: Desk, reading: Reading, whose: Whose, names: Mapping[int, str]
) -> dict[int, date]:
    """Those of *names* who were erased before, and when: an earlier copy brought them back."""
    key = erased_list.key_of(desk.store, reading)
    return erased_list.back_again(reading, key, whose, names)


def _because(record: RecordKept, person: Person, longer: Longer | None) -> str:
    return record.because_of(person.contract) if longer is None else longer.reason
