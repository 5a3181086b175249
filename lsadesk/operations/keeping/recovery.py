"""The recovery key on paper: its sheet, and another one in place of it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.keeping.recovery import RecoverySheet
from lsadesk.domain.rights import CHANGE, Kind
from lsadesk.operations.desk import Desk
from lsadesk.store.keeping import notice
from lsadesk.store.sealing import recovery_key, vault
from lsadesk.store.trail import Entry


def fresh_key(desk: Desk, secret: str) -> str:
    """Another recovery key as it is printed; it opens nothing before `change_recovery_key`.

    Raises:
        WrongPassword: *secret* is not that of whoever is signed in.
    """
    with desk.writing(Kind.ACCOUNT):
        vault.unlock(desk.folder, desk.login, secret)
        return recovery_key.to_paper(recovery_key.new())


def change_recovery_key(desk: Desk, secret: str, printed: str) -> Done[None]:
    """Let *printed* open the college from now on; the key on the paper before opens it no more.

    *secret* is that of whoever is signed in: an open desk is not enough. What people sealed
    to the paper before, where the college chose that, is sealed to this one as they sign in.
    The whole file gets another key when it is next opened with nobody else inside. Copies
    made before still open with the key before.

    Raises:
        WrongPassword: the secret is not right.
    """
    key = recovery_key.from_paper(printed)
    with desk.writing(Kind.ACCOUNT) as work:
        vault.unlock(desk.folder, desk.login, secret)
        vault.change_recovery(desk.folder, desk.unlocked.opened, key)
        return desk.keep(
            work,
            None,
            "Changed the recovery key",
            Entry("changed recovery key", Kind.ACCOUNT),
            Subject.ACCOUNTS,
            undo=False,
        )


@dataclass(frozen=True, slots=True)
class Drafts:
    """Whether the recovery key opens drafts, and for how many of the accounts it does by now."""

    keeps: bool
    covered: int
    accounts: int


def drafts(desk: Desk) -> Drafts:
    """What the paper opens of what people have sealed."""
    with desk.reading(Kind.ACCOUNT, access=CHANGE):
        found = vault.read(desk.folder)
    covered = sum(slot.escrow is not None for slot in found.slots)
    return Drafts(found.recovery.keeps_private, covered, len(found.slots))


def keep_drafts(desk: Desk, secret: str, *, keeps: bool) -> Done[None]:
    """Let the recovery key open people's drafts, what they sealed before too, or no more.

    Their keys are sealed to the paper as each signs in next, when each is shown the privacy
    notice about it; they are taken from it at once. Copies made before stay as they are.

    Raises:
        WrongPassword: *secret* is not that of whoever is signed in.
    """
    with desk.writing(Kind.ACCOUNT) as work:
        vault.unlock(desk.folder, desk.login, secret)
        notice.tell_of_drafts(work)
        if not keeps:  # nobody is told that it is so before it is
            vault.keep_private(desk.folder, desk.unlocked.opened, keeps=False)
        words = "Let the recovery key open drafts" if keeps else "Closed drafts to the recovery key"
        done = desk.keep(
            work,
            None,
            words,
            Entry(words[0].lower() + words[1:], Kind.ACCOUNT),
            Subject.ACCOUNTS,
            undo=False,
        )
    if keeps:  # and not before they can be told
        vault.keep_private(desk.folder, desk.unlocked.opened, keeps=True)
        vault.renew(desk.folder, desk.unlocked.opened, secret)
    return done


def write_sheet(college: str, printed: str, made_on: date, path: Path) -> Path:
    """Write the sheet with the key *printed* as PDF to *path*.

    Raises:
        UserError: nothing could be written there.
    """
    from lsadesk.reports import recovery_pdf

    recovery_pdf.write_recovery_sheet(sheet_of(college, printed, made_on), path)
    return path


def sheet_of(college: str, printed: str, made_on: date) -> RecoverySheet:
    """The sheet for the key *printed*."""
    return RecoverySheet(college=college, groups=printed.split("-"), made_on=made_on)
