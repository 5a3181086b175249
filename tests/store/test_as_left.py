import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lsadesk.store import as_left
from lsadesk.store.college_file import Unlocked
from lsadesk.store.database import Damaged, plain_sentences, raw_connection
from lsadesk.store.layout import DATABASE

SignIn = Callable[..., Unlocked]


@pytest.fixture
def left(closed: Path, sign_in: SignIn) -> Path:
    """The database of a college that somebody signed in to, found whole and closed."""
    sign_in(closed).close()
    return closed / DATABASE


def test_what_was_read_whole_and_closed_need_not_be_read_again(left: Path) -> None:
    assert as_left.is_as_left(left)


def test_one_that_was_only_made_has_not_been_read(closed: Path) -> None:
    assert not as_left.is_as_left(closed / DATABASE)


def test_anything_written_between_two_sign_ins_is_found(left: Path, sign_in: SignIn) -> None:
    content = bytearray(left.read_bytes())
    content[len(content) // 2] ^= 4
    left.write_bytes(content)
    with pytest.raises(Damaged):
        sign_in(left.parent)


def test_another_file_in_its_place_is_read(left: Path) -> None:
    stood, content = left.stat(), left.read_bytes()
    left.rename(left.with_suffix(".away"))
    left.write_bytes(content)
    os.utime(left, ns=(stood.st_atime_ns, stood.st_mtime_ns))
    assert not as_left.is_as_left(left)


def test_a_log_that_somebody_left_asks_for_all_to_be_read(left: Path) -> None:
    left.with_name(f"{DATABASE}-wal").write_bytes(b"words")
    assert not as_left.is_as_left(left)


def test_one_that_is_gone_is_not_as_it_was(left: Path) -> None:
    left.unlink()
    assert not as_left.is_as_left(left)
    as_left.closed(left)
    assert not as_left.is_as_left(left)


def test_a_day_later_all_is_read_again(left: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_day_on = as_left.time.time() + as_left.GOOD_FOR
    monkeypatch.setattr(as_left.time, "time", lambda: a_day_on)
    assert not as_left.is_as_left(left)


def test_damage_met_while_working_has_all_read_at_the_next_sign_in(
    left: Path, sign_in: SignIn
) -> None:
    unlocked = sign_in(left.parent)
    with pytest.raises(Damaged), plain_sentences():
        raw_connection(left, bytes(32)).execute("SELECT 1 FROM sqlite_schema")
    unlocked.close()
    assert not as_left.is_as_left(left)
