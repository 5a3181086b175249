"""A leaver's slot goes and the whole file gets another key; everybody else comes in as before."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from lsadesk.domain.rights import AccountId
from lsadesk.errors import UserError
from lsadesk.store import chain, checks, college_file, schema, trail
from lsadesk.store.college_file import Unlocked
from lsadesk.store.database import Damaged
from lsadesk.store.layout import BACKUPS, DATABASE, KEYS
from lsadesk.store.sealing import keys, rekey, vault
from lsadesk.store.sealing.keyfile import Effort

SignIn = Callable[..., Unlocked]
KIM, SAM = AccountId(2), AccountId(3)


class Killed(BaseException):
    """The process ends here."""


def give_slot(unlocked: Unlocked, account: AccountId, login: str, effort: Effort) -> None:
    vault.add_slot(
        unlocked.folder,
        unlocked.opened,
        account=account,
        login=login,
        secret="a long secret",
        effort=effort,
    )


@pytest.fixture
def left(closed: Path, sign_in: SignIn, quick: Effort) -> tuple[Path, bytes]:
    """A college that Kim has just left, and the key that Kim may have kept."""
    unlocked = sign_in(closed)
    for account, login in ((KIM, "kim"), (SAM, "sam")):
        give_slot(unlocked, account, login, quick)
    with unlocked.engines.writer.begin() as connection:
        connection.execute(text("INSERT INTO setting VALUES ('words', 'quiet room')"))
    vault.remove_slot(closed, unlocked.opened, KIM)
    unlocked.close()
    return closed, unlocked.database_key


def words(unlocked: Unlocked) -> str:
    with unlocked.engines.reader.connect() as connection:
        found = connection.execute(text("SELECT value FROM setting WHERE key = 'words'"))
        return str(found.scalar_one())


def test_what_a_leaver_kept_opens_the_file_no_more(
    left: tuple[Path, bytes], sign_in: SignIn
) -> None:
    folder, kept = left
    checks.look(folder / DATABASE, kept)
    sign_in(folder).close()
    with pytest.raises(Damaged):
        checks.look(folder / DATABASE, kept)


def test_everybody_else_comes_in_with_the_password_and_the_drafts_they_had(
    left: tuple[Path, bytes], sign_in: SignIn
) -> None:
    folder, _ = left
    before = vault.by_secret("sam", "a long secret")(vault.read(folder)).private_key
    sign_in(folder).close()
    sam = sign_in(folder, "sam", "a long secret")
    assert words(sam) == "quiet room"
    assert sam.opened.private_key == before
    assert college_file.check(sam) == []
    assert all(not slot.successors for slot in vault.read(folder).slots if slot.login == "sam")


def test_several_may_leave_before_somebody_signs_in_again(
    left: tuple[Path, bytes], sign_in: SignIn, quick: Effort
) -> None:
    folder, _ = left
    for _ in range(3):
        unlocked = sign_in(folder)
        give_slot(unlocked, KIM, "kim", quick)
        vault.remove_slot(folder, unlocked.opened, KIM)
        unlocked.close()
    sign_in(folder).close()
    assert words(sign_in(folder, "sam", "a long secret")) == "quiet room"


def test_the_paper_opens_the_file_under_its_new_key(tmp_path: Path, sign_in: SignIn) -> None:
    made = college_file.create(
        tmp_path / "Paper.lsadesk",
        owner_login="pat",
        secret="harbour-7",
        schema_version=1,
        initialise=schema.initialise,
        effort=Effort(passes=1, memory=8192),
    )
    folder = made.unlocked.folder
    give_slot(made.unlocked, KIM, "kim", Effort(passes=1, memory=8192))
    vault.remove_slot(folder, made.unlocked.opened, KIM)
    made.unlocked.close()
    for secret in ("harbour-8", "harbour-9"):  # the key changes at the first of the two
        unlocked = college_file.unlock_with_recovery(
            folder, made.recovery_key, "pat", new_secret=secret, schema_version=1, migrate=_never
        )
        unlocked.close()
        sign_in(folder, "pat", secret).close()
    assert unlocked.database_key != made.unlocked.database_key


def _never(_engines: object, _version: int) -> None:
    raise AssertionError("no migration was due")


def test_while_somebody_is_inside_the_key_stays_and_both_work_on(
    left: tuple[Path, bytes], sign_in: SignIn
) -> None:
    folder, kept = left
    sign_in(folder).close()
    pat = sign_in(folder)
    words(pat)
    vault.write(folder, replace(vault.read(folder), is_rekey_due=True), pat.database_key)
    sam = sign_in(folder, "sam", "a long secret")
    assert sam.database_key == pat.database_key
    assert (words(pat), words(sam)) == ("quiet room", "quiet room")
    pat.close()
    sam.close()
    assert sign_in(folder).database_key not in (kept, pat.database_key)


@pytest.mark.parametrize("call", range(1, 5))
def test_killed_at_any_step_the_next_sign_in_finishes_it(
    left: tuple[Path, bytes], sign_in: SignIn, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    """Steps: both keys are written to each copy, the file changes, the old key goes from each."""
    folder, kept = left
    _killed_at(call, monkeypatch)
    with pytest.raises(Killed):
        sign_in(folder)
    monkeypatch.undo()
    sam = sign_in(folder, "sam", "a long secret")
    assert words(sam) == "quiet room"
    assert sam.database_key != kept
    assert vault.read(folder).recovery.former_key is None
    assert college_file.check(sam) == []


def _killed_at(call: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed before the first step, or after a later one."""
    steps = {
        1: (vault, "write", 1),
        2: (rekey, "change_key", 1),
        3: (vault, "write", 2),
        4: (vault, "replace_file", 4),
    }
    where, name, number = steps[call]
    true_one, calls = getattr(where, name), []

    def step(*arguments: object) -> object:
        calls.append(name)
        if len(calls) == number:
            raise Killed
        return true_one(*arguments)

    monkeypatch.setattr(where, name, step)


def test_the_new_key_is_not_sealed_to_a_public_key_that_somebody_slipped_in(
    left: tuple[Path, bytes], sign_in: SignIn
) -> None:
    folder, kept = left
    thief = keys.new_private_key()
    found = vault.read(folder)
    forged = tuple(
        replace(slot, public_key=keys.public_half(thief)) if slot.login == "sam" else slot
        for slot in found.slots
    )
    vault.write(folder, replace(found, slots=forged), kept)
    unlocked = sign_in(folder)
    assert unlocked.database_key == kept
    assert [slot.successors for slot in vault.read(folder).slots] == [(), ()]
    assert "“sam” was altered outside the program" in college_file.check(unlocked)[0]


def test_a_key_that_somebody_slipped_in_is_refused(
    left: tuple[Path, bytes], sign_in: SignIn
) -> None:
    """Or else people would be led into a file of the thief's own making."""
    folder, kept = left
    found = vault.read(folder)
    forged = keys.with_new_key(found, keys.new_key(), keys.new_key())
    vault.write(folder, replace(forged, recovery=found.recovery), kept)
    with pytest.raises(UserError, match="altered by somebody without its keys"):
        sign_in(folder, "sam", "a long secret")


def test_a_copy_with_the_new_keys_is_made_at_once(
    left: tuple[Path, bytes], sign_in: SignIn, tmp_path: Path
) -> None:
    folder, _ = left
    sign_in(folder).close()
    (saved,) = (folder / BACKUPS).iterdir()
    for name in (KEYS, f"{KEYS}.twin"):
        (folder / name).write_bytes(b"damaged")
    college_file.restore_keys(saved, folder, vault.by_secret("sam", "a long secret"))
    assert words(sign_in(folder, "sam", "a long secret")) == "quiet room"


def test_the_trail_is_told_by_the_key_that_it_began_with(
    left: tuple[Path, bytes], sign_in: SignIn
) -> None:
    folder, first = left
    unlocked = sign_in(folder)
    assert unlocked.database_key != first
    with unlocked.engines.reader.connect() as connection:
        kept = trail.key_of(connection, unlocked.database_key)
    assert kept == chain.chain_key(first)
