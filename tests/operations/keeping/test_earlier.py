"""Going back to an earlier copy: looked at first, compared, and nothing lost."""

from datetime import UTC, datetime, timedelta

import pytest

from lsadesk.domain.keeping.earlier import KINDS, OTHER, Counted, counted
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.keeping import accounts, college, earlier
from lsadesk.operations.staff import people
from lsadesk.store.layout import BACKUPS
from lsadesk.store.rows import Row

SECRET, THEIRS = "correct horse", "a long enough secret"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    """A clock that goes on by a minute at each look."""
    moments = iter(NOON + timedelta(minutes=each) for each in range(1000))
    return lambda: next(moments)


@pytest.fixture
def desk(make_college, clock):
    return make_college(clock=clock)


@pytest.fixture
def saved(desk):
    """A copy from before Asha and her account were added."""
    made = college.back_up(desk).result
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    accounts.add_account(desk, "asha", THEIRS, person=asha, is_own=True)
    return made


def names(folder):
    opened = college.unlock(folder, "owner", SECRET)
    try:
        return [each.name for each in people.colleagues(opened)]
    finally:
        opened.close()


def test_what_would_change_is_told_before_anything_does(desk, saved):
    seen = earlier.look_back(saved, desk.folder, "owner", SECRET, desk)
    assert [(each.title, each.then, each.now) for each in seen.differences] == [
        ("People", 0, 1),
        ("Accounts", 1, 2),
    ]
    assert [(each.who, each.did) for each in seen.since] == [
        ("owner", "added account"),
        ("owner", "added"),
    ]
    assert seen.is_ours
    assert not seen.unread
    assert [each.name for each in people.colleagues(desk)] == ["Asha Kaur"], "and still signed in"
    assert not list(desk.folder.glob(".restoring-*"))


def test_a_wrong_password_or_duty_changes_nothing(desk, saved):
    with pytest.raises(UserError, match="Wrong password"):
        earlier.look_back(saved, desk.folder, "owner", "not this one", desk)
    with pytest.raises(UserError, match="no account “asha”"):
        earlier.look_back(saved, desk.folder, "asha", THEIRS, desk)
    later = college.back_up(desk).result
    with pytest.raises(NotAllowed, match="Only an administrator"):
        earlier.look_back(later, desk.folder, "asha", THEIRS, desk)
    assert [each.name for each in people.colleagues(desk)] == ["Asha Kaur"]


def test_who_is_an_administrator_no_more_does_not_go_back_to_when_they_were(desk, saved):
    account = next(each for each in accounts.all_accounts(desk) if each.login == "asha")
    accounts.change_account(
        desk, account, person=account.person, is_head=False, is_administrator=True
    )
    then = college.back_up(desk).result
    account = next(each for each in accounts.all_accounts(desk) if each.login == "asha")
    accounts.change_account(
        desk, account, person=account.person, is_head=False, is_administrator=False
    )
    desk.close()
    with pytest.raises(NotAllowed):
        earlier.look_back(then, desk.folder, "asha", THEIRS)
    with pytest.raises(NotAllowed):
        earlier.go_back(then, desk.folder, "asha", THEIRS)
    assert names(desk.folder) == ["Asha Kaur"]


def test_the_present_is_kept_as_a_copy_and_can_be_gone_back_to_in_turn(desk, saved):
    before = set((desk.folder / BACKUPS).iterdir())
    desk.close()
    aside = earlier.go_back(saved, desk.folder, "owner", SECRET)
    assert names(desk.folder) == []
    assert aside is not None
    assert aside.is_dir()
    (last,) = set((desk.folder / BACKUPS).iterdir()) - before
    earlier.go_back(last, desk.folder, "owner", SECRET)
    assert names(desk.folder) == ["Asha Kaur"]


def test_a_college_that_does_not_open_can_be_gone_back_from_all_the_same(desk, saved):
    desk.close()
    (desk.folder / "college.lsadb").write_bytes(b"flat" * 4096)
    seen = earlier.look_back(saved, desk.folder, "owner", SECRET)
    assert "cannot be looked at" in seen.unread
    assert Counted("Accounts", 1, 1) in seen.held
    earlier.go_back(saved, desk.folder, "owner", SECRET)
    assert names(desk.folder) == []


def test_a_copy_of_another_college_is_told_from_ours(desk, saved, make_college):
    other = make_college("Otherwise")
    theirs = college.back_up(other).result
    assert not earlier.look_back(theirs, desk.folder, "owner", SECRET, desk).is_ours


def test_every_table_named_in_the_comparison_exists_once():
    named = [table for tables in KINDS.values() for table in tables]
    assert len(named) == len(set(named))
    assert set(named) <= set(Row.metadata.tables)
    assert counted({"trail": 9, "setting": 1}, {}) == [Counted(OTHER, 1, 0)]
