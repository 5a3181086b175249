"""Accounts: who can sign in, with what duties, and their secrets."""

from datetime import date

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.people import PersonId
from lsadesk.domain.rights import AccountId, Kind
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk, require_secret
from lsadesk.store import accounts, vault
from lsadesk.store.accounts import Account
from lsadesk.store.keyfile import Effort
from lsadesk.store.trail import Entry

__all__ = [
    "Account",
    "add_account",
    "all_accounts",
    "change_account",
    "change_own_secret",
    "reset_secret",
]


def all_accounts(desk: Desk) -> list[Account]:
    """Every account by login, ended ones too."""
    with desk.reading(Kind.ACCOUNT) as reading:
        return accounts.all_accounts(reading)


def add_account(
    desk: Desk,
    login: str,
    secret: str,
    *,
    person: PersonId | None = None,
    is_head: bool = False,
    is_administrator: bool = False,
) -> Done[AccountId]:
    """Let somebody sign in, as *person* of the staff where one is given.

    Raises:
        UserError: the login is taken or empty, or the secret is too short.
    """
    login = " ".join(login.split())
    if not login:
        raise UserError("An account needs a login: a short name to sign in with.")
    require_secret(secret)
    with desk.writing(Kind.ACCOUNT) as work:
        account = accounts.add(
            work, login, person=person, is_head=is_head, is_administrator=is_administrator
        )
        # The way in is made first: were it to fail, the account would not be kept either.
        _give_slot(desk, account, login, secret)
        return desk.keep(
            work,
            account,
            f"Added the account {login}",
            Entry("added account", Kind.ACCOUNT, account),
            Subject.ACCOUNTS,
            undo=False,
        )


def change_account(
    desk: Desk,
    account: AccountId,
    *,
    person: PersonId | None,
    is_head: bool,
    is_administrator: bool,
    ended_on: date | None,
) -> Done[None]:
    """Change who an account belongs to and its college-wide duties, or end it.

    Raises:
        UserError: the college would be left without an administrator.
    """
    with desk.writing(Kind.ACCOUNT) as work:
        accounts.change(
            work,
            account,
            person=person,
            is_head=is_head,
            is_administrator=is_administrator,
            ended_on=ended_on,
        )
        login = accounts.get(work, account).login
        done = desk.keep(
            work,
            None,
            f"Changed the account {login}",
            Entry("changed account", Kind.ACCOUNT, account),
            Subject.ACCOUNTS,
            undo=False,
        )
    if ended_on is not None and ended_on <= desk.today:
        vault.remove_slot(desk.folder, desk.unlocked.opened, account)
    return done


def reset_secret(desk: Desk, account: AccountId, secret: str) -> Done[None]:
    """Give an account a first secret again; its sealed drafts stay sealed to the old key."""
    require_secret(secret)
    with desk.writing(Kind.ACCOUNT) as work:
        login = accounts.get(work, account).login
        _give_slot(desk, account, login, secret)
        return desk.keep(
            work,
            None,
            f"Reset the password of {login}",
            Entry("reset secret", Kind.ACCOUNT, account),
            Subject.ACCOUNTS,
            undo=False,
        )


def change_own_secret(desk: Desk, old: str, new: str) -> None:
    """A new PIN or password for whoever is signed in.

    Raises:
        WrongPassword: the old one is not right.
    """
    require_secret(new)
    vault.change_secret(desk.folder, desk.login, old, new, _effort(desk))
    with desk.store.begin() as work:
        work.commit(Entry("changed own secret", Kind.ACCOUNT, desk.account))


def _give_slot(desk: Desk, account: AccountId, login: str, secret: str) -> None:
    vault.add_slot(
        desk.folder,
        desk.unlocked.opened,
        account=account,
        login=login,
        secret=secret,
        effort=_effort(desk),
    )


def _effort(desk: Desk) -> Effort:
    """The work that a guess costs in this college: what the first account was given."""
    return vault.read(desk.folder).slots[0].effort
