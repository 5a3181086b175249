"""What stands in people's way. Each note is a dated fact."""

from sqlalchemy import select

from lsadesk.domain.staff.barriers import InTheWay, Sharing
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.rows import InTheWayRow
from lsadesk.store.work import Reading, Work


def notes_of(reading: Reading, person: PersonId) -> tuple[InTheWay, ...]:
    """What one person noted, shared or not."""
    return tuple(_note(row) for row in _standing(reading, person))


def set_note(work: Work, person: PersonId, note: InTheWay) -> None:
    """Make *note* what stands for its barrier; what stood before is history."""
    if note in notes_of(work, person):
        return
    clear_note(work, person, note.barrier)
    work.session.add(
        InTheWayRow(
            person_id=person,
            barrier=note.barrier,
            note=note.note,
            sharing=note.sharing.value,
            recorded_at=work.now,
            superseded_at=None,
        )
    )


def clear_note(work: Work, person: PersonId, barrier: str) -> None:
    """The barrier does not stand in the way any more."""
    for row in _standing(work, person):
        if row.barrier == barrier:
            row.superseded_at = work.now


def counted(reading: Reading) -> list[tuple[PersonId, str]]:
    """Who met which barrier, of those who let themselves be counted."""
    rows = reading.session.execute(
        select(InTheWayRow.person_id, InTheWayRow.barrier).where(
            InTheWayRow.superseded_at.is_(None), InTheWayRow.sharing != Sharing.MINE.value
        )
    )
    return [(PersonId(person), barrier) for person, barrier in rows]


def _standing(reading: Reading, person: PersonId) -> list[InTheWayRow]:
    return list(
        reading.session.scalars(
            select(InTheWayRow)
            .where(InTheWayRow.person_id == person, InTheWayRow.superseded_at.is_(None))
            .order_by(InTheWayRow.id)
        )
    )


def _note(row: InTheWayRow) -> InTheWay:
    return InTheWay(barrier=row.barrier, note=row.note, sharing=Sharing(row.sharing))
