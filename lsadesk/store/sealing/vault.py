"""The key file on disk: read either copy, write both, open with a secret or the paper."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from lsadesk.domain.rights import AccountId
from lsadesk.errors import UserError
from lsadesk.store.durable import replace_file
from lsadesk.store.layout import KEYS, TWIN
from lsadesk.store.sealing import guesses, keyfile, keys, recovery_key
from lsadesk.store.sealing.keyfile import DamagedKeys, Effort, KeyFile, Slot, plain_login
from lsadesk.store.sealing.keys import Opened, WrongSecret

Opener = Callable[[KeyFile], Opened]


_GUESSED = "Somebody guessed wrongly here before."


class WrongPassword(UserError):
    """The PIN or password is not right, or it is too soon to try; *wait* is in seconds."""

    def __init__(self, sentence: str, wait: int) -> None:
        super().__init__(sentence)
        self.wait = wait


class KeysDamaged(UserError):
    """Neither copy of the key file can be read."""


def read(folder: Path) -> KeyFile:
    """The key file, from whichever copy is whole.

    Raises:
        KeysDamaged: neither is.
    """
    for name in (KEYS, TWIN):
        found = _read_one(folder / name)
        if found is not None:
            return found
    raise KeysDamaged(
        "Both key files of this college are damaged, so no password can be checked. Take the keys "
        "out of the newest backup: your password or the recovery key opens it."
    )


def mend(folder: Path) -> None:
    """Write again whichever copy is not as the one that counts; a full disk leaves it so."""
    found = read(folder)
    for name in (KEYS, TWIN):
        if _read_one(folder / name) != found:
            try:
                replace_file(folder / name, keyfile.to_bytes(found), keyfile.from_bytes)
            except OSError:
                return


def write(folder: Path, content: KeyFile, database_key: bytes) -> None:
    """Keep *content* durably in both copies; each is re-read and judged before it counts."""

    def verify(written: bytes) -> None:
        if keyfile.from_bytes(written) != content:
            raise OSError("the disk did not keep the keys as they were written")
        keys.require_own(content, database_key)

    for name in (KEYS, TWIN):
        replace_file(folder / name, keyfile.to_bytes(content), verify)


def by_secret(login: str, secret: str) -> Opener:
    """Opens a key file with a PIN or password."""

    def opener(found: KeyFile) -> Opened:
        opened = keys.open_slot(_slot_of(found, login), secret)
        keys.require_own(found, opened.database_key)
        is_changing = found.recovery.former_key is not None
        return opened if is_changing else replace(opened, former_key=None)

    return opener


def by_keys(opened: Opened) -> Opener:
    """Opens a key file of the college whose keys are out already, at the same key."""

    def opener(found: KeyFile) -> Opened:
        keys.require_own(found, opened.database_key)
        return opened

    return opener


def by_recovery(typed: str, login: str) -> Opener:
    """Opens a key file with the recovery key on paper, for the account of *login*.

    The person's own private key comes back where the college keeps it; else a new one is
    made, and what was sealed to the old one stays sealed.
    """

    def opener(found: KeyFile) -> Opened:
        key = recovery_key.from_paper(typed)
        slot = _slot_of(found, login)
        try:
            database_key = keys.open_recovery(found.recovery, key)
            keys.require_own(found, database_key)
            private_key = keys.open_escrow(slot, key) or keys.new_private_key()
            former_key = keys.open_former(found.recovery, key)
        except WrongSecret as error:
            raise UserError(
                "This recovery key belongs to another college file, or was replaced by a newer "
                "one. Look for the paper with this college's name and the latest date."
            ) from error
        return Opened(
            account=slot.account,
            login=slot.login,
            database_key=database_key,
            private_key=private_key,
            former_key=former_key,
        )

    return opener


def opened_with(opener: Opener, found: KeyFile) -> Opened:
    """The keys that *opener* gets out of *found*.

    Raises:
        WrongPassword: the secret does not open it.
        KeysDamaged: somebody without the keys altered it.
    """
    try:
        return opener(found)
    except WrongSecret as error:
        raise WrongPassword("Wrong password. Try again.", 0) from error
    except DamagedKeys as error:
        raise KeysDamaged(
            "The key file of this college was altered by somebody without its keys. Restore the "
            "newest backup: it carries its own keys."
        ) from error


def unlock(
    folder: Path, login: str, secret: str, *, clock: Callable[[], float] = time.time
) -> tuple[Opened, int]:
    """The keys of *login*, and how many wrong guesses came before.

    Raises:
        WrongPassword: after waiting 1, 2, 4 ... 60 seconds more each time.
        UserError: no such account.
        KeysDamaged: neither copy of the key file can be read.
    """
    found = read(folder)
    before = guesses.read(folder, login)
    wait = before.wait(clock())
    if wait:
        raise WrongPassword(f"{_GUESSED} Try again in {_seconds(wait)}.", wait)
    try:
        opened = opened_with(by_secret(login, secret), found)
    except WrongPassword as error:
        wait = guesses.count_wrong(folder, login, clock()).wait(clock())
        raise WrongPassword(f"Wrong password. Try again in {_seconds(wait)}.", wait) from error
    guesses.forget(folder, login)
    return opened, before.wrong


def add_slot(
    folder: Path,
    holder: Opened,
    *,
    account: AccountId,
    login: str,
    secret: str,
    effort: Effort,
    is_first: bool = False,
) -> bytes:
    """Give an account its own way in, by anyone who is in; the account's new public key.

    An account that had a slot gets a new one with a new private key (a forgotten
    password): what was sealed to the old key stays sealed. *is_first*: its holder chooses
    another secret with `take_over` before anything else.
    """
    found = read(folder)
    taken = found.slot_of(login)
    if taken is not None and taken.account != account:
        raise UserError(f"The login “{login}” is taken. Choose another.")
    newcomer = Opened(
        account=account,
        login=" ".join(login.split()),
        database_key=holder.database_key,
        private_key=keys.new_private_key(),
        is_first=is_first,
    )
    _put(folder, found, newcomer, secret, effort)
    return newcomer.public_key


def take_over(folder: Path, opened: Opened, secret: str, effort: Effort) -> Opened:
    """Give an account its holder's own *secret* for the first one, which somebody else knows.

    The private key is new as well: whoever knew the first secret could know the one before.

    Raises:
        UserError: it is the first secret over again.
    """
    if _opens(_slot_of(read(folder), opened.login), secret):
        raise UserError("This is the one that you were given. Choose one that only you know.")
    own = replace(opened, private_key=keys.new_private_key(), is_first=False)
    set_secret(folder, own, secret, effort)
    return own


def set_secret(folder: Path, opened: Opened, secret: str, effort: Effort) -> None:
    """A new PIN or password for an account whose keys are open; its private key stays."""
    _put(folder, read(folder), opened, secret, effort)
    guesses.forget(folder, opened.login)


def change_secret(folder: Path, login: str, old: str, new: str, effort: Effort) -> None:
    """A new PIN or password for somebody who knows the old one.

    Raises:
        WrongPassword: the old one is not right.
    """
    opened, _ = unlock(folder, login, old)
    set_secret(folder, opened, new, effort)


def remove_slot(folder: Path, holder: Opened, account: AccountId) -> None:
    """Take an account's way in. Its holder may have seen the key, so that is to be changed."""
    found = read(folder)
    left = tuple(slot for slot in found.slots if slot.account != account)
    if not left:
        raise UserError("This is the last account. Make another first, or nobody could get in.")
    write(folder, replace(found, slots=left, is_rekey_due=True), holder.database_key)


def change_recovery(folder: Path, holder: Opened, recovery: bytes) -> None:
    """Let *recovery* on paper open the college in place of the key before.

    Whoever has the paper before could have got at the database key, so that is to be changed.
    What was sealed to that paper is sealed to this one when each account next signs in.
    """
    found = read(folder)
    keys.require_own(found, holder.database_key)
    made = keys.make_recovery(
        recovery, holder.database_key, keeps_private=found.recovery.keeps_private
    )
    slots = tuple(replace(slot, escrow=None) for slot in found.slots)
    write(folder, KeyFile(slots, made, is_rekey_due=True), holder.database_key)


def keep_private(folder: Path, holder: Opened, *, keeps: bool) -> None:
    """Let the paper open what people seal as well, or let it do so no more.

    Each account's private key is sealed to the paper when it next signs in; what was sealed
    before goes at once.
    """
    found = read(folder)
    keys.require_own(found, holder.database_key)
    recovery = keys.with_private(found.recovery, holder.database_key, keeps_private=keeps)
    slots = tuple(slot if keeps else replace(slot, escrow=None) for slot in found.slots)
    write(folder, replace(found, slots=slots, recovery=recovery), holder.database_key)


def renew(folder: Path, opened: Opened, secret: str) -> None:
    """Wrap the keys of *opened* anew, if those of the file or of the paper were changed since.

    A full or write-protected disk leaves it as it is: the old wrapping leads to the key too.
    """
    found = read(folder)
    slot = _slot_of(found, opened.login)
    if slot.successors or (found.recovery.keeps_private and slot.escrow is None):
        with suppress(OSError):
            set_secret(folder, opened, secret, slot.effort)


def unlock_with_recovery(folder: Path, typed: str, login: str) -> Opened:
    """The keys of *login* by the paper; give it a new secret with `set_secret` next.

    Raises:
        UserError: a slip in the paper's letters (the group is named), or another college's.
    """
    return opened_with(by_recovery(typed, login), read(folder))


def _put(folder: Path, found: KeyFile, opened: Opened, secret: str, effort: Effort) -> None:
    if not secret:
        raise UserError("Choose a PIN or password first.")
    keys.require_own(found, opened.database_key)
    slot = keys.make_slot(opened, secret, effort, found.recovery)
    if keys.open_slot(slot, secret) != opened:
        raise RuntimeError("a slot does not open to what was put in")
    others = tuple(one for one in found.slots if one.account != opened.account)
    slots = tuple(sorted((*others, slot), key=lambda one: plain_login(one.login)))
    write(folder, replace(found, slots=slots), opened.database_key)


def _read_one(path: Path) -> KeyFile | None:
    try:
        with path.open("rb") as file:
            return keyfile.from_bytes(file.read(keyfile.LARGEST + 1))
    except (OSError, DamagedKeys):
        return None


def _slot_of(found: KeyFile, login: str) -> Slot:
    slot = found.slot_of(login)
    if slot is None:
        raise UserError(f"This college has no account “{login}”. Choose one from the list.")
    return slot


def _opens(slot: Slot, secret: str) -> bool:
    try:
        keys.open_slot(slot, secret)
    except WrongSecret:
        return False
    return True


def _seconds(wait: int) -> str:
    return "1 second" if wait == 1 else f"{wait} seconds"
