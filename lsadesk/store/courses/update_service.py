"""The DBS Update Service, person by person."""

from dataclasses import fields
from typing import Any

from sqlalchemy import select

from lsadesk.domain.courses.update_service import LookResult, UpdateService, Workforce
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.rows import UpdateServiceRow
from lsadesk.store.work import Reading, Work

_SAID = tuple(each.name for each in fields(UpdateService) if each.name != "person")


def all_of_it(reading: Reading) -> dict[PersonId, UpdateService]:
    """What stands on record, by person; those of whom nothing is, are left out."""
    rows = select(UpdateServiceRow).where(UpdateServiceRow.superseded_at.is_(None))
    return {PersonId(row.person_id): _told(row) for row in reading.session.scalars(rows)}


def write(work: Work, said: UpdateService) -> None:
    """Write *said*; what stood before is history."""
    rows = select(UpdateServiceRow).where(
        UpdateServiceRow.person_id == said.person, UpdateServiceRow.superseded_at.is_(None)
    )
    for row in work.session.scalars(rows):
        if _told(row) == said:
            return
        row.superseded_at = work.now
    values: dict[str, Any] = {name: getattr(said, name) for name in _SAID}
    work.session.add(UpdateServiceRow(person_id=said.person, recorded_at=work.now, **values))


def _told(row: UpdateServiceRow) -> UpdateService:
    values: dict[str, Any] = {name: getattr(row, name) for name in _SAID}
    values["workforce"] = None if row.workforce is None else Workforce(row.workforce)
    values["told"] = None if row.told is None else LookResult(row.told)
    return UpdateService(person=PersonId(row.person_id), **values)
