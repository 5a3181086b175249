from collections.abc import Callable
from pathlib import Path

import pytest

from lsadesk.domain.rights import AccountId
from lsadesk.errors import UserError
from lsadesk.store.college_file import Created, Unlocked
from lsadesk.store.layout import KEYS, TWIN
from lsadesk.store.sealing import keyfile, keys, vault
from lsadesk.store.sealing.keyfile import Effort
from lsadesk.store.sealing.vault import KeysDamaged, WrongPassword

Clock = Callable[[], float]


def at(moment: float) -> Clock:
    return lambda: moment


def test_a_colleague_gets_a_way_in_of_their_own(
    college: Created, quick: Effort, sign_in: Callable[..., Unlocked]
) -> None:
    pat = college.unlocked
    public_key = vault.add_slot(
        pat.folder, pat.opened, account=AccountId(2), login="asha", secret="9876", effort=quick
    )
    asha = sign_in(pat.folder, "Asha ", "9876")
    assert asha.account_id == 2
    assert asha.opened.public_key == public_key
    assert asha.opened.private_key != pat.opened.private_key
    assert asha.database_key == pat.database_key


def test_a_login_that_is_taken_is_refused(college: Created, quick: Effort) -> None:
    pat = college.unlocked
    with pytest.raises(UserError, match="“PAT” is taken"):
        vault.add_slot(
            pat.folder, pat.opened, account=AccountId(2), login="PAT", secret="1", effort=quick
        )


def test_a_new_password_replaces_the_old_and_keeps_the_private_key(
    closed: Path, quick: Effort, sign_in: Callable[..., Unlocked]
) -> None:
    before = sign_in(closed).opened.private_key
    vault.change_secret(closed, "pat", "harbour-7", "lane-8", quick)
    assert sign_in(closed, "pat", "lane-8").opened.private_key == before
    with pytest.raises(WrongPassword):
        sign_in(closed, "pat", "harbour-7")


def test_an_empty_password_is_refused(college: Created, quick: Effort) -> None:
    with pytest.raises(UserError, match="Choose a PIN or password"):
        vault.set_secret(college.unlocked.folder, college.unlocked.opened, "", quick)


def test_a_leaver_has_no_way_in_any_more(
    college: Created, quick: Effort, sign_in: Callable[..., Unlocked]
) -> None:
    pat = college.unlocked
    vault.add_slot(
        pat.folder, pat.opened, account=AccountId(2), login="asha", secret="9876", effort=quick
    )
    vault.remove_slot(pat.folder, pat.opened, AccountId(2))
    with pytest.raises(UserError, match="no account “asha”"):
        sign_in(pat.folder, "asha", "9876")


def test_the_last_way_in_cannot_be_taken_away(college: Created) -> None:
    with pytest.raises(UserError, match="last account"):
        vault.remove_slot(college.unlocked.folder, college.unlocked.opened, AccountId(1))


def test_the_paper_opens_the_college_after_other_slots_have_gone(
    college: Created, quick: Effort
) -> None:
    pat = college.unlocked
    vault.add_slot(
        pat.folder, pat.opened, account=AccountId(2), login="asha", secret="9876", effort=quick
    )
    vault.remove_slot(pat.folder, pat.opened, AccountId(1))
    opened = vault.unlock_with_recovery(pat.folder, college.recovery_key, "asha")
    assert opened.database_key == pat.database_key


def test_another_colleges_paper_is_told_apart_from_a_slip(closed: Path) -> None:
    from lsadesk.store.sealing import recovery_key

    other = recovery_key.to_paper(recovery_key.new())
    with pytest.raises(UserError, match="belongs to another college"):
        vault.unlock_with_recovery(closed, other, "pat")


def test_either_copy_of_the_keys_is_enough_and_the_other_is_mended(
    closed: Path, sign_in: Callable[..., Unlocked]
) -> None:
    for name in (KEYS, TWIN):
        whole = (closed / name).read_bytes()
        for broken in (b"", whole[: len(whole) // 2], whole.replace(b"A", b"B", 1), b"[1"):
            (closed / name).write_bytes(broken)
            sign_in(closed).close()
            assert (closed / name).read_bytes() == whole


def test_both_copies_damaged_is_a_sentence_that_says_what_to_do(closed: Path) -> None:
    for name in (KEYS, TWIN):
        (closed / name).write_bytes(b"gone")
    with pytest.raises(KeysDamaged, match="recovery key"):
        vault.read(closed)


def test_keys_altered_by_an_outsider_are_not_used(closed: Path) -> None:
    found = vault.read(closed)
    theirs = keys.make_recovery(bytes(16), keys.new_key(), keeps_private=False)
    forged = keyfile.to_bytes(keyfile.KeyFile(found.slots, theirs))
    for name in (KEYS, TWIN):
        (closed / name).write_bytes(forged)
    with pytest.raises(KeysDamaged, match="altered"):
        vault.unlock(closed, "pat", "harbour-7")


def test_an_effort_meant_to_choke_the_computer_is_refused(closed: Path) -> None:
    found = vault.read(closed)
    from dataclasses import replace

    slot = replace(found.slots[0], effort=Effort(passes=3, memory=1 << 45))
    content = keyfile.to_bytes(keyfile.KeyFile((slot,), found.recovery))
    with pytest.raises(keyfile.DamagedKeys):
        keyfile.from_bytes(content)


def test_the_key_file_holds_logins_and_no_keys(college: Created) -> None:
    content = (college.unlocked.folder / KEYS).read_bytes()
    assert b'"pat"' in content
    for secret in (college.unlocked.database_key, college.unlocked.opened.private_key):
        assert secret.hex().encode() not in content
    assert college.recovery_key.encode() not in content


def test_each_wrong_guess_doubles_the_wait_up_to_a_minute(closed: Path) -> None:
    now, waits = 1000.0, []
    for _ in range(9):
        with pytest.raises(WrongPassword) as refused:
            vault.unlock(closed, "pat", "wrong", clock=at(now))
        waits.append(refused.value.wait)
        now += refused.value.wait
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert str(refused.value) == "Wrong password. Try again in 60 seconds."
    _, wrong = vault.unlock(closed, "pat", "harbour-7", clock=at(now))
    assert wrong == 9


def test_too_soon_is_refused_even_with_the_right_password_and_costs_nothing_more(
    closed: Path,
) -> None:
    with pytest.raises(WrongPassword, match=r"^Wrong password\. Try again in 1 second\.$"):
        vault.unlock(closed, "pat", "wrong", clock=at(1000.0))
    with pytest.raises(WrongPassword, match=r"before. Try again in 1 second\.$"):
        vault.unlock(closed, "pat", "harbour-7", clock=at(1000.5))
    vault.unlock(closed, "pat", "harbour-7", clock=at(1001.0))


def test_a_colleague_need_not_wait_for_somebody_elses_guesses(
    college: Created, quick: Effort
) -> None:
    pat = college.unlocked
    vault.add_slot(
        pat.folder, pat.opened, account=AccountId(2), login="asha", secret="9876", effort=quick
    )
    with pytest.raises(WrongPassword):
        vault.unlock(pat.folder, "pat", "wrong", clock=at(1000.0))
    opened, wrong = vault.unlock(pat.folder, "asha", "9876", clock=at(1000.0))
    assert (opened.login, wrong) == ("asha", 0)


def test_a_clock_put_back_never_locks_anybody_out(closed: Path) -> None:
    with pytest.raises(WrongPassword):
        vault.unlock(closed, "pat", "wrong", clock=at(2_000_000_000.0))
    with pytest.raises(WrongPassword) as refused:
        vault.unlock(closed, "pat", "harbour-7", clock=at(1000.0))
    assert refused.value.wait == 1


def test_a_broken_count_of_guesses_is_no_obstacle(closed: Path) -> None:
    (closed / "college.guesses").write_text('{"pat": [1')
    vault.unlock(closed, "pat", "harbour-7", clock=at(1000.0))
