"""The name and photo by which learners know those who support them."""

from collections.abc import Collection

from sqlalchemy import select

from lsadesk.domain.staff.on_cards import OnCards, Portrait
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.rows import OnCardsRow
from lsadesk.store.work import Reading, Work


def of(reading: Reading, person: PersonId) -> OnCards:
    """What is kept of *person*; empty where nothing is."""
    row = reading.session.get(OnCardsRow, person)
    return OnCards() if row is None else _on_cards(row)


def of_all(reading: Reading) -> dict[PersonId, str]:
    """What learners call whom, where they say something else than the forename."""
    rows = reading.session.execute(select(OnCardsRow.person_id, OnCardsRow.called))
    return {PersonId(person): called for person, called in rows if called}


def portraits(reading: Reading, people: Collection[PersonId]) -> dict[PersonId, Portrait]:
    """The photos of those of *people* who have agreed to one."""
    rows = reading.session.execute(
        select(OnCardsRow.person_id, OnCardsRow.photo).where(OnCardsRow.person_id.in_(people))
    )
    return {PersonId(person): Portrait(photo) for person, photo in rows if photo is not None}


def keep(work: Work, person: PersonId, wanted: OnCards) -> None:
    """Write *wanted* over what was read at its version.

    Raises:
        Stale: somebody has changed it since.
    """
    row = work.as_read_if_any(OnCardsRow, person, wanted.version)
    if row is None:
        row = OnCardsRow(person_id=person)
        work.session.add(row)
    row.called = wanted.called
    row.photo = None if wanted.portrait is None else wanted.portrait.jpeg
    row.agreed_on = wanted.agreed_on
    row.agreed_how = wanted.agreed_how
    row.withdrawn_on = wanted.withdrawn_on


def _on_cards(row: OnCardsRow) -> OnCards:
    return OnCards(
        called=row.called,
        portrait=None if row.photo is None else Portrait(row.photo),
        agreed_on=row.agreed_on,
        agreed_how=row.agreed_how,
        withdrawn_on=row.withdrawn_on,
        version=row.version,
    )
