"""Both key files damaged: a copy's keys open the records of today."""

import random

import pytest

from lsadesk.errors import UserError
from lsadesk.operations.keeping import accounts, college, mending
from lsadesk.operations.staff import structure
from lsadesk.store.layout import KEYS, TWIN
from lsadesk.store.sealing.keyfile import Effort

SECRET, THEIRS, NEW = "correct horse", "a long enough secret", "another long secret"


@pytest.fixture
def made(tmp_path):
    return college.new_college(
        tmp_path / "A.lsadesk",
        college="A",
        owner="owner",
        secret=SECRET,
        effort=Effort(passes=1, memory=8192),
    )


@pytest.fixture
def saved(made):
    """A copy; since then a team was made and Asha, who had an account, was shut out."""
    desk = made.desk
    accounts.add_account(desk, "asha", THEIRS, is_own=True)
    copy = college.back_up(desk).result
    structure.add_team(desk, "Made since")
    asha = next(each for each in accounts.all_accounts(desk) if each.login == "asha")
    accounts.end_account(desk, asha)
    desk.close()
    return copy


def flip(folder, seed):
    """One bit in each of the two key files."""
    chance = random.Random(seed)
    for name in (KEYS, TWIN):
        content = bytearray((folder / name).read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(7)
        (folder / name).write_bytes(bytes(content))


@pytest.mark.parametrize("seed", range(4))
def test_flipped_bits_in_both_are_noticed_and_nothing_newer_is_lost(made, saved, seed):
    folder = made.desk.folder
    flip(folder, seed)
    with pytest.raises(college.KeysDamaged, match="newest backup"):
        college.look(folder)
    with pytest.raises(UserError, match="Wrong password"):
        mending.mend_keys(saved, folder, "owner", "not this one")
    desk = mending.mend_keys(saved, folder, "owner", SECRET)
    assert [team.name for team, _ in structure.structure(desk).teams] == ["Made since"]
    assert college.check(desk) == []
    desk.close()
    assert college.look(folder).logins == ("owner",), "who was ended stays shut out"


def test_the_paper_does_it_where_no_password_is_known(made, saved):
    folder = made.desk.folder
    flip(folder, 9)
    with pytest.raises(UserError, match="Group 1 of the recovery key has a slip"):
        mending.mend_keys_with_recovery(
            saved, folder, "X" + made.recovery_key[1:].swapcase(), "owner", NEW
        )
    desk = mending.mend_keys_with_recovery(saved, folder, made.recovery_key, "owner", NEW)
    assert [team.name for team, _ in structure.structure(desk).teams] == ["Made since"]
    desk.close()
    college.unlock(folder, "owner", NEW).close()
