"""The college file itself: made, opened, checked, backed up, restored."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from lsadesk.domain.changes import Changes, Done, Subject
from lsadesk.domain.keeping.moving import Moved
from lsadesk.domain.rights import CHANGE, EXPORT, AccountId, Kind, allows
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.desk import Desk, require_secret
from lsadesk.operations.keeping import trail_watch
from lsadesk.store import accounts, college_file, schema, settings
from lsadesk.store.appraisals import signing
from lsadesk.store.backups import container
from lsadesk.store.college_file import Unlocked
from lsadesk.store.database import Damaged, Engines
from lsadesk.store.keeping import erased_list, soundness
from lsadesk.store.layout import Closed as ClosedCollege
from lsadesk.store.layout import folder_for
from lsadesk.store.presence import others_inside
from lsadesk.store.sealing import guesses, vault
from lsadesk.store.sealing.keyfile import Effort, KeyFile
from lsadesk.store.sealing.keys import Opened
from lsadesk.store.sealing.vault import KeysDamaged
from lsadesk.store.trail import Entry
from lsadesk.store.work import Store, utc_now

NAME = "college name"
ENDING = ".lsadesk"

__all__ = [
    "ClosedCollege",
    "Damaged",
    "KeysDamaged",
    "NewCollege",
    "Other",
    "back_up",
    "check",
    "folder_for",
    "look",
    "loose_ends",
    "new_college",
    "others",
    "owner_login",
    "owner_of_backup",
    "restore",
    "seconds_to_wait",
    "unlock",
    "unlock_with_recovery",
]


@dataclass(frozen=True, slots=True)
class NewCollege:
    """A college just made, and its recovery key, which is shown this once."""

    desk: Desk
    recovery_key: str = field(repr=False)


def new_college(
    folder: Path,
    *,
    college: str,
    owner: str,
    secret: str,
    keeps_private: bool = False,
    effort: Effort | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> NewCollege:
    """Make a college file at *folder* whose first account, *owner*, may do everything.

    *keeps_private*: what people have not handed in yet survives a forgotten PIN, because
    whoever holds the recovery key on paper can open it. *effort* left out is measured on
    this computer.

    Raises:
        UserError: a name is missing, something is at *folder* already, or it is no place
            for a college file.
    """
    if not college.strip():
        raise UserError("The college needs a name.")
    if not owner.strip():
        raise UserError("The owner needs a login: a short name to sign in with.")
    require_secret(secret)

    def fill(engines: Engines) -> None:
        schema.initialise(engines)
        store = Store(engines, account=college_file.OWNER, database_key=b"", clock=clock)
        with store.begin() as work:
            settings.set_setting(work, NAME, college.strip())
            accounts.add(work, owner.strip(), is_head=True, is_administrator=True)
            work.commit_more()

    created = college_file.create(
        folder,
        owner_login=owner.strip(),
        secret=secret,
        schema_version=schema.SCHEMA_VERSION,
        initialise=fill,
        effort=effort,
        keeps_private=keeps_private,
    )
    desk = _sit_down(created.unlocked, clock, "made the college")
    return NewCollege(desk, created.recovery_key)


def look(folder: Path) -> ClosedCollege:
    """What can be told of a college without a key: its name and its logins.

    Raises:
        UserError: it is missing, is no college file, or its keys cannot be read.
    """
    return college_file.inspect(folder)


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody in another window: their account, their user of the computer, since when."""

    login: str
    user: str
    since: datetime


def others(folder: Path) -> tuple[Other, ...]:
    """Who else has the college open on this computer, the longest first."""
    found = [
        Other(each.login, each.user, datetime.fromisoformat(each.since))
        for each in others_inside(folder)
    ]
    return tuple(sorted(found, key=lambda each: each.since))


def owner_login(folder: Path) -> str:
    """The login of the account that made the college.

    Raises:
        UserError: that account has no way in any more.
    """
    look(folder)
    return _owner(vault.read(folder))


def owner_of_backup(saved: Path) -> str:
    """The login of the account that made the college in a backup.

    Raises:
        UserError: it is no whole backup, or that account had no way in any more.
    """
    return _owner(container.read_keys(saved))


def seconds_to_wait(folder: Path, login: str) -> int:
    """How long to wait before the next try, after wrong passwords; nought as a rule."""
    return guesses.read(folder, login).wait(time.time())


def unlock(
    folder: Path, login: str, secret: str, *, clock: Callable[[], datetime] = utc_now
) -> Desk:
    """Sign in.

    Raises:
        UserError: one sentence each for a wrong password, a newer, damaged, missing or busy
            file, one of another edition, a folder that cannot be written to and a full disk.
    """
    unlocked = college_file.unlock(
        folder,
        login,
        secret,
        schema_version=schema.SCHEMA_VERSION,
        migrate=schema.migrate,
    )
    wrong = unlocked.wrong_guesses
    return _sit_down(unlocked, clock, f"signed in after {wrong} wrong" if wrong else "signed in")


def unlock_with_recovery(
    folder: Path,
    typed: str,
    login: str,
    new_secret: str,
    *,
    clock: Callable[[], datetime] = utc_now,
) -> Desk:
    """Sign in with the recovery key on paper, and give *login* a new secret.

    Raises:
        UserError: as `unlock`, and for a slip in the paper's letters, naming the group.
    """
    require_secret(new_secret)
    unlocked = college_file.unlock_with_recovery(
        folder,
        typed,
        login,
        new_secret=new_secret,
        schema_version=schema.SCHEMA_VERSION,
        migrate=schema.migrate,
    )
    return _sit_down(unlocked, clock, "signed in with the recovery key")


def check(desk: Desk) -> list[str]:
    """What is wrong with the college file, as plain sentences; empty when all is well."""
    desk.require_now(Kind.BACKUP, access=CHANGE)
    wrong = college_file.check(desk.unlocked)
    line = trail_watch.look(desk)
    if line is not None:
        wrong.append(
            f"The trail of what happened was altered or cut at line {line}. Keep this file as "
            "it is, and compare it with the newest backup."
        )
    wrong += [
        f"The trail was altered or cut at line {each.line}, as is known. {each}"
        for each in trail_watch.noted(desk)
    ]
    wrong += [
        f"The record of appraisal number {each} was altered outside the program, so its "
        "signatures count no more. Keep this file as it is, and compare it with a backup."
        for each in signing.altered(desk.store)
    ]
    with desk.store.read() as reading:
        wrong += [str(each) for each in soundness.findings(reading) if each.is_broken]
    return wrong + _ways_in(desk)


def loose_ends(desk: Desk) -> list[str]:
    """What somebody has to tidy in a file that is whole, each with where to do it."""
    with desk.reading(Kind.BACKUP, access=CHANGE) as reading:
        return [str(each) for each in soundness.findings(reading) if not each.is_broken]


def _ways_in(desk: Desk) -> list[str]:
    """Accounts and the key file tell of the same people."""
    slots = {slot.account for slot in vault.read(desk.folder).slots}
    with desk.store.read() as reading:
        every = accounts.all_accounts(reading)
    open_ = {each.id for each in every if not each.has_ended(desk.today)}
    return [
        f"The account {each.login} has no way in any more. Give it a new PIN or password (People, "
        "Accounts)."
        for each in every
        if each.id in open_ - slots
    ] + [
        f"The key file lets in account number {each}, which is not open here. Compare the accounts "
        "with an earlier copy, and change the recovery key."
        for each in sorted(slots - open_)
    ]


def back_up(desk: Desk, to: Path | None = None) -> Done[Path]:
    """A verified copy of the whole college, at *to* or in the college's own folder.

    Raises:
        UserError: there is something at *to* already, or the disk is in the way.
    """
    desk.require_now(Kind.BACKUP, access=EXPORT)
    now = desk.store.clock()
    desk.note(Entry("backed up", Kind.BACKUP))
    if to is None:
        made = desk.unlocked.back_up(now)
    else:
        made = to if to.suffix else to.with_suffix(".lsabackup")
        desk.unlocked.back_up_to(made, now)
    return Done(made, Changes(frozenset({Subject.COLLEGE}), "Backed up"))


def restore(saved: Path, folder: Path, login: str, secret: str) -> Path | None:
    """Put the college of a backup into *folder*; where what stood there was moved, if any.

    Raises:
        NotAllowed: *login* was no administrator when the backup was made.
        UserError: the backup is not whole, the password is not right in it, the college is
            open somewhere, or the disk is in the way. What stood in *folder* stands then.
    """
    return college_file.restore(
        saved, folder, vault.by_secret(login, secret), datetime.now(UTC), _admit
    )


def _owner(keys: KeyFile) -> str:
    for slot in keys.slots:
        if slot.account == college_file.OWNER:
            return slot.login
    raise UserError("The account that made this college is gone. Say with --as who you are.")


def _sit_down(unlocked: Unlocked, clock: Callable[[], datetime], action: str) -> Desk:
    store = _store(unlocked.engines, unlocked.opened, clock)
    try:
        schema.require_own_tables(unlocked.engines)
        with store.begin() as work:
            name = settings.setting(work, NAME, "")
            kept = settings.setting(work, settings.MOVED)
            held = accounts.get(work, AccountId(unlocked.account_id))
            if held.has_ended(work.today):
                raise UserError("This account has ended. Ask the administrator.")
            erased_list.carry(unlocked.folder, work)
            work.commit(Entry(action, Kind.ACCOUNT, unlocked.account_id))
        with store.read() as reading:
            erased_list.remember(unlocked.folder, reading)
    except BaseException:
        unlocked.close()
        raise
    return Desk(unlocked, store, name, _moved(kept))


def _moved(kept: dict[str, str] | None) -> Moved | None:
    if kept is None:
        return None
    return Moved(at=datetime.fromisoformat(kept["at"]), by=kept["by"], copy=kept["copy"])


def _admit(engines: Engines, opened: Opened) -> None:
    """Let an administrator restore the college of *engines*, with a line on its own trail."""
    with _store(engines, opened, utc_now).begin() as work:
        standing = accounts.standing_of(work, opened.account)
        if not allows(standing, CHANGE, Kind.BACKUP):
            raise NotAllowed(
                "Only an administrator may go back to an earlier copy. Ask one of them to sign in "
                "here. Nothing was changed."
            )
        work.commit(Entry("restored", Kind.BACKUP))


def _store(engines: Engines, opened: Opened, clock: Callable[[], datetime]) -> Store:
    return Store(engines, account=opened.account, database_key=opened.database_key, clock=clock)
