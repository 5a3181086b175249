"""What kills, power cuts, flipped bits and a full disk leave; the long runs are in benchmarks."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.faults import flips, power_cuts, workload
from lsadesk.errors import UserError
from lsadesk.store.layout import BACKUPS, DATABASE, KEYS, TWIN
from lsadesk.store.sealing import keyfile, vault
from lsadesk.store.sealing.keys import new_key

ROOT = Path(__file__).parents[2]
NEEDS_STRACE = pytest.mark.skipif(
    shutil.which("strace") is None,
    reason="recording what reaches the disk needs strace (Debian: apt-get install strace)",
)


def run(*arguments: str) -> dict[str, object]:
    """What a fault run in a process of its own says, as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    said: dict[str, object] = json.loads(done.stdout)
    return said


def test_a_run_that_has_said_something_is_gone_on_from_and_one_that_broke_down_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from benchmarks.faults import __main__ as faults  # all of the program: not for every test here

    said = iter(["", json.dumps({"files": 5})])
    monkeypatch.setattr(
        faults, "_done", lambda *_: subprocess.CompletedProcess([], 1, next(said), "out of memory")
    )
    flip, never = faults.Run("flips", "flips", ("5",)), time.monotonic() + 60
    broken = faults.told_by(flip, tmp_path, never)
    assert broken is not None
    assert "out of memory" in broken.said["broken"][0]
    told = faults.told_by(flip, tmp_path, never)
    assert told is not None
    assert told.said == {"files": 5}
    assert faults.told_by(flip, tmp_path, ends=0) == told, "kept"
    assert faults.told_by(faults.Run("kills", "kills", ()), tmp_path, ends=0) is None


@pytest.mark.slow
def test_a_process_killed_sixty_times_while_it_saves_loses_nothing_it_said_was_saved() -> None:
    outcome = run("benchmarks.faults.kills", "60", "7")
    assert outcome["kills"] == 60
    assert outcome["mid_write"] == 60
    assert outcome["broken"] == []
    assert outcome["lost"] == 0
    assert isinstance(outcome["commits"], int)
    assert outcome["commits"] >= 60


@pytest.mark.slow
@pytest.mark.parametrize("job", ["new password", "backup", "restore", "migration"])
def test_a_process_killed_in_the_middle_of_a_long_job_leaves_a_college_that_opens(job: str) -> None:
    outcome = run("benchmarks.faults.interrupted", job, "15", "13")
    assert (outcome["kills"], outcome["broken"]) == (15, [])


@pytest.mark.slow
@NEEDS_STRACE
def test_a_power_cut_at_any_moment_loses_nothing_that_was_said_to_be_saved(tmp_path: Path) -> None:
    outcome = power_cuts.run(150, tmp_path)
    assert outcome.broken == []
    assert (outcome.states, outcome.lost) == (150, 0)


@pytest.mark.slow
@NEEDS_STRACE
def test_the_power_cut_test_notices_when_durability_is_weakened(tmp_path: Path) -> None:
    outcome = power_cuts.run(50, tmp_path, weakened=True)
    assert outcome.lost > 10
    assert outcome.worst > 1


def test_a_bit_flipped_at_any_of_a_hundred_places_is_noticed(tmp_path: Path) -> None:
    outcome = flips.run(100, tmp_path)
    assert (outcome.noticed, outcome.missed) == (100, [])


@pytest.mark.parametrize("limit", [300_000, 700_000])
def test_a_disk_that_runs_full_is_told_in_a_sentence_and_keeps_what_was_saved(
    tmp_path: Path, limit: int
) -> None:
    database, key = tmp_path / "college.lsadb", new_key()
    workload.prepare(database, key)
    told = run("benchmarks.faults.full_disk", str(database), key.hex(), str(limit))
    assert "disk" in str(told["sentence"])
    verdict = workload.judge(database, key)
    assert (verdict.last, verdict.problem) == (told["said"], None)
    workload.write(database, key, lambda _: None, commits=1)
    assert workload.judge(database, key).last == verdict.last + 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB of its own; only root may make one."""
    disk = tmp_path / "stick"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, check=False).returncode:
        pytest.skip("a small disk can only be mounted by root on Linux")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_full_disk_refuses_sign_in_and_backup_in_a_sentence_and_loses_nothing(
    small_disk: Path,
) -> None:
    college = small_disk / "Harbour.lsadesk"
    flips.make_college(college)
    unlocked = flips.open_college(college)
    filler = small_disk / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    with pytest.raises(UserError, match="disk is full"):
        unlocked.back_up(datetime(2026, 11, 21, tzinfo=UTC))
    assert list((college / BACKUPS).iterdir()) == []
    unlocked.close()
    before = (college / DATABASE).read_bytes()
    with pytest.raises(UserError, match="disk is full"):
        flips.open_college(college)
    assert (college / DATABASE).read_bytes() == before
    filler.unlink()
    flips.open_college(college).close()


@pytest.mark.parametrize(
    ("owner", "call"), [(os, "fsync"), (Path, "replace"), (Path, "read_bytes")]
)
@pytest.mark.parametrize("time", [1, 2, 3])
def test_a_new_password_whose_saving_fails_half_way_leaves_one_that_works(
    closed: Path, monkeypatch: pytest.MonkeyPatch, owner: object, call: str, time: int
) -> None:
    opened, _ = vault.unlock(closed, "pat", "harbour-7")
    effort = vault.read(closed).slots[0].effort
    happened = [0]
    original = getattr(owner, call)

    def fails(*arguments: object) -> object:
        happened[0] += 1
        if happened[0] == time:
            raise OSError("no space left on device")
        return original(*arguments)

    monkeypatch.setattr(owner, call, fails)
    with contextlib.suppress(OSError):
        vault.set_secret(closed, opened, "lane-8", effort)
    monkeypatch.undo()
    secrets = [vault.by_secret("pat", secret) for secret in ("harbour-7", "lane-8")]
    assert sum(_opens(one, vault.read(closed), opened) for one in secrets) == 1
    for name in (KEYS, TWIN):
        keyfile.from_bytes((closed / name).read_bytes())
    assert not list(closed.glob("*.new"))


def _opens(opener: vault.Opener, found: keyfile.KeyFile, expected: object) -> bool:
    try:
        return vault.opened_with(opener, found) == expected
    except vault.WrongPassword:
        return False
