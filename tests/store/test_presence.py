import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lsadesk.store import presence
from lsadesk.store.layout import LOCK


def ended_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_the_lock_says_who_and_since_when_and_goes_with_the_last_session(tmp_path: Path) -> None:
    me = presence.enter(tmp_path)
    [entry] = json.loads((tmp_path / LOCK).read_text())
    assert entry["pid"] == os.getpid()
    assert entry["since"] == me.since
    presence.leave(tmp_path, me)
    assert list(tmp_path.iterdir()) == []


def test_my_own_sessions_are_inside_but_not_others(tmp_path: Path) -> None:
    me = presence.enter(tmp_path)
    assert presence.inside(tmp_path) == [me]
    assert presence.others_inside(tmp_path) == []


def test_another_running_process_is_told_of(tmp_path: Path) -> None:
    me = presence.enter(tmp_path)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        entries = json.loads((tmp_path / LOCK).read_text())
        entries.append({**entries[0], "pid": other.pid, "user": "sam"})
        (tmp_path / LOCK).write_text(json.dumps(entries))
        assert [one.user for one in presence.others_inside(tmp_path)] == ["sam"]
        presence.leave(tmp_path, me)
        assert [one.user for one in presence.inside(tmp_path)] == ["sam"]
        other.communicate(b"\n")


@pytest.mark.parametrize("changed", [{"pid": 0}, {"host": "the-old-computer"}])
def test_a_lock_left_by_a_dead_process_or_another_computer_is_stale(
    tmp_path: Path, changed: dict[str, object]
) -> None:
    presence.enter(tmp_path)
    [entry] = json.loads((tmp_path / LOCK).read_text())
    gone = {**entry, "pid": ended_process()} if "pid" in changed else {**entry, **changed}
    (tmp_path / LOCK).write_text(json.dumps([gone]))
    assert presence.inside(tmp_path) == []
    me = presence.enter(tmp_path)
    assert presence.inside(tmp_path) == [me]


@pytest.mark.parametrize("content", ["", "{", "[1]", '[{"pid": 1}]', '{"pid": 1}'])
def test_a_broken_lock_is_no_obstacle(tmp_path: Path, content: str) -> None:
    (tmp_path / LOCK).write_text(content)
    assert presence.inside(tmp_path) == []
    presence.enter(tmp_path)
