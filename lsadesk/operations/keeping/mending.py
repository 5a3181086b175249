"""A college whose key files are both damaged: its keys again, out of a copy."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from lsadesk.domain.rights import Kind
from lsadesk.operations.desk import Desk, require_secret
from lsadesk.operations.keeping import college
from lsadesk.store import accounts, college_file
from lsadesk.store.sealing import vault
from lsadesk.store.sealing.vault import Opener
from lsadesk.store.trail import Entry
from lsadesk.store.work import utc_now

TOOK = Entry("took the keys of a copy", Kind.ACCOUNT)


def mend_keys(
    saved: Path,
    folder: Path,
    login: str,
    secret: str,
    *,
    clock: Callable[[], datetime] = utc_now,
) -> Desk:
    """Sign in with the keys that the copy *saved* carries; the records stay those of today.

    *secret* is the one of the day of the copy. Accounts that were ended since stay shut out.

    Raises:
        UserError: the copy is not whole or of other keys, or the password is not right in it.
    """
    _take(saved, folder, vault.by_secret(login, secret))
    return _signed_in(college.unlock(folder, login, secret, clock=clock))


def mend_keys_with_recovery(
    saved: Path,
    folder: Path,
    typed: str,
    login: str,
    new_secret: str,
    *,
    clock: Callable[[], datetime] = utc_now,
) -> Desk:
    """As `mend_keys`, by the recovery key on paper, which gives *login* a new secret.

    Raises:
        UserError: as `mend_keys`, and for a slip in the paper's letters, naming the group.
    """
    require_secret(new_secret)
    _take(saved, folder, vault.by_recovery(typed, login))
    return _signed_in(college.unlock_with_recovery(folder, typed, login, new_secret, clock=clock))


def _take(saved: Path, folder: Path, opener: Opener) -> None:
    college_file.restore_keys(saved, folder, opener)


def _signed_in(desk: Desk) -> Desk:
    """Shut out who was ended since the copy, and say on the trail what was done."""
    try:
        if not desk.must_choose_secret:
            _shut_out_the_ended(desk)
            desk.note(TOOK)
    except BaseException:
        desk.close()
        raise
    return desk


def _shut_out_the_ended(desk: Desk) -> None:
    with desk.store.read() as reading:
        ended = {each.id for each in accounts.all_accounts(reading) if each.has_ended(desk.today)}
    for slot in vault.read(desk.folder).slots:
        if slot.account in ended:
            vault.remove_slot(desk.folder, desk.unlocked.opened, slot.account)
