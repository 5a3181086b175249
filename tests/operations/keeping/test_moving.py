"""Moving to another computer: a finished copy goes, and the old one says so."""

import shutil

import pytest

from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.appraisals import appraisal
from lsadesk.operations.keeping import accounts, college, moving
from lsadesk.operations.staff import structure
from lsadesk.store.backups import container
from tests.operations.appraisal_world import DAY, two

SECRET, THEIRS = "correct horse", "a long enough secret"


@pytest.fixture
def stick(tmp_path):
    made = tmp_path / "stick"
    made.mkdir()
    return made


def teams(desk):
    return [team.name for team, _ in structure.structure(desk).teams]


def test_the_college_goes_on_at_the_other_computer_and_is_only_read_here(desk, stick, tmp_path):
    structure.add_team(desk, "Blue")
    copy = moving.move_out(desk, stick).result
    assert copy.name == "Harbour Lane to move 2026-11-24.lsabackup"
    with pytest.raises(NotAllowed, match="moved to another computer on 24 Nov 2026 by owner"):
        structure.add_team(desk, "Green")
    assert teams(desk) == ["Blue"], "it can still be read"
    desk.close()
    again = college.unlock(desk.folder, "owner", SECRET)
    with pytest.raises(NotAllowed, match="Work there"):
        structure.add_team(again, "Green")
    again.close()

    there = tmp_path / "the other computer" / "Documents"
    with pytest.raises(UserError, match="Wrong password"):
        moving.bring_in(copy, there, "owner", "not this one")
    assert list(there.iterdir()) == []
    folder = moving.bring_in(copy, there, "owner", SECRET)
    assert folder == there / "Harbour Lane.lsadesk"
    with pytest.raises(UserError, match="already"):
        moving.bring_in(copy, there, "owner", SECRET)
    moved = college.unlock(folder, "owner", SECRET)
    structure.add_team(moved, "Green")
    assert teams(moved) == ["Blue", "Green"]
    assert college.check(moved) == []
    moved.close()


def test_a_move_that_came_to_nothing_is_taken_back(desk, stick):
    moving.move_out(desk, stick)
    moving.take_up_again(desk)
    structure.add_team(desk, "Green")
    desk.close()
    again = college.unlock(desk.folder, "owner", SECRET)
    structure.add_team(again, "Red")
    assert teams(again) == ["Green", "Red"]
    assert college.check(again) == []
    again.close()


@pytest.mark.parametrize("when", ["before", "while it is packed", "before it is compared"])
def test_a_stick_that_vanishes_leaves_the_college_in_use(desk, stick, monkeypatch, when):
    pack, unpack = container.pack, container.unpack

    def gone(*_):
        shutil.rmtree(stick)

    def pack_and_go(*asked):
        pack(*asked)
        gone()

    def go_and_unpack(*asked):
        gone()
        return unpack(*asked)

    if when == "before":
        gone()
    elif when == "while it is packed":
        monkeypatch.setattr(container, "pack", pack_and_go)
    else:
        monkeypatch.setattr(container, "unpack", go_and_unpack)
    with pytest.raises(UserError, match=r"not there now|Nothing could be written|not a whole"):
        moving.move_out(desk, stick)
    assert desk.moved is None
    structure.add_team(desk, "Blue")
    assert teams(desk) == ["Blue"]
    assert college.check(desk) == []


def test_nobody_elses_work_is_left_behind(desk, stick, monkeypatch):
    other = college.Other("pat", "pat", desk.store.clock())
    monkeypatch.setattr(college, "others", lambda _folder: (other,))
    with pytest.raises(UserError, match="pat has the college open"):
        moving.move_out(desk, stick)
    assert list(stick.iterdir()) == []


def test_only_an_administrator_moves_it(desk, stick):
    accounts.add_account(desk, "asha", THEIRS, is_head=True, is_own=True)
    asha = college.unlock(desk.folder, "asha", THEIRS)
    with pytest.raises(NotAllowed):
        moving.move_out(asha, stick)
    asha.close()


def test_no_verb_that_finds_out_itself_whom_it_is_about_writes_after_a_move(desk, stick):
    """Such a verb does not ask by kind and person at once, so it must ask for the move apart."""
    pair = two(desk)
    begun = appraisal.begin(desk, pair.asha, cycle=DAY).result
    moving.move_out(desk, stick)
    with pytest.raises(NotAllowed, match="moved to another computer"):
        appraisal.mark_rest(pair.sit_down("pat"), begun)
    pair.close()


def test_what_a_killed_move_left_on_the_stick_goes_at_the_next_one(desk, stick):
    killed, another = stick / ".copying-a1b2c3d4 Harbour Lane", stick / ".copying-a1 West Harbour"
    for left in (killed, another):
        left.mkdir()
        (left / "college.lsadb").write_bytes(b"half")
    copy = moving.move_out(desk, stick).result
    assert set(stick.iterdir()) == {copy, another}, "another college may be writing now"
