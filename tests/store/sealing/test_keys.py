import time
from dataclasses import replace

import pytest

from lsadesk.domain.rights import AccountId
from lsadesk.store.sealing import keys, recovery_key
from lsadesk.store.sealing.keyfile import DamagedKeys, Effort, KeyFile, Recovery
from lsadesk.store.sealing.keys import Opened, WrongSecret


@pytest.fixture
def pat() -> Opened:
    return Opened(
        account=AccountId(1),
        login="pat",
        database_key=keys.new_key(),
        private_key=keys.new_private_key(),
    )


def recovery_for(opened: Opened, paper: bytes, *, keeps_private: bool = False) -> Recovery:
    return keys.make_recovery(paper, opened.database_key, keeps_private=keeps_private)


PAPER = recovery_key.new()


def test_the_secret_opens_the_slot_and_no_other_does(pat: Opened, quick: Effort) -> None:
    slot = keys.make_slot(pat, "1234", quick, recovery_for(pat, PAPER))
    assert keys.open_slot(slot, "1234") == pat
    with pytest.raises(WrongSecret):
        keys.open_slot(slot, "1235")


def test_accents_typed_either_way_are_the_same_password(pat: Opened, quick: Effort) -> None:
    slot = keys.make_slot(
        pat, "caf\N{LATIN SMALL LETTER E WITH ACUTE}", quick, recovery_for(pat, PAPER)
    )
    assert keys.open_slot(slot, "cafe\N{COMBINING ACUTE ACCENT}") == pat


def test_a_slot_given_to_another_account_or_login_does_not_open(pat: Opened, quick: Effort) -> None:
    slot = keys.make_slot(pat, "1234", quick, recovery_for(pat, PAPER))
    for altered in (replace(slot, account=AccountId(2)), replace(slot, login="asha")):
        with pytest.raises(WrongSecret):
            keys.open_slot(altered, "1234")


def test_one_wrapping_does_not_pass_for_another(pat: Opened, quick: Effort) -> None:
    slot = keys.make_slot(pat, "1234", quick, recovery_for(pat, PAPER))
    with pytest.raises(WrongSecret):
        keys.open_slot(replace(slot, wrapped_key=slot.wrapped_private), "1234")


def test_an_easier_effort_written_into_the_slot_does_not_help(pat: Opened, quick: Effort) -> None:
    slot = keys.make_slot(pat, "1234", Effort(2, quick.memory), recovery_for(pat, PAPER))
    with pytest.raises(WrongSecret):
        keys.open_slot(replace(slot, effort=quick), "1234")


def test_the_paper_gives_the_database_key_and_another_paper_does_not(pat: Opened) -> None:
    recovery = recovery_for(pat, PAPER)
    assert keys.open_recovery(recovery, PAPER) == pat.database_key
    with pytest.raises(WrongSecret):
        keys.open_recovery(recovery, recovery_key.new())


def test_the_paper_gives_a_private_key_only_where_the_college_keeps_it(
    pat: Opened, quick: Effort
) -> None:
    kept = keys.make_slot(pat, "1234", quick, recovery_for(pat, PAPER, keeps_private=True))
    not_kept = keys.make_slot(pat, "1234", quick, recovery_for(pat, PAPER))
    assert keys.open_escrow(kept, PAPER) == pat.private_key
    assert keys.open_escrow(not_kept, PAPER) is None


def test_a_recovery_key_slipped_in_by_an_outsider_is_noticed(pat: Opened, quick: Effort) -> None:
    recovery = recovery_for(pat, PAPER)
    slot = keys.make_slot(pat, "1234", quick, recovery)
    keys.require_own(KeyFile((slot,), recovery), pat.database_key)
    theirs = keys.make_recovery(recovery_key.new(), keys.new_key(), keeps_private=False)
    for forged in (theirs, replace(recovery, keeps_private=True)):
        with pytest.raises(DamagedKeys):
            keys.require_own(KeyFile((slot,), forged), pat.database_key)


def test_what_is_sealed_to_a_person_opens_to_that_person_only(pat: Opened) -> None:
    sealed = keys.seal(pat.public_key, b"I would rather stay put")
    assert keys.unseal(pat.private_key, sealed) == b"I would rather stay put"
    with pytest.raises(WrongSecret):
        keys.unseal(keys.new_private_key(), sealed)


def test_the_effort_measured_on_this_computer_is_never_below_the_floor() -> None:
    effort = keys.calibrated_effort()
    assert effort.passes >= 3
    assert effort.memory >= 64 * 1024 * 1024


def test_a_computer_busy_with_other_work_does_not_make_a_guess_look_dear(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keys, "stretched", lambda *_: time.sleep(0.5))
    assert keys.seconds_a_guess(keys.FLOOR) < 0.25


def test_keys_do_not_show_in_what_a_report_would_print(pat: Opened) -> None:
    shown = repr(pat)
    assert "pat" in shown
    assert "key" not in shown
