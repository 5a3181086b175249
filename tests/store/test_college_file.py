import os
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from lsadesk.errors import UserError
from lsadesk.store import college_file, database, schema
from lsadesk.store.college_file import Created, NewerFile, Unlocked
from lsadesk.store.database import Damaged, Engines, InUse, raw_connection, set_user_version
from lsadesk.store.layout import BACKUPS, DATABASE, KEYS, LOCK, TWIN, folder_for
from lsadesk.store.sealing import vault
from lsadesk.store.sealing.boxes import Boxes
from lsadesk.store.sealing.keyfile import Effort
from lsadesk.store.sealing.keys import WrongSecret

SignIn = Callable[..., Unlocked]
OnDisk = Callable[[Path], dict[str, bytes]]


def remember(unlocked: Unlocked, words: str) -> None:
    with unlocked.engines.writer.begin() as connection:
        connection.execute(text("INSERT INTO setting VALUES ('words', :words)"), {"words": words})


def remembered(unlocked: Unlocked) -> str | None:
    with unlocked.engines.reader.connect() as connection:
        found = connection.execute(text("SELECT value FROM setting WHERE key = 'words'"))
        return found.scalar_one_or_none()


@contextmanager
def refused(folder: Path, on_disk: OnDisk, kind: type[UserError], words: str) -> Iterator[None]:
    """Fails unless the block is refused with one sentence and leaves the disk as it was."""
    before = on_disk(folder)
    with pytest.raises(kind, match=words) as told:
        yield
    assert "\n" not in str(told.value)
    left = {name: content for name, content in on_disk(folder).items() if content}
    left.pop(f"{DATABASE}-shm", None)
    assert left == {name: content for name, content in before.items() if content}


def test_a_new_college_holds_what_was_put_in_when_opened_again(
    college: Created, sign_in: SignIn
) -> None:
    remember(college.unlocked, "quiet room")
    college.unlocked.close()
    again = sign_in(college.unlocked.folder)
    assert remembered(again) == "quiet room"
    assert college_file.check(again) == []
    assert (again.account_id, again.login, again.wrong_guesses) == (1, "pat", 0)


def test_a_closed_college_is_four_things_in_a_folder(closed: Path) -> None:
    assert {path.name for path in closed.iterdir()} == {DATABASE, KEYS, TWIN, BACKUPS}


def test_without_a_key_only_the_name_and_the_logins_can_be_told(closed: Path) -> None:
    seen = college_file.inspect(closed)
    assert (seen.name, seen.logins) == ("Canal Street", ("pat",))


@pytest.mark.parametrize(
    ("college", "folder"),
    [
        ("Harbour Lane", "Harbour Lane.lsadesk"),
        ('St. Mary\'s: "Arts/Crafts"', "St. Mary's Arts Crafts.lsadesk"),
        (" ../.. ", "College.lsadesk"),
    ],
)
def test_a_colleges_name_becomes_a_folder_that_every_system_allows(
    tmp_path: Path, college: str, folder: str
) -> None:
    assert folder_for(tmp_path, college) == tmp_path / folder


def create(folder: Path, quick: Effort, initialise: Callable[[Engines], None]) -> Created:
    return college_file.create(
        folder,
        owner_login="pat",
        secret="harbour-7",
        schema_version=1,
        initialise=initialise,
        effort=quick,
    )


def test_a_college_that_cannot_be_made_leaves_nothing_behind(tmp_path: Path, quick: Effort) -> None:
    def fails(_: Engines) -> None:
        raise RuntimeError("our own fault")

    with pytest.raises(RuntimeError, match="our own fault"):
        create(tmp_path / "Harbour.lsadesk", quick, fails)
    assert list(tmp_path.iterdir()) == []


def test_a_college_is_never_made_over_something_else(tmp_path: Path, quick: Effort) -> None:
    folder = tmp_path / "Harbour.lsadesk"
    folder.mkdir()
    (folder / "letter.txt").write_text("keep me")
    with pytest.raises(UserError, match="something at"):
        create(folder, quick, schema.initialise)
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_a_college_may_be_made_in_an_empty_folder(tmp_path: Path, quick: Effort) -> None:
    folder = tmp_path / "Harbour.lsadesk"
    folder.mkdir()
    create(folder, quick, schema.initialise).unlocked.close()
    assert (folder / DATABASE).exists()


def test_a_college_is_not_made_in_a_synchronised_folder(tmp_path: Path, quick: Effort) -> None:
    with pytest.raises(UserError, match="Dropbox"):
        create(tmp_path / "Dropbox" / "Harbour.lsadesk", quick, schema.initialise)
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_password_is_refused(closed: Path, sign_in: SignIn, on_disk: OnDisk) -> None:
    with refused(closed, on_disk, vault.WrongPassword, "^Wrong password"):
        sign_in(closed, "pat", "harbour-8")


def test_a_login_that_nobody_has_is_refused(closed: Path, sign_in: SignIn, on_disk: OnDisk) -> None:
    with refused(closed, on_disk, UserError, "no account “sam”"):
        sign_in(closed, "sam", "harbour-7")


def test_a_file_of_a_newer_version_is_refused(
    college: Created, sign_in: SignIn, on_disk: OnDisk
) -> None:
    with college.unlocked.engines.writer.begin() as connection:
        set_user_version(connection, schema.SCHEMA_VERSION + 1)
    college.unlocked.close()
    with refused(college.unlocked.folder, on_disk, NewerFile, "newer version"):
        sign_in(college.unlocked.folder)


def test_a_flipped_bit_anywhere_is_refused_as_damage(
    closed: Path, sign_in: SignIn, on_disk: OnDisk
) -> None:
    whole = (closed / DATABASE).read_bytes()
    chance = random.Random(5)
    for _ in range(20):
        place = chance.randrange(len(whole))
        flipped = whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :]
        (closed / DATABASE).write_bytes(flipped)
        with refused(closed, on_disk, Damaged, "damaged.*newest backup"):
            sign_in(closed)


@pytest.mark.parametrize("kept", [0, 1, 400, 4096, 8192, -4096, -1])
def test_a_file_cut_off_is_refused_as_damage(
    closed: Path, sign_in: SignIn, on_disk: OnDisk, kept: int
) -> None:
    whole = (closed / DATABASE).read_bytes()
    (closed / DATABASE).write_bytes(whole[:kept])
    with refused(closed, on_disk, Damaged, "newest backup"):
        sign_in(closed)


def test_a_copy_made_while_it_was_written_to_is_refused_as_damage(
    closed: Path, sign_in: SignIn, on_disk: OnDisk
) -> None:
    page, before = 4096, (closed / DATABASE).read_bytes()
    unlocked = sign_in(closed)
    remember(unlocked, "quiet room" * 2000)
    unlocked.close()
    after = (closed / DATABASE).read_bytes()
    (closed / DATABASE).write_bytes(after[:page] + before[page:] + after[len(before) :])
    with refused(closed, on_disk, Damaged, "damaged"):
        sign_in(closed)


def test_damage_beside_an_unfinished_log_leaves_both_as_evidence(
    college: Created, sign_in: SignIn, on_disk: OnDisk, tmp_path: Path
) -> None:
    folder = tmp_path / "Copied.lsadesk"
    remember(college.unlocked, "quiet room")
    folder.mkdir()
    for path in college.unlocked.folder.iterdir():
        if path.is_file() and path.name != LOCK and not path.name.endswith("-shm"):
            (folder / path.name).write_bytes(path.read_bytes())
    whole = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(whole[:-2000] + b"\xff" + whole[-1999:])
    assert (folder / f"{DATABASE}-wal").stat().st_size > 0
    with refused(folder, on_disk, Damaged, "damaged"):
        sign_in(folder)


def test_a_missing_folder_a_strange_folder_and_missing_records_are_told_apart(
    closed: Path, sign_in: SignIn, on_disk: OnDisk, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="There is no folder"):
        sign_in(tmp_path / "gone.lsadesk")
    (tmp_path / "letters").mkdir()
    with refused(tmp_path / "letters", on_disk, UserError, "is not a college file"):
        sign_in(tmp_path / "letters")
    (closed / DATABASE).unlink()
    with refused(closed, on_disk, UserError, "records are missing"):
        sign_in(closed)


def test_a_file_held_by_another_program_is_refused(
    college: Created, sign_in: SignIn, on_disk: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    college.unlocked.close()
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    folder = college.unlocked.folder
    holder = raw_connection(folder / DATABASE, college.unlocked.database_key)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("SELECT count(*) FROM setting").fetchone()
    try:
        with refused(folder, on_disk, InUse, "Another program is using"):
            sign_in(folder)
    finally:
        holder.close()


@contextmanager
def as_somebody_without_rights() -> Iterator[None]:
    """Root may write anywhere, so the block runs as nobody in particular."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_folder_that_cannot_be_written_to_is_refused(
    quick: Effort, sign_in: SignIn, on_disk: OnDisk
) -> None:
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        folder = Path(made) / "Harbour.lsadesk"
        create(folder, quick, schema.initialise).unlocked.close()
        for path in [*folder.iterdir(), folder]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        with (
            refused(folder, on_disk, UserError, "write-protected"),
            as_somebody_without_rights(),
        ):
            sign_in(folder)
        folder.chmod(0o755)


def test_two_sessions_may_work_in_one_college(closed: Path, sign_in: SignIn) -> None:
    first, second = sign_in(closed), sign_in(closed)
    remember(first, "large print")
    assert remembered(second) == "large print"
    second.close()
    assert (closed / LOCK).exists()
    first.close()
    assert not (closed / LOCK).exists()


def test_a_lock_left_by_a_crash_is_no_obstacle(closed: Path, sign_in: SignIn) -> None:
    (closed / LOCK).write_text('[{"pid": 0, "host": "x", "user": "sam", "since": "then"}]')
    assert sign_in(closed).login == "pat"


def older(closed: Path, sign_in: SignIn) -> None:
    unlocked = sign_in(closed)
    remember(unlocked, "from the old version")
    unlocked.close()


def test_an_older_file_is_migrated_after_a_verified_copy_was_made(
    closed: Path, sign_in: SignIn
) -> None:
    older(closed, sign_in)
    seen: list[tuple[int, int]] = []

    def migrate(engines: Engines, version: int) -> None:
        seen.append((version, len(list((closed / BACKUPS).iterdir()))))
        with engines.writer.begin() as connection:
            set_user_version(connection, 2)

    unlocked = college_file.unlock(closed, "pat", "harbour-7", schema_version=2, migrate=migrate)
    assert seen == [(1, 1)]
    assert remembered(unlocked) == "from the old version"
    unlocked.close()


def test_a_migration_that_fails_leaves_the_old_file_as_it_was(
    closed: Path, sign_in: SignIn
) -> None:
    older(closed, sign_in)

    def fails(engines: Engines, _version: int) -> None:
        with engines.writer.begin() as connection:
            connection.execute(text("DROP TABLE setting"))
            raise RuntimeError("our own fault")

    with pytest.raises(RuntimeError, match="our own fault"):
        college_file.unlock(closed, "pat", "harbour-7", schema_version=2, migrate=fails)
    assert remembered(sign_in(closed)) == "from the old version"


def test_a_forgotten_password_is_replaced_by_bringing_the_paper(
    college: Created, sign_in: SignIn
) -> None:
    folder = college.unlocked.folder
    remember(college.unlocked, "large print")
    college.unlocked.close()
    opened = college_file.unlock_with_recovery(
        folder,
        college.recovery_key.lower().replace("-", " "),
        "pat",
        new_secret="lane-8",
        schema_version=schema.SCHEMA_VERSION,
        migrate=schema.migrate,
    )
    opened.close()
    assert remembered(sign_in(folder, "pat", "lane-8")) == "large print"


@pytest.mark.parametrize("keeps_private", [True, False])
def test_private_drafts_come_back_with_the_paper_only_where_the_college_chose_so(
    tmp_path: Path, quick: Effort, keeps_private: bool
) -> None:
    created = college_file.create(
        tmp_path / "Harbour.lsadesk",
        owner_login="pat",
        secret="harbour-7",
        schema_version=1,
        initialise=schema.initialise,
        effort=quick,
        keeps_private=keeps_private,
    )
    draft = created.unlocked.boxes.sealed("more cookery", "reflection", 1)
    created.unlocked.close()
    opened = vault.unlock_with_recovery(created.unlocked.folder, created.recovery_key, "pat")
    with nullcontext() if keeps_private else pytest.raises(WrongSecret):
        assert Boxes(opened.private_key).opened(draft, "reflection", 1) == "more cookery"


def test_keys_lost_altogether_come_back_out_of_a_backup_with_the_records_of_today(
    college: Created, sign_in: SignIn
) -> None:
    folder = college.unlocked.folder
    saved = college.unlocked.back_up(datetime(2026, 11, 20, 16, tzinfo=UTC))
    remember(college.unlocked, "since the backup")
    college.unlocked.close()
    for name in (KEYS, TWIN):
        (folder / name).write_bytes(b"gone")
    with pytest.raises(UserError, match="recovery key"):
        sign_in(folder)
    college_file.restore_keys(saved, folder, vault.by_recovery(college.recovery_key, "pat"))
    assert remembered(sign_in(folder)) == "since the backup"
