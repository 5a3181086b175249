"""Private notes: sealed boxes that only their author opens."""

from sqlalchemy import select

from lsadesk.domain.appraisals.reflection import Reflection, ReflectionId
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.rows import ReflectionRow
from lsadesk.store.sealing.boxes import Boxes
from lsadesk.store.sealing.keys import WrongSecret
from lsadesk.store.work import Reading, Work


def of(reading: Reading, person: PersonId, own: Boxes) -> tuple[tuple[Reflection, ...], int]:
    """A person's notes, the newest first, and how many no key opens any more."""
    wanted = select(ReflectionRow).where(ReflectionRow.person_id == person)
    readable, unreadable = [], 0
    for row in reading.session.scalars(wanted.order_by(ReflectionRow.id.desc())):
        try:
            readable.append(_note(row, own.opened(row.box, *_place(row))))
        except WrongSecret:
            unreadable += 1
    return tuple(readable), unreadable


def add(work: Work, person: PersonId, own: Boxes, text: str) -> ReflectionId:
    """Begin a note."""
    row = ReflectionRow(person_id=person, begun_at=work.now, saved_at=work.now, box=b"")
    work.add(row)  # gives the number, which the box is bound to
    row.box = own.sealed(text, *_place(row))
    return ReflectionId(row.id)


def rewrite(work: Work, person: PersonId, note: ReflectionId, own: Boxes, text: str) -> bool:
    """Keep the next words of a person's note; False: it is not there."""
    row = _own(work, person, note)
    if row is not None:
        row.saved_at, row.box = work.now, own.sealed(text, *_place(row))
    return row is not None


def remove(work: Work, person: PersonId, note: ReflectionId) -> None:
    """Take a person's note away."""
    row = _own(work, person, note)
    if row is not None:
        work.session.delete(row)


def _place(row: ReflectionRow) -> tuple[str, int]:
    return "reflection", row.id


def _own(reading: Reading, person: PersonId, note: ReflectionId) -> ReflectionRow | None:
    row = reading.session.get(ReflectionRow, note)
    return row if row is not None and row.person_id == person else None


def _note(row: ReflectionRow, text: str) -> Reflection:
    return Reflection(
        id=ReflectionId(row.id), text=text, begun_at=row.begun_at, saved_at=row.saved_at
    )
