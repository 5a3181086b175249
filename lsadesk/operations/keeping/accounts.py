"""Accounts: who can sign in, with what duties, and their secrets."""

import os
from dataclasses import replace

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.keeping.guessing import GuessCost
from lsadesk.domain.rights import AccountId, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk, require_secret
from lsadesk.store import accounts
from lsadesk.store.accounts import Account
from lsadesk.store.sealing import keys, vault
from lsadesk.store.sealing.keyfile import Effort
from lsadesk.store.trail import Entry

__all__ = [
    "Account",
    "add_account",
    "all_accounts",
    "change_account",
    "change_own_secret",
    "choose_own_secret",
    "end_account",
    "guess_cost",
    "guess_cost_of_new_college",
    "keeps_private",
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
    is_own: bool = False,
) -> Done[AccountId]:
    """Let somebody sign in, as *person* of the staff where one is given.

    *is_own*: they chose *secret* themselves. Else it opens nothing until they have chosen
    one of their own.

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
        _give_slot(desk, account, login, secret, is_own=is_own)
        return desk.keep(
            work,
            account,
            f"Added the account {login}",
            Entry("added account", Kind.ACCOUNT, account, _told(person, is_head, is_administrator)),
            Subject.ACCOUNTS,
            undo=False,
        )


def change_account(
    desk: Desk, read: Account, *, person: PersonId | None, is_head: bool, is_administrator: bool
) -> Done[None]:
    """Change whose the account read as *read* is, and its college-wide duties.

    Raises:
        Stale: somebody has changed the account since.
        UserError: it has ended, or the college would be left without an administrator.
    """
    with desk.writing(Kind.ACCOUNT) as work:
        _require_open(desk, read)
        accounts.change(
            work, read, person=person, is_head=is_head, is_administrator=is_administrator
        )
        return desk.keep(
            work,
            None,
            f"Changed the account {read.login}",
            Entry(
                "changed account", Kind.ACCOUNT, read.id, _told(person, is_head, is_administrator)
            ),
            Subject.ACCOUNTS,
            undo=False,
        )


def end_account(desk: Desk, read: Account) -> Done[None]:
    """Close the account read as *read* for good, from today; its holder cannot open the file.

    The key of the file is changed when the college is next opened with nobody else inside.

    Raises:
        Stale: somebody has changed the account since.
        UserError: the college would be left without an administrator.
    """
    with desk.writing(Kind.ACCOUNT) as work:
        accounts.change(
            work,
            read,
            person=read.person,
            is_head=read.is_head,
            is_administrator=read.is_administrator,
            ended_on=desk.today,
        )
        # The way in goes first: were that to fail, the account would not be shown as ended.
        vault.remove_slot(desk.folder, desk.unlocked.opened, read.id)
        return desk.keep(
            work,
            None,
            f"Ended the account {read.login}",
            Entry("ended account", Kind.ACCOUNT, read.id),
            Subject.ACCOUNTS,
            undo=False,
        )


def reset_secret(
    desk: Desk, account: AccountId, secret: str, *, is_own: bool = False
) -> Done[None]:
    """Give an account a first secret again; its sealed drafts stay sealed to the old key.

    *is_own*: its holder chose *secret* themselves. Nobody opens what was sealed before.

    Raises:
        UserError: the account has ended, or the secret is too short.
    """
    require_secret(secret)
    with desk.writing(Kind.ACCOUNT) as work:
        held = accounts.get(work, account)
        _require_open(desk, held)
        _give_slot(desk, account, held.login, secret, is_own=is_own)
        return desk.keep(
            work,
            None,
            f"Reset the password of {held.login}",
            Entry("reset secret", Kind.ACCOUNT, account, "what was sealed before stays sealed"),
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
    desk.note(Entry("changed own secret", Kind.ACCOUNT, desk.account))


def choose_own_secret(desk: Desk, new: str) -> None:
    """One's own PIN or password for the first one, which somebody else chose.

    Raises:
        UserError: it is too short, or the first one over again.
    """
    if not desk.must_choose_secret:
        raise UserError("This PIN or password is your own already. Change it under File.")
    require_secret(new)
    opened = vault.take_over(desk.folder, desk.unlocked.opened, new, _effort(desk))
    desk.unlocked = replace(desk.unlocked, opened=opened)
    desk.note(Entry("chose own secret", Kind.ACCOUNT, desk.account))


def keeps_private(desk: Desk, account: AccountId) -> bool:
    """Whether the recovery key on paper also opens what *account* has sealed.

    It does from their next sign-in on after a college chose so.
    """
    slots = vault.read(desk.folder).slots
    return any(slot.account == account and slot.escrow is not None for slot in slots)


def guess_cost(desk: Desk) -> GuessCost:
    """What a guess at a secret of this college costs on this computer, measured now."""
    return _cost(_effort(desk))


def guess_cost_of_new_college() -> GuessCost:
    """What a guess would cost in a college made on this computer, measured now."""
    return _cost(keys.calibrated_effort())


def _cost(effort: Effort) -> GuessCost:
    """Each processor tries guesses of its own."""
    return GuessCost(keys.seconds_a_guess(effort) / (os.cpu_count() or 1))


def _require_open(desk: Desk, account: Account) -> None:
    if account.has_ended(desk.today):
        raise UserError(f"The account {account.login} has ended. Add a new one instead.")


def _told(person: PersonId | None, is_head: bool, is_administrator: bool) -> str:
    """Whose an account is and its duties, by number, for the trail."""
    parts = ["nobody" if person is None else f"person {person}"]
    parts += ["head"] if is_head else []
    parts += ["administrator"] if is_administrator else []
    return ", ".join(parts)


def _give_slot(desk: Desk, account: AccountId, login: str, secret: str, *, is_own: bool) -> None:
    vault.add_slot(
        desk.folder,
        desk.unlocked.opened,
        account=account,
        login=login,
        secret=secret,
        effort=_effort(desk),
        is_first=not is_own,
    )


def _effort(desk: Desk) -> Effort:
    """The work that a guess costs in this college: what the first account was given."""
    return vault.read(desk.folder).slots[0].effort
