"""Erasing what is held on somebody: always shown first, never undone, with a certificate.

What totals need stays without a name; what two people signed stays until its period ends.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.keeping.erasing import (
    COPIES_KEEP,
    Certificate,
    ErasurePlan,
    Fate,
    Part,
)
from lsadesk.domain.keeping.retention import (
    STAFF,
    RecordId,
    RecordKept,
    due_on,
    ends_on,
    too_old,
)
from lsadesk.domain.rights import READ, Kind, allows
from lsadesk.domain.staff.people import Person, PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.backups import aside
from lsadesk.store.keeping import erased_list, retention
from lsadesk.store.keeping import erasing as rows
from lsadesk.store.keeping.erased_list import Whose
from lsadesk.store.keeping.links import rows_about
from lsadesk.store.keeping.tables import WORDS_OF
from lsadesk.store.staff import people
from lsadesk.store.trail import ERASED, Entry
from lsadesk.store.weeks import planning
from lsadesk.store.work import Reading

_NEEDS = {
    Fate.GOES: "Nothing needs it any more.",
    Fate.UNNAMED: "Numbers of past days and years stay right; nothing in them says who it was.",
}

_ALL_RECORDS = frozenset(Subject) - {Subject.WORDS}
NOTHING = "There is nothing of these kinds to erase any more."


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whose records of which kinds are to go, as a reading found them."""

    person: Person
    records: tuple[RecordKept, ...]
    left: date | None
    before: Mapping[RecordId, date]


def plan(desk: Desk, person: PersonId, which: Collection[RecordId] = ()) -> ErasurePlan:
    """What would become of what is held on *person*: of the kinds *which*, or of all of them."""
    with desk.reading(Kind.ERASURE, person) as reading:
        return _plan(desk, reading, person, which)


def erase(
    desk: Desk, person: PersonId, because: str, which: Collection[RecordId] = ()
) -> Done[Certificate]:
    """Do what `plan` says; it cannot be undone, and what could be undone before is forgotten.

    Raises:
        UserError: something is in the way, or nobody said why.
    """
    if not because.strip():
        raise UserError("Say why these records are erased: it stands on the certificate.")
    with desk.writing(Kind.ERASURE, person) as work:
        planned = _plan(desk, work, person, which)
        if planned.in_the_way:
            raise UserError(planned.in_the_way)
        asked = _asked(desk, work, person, which)
        going = {part.record for part in planned.parts if part.fate is not Fate.STAYS}
        rows.erase(work, asked.person, going, asked.before, asked.left)
        key = erased_list.key_of(desk.store, work)
        mark = erased_list.mark(key, Whose.PERSON, person, planned.name)
        certificate = rows.note(
            work,
            desk.college,
            because.strip(),
            planned.parts,
            person=person,
            mark=mark if STAFF in going else "",
        )
        done = desk.keep(
            work,
            certificate,
            "Erased records of a former member of staff",
            Entry(ERASED, Kind.ERASURE, person),
            *_ALL_RECORDS,
            about=person,
            undo=False,
        )
    settle(desk)
    return done


def settle(desk: Desk) -> None:
    """After an erasure: nothing brings it back, and going back to a copy does not forget it."""
    desk.forget_what_can_be_undone()
    desk.store.settle()
    with desk.store.read() as reading:
        erased_list.remember(desk.folder, reading)


def certificates(desk: Desk) -> list[Certificate]:
    """Every erasure so far, the newest first; none of them names anybody."""
    with desk.reading(Kind.ERASURE) as reading:
        return rows.certificates(reading, desk.college)


def write_certificate(certificate: Certificate, path: Path) -> Path:
    """Write the certificate as PDF to *path*.

    Raises:
        UserError: nothing could be written there.
    """
    from lsadesk.reports import erasure_pdf

    erasure_pdf.write_certificate(certificate, path)
    return path


def _plan(
    desk: Desk, reading: Reading, person: PersonId, which: Collection[RecordId]
) -> ErasurePlan:
    asked = _asked(desk, reading, person, which)
    parts = tuple(_parts(desk, reading, asked))
    name_goes = any(each.id == STAFF for each in asked.records)
    open_ = _open_words(desk, reading)
    return ErasurePlan(
        name=asked.person.name,
        parts=parts,
        written_elsewhere=_written_elsewhere(desk, reading, asked, open_) if name_goes else {},
        others_read_more=name_goes and not open_ >= set(WORDS_OF.values()),
        copies_until=desk.today + COPIES_KEEP,
        set_aside=len(aside.set_aside(desk.folder)),
        in_the_way=_in_the_way(desk, reading, asked) if parts else NOTHING,
    )


def _asked(desk: Desk, reading: Reading, person: PersonId, which: Collection[RecordId]) -> _Asked:
    found = people.get(reading, person)
    known = retention.records(reading)
    gone = {record for who, record in rows.gone(reading) if who == person}
    chosen = tuple(
        each for each in known if each.id not in gone and (not which or each.id in which)
    )
    left = ends_on(found, planning.pattern(reading, person).ends)
    has_left = left is not None and left < desk.today
    return _Asked(found, chosen, left, {} if has_left else too_old(known, desk.today))


def _parts(desk: Desk, reading: Reading, asked: _Asked) -> Iterator[Part]:
    counted = rows.counted(reading, asked.person.id, asked.before)
    for record in asked.records:
        ends = due_on(record, asked.person, asked.left, None)
        for fate in (Fate.GOES, Fate.UNNAMED):
            number = counted.get((record.id, fate), 0)
            if not number:
                continue
            stays = record.signed and ends is not None and ends > desk.today
            yield Part(
                record=record.id,
                name=record.name,
                fate=Fate.STAYS if stays else fate,
                number=number,
                because=record.because if stays else _NEEDS[fate],
                until=ends if stays else asked.before.get(record.id),
            )


def _open_words(desk: Desk, reading: Reading) -> frozenset[Kind]:
    """The kinds whose words the asker may read of everybody."""
    standing = accounts.standing_of(reading, desk.account)
    return frozenset(kind for kind in WORDS_OF.values() if allows(standing, READ, kind))


def _written_elsewhere(
    desk: Desk, reading: Reading, asked: _Asked, open_: Collection[Kind]
) -> Mapping[str, int]:
    apart = [rows_about(reading, asked.person.id)]
    me = accounts.person_of(reading, desk.account)
    if me is not None:  # some of it is closed to oneself: what managers note, say
        apart.append(rows_about(reading, me))
    return rows.named_in(reading, apart, asked.person.name, open_)


def _in_the_way(desk: Desk, reading: Reading, asked: _Asked) -> str:
    """Why it cannot be done now; "" where it can."""
    kept = _kept_longer(reading, asked)
    if kept:
        return kept
    here = [each.name.lower() for each in asked.records if each.id not in asked.before]
    has_left = asked.left is not None and asked.left < desk.today
    if here and not has_left:
        return (
            "Whoever works here needs these records, and so does the college. Set the last day "
            "under Leaving first; what is wrong can be corrected at any time."
        )
    open_ = [
        each.login
        for each in accounts.all_accounts(reading)
        if each.person == asked.person.id and not each.has_ended(desk.today)
    ]
    if here and open_:
        return "Their account is still open. End it first, under Accounts."
    return _the_name_goes_last(reading, asked)


def _kept_longer(reading: Reading, asked: _Asked) -> str:
    longer = retention.longer(reading)
    kept = [
        f"{each.name} (until {uk_date(longer[asked.person.id, each.id].until)})"
        for each in asked.records
        if (asked.person.id, each.id) in longer
        and longer[asked.person.id, each.id].until > reading.today
    ]
    if not kept:
        return ""
    return (
        f"The college decided to keep longer: {', '.join(kept)}. Where that is over, say so under "
        "Kept longer; the name goes last, with these."
    )


def _the_name_goes_last(reading: Reading, asked: _Asked) -> str:
    chosen = {each.id for each in asked.records}
    if STAFF not in chosen:
        return ""
    gone = {record for who, record in rows.gone(reading) if who == asked.person.id}
    held = {record for record, _ in rows.counted(reading, asked.person.id, {})}
    left = [
        each.name
        for each in retention.records(reading)
        if each.id in held - gone - chosen and not each.signed
    ]
    if left:
        return f"The name goes last. Choose these too: {', '.join(left)}."
    return ""
