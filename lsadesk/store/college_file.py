"""The college file as people see it: made, looked at, unlocked and closed as one thing."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from lsadesk.domain.rights import AccountId
from lsadesk.errors import UserError
from lsadesk.store import checks, presence
from lsadesk.store.backups import backup
from lsadesk.store.database import Damaged, Engines, InUse, connect, plain_sentences, user_version
from lsadesk.store.durable import sync_folder
from lsadesk.store.layout import (
    BACKUPS,
    DATABASE,
    Closed,
    college_name,
    require_college,
)
from lsadesk.store.places import check_place
from lsadesk.store.sealing import keys, recovery_key, rekey, vault
from lsadesk.store.sealing.boxes import Boxes
from lsadesk.store.sealing.keyfile import Effort, KeyFile
from lsadesk.store.sealing.keys import Opened

OWNER = AccountId(1)

Initialise = Callable[[Engines], None]
Migrate = Callable[[Engines, int], None]


class NewerFile(UserError):
    """The college file was written by a newer version of the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked:
    """An open college file and whose keys opened it; `close` it when done.

    *wrong_guesses* came before this sign-in, for the trail. *boxes* are what this person keeps
    private in, and nobody else opens.
    """

    folder: Path
    engines: Engines
    opened: Opened
    holder: presence.Holder
    wrong_guesses: int = 0
    boxes: Boxes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "boxes", Boxes(self.opened.private_key))

    @property
    def account_id(self) -> AccountId:
        """The account that signed in."""
        return self.opened.account

    @property
    def login(self) -> str:
        """What it signed in with."""
        return self.opened.login

    @property
    def database_key(self) -> bytes:
        """The key of the whole file; the trail's key is derived from it."""
        return self.opened.database_key

    def back_up(self, now: datetime, *, keep: Path | None = None) -> Path:
        """A verified backup in the college's own folder; old ones but *keep* are thinned."""
        return backup.back_up_here(self.folder, self.engines, self.database_key, now, keep=keep)

    def back_up_to(self, to: Path, now: datetime) -> None:
        """A verified backup at *to*."""
        backup.back_up(self.folder, self.engines, self.database_key, to=to, now=now)

    def close(self) -> None:
        """Let go of the file; everything committed is in it."""
        self.engines.dispose()
        presence.leave(self.folder, self.holder)


@dataclass(frozen=True, slots=True)
class Created:
    """A new college file, open, and its recovery key as it is to be printed: once."""

    unlocked: Unlocked
    recovery_key: str = field(repr=False)


def create(
    folder: Path,
    *,
    owner_login: str,
    secret: str,
    schema_version: int,
    initialise: Initialise,
    effort: Effort | None = None,
    keeps_private: bool = False,
) -> Created:
    """Make a college file at *folder*, whole or not at all.

    *initialise* makes the tables and sets the schema version. *keeps_private*: people's
    private keys are sealed to the recovery key too. *effort* left out is measured here.

    Raises:
        UserError: there is something at *folder*, or it is no place for a college file.
    """
    _require_free(folder)
    check_place(folder)
    paper = recovery_key.new()
    opened = Opened(
        account=OWNER,
        login=" ".join(owner_login.split()),
        database_key=keys.new_key(),
        private_key=keys.new_private_key(),
    )
    recovery = keys.make_recovery(paper, opened.database_key, keeps_private=keeps_private)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".making", dir=folder.parent) as made:
        room = Path(made) / "college"
        (room / BACKUPS).mkdir(parents=True)
        vault.write(room, KeyFile((), recovery), opened.database_key)
        vault.set_secret(room, opened, secret, effort or keys.calibrated_effort())
        _fill(room / DATABASE, opened.database_key, initialise, schema_version)
        if folder.exists():
            folder.rmdir()
        room.rename(folder)
    sync_folder(folder.parent)
    return Created(_entered(folder, opened), recovery_key.to_paper(paper))


def inspect(folder: Path) -> Closed:
    """What can be told without a key: the college's name and who may sign in.

    Raises:
        UserError: it is missing, is not a college file, or its keys cannot be read.
    """
    require_college(folder)
    logins = tuple(slot.login for slot in vault.read(folder).slots)
    return Closed(folder, college_name(folder), logins)


def unlock(
    folder: Path, login: str, secret: str, *, schema_version: int, migrate: Migrate
) -> Unlocked:
    """Open the college file as *login*; a file of an older schema is backed up and migrated.

    Raises:
        UserError: one sentence each for a wrong password, a newer, damaged, missing or
            busy file, a folder that cannot be written to and a full disk. Nothing has been
            changed on the disk then.
    """
    _require_usable(folder)
    keys_before = vault.read(folder)
    opened, wrong_guesses = vault.unlock(folder, login, secret)
    try:
        unlocked = _open(folder, opened, schema_version, migrate, wrong_guesses)
    except Damaged as error:
        if vault.read(folder) == keys_before:
            raise
        raise InUse("Somebody else was just signing in. Try again.") from error
    vault.renew(folder, unlocked.opened, secret)
    return unlocked


def unlock_with_recovery(
    folder: Path, typed: str, login: str, *, new_secret: str, schema_version: int, migrate: Migrate
) -> Unlocked:
    """Open the college file by the recovery key on paper and give *login* a new secret.

    Raises:
        UserError: as `unlock`, and for a slip in the paper's letters, naming the group.
    """
    _require_usable(folder)
    opened = vault.unlock_with_recovery(folder, typed, login)
    unlocked = _open(folder, opened, schema_version, migrate, 0)
    effort = max((slot.effort for slot in vault.read(folder).slots), key=lambda one: one.memory)
    try:
        vault.set_secret(folder, unlocked.opened, new_secret, effort)
    except BaseException:
        unlocked.close()
        raise
    return unlocked


def restore(
    saved: Path,
    folder: Path,
    opener: vault.Opener,
    now: datetime,
    admit: backup.Admit = backup.whoever_opens_it,
) -> Path | None:
    """Put the college of a backup into *folder*; where the old files were moved, if any.

    Raises:
        UserError: somebody has the college open, the backup is not whole, the password is
            not right, *admit* refuses, or the disk is in the way.
    """
    check_place(folder)
    if folder.exists() and presence.inside(folder):
        raise UserError("This college is open. Close it in every window before restoring.")
    return backup.restore(saved, folder, opener, now, admit)


def restore_keys(saved: Path, folder: Path, opener: vault.Opener) -> None:
    """Mend a college whose key files are both damaged with the keys of a backup of it.

    The records stay as they are; passwords are those of the day of the backup.

    Raises:
        UserError: the backup is not whole or of another college, or the password is wrong.
    """
    backup.keys_from(saved, folder, opener)


def check(unlocked: Unlocked) -> list[str]:
    """What is wrong with an open college file, as plain sentences; empty when all is well."""
    with plain_sentences(), unlocked.engines.reader.begin() as connection:
        wrong = checks.findings(connection)
    wrong += checks.page_findings(unlocked.engines, unlocked.folder / DATABASE)
    return wrong + [
        f"The way in of “{slot.login}” was altered outside the program. Give that account a new "
        "PIN or password."
        for slot in vault.read(unlocked.folder).slots
        if not keys.is_proven(slot, unlocked.database_key)
    ]


def _open(
    folder: Path, opened: Opened, schema_version: int, migrate: Migrate, wrong_guesses: int
) -> Unlocked:
    database = folder / DATABASE
    with plain_sentences():
        opened = rekey.finished(folder, opened)
        seen = checks.look(database, opened.database_key)
        if seen.version > schema_version:
            raise NewerFile(
                "This college was last used with a newer version of LSA Desk. Install that "
                "version on this computer, then open it again; nothing was changed."
            )
        before, opened = opened, rekey.changed_if_due(folder, opened)
        engines = connect(database, opened.database_key)
        try:
            engines.settle()  # and opens what is written on, while the disk has room for that
            is_proven = seen.has_every_page and opened == before
            if not is_proven and checks.page_findings(engines, database):
                raise Damaged
            if seen.version < schema_version or opened != before:
                # Before migrating; and so that a copy of the new keys stands elsewhere too.
                backup.back_up_here(folder, engines, opened.database_key, datetime.now(UTC))
            if seen.version < schema_version:
                migrate(engines, seen.version)
        except BaseException:
            engines.writer.dispose()
            engines.reader.dispose()
            raise
    vault.mend(folder)
    if not presence.inside(folder):
        backup.sweep(folder)
    return _entered(folder, opened, engines, wrong_guesses)


def _entered(
    folder: Path, opened: Opened, engines: Engines | None = None, wrong_guesses: int = 0
) -> Unlocked:
    return Unlocked(
        folder=folder,
        engines=engines or connect(folder / DATABASE, opened.database_key),
        opened=opened,
        holder=presence.enter(folder, opened.login),
        wrong_guesses=wrong_guesses,
    )


def _require_free(folder: Path) -> None:
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise UserError(f"There is something at {folder} already. Choose another name.")


def _require_usable(folder: Path) -> None:
    """Refuse what cannot be a working college file, before any secret is tried."""
    require_college(folder)
    check_place(folder)
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"\0" * 65536)
            probe.flush()
    except OSError as error:
        raise UserError(
            f"Nothing can be written to {folder}: the disk is full or write-protected. Free some "
            "space, or ask whoever set up this computer to let you change files there."
        ) from error


def _fill(database: Path, key: bytes, initialise: Initialise, schema_version: int) -> None:
    engines = connect(database, key)
    try:
        with plain_sentences():
            initialise(engines)
            with engines.reader.begin() as connection:
                version = user_version(connection)
    finally:
        engines.dispose()
    if version != schema_version:
        raise RuntimeError(f"a new file has schema {version}, not {schema_version}")
