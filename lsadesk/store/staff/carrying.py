"""Who carries which responsibility. Each line is a dated fact."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from lsadesk.domain.careers.catalogue import ResponsibilityId
from lsadesk.domain.staff.carrying import Carrier, CarrierId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import Stale
from lsadesk.store.rows import CarrierRow
from lsadesk.store.work import STALE, Reading, Work


def carriers(reading: Reading, person: PersonId | None = None) -> tuple[Carrier, ...]:
    """Who carries what and who did before, the latest first; only *person*'s, if given."""
    wanted = select(CarrierRow).where(CarrierRow.superseded_at.is_(None))
    if person is not None:
        wanted = wanted.where(CarrierRow.person_id == person)
    found = [_carrier(row) for row in reading.session.scalars(wanted.order_by(CarrierRow.id))]
    return tuple(sorted(found, key=lambda one: one.since or date.min, reverse=True))


def add(work: Work, responsibility: ResponsibilityId, person: PersonId, since: date | None) -> None:
    """Say that a person carries a responsibility."""
    work.session.add(
        CarrierRow(
            person_id=person,
            responsibility=responsibility,
            since=since,
            until=None,
            recorded_at=work.now,
            superseded_at=None,
        )
    )


def hand_over(work: Work, carrier: Carrier, until: date) -> None:
    """Say the last day on which they carry it.

    Raises:
        Stale: somebody changed the line since *carrier* was read.
    """
    row = work.session.get(CarrierRow, carrier.id)
    if row is None or row.superseded_at is not None or _carrier(row) != carrier:
        raise Stale(STALE)
    row.superseded_at = work.now
    ended = replace(carrier, until=until)
    work.session.add(
        CarrierRow(
            person_id=ended.person,
            responsibility=ended.responsibility,
            since=ended.since,
            until=ended.until,
            recorded_at=work.now,
            superseded_at=None,
        )
    )


def _carrier(row: CarrierRow) -> Carrier:
    return Carrier(
        id=CarrierId(row.id),
        responsibility=ResponsibilityId(row.responsibility),
        person=PersonId(row.person_id),
        since=row.since,
        until=row.until,
    )
