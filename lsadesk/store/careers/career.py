"""The roles that people wish for, with when they wished it."""

from collections.abc import Iterable

from sqlalchemy import select

from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.rows import CareerWishRow
from lsadesk.store.work import Reading, Work

STAY = "stay"  # kept in the place of a role: no change wanted


def wishes_of(reading: Reading, person: PersonId) -> tuple[tuple[RoleId, ...], bool]:
    """The roles a person wishes for, oldest wish first, and whether they want to stay."""
    wished = [row.role for row in _standing(reading, person)]
    return tuple(RoleId(role) for role in wished if role != STAY), STAY in wished


def all_wishes(reading: Reading) -> dict[PersonId, tuple[tuple[RoleId, ...], bool]]:
    """What everybody wishes for now, as `wishes_of` says it; who said nothing is left out."""
    rows = reading.session.execute(
        select(CareerWishRow.person_id, CareerWishRow.role)
        .where(CareerWishRow.superseded_at.is_(None))
        .order_by(CareerWishRow.id)
    )
    wished: dict[PersonId, list[str]] = {}
    for person, role in rows:
        wished.setdefault(PersonId(person), []).append(role)
    return {
        person: (tuple(RoleId(role) for role in roles if role != STAY), STAY in roles)
        for person, roles in wished.items()
    }


def set_wishes(work: Work, person: PersonId, roles: Iterable[RoleId], *, stays: bool) -> None:
    """Make *roles* and *stays* what the person wants now; what stood before is history."""
    wanted = [*roles, *([STAY] if stays else [])]
    for row in _standing(work, person):
        if row.role in wanted:
            wanted.remove(row.role)
        else:
            row.superseded_at = work.now
    for role in wanted:
        work.session.add(
            CareerWishRow(
                person_id=person, role=role, note="", recorded_at=work.now, superseded_at=None
            )
        )


def _standing(reading: Reading, person: PersonId) -> list[CareerWishRow]:
    return list(
        reading.session.scalars(
            select(CareerWishRow)
            .where(CareerWishRow.person_id == person, CareerWishRow.superseded_at.is_(None))
            .order_by(CareerWishRow.id)
        )
    )
