"""What people bring: qualifications, earlier work, ways in. Each is a dated fact."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import TypeVar

from sqlalchemy import Select, select

from lsadesk.domain.careers.catalogue import EntryPointId, QualificationId
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.record import CareerRecord, HeldQualification, Holding, PastRole, in_time
from lsadesk.store.mapping import day_of, precision_of, rough
from lsadesk.store.rows import EntryPointRow, HeldQualificationRow, PastRoleRow
from lsadesk.store.work import Reading, Work

R = TypeVar("R", HeldQualificationRow, PastRoleRow, EntryPointRow)


def record_of(reading: Reading, person: PersonId) -> CareerRecord:
    """What one person brings."""
    entries = _standing(reading, EntryPointRow, person)
    return CareerRecord(
        person=person,
        qualifications=tuple(
            _held(row) for row in _standing(reading, HeldQualificationRow, person)
        ),
        past=in_time(_past(row) for row in _standing(reading, PastRoleRow, person)),
        entry=EntryPointId(entries[0].entry) if entries else None,
    )


def records_among(
    reading: Reading, people: Collection[PersonId]
) -> Mapping[PersonId, CareerRecord]:
    """What each of *people* brings, asked for once; who brings nothing yet is left out."""
    held: dict[int, list[HeldQualificationRow]] = {}
    past: dict[int, list[PastRoleRow]] = {}
    for qualification in reading.session.scalars(_current(HeldQualificationRow)):
        held.setdefault(qualification.person_id, []).append(qualification)
    for role in reading.session.scalars(_current(PastRoleRow)):
        past.setdefault(role.person_id, []).append(role)
    return {
        person: CareerRecord(
            person=person,
            qualifications=tuple(_held(row) for row in held.get(person, ())),
            past=in_time(_past(row) for row in past.get(person, ())),
        )
        for person in people
        if person in held or person in past
    }


def set_qualification(work: Work, person: PersonId, held: HeldQualification) -> None:
    """Make *held* what stands for its qualification; what stood before is history."""
    for row in _standing(work, HeldQualificationRow, person):
        if row.qualification == held.qualification:
            if _held(row) == held:
                return
            row.superseded_at = work.now
    work.session.add(
        HeldQualificationRow(
            person_id=person,
            qualification=held.qualification,
            state=held.state.value,
            as_written=held.as_written,
            achieved=day_of(held.achieved),
            achieved_precision=precision_of(held.achieved),
            note=held.note,
            recorded_at=work.now,
            superseded_at=None,
        )
    )


def clear_qualification(work: Work, person: PersonId, qualification: QualificationId) -> None:
    """Say nothing of it any more; what was said is history."""
    for row in _standing(work, HeldQualificationRow, person):
        if row.qualification == qualification:
            row.superseded_at = work.now


def add_past(work: Work, person: PersonId, past: PastRole) -> None:
    """Add a piece of earlier work."""
    work.session.add(
        PastRoleRow(
            person_id=person,
            title=past.title,
            role=past.role or "",
            began=past.began,
            ended=past.ended,
            brings=past.brings,
            recorded_at=work.now,
            superseded_at=None,
        )
    )


def remove_past(work: Work, person: PersonId, past: PastRole) -> bool:
    """Take a piece of earlier work off, what was said is history; whether it was there."""
    for row in _standing(work, PastRoleRow, person):
        if _past(row) == past:
            row.superseded_at = work.now
            return True
    return False


def set_entry(work: Work, person: PersonId, entry: EntryPointId | None) -> None:
    """Say how the person came in; None: nobody says."""
    for row in _standing(work, EntryPointRow, person):
        if row.entry == entry:
            return
        row.superseded_at = work.now
    if entry is not None:
        work.session.add(
            EntryPointRow(person_id=person, entry=entry, recorded_at=work.now, superseded_at=None)
        )


def entries_among(reading: Reading, people: Collection[PersonId]) -> Mapping[EntryPointId, int]:
    """How many of *people* came in by each way."""
    rows = reading.session.execute(
        select(EntryPointRow.person_id, EntryPointRow.entry).where(
            EntryPointRow.superseded_at.is_(None)
        )
    )
    return Counter(EntryPointId(entry) for person, entry in rows if person in people)


def _current(kind: type[R]) -> Select[R]:
    return select(kind).where(kind.superseded_at.is_(None)).order_by(kind.id)


def _standing(reading: Reading, kind: type[R], person: PersonId) -> list[R]:
    return list(reading.session.scalars(_current(kind).where(kind.person_id == person)))


def _held(row: HeldQualificationRow) -> HeldQualification:
    return HeldQualification(
        qualification=QualificationId(row.qualification),
        state=Holding(row.state),
        as_written=row.as_written,
        achieved=rough(row.achieved, row.achieved_precision),
        note=row.note,
    )


def _past(row: PastRoleRow) -> PastRole:
    return PastRole(
        title=row.title,
        role=RoleId(row.role) if row.role else None,
        began=row.began,
        ended=row.ended,
        brings=row.brings,
    )
