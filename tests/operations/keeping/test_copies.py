"""Copies that nobody has to think of: only when something changed, and at a second place."""

from datetime import timedelta

import pytest

from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import UserError
from lsadesk.operations.keeping import college, copies, erasing
from lsadesk.operations.staff import people
from lsadesk.store.backups import shelves

SECRET = "correct horse"


@pytest.fixture
def stick(tmp_path):
    """A second place."""
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def later(desk, monkeypatch):
    """Moves the clock of the desk on."""

    def move(**by):
        then = desk.store.clock() + timedelta(**by)
        monkeypatch.setattr(desk.store, "clock", lambda: then)

    return move


def overdue(desk):
    with desk.store.read() as reading:
        return copies.second_place(reading).is_overdue(desk.store.clock())


def add_asha(desk):
    return people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result


def test_a_copy_is_made_once_and_again_only_after_a_change(desk, later):
    assert copies.keep_copy(desk) is not None
    later(minutes=1)
    assert copies.keep_copy(desk) is None
    who = add_asha(desk)
    later(minutes=1)
    assert copies.keep_copy(desk) is not None
    later(minutes=1)
    people.person(desk, who)
    assert copies.keep_copy(desk) is None


def test_a_clock_that_was_years_ahead_for_a_day_stops_no_copies_and_no_word_of_them(
    desk, stick, later
):
    copies.set_second_place(desk, stick)
    later(days=9000)
    copies.take_to_second_place(desk)
    later(days=-8999)
    assert copies.keep_copy(desk) is None
    add_asha(desk)
    assert overdue(desk)
    assert copies.keep_copy(desk) is not None
    assert not overdue(desk)


def test_a_copy_goes_to_the_second_place_too_and_opens_there(desk, stick, tmp_path):
    add_asha(desk)
    copies.set_second_place(desk, stick)
    copies.keep_copy(desk)
    (there,) = stick.rglob("*.lsabackup")
    assert copies.copies(desk).newest_there == copies.copies(desk).newest
    college.restore(there, tmp_path / "Back.lsadesk", "owner", SECRET)
    back = college.unlock(tmp_path / "Back.lsadesk", "owner", SECRET)
    assert [each.name for each in people.directory(back).people] == ["Asha Kaur"]
    back.close()


def test_a_stick_that_is_away_harms_nothing_and_is_told(desk, stick, later):
    copies.set_second_place(desk, stick)
    stick.rmdir()
    assert copies.keep_copy(desk) is not None
    assert overdue(desk)
    assert "not there now" in copies.copies(desk).away
    with pytest.raises(UserError, match="not there now"):
        copies.take_to_second_place(desk)


def test_a_copy_of_last_week_is_overdue(desk, stick, later):
    copies.set_second_place(desk, stick)
    copies.take_to_second_place(desk)
    assert not overdue(desk)
    later(days=8)
    assert overdue(desk)


def test_a_half_written_copy_never_stands_for_a_whole_one(desk, stick, monkeypatch):
    copies.set_second_place(desk, stick)

    def breaks(_source, target):
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(shelves, "_copied_file", breaks)
        assert copies.keep_copy(desk) is not None
    assert copies.copies(desk).newest_there is None
    taken = copies.take_to_second_place(desk).result
    assert [path for path in stick.rglob("*") if path.is_file()] == [taken]


def test_a_place_inside_the_college_is_no_second_place(desk):
    with pytest.raises(UserError, match="outside the college's own folder"):
        copies.set_second_place(desk, desk.folder)


def test_what_a_restore_set_aside_is_told_and_can_be_let_go(desk):
    saved = college.back_up(desk).result
    folder = desk.folder
    desk.close()
    aside = college.restore(saved, folder, "owner", SECRET)
    again = college.unlock(folder, "owner", SECRET)
    (moment,) = copies.copies(again).set_aside
    assert not copies.lies_long(again)
    again.store.clock = lambda: moment + timedelta(days=31)
    assert copies.lies_long(again)
    who = add_asha(again)
    assert erasing.plan(again, who).set_aside == 1
    assert copies.let_go_of_set_aside(again).result == 1
    assert not aside.exists()
    assert copies.copies(again).set_aside == []
    again.close()
