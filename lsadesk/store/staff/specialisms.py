"""What people specialise in; what is taken off stays in the history."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Select, select

from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.specialisms import Area, SpecialismKind
from lsadesk.domain.words import folded
from lsadesk.store.rows import SpecialismRow
from lsadesk.store.work import Reading, Work


def all_specialisms(reading: Reading) -> Mapping[PersonId, tuple[Area, ...]]:
    """The areas of everybody who has one, by name."""
    found: defaultdict[PersonId, list[Area]] = defaultdict(list)
    for row in reading.session.scalars(_standing()):
        found[PersonId(row.person_id)].append(Area(row.name, SpecialismKind(row.kind)))
    return {person: tuple(sorted(areas)) for person, areas in found.items()}


def of(reading: Reading, person: PersonId) -> tuple[Area, ...]:
    """The areas of *person*, by name."""
    rows = reading.session.scalars(_standing().where(SpecialismRow.person_id == person))
    return tuple(sorted(Area(row.name, SpecialismKind(row.kind)) for row in rows))


def standards_of(reading: Reading, person: PersonId) -> frozenset[str]:
    """The standards that the areas of *person* draw on, beside those of their role (A05)."""
    return frozenset(area.standard for area in of(reading, person))


def add(work: Work, person: PersonId, area: Area) -> None:
    """Give *person* the area; one of the same name is replaced."""
    if area in of(work, person):
        return
    remove(work, person, area.name)
    work.session.add(
        SpecialismRow(person_id=person, name=area.name, kind=area.kind.value, recorded_at=work.now)
    )


def remove(work: Work, person: PersonId, name: str) -> None:
    """Take the area of that name off *person*, if they have it."""
    for row in work.session.scalars(_standing().where(SpecialismRow.person_id == person)):
        if folded(row.name) == folded(name):
            row.superseded_at = work.now


def _standing() -> Select[SpecialismRow]:
    return select(SpecialismRow).where(SpecialismRow.superseded_at.is_(None))
