"""Accounts: who can sign in, and the duties that follow at this moment."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select

from lsadesk.domain.rights import AccountId, Standing
from lsadesk.domain.staff.people import Link, PersonId
from lsadesk.errors import UserError
from lsadesk.store.prepared import Prepared
from lsadesk.store.rows import AccountRow, table_of
from lsadesk.store.staff import people
from lsadesk.store.work import Reading, Work

# Who asks is read at every step, so this is put together once and read as a plain row.
_TABLE = table_of(AccountRow)
_BY_NUMBER = Prepared(select(_TABLE).where(_TABLE.c["id"] == bindparam("account")))


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who can sign in; the secret is in the key file.

    *version* guards against stale edits.
    """

    id: AccountId
    version: int
    login: str
    person: PersonId | None
    is_head: bool
    is_administrator: bool
    ended_on: date | None

    def has_ended(self, today: date) -> bool:
        """Whether it is closed; on the day of its end it is closed already."""
        return self.ended_on is not None and self.ended_on <= today


def all_accounts(reading: Reading) -> list[Account]:
    """Every account by login, ended ones too."""
    rows = reading.session.scalars(select(AccountRow).order_by(AccountRow.login))
    return [_account(row) for row in rows]


def get(reading: Reading, account: AccountId) -> Account:
    """One account.

    Raises:
        UserError: there is no such account.
    """
    found = reading.once(_found, account)
    if found is None:
        raise UserError("This account is no longer in the college file. Ask the administrator.")
    return found


def _found(reading: Reading, account: AccountId) -> Account | None:
    row = _BY_NUMBER.first(reading.connection, account=account)
    return None if row is None else _account(row)


def person_of(reading: Reading, account: AccountId) -> PersonId | None:
    """The member of staff whose account it is; None: nobody's in particular, or it has ended."""
    held = get(reading, account)
    return None if held.has_ended(reading.today) else held.person


def standing_of(reading: Reading, account: AccountId) -> Standing:
    """The duties that *account* holds now, worked out from the structure."""
    return reading.once(_standing, account)


def _standing(reading: Reading, account: AccountId) -> Standing:
    held = get(reading, account)
    if held.has_ended(reading.today):
        return Standing()
    links = people.held_by(reading, held.person) if held.person is not None else {}
    return Standing(
        person=held.person,
        line_manages=links.get(Link.LINE_MANAGER, frozenset()),
        appraises=links.get(Link.APPRAISER, frozenset()),
        deploys=links.get(Link.DEPLOYER, frozenset()),
        is_head=held.is_head,
        is_administrator=held.is_administrator,
    )


def add(
    work: Work,
    login: str,
    *,
    person: PersonId | None = None,
    is_head: bool = False,
    is_administrator: bool = False,
) -> AccountId:
    """Write a new account."""
    taken = work.session.scalar(select(AccountRow.id).where(AccountRow.login == login))
    if taken is not None:
        raise UserError(f"There is an account called {login} already. Choose another login.")
    row = AccountRow(
        login=login, person_id=person, is_head=is_head, is_administrator=is_administrator
    )
    work.add(row)
    return AccountId(row.id)


def change(
    work: Work,
    read: Account,
    *,
    person: PersonId | None,
    is_head: bool,
    is_administrator: bool,
    ended_on: date | None = None,
) -> None:
    """Write over the account that was read as *read*.

    Raises:
        Stale: somebody has changed the account since.
        UserError: it would leave the college without an administrator.
    """
    gone = "This account is no longer in the college file. Nothing was changed."
    row = work.as_read(AccountRow, read.id, read.version, gone=gone)
    row.person_id, row.is_head, row.ended_on = person, is_head, ended_on
    row.is_administrator = is_administrator
    work.session.flush()
    left = select(AccountRow.id).where(AccountRow.is_administrator, AccountRow.ended_on.is_(None))
    if work.session.scalar(left) is None:
        raise UserError(
            "The college would have no administrator left. Make somebody else an "
            "administrator first."
        )


def _account(row: Any) -> Account:
    """The domain's value of an entity or a plain row."""
    return Account(
        id=AccountId(row.id),
        version=row.version,
        login=row.login,
        person=None if row.person_id is None else PersonId(row.person_id),
        is_head=row.is_head,
        is_administrator=row.is_administrator,
        ended_on=row.ended_on,
    )
