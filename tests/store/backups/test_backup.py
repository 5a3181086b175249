import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from lsadesk.errors import UserError
from lsadesk.store import college_file
from lsadesk.store.backups import container
from lsadesk.store.backups.container import MANIFEST, BadBackup
from lsadesk.store.college_file import Created, Unlocked
from lsadesk.store.layout import BACKUPS, DATABASE, KEYS, TWIN
from lsadesk.store.sealing import vault

NOW = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
PAT = vault.by_secret("pat", "harbour-7")
SignIn = Callable[..., Unlocked]


@pytest.fixture
def saved(college: Created) -> Path:
    """A backup of a college that remembers one thing."""
    remember(college.unlocked, "quiet room")
    return college.unlocked.back_up(NOW)


def remember(unlocked: Unlocked, words: str) -> None:
    with unlocked.engines.writer.begin() as connection:
        connection.execute(
            text("INSERT OR REPLACE INTO setting VALUES ('words', :words)"), {"words": words}
        )


def remembered(unlocked: Unlocked) -> str | None:
    with unlocked.engines.reader.connect() as connection:
        found = connection.execute(text("SELECT value FROM setting WHERE key = 'words'"))
        return found.scalar_one_or_none()


def test_a_backup_is_one_file_that_says_what_it_holds(saved: Path) -> None:
    assert [path.name for path in saved.parent.iterdir()] == ["2026-11-21 160000.lsabackup"]
    manifest = container.read_manifest(saved)
    assert (manifest.college, manifest.made, manifest.schema_version) == ("Harbour Lane", NOW, 1)
    assert manifest.rows["setting"] == 1
    assert b"quiet room" not in saved.read_bytes()


def test_the_newest_mark_of_the_trail_is_kept_outside_the_file(college: Created) -> None:
    with college.unlocked.engines.writer.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO trail (seq, at, account_id, action, kind, detail, salt, mark, mac)"
                " VALUES (1, '2026-11-21', 1, 'added', 'staff records', '', x'', x'', x'0102')"
            )
        )
    manifest = container.read_manifest(college.unlocked.back_up(NOW))
    assert manifest.trail_head == "0102"


def test_a_backup_holds_one_moment_while_others_write(college: Created, tmp_path: Path) -> None:
    remember(college.unlocked, "before")
    with college.unlocked.engines.writer.begin() as connection:
        connection.execute(text("UPDATE setting SET value = 'half done'"))
        college.unlocked.back_up_to(tmp_path / "copy.lsabackup", NOW)
    college_file.restore(tmp_path / "copy.lsabackup", tmp_path / "New.lsadesk", PAT, NOW)
    restored = college_file.unlock(
        tmp_path / "New.lsadesk", "pat", "harbour-7", schema_version=1, migrate=_never
    )
    assert remembered(restored) == "before"
    restored.close()


def _never(_engines: object, _version: int) -> None:
    raise AssertionError("no migration was due")


def test_a_backup_never_replaces_another_file(college: Created, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("keep me")
    with pytest.raises(UserError, match="there already"):
        college.unlocked.back_up_to(tmp_path / "letter", NOW)
    assert (tmp_path / "letter").read_text() == "keep me"


def test_two_backups_in_one_second_are_both_kept(college: Created) -> None:
    first, second = college.unlocked.back_up(NOW), college.unlocked.back_up(NOW)
    assert first != second
    assert first.exists()


def test_a_restored_college_is_as_on_the_day_of_the_backup(
    college: Created, saved: Path, sign_in: SignIn, tmp_path: Path
) -> None:
    folder = tmp_path / "On the new PC.lsadesk"
    assert college_file.restore(saved, folder, PAT, NOW) is None
    assert {path.name for path in folder.iterdir()} == {DATABASE, KEYS, TWIN}
    restored = sign_in(folder)
    assert remembered(restored) == "quiet room"
    assert college_file.check(restored) == []


def test_restoring_over_a_damaged_college_keeps_the_damaged_files(
    college: Created, saved: Path, sign_in: SignIn
) -> None:
    folder = college.unlocked.folder
    remember(college.unlocked, "since the backup")
    college.unlocked.close()
    damaged = (folder / DATABASE).read_bytes()[:5000]
    (folder / DATABASE).write_bytes(damaged)
    aside = college_file.restore(saved, folder, PAT, NOW)
    assert remembered(sign_in(folder)) == "quiet room"
    assert aside is not None
    assert (aside / DATABASE).read_bytes() == damaged
    assert (aside / KEYS).exists()


def test_a_backup_opens_with_the_paper_as_well(
    college: Created, saved: Path, tmp_path: Path, sign_in: SignIn
) -> None:
    opener = vault.by_recovery(college.recovery_key, "pat")
    college_file.restore(saved, tmp_path / "New.lsadesk", opener, NOW)
    assert remembered(sign_in(tmp_path / "New.lsadesk")) == "quiet room"


def test_restoring_with_a_wrong_password_changes_nothing(
    college: Created, saved: Path, sign_in: SignIn
) -> None:
    college.unlocked.close()
    folder = college.unlocked.folder
    before = {path.name for path in folder.iterdir()}
    with pytest.raises(vault.WrongPassword):
        college_file.restore(saved, folder, vault.by_secret("pat", "no"), NOW)
    assert {path.name for path in folder.iterdir()} == before
    assert remembered(sign_in(folder)) == "quiet room"


def test_a_college_that_somebody_has_open_is_not_restored_over(
    college: Created, saved: Path
) -> None:
    with pytest.raises(UserError, match="Close it in every window"):
        college_file.restore(saved, college.unlocked.folder, PAT, NOW)


@pytest.mark.parametrize("step", range(6))
def test_a_restore_that_fails_at_any_step_leaves_the_old_college(
    college: Created, saved: Path, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    remember(college.unlocked, "since the backup")
    college.unlocked.close()
    folder, rename, done = college.unlocked.folder, Path.rename, [0]

    def fails_once(self: Path, target: Path) -> Path:
        done[0] += 1
        if done[0] == step + 1:
            raise OSError("the stick was pulled out")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails_once)
    with pytest.raises(UserError, match="Nothing could be written"):
        college_file.restore(saved, folder, PAT, NOW)
    monkeypatch.undo()
    assert remembered(sign_in(folder)) == "since the backup"


KILLED_AT_A_STEP = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from lsadesk.store import college_file
from lsadesk.store.sealing import vault

saved, folder, last = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
rename, steps = Path.rename, []

def counted(self, target):
    steps.append(target)
    if len(steps) == last:
        os._exit(9)
    return rename(self, target)

Path.rename = counted
college_file.restore(saved, folder, vault.by_secret("pat", "harbour-7"), datetime.now(UTC))
"""


@pytest.mark.parametrize("step", [1, 2, 4, 5, 6])
def test_a_restore_killed_between_two_steps_is_told_of_and_can_be_done_again(
    college: Created, saved: Path, sign_in: SignIn, step: int
) -> None:
    remember(college.unlocked, "since the backup")
    college.unlocked.close()
    folder = college.unlocked.folder
    command = [sys.executable, "-c", KILLED_AT_A_STEP, str(saved), str(folder), str(step)]
    killed = subprocess.run(command, check=False)
    assert killed.returncode == 9
    if step == 1:
        assert remembered(sign_in(folder)) == "since the backup"
        return
    with pytest.raises(UserError, match=r"interrupted\. Restore the backup again"):
        sign_in(folder)
    college_file.restore(saved, folder, PAT, NOW)
    assert remembered(sign_in(folder)) == "quiet room"
    assert len(list(folder.glob(f"Before restoring*/{DATABASE}"))) == 1


def test_a_backup_of_another_college_gives_no_keys(saved: Path, closed: Path) -> None:
    with pytest.raises(BadBackup, match="does not hold what it says"):
        college_file.restore_keys(saved, closed, PAT)


def test_a_bit_flipped_anywhere_in_a_backup_is_noticed(saved: Path, tmp_path: Path) -> None:
    whole = saved.read_bytes()
    chance = random.Random(9)
    unnoticed = 0
    for number in range(60):
        place = chance.randrange(len(whole))
        saved.write_bytes(whole[:place] + bytes([whole[place] ^ 16]) + whole[place + 1 :])
        folder = tmp_path / f"{number}.lsadesk"
        try:
            college_file.restore(saved, folder, PAT, NOW)
        except BadBackup:
            assert not folder.exists()
        else:
            unnoticed += 1
    assert unnoticed <= 2  # a time stamp in the zip's own directory may change unseen


def rewritten(
    saved: Path, change: Callable[[dict[str, bytes]], None], compression: int = 0
) -> None:
    with zipfile.ZipFile(saved) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(saved, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def lie(**said: object) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        members[MANIFEST] = json.dumps(json.loads(members[MANIFEST]) | said).encode()

    return change


@pytest.mark.parametrize(
    "change",
    [
        lambda members: members.update({"../../planted.txt": b"x"}),
        lambda members: members.update({"/etc/planted": b"x"}),
        lambda members: members.pop(KEYS),
        lambda members: members.update({KEYS: b"[]"}),
        lambda members: members.update({KEYS: b"[" * 100_000}),
        lambda members: members.update({MANIFEST: b"{}"}),
        lambda members: members.update({MANIFEST: b" " * 1_000_000}),
        lambda members: members.update({DATABASE: b""}),
        lie(rows={"setting": 2}),
        lie(schema_version=2),
        lie(trail_head="ff"),
        lie(format=2),
        lie(made="yesterday"),
    ],
)
def test_a_backup_that_lies_or_plants_files_is_refused(
    saved: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    rewritten(saved, change)
    with pytest.raises(BadBackup, match="Choose another backup"):
        college_file.restore(saved, tmp_path / "New.lsadesk", PAT, NOW)
    assert not (tmp_path / "New.lsadesk").exists()
    assert not (tmp_path / "planted.txt").exists()


def test_a_backup_whose_directory_points_before_the_file_is_refused(saved: Path) -> None:
    content = bytearray(saved.read_bytes())
    start = len(content) - 22 + 16  # in the end record: where the directory begins
    content[start : start + 4] = (
        int.from_bytes(content[start : start + 4], "little") + 1
    ).to_bytes(4, "little")
    saved.write_bytes(content)
    with pytest.raises(BadBackup, match="not a whole backup"):
        container.read_manifest(saved)


def test_a_compressed_backup_is_refused_before_anything_is_unpacked(
    saved: Path, tmp_path: Path
) -> None:
    rewritten(saved, lambda members: None, zipfile.ZIP_DEFLATED)
    with pytest.raises(BadBackup):
        college_file.restore(saved, tmp_path / "New.lsadesk", PAT, NOW)


@pytest.mark.parametrize("content", [b"", b"PK", b"a letter", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_backup_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.lsabackup").write_bytes(content)
    with pytest.raises(BadBackup, match="not a whole backup"):
        container.read_manifest(tmp_path / "x.lsabackup")


def test_old_backups_are_thinned_but_files_of_others_stay(college: Created) -> None:
    shelf = college.unlocked.folder / BACKUPS
    for hour in range(3):
        college.unlocked.back_up(NOW - timedelta(days=5, hours=hour))
    (shelf / "mine.lsabackup").write_text("not a backup")
    college.unlocked.back_up(NOW)
    assert sorted(path.name for path in shelf.iterdir()) == [
        "2026-11-16 160000.lsabackup",
        "2026-11-21 160000.lsabackup",
        "mine.lsabackup",
    ]


def test_a_backup_that_the_disk_did_not_keep_is_not_there_afterwards(
    college: Created, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = container.pack

    def loses_the_end(target: Path, *rest: object) -> None:
        pack(target, *rest)  # type: ignore[arg-type]
        target.write_bytes(target.read_bytes()[:-100])

    monkeypatch.setattr(container, "pack", loses_the_end)
    with pytest.raises(BadBackup):
        college.unlocked.back_up_to(tmp_path / "copy.lsabackup", NOW)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Harbour Lane.lsadesk"]
