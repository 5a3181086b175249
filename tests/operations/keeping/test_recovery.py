"""The recovery key: its sheet, and a new one that puts the old one out of use."""

from datetime import date

import pytest
from pypdf import PdfReader

from lsadesk.domain.keeping.recovery import CHECKS, SECTIONS
from lsadesk.errors import UserError
from lsadesk.operations.keeping import accounts, college, notice, recovery
from lsadesk.operations.keeping.happenings import happenings
from lsadesk.operations.staff import structure
from lsadesk.store.keeping import notice as notice_rows
from lsadesk.store.sealing import guesses, vault
from lsadesk.store.sealing.keyfile import Effort

SECRET, NEW = "correct horse", "another long secret"


@pytest.fixture(params=[True, False], ids=["keeps private", "does not"])
def made(tmp_path, request):
    return college.new_college(
        tmp_path / "A.lsadesk",
        college="Coleg Glan Hafren",
        owner="owner",
        secret=SECRET,
        keeps_private=request.param,
        effort=Effort(passes=1, memory=8192),
    )


def test_the_new_paper_opens_the_college_and_the_old_one_no_more(made):
    desk, old = made.desk, made.recovery_key
    copy = college.back_up(desk).result
    structure.add_team(desk, "Blue")
    key = recovery.fresh_key(desk, SECRET)
    with pytest.raises(UserError, match="Wrong password"):
        recovery.change_recovery_key(desk, "not mine", key)
    with pytest.raises(UserError, match="Try again in"):
        recovery.fresh_key(desk, "nor this")
    desk.close()
    college.unlock_with_recovery(desk.folder, old, "owner", SECRET).close()
    desk = college.unlock(desk.folder, "owner", SECRET)
    recovery.change_recovery_key(desk, SECRET, key)
    before = desk.unlocked
    desk.close()
    with pytest.raises(UserError, match="replaced by a newer"):
        college.unlock_with_recovery(desk.folder, old, "owner", NEW)
    desk = college.unlock(desk.folder, "owner", SECRET)
    assert desk.unlocked.database_key != before.database_key, "the paper before led to that one"
    desk.close()
    keeps = vault.read(desk.folder).recovery.keeps_private
    desk = college.unlock_with_recovery(desk.folder, key, "owner", NEW)
    assert (desk.unlocked.opened.private_key == before.opened.private_key) is keeps
    assert [team.name for team, _ in structure.structure(desk).teams] == ["Blue"]
    assert college.check(desk) == []
    desk.close()
    assert college.owner_of_backup(copy) == "owner"


def test_drafts_are_opened_to_the_paper_or_closed_to_it_at_any_time_and_everybody_is_told(made):
    desk, folder = made.desk, made.desk.folder
    notice.have_read(desk, 1)
    pat_is = accounts.add_account(desk, "pat", SECRET, is_own=True).result
    kept = recovery.drafts(desk).keeps
    with pytest.raises(UserError, match="Wrong password"):
        recovery.keep_drafts(desk, "not mine", keeps=not kept)
    assert recovery.drafts(desk).keeps is kept
    assert notice.unread(desk) is None
    guesses.forget(folder, "owner")
    recovery.keep_drafts(desk, SECRET, keeps=True)
    found = notice.unread(desk)
    assert found.is_about_drafts
    assert found.keeps_drafts
    assert found.text == notice_rows.shipped(), "the shipped text stays the shipped text"
    assert recovery.drafts(desk) == recovery.Drafts(True, 2 if kept else 1, 2)
    assert accounts.keeps_private(desk, pat_is) is kept, "not before they sign in"
    pat = college.unlock(folder, "pat", SECRET)
    assert notice.unread(pat).is_about_drafts
    own = pat.unlocked.opened.private_key
    pat.close()
    assert recovery.drafts(desk).covered == 2
    assert accounts.keeps_private(desk, pat_is)
    assert "let the recovery key open drafts" in [each.did for each in happenings(desk)]
    desk.close()
    pat = college.unlock_with_recovery(folder, made.recovery_key, "pat", NEW)
    assert pat.unlocked.opened.private_key == own
    pat.close()
    desk = college.unlock(folder, "owner", SECRET)
    recovery.keep_drafts(desk, SECRET, keeps=False)
    assert recovery.drafts(desk) == recovery.Drafts(False, 0, 2)
    assert not notice.unread(desk).keeps_drafts
    assert college.check(desk) == []
    desk.close()
    pat = college.unlock_with_recovery(folder, made.recovery_key, "pat", SECRET)
    assert pat.unlocked.opened.private_key != own, "the paper opens no draft any more"
    pat.close()


def test_the_sheet_has_every_group_and_all_that_is_to_be_known(made, tmp_path):
    made.desk.close()
    day = date(2026, 11, 24)
    path = recovery.write_sheet(made.desk.college, made.recovery_key, day, tmp_path / "key.pdf")
    (page,) = PdfReader(path).pages
    words = " ".join(page.extract_text().split())
    for group in made.recovery_key.split("-"):
        assert group in words
    assert "Coleg Glan Hafren" in words
    assert "24 Nov 2026" in words
    for title in (*(title for title, _ in SECTIONS), *CHECKS):
        assert title in words
    again = recovery.write_sheet(made.desk.college, made.recovery_key, day, tmp_path / "b.pdf")
    assert path.read_bytes() == again.read_bytes()
