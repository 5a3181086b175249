"""What was seen in sessions, and whether the LSA has read it."""

from sqlalchemy import func, select

from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.rights import AccountId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.practice import Seen, SeenDetails, SeenId, SeenKind
from lsadesk.store.rows import SeenRow
from lsadesk.store.work import Reading, Work


def seen(reading: Reading, person: PersonId | None, account: AccountId) -> list[Seen]:
    """What was seen of *person*, the newest first; None: where nobody is named.

    *account* tells which of it is its own.
    """
    order = SeenRow.day.desc(), SeenRow.id.desc()
    about = SeenRow.person_id.is_(None) if person is None else SeenRow.person_id == person
    rows = reading.session.scalars(select(SeenRow).where(about).order_by(*order))
    return [_seen(row, account) for row in rows]


def add(
    work: Work,
    person: PersonId | None,
    details: SeenDetails,
    *,
    account: AccountId,
    signed: str,
) -> SeenId:
    """Write down what was seen."""
    row = SeenRow(
        person_id=person,
        kind=details.kind.value,
        day=details.day,
        session=details.session,
        helped=details.helped,
        hindered=details.hindered,
        behaviours=" ".join(details.behaviours),
        account_id=account,
        signed=signed,
    )
    work.add(row)
    return SeenId(row.id)


def unread(reading: Reading, person: PersonId) -> int:
    """How much of what was seen of *person* they have not read."""
    waiting = select(func.count()).where(SeenRow.person_id == person, SeenRow.read_on.is_(None))
    return reading.session.scalar(waiting) or 0


def mark_read(work: Work, person: PersonId) -> int:
    """Note that *person* has read all that was seen of them; how much was new."""
    unread = select(SeenRow).where(SeenRow.person_id == person, SeenRow.read_on.is_(None))
    rows = work.session.scalars(unread).all()
    for row in rows:
        row.read_on = work.today
    return len(rows)


def _seen(row: SeenRow, account: AccountId) -> Seen:
    return Seen(
        id=SeenId(row.id),
        person=None if row.person_id is None else PersonId(row.person_id),
        kind=SeenKind(row.kind),
        day=row.day,
        session=row.session,
        helped=row.helped,
        hindered=row.hindered,
        behaviours=tuple(StatementId(name) for name in row.behaviours.split()),
        signed=row.signed,
        is_mine=row.account_id == account,
        read_on=row.read_on,
    )
