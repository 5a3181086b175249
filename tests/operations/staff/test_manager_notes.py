"""Notes between managers: kept from the person's screens, never from their rights."""

import pytest

from lsadesk.errors import NotAllowed, Stale, UserError
from lsadesk.operations.appraisals import appraising, signing
from lsadesk.operations.keeping import accounts
from lsadesk.operations.staff import manager_notes
from tests.operations.appraisal_world import NOW, sign_both, talk_through, two


@pytest.fixture
def pair(desk):
    """Asha and Pat."""
    made = two(desk)
    yield made
    made.close()


@pytest.fixture
def pats(pair):
    """Pat's desk."""
    return pair.sit_down("pat")


def test_a_note_is_read_by_appraiser_and_head_with_who_wrote_it_and_when(pair, pats):
    manager_notes.add_note(pats, pair.asha, " Wants Fridays off. ")
    note = manager_notes.notes(pair.owner, pair.asha)[0]
    assert (note.text, note.author, note.written_at) == ("Wants Fridays off.", "Pat Ellery", NOW)
    assert not note.is_mine


def test_the_person_does_not_read_it_not_even_as_head(pair, pats):
    manager_notes.add_note(pats, pair.asha, "Wants Fridays off.")
    asha = pair.sit_down("asha")
    with pytest.raises(NotAllowed):
        manager_notes.notes(asha, pair.asha)
    account = next(one for one in accounts.all_accounts(pair.owner) if one.login == "asha")
    accounts.change_account(
        pair.owner, account, person=pair.asha, is_head=True, is_administrator=True
    )
    with pytest.raises(NotAllowed):
        manager_notes.notes(asha, pair.asha)


def test_it_never_gets_into_the_record(pair, pats):
    manager_notes.add_note(pats, pair.asha, "Wants Fridays off.")
    found = pair.rate(pats, own_goals=3)
    appraising.open_meeting(pats, found, without_self="Prefers to talk.")
    talk_through(pats, found)
    signing.agree(pats, found)
    sign_both(pats, found)
    assert "Fridays" not in signing.record(pats, found).text.plain()


def test_only_its_author_changes_it_and_a_stale_one_is_refused(pair, pats):
    manager_notes.add_note(pats, pair.asha, "Wants Fridays off.")
    read = manager_notes.notes(pats, pair.asha)[0]
    with pytest.raises(NotAllowed, match="Only whoever wrote"):
        manager_notes.change_note(pair.owner, read, "Otherwise")
    manager_notes.change_note(pats, read, "Wants Fridays off in May.")
    with pytest.raises(Stale):
        manager_notes.change_note(pats, read, "Otherwise")
    manager_notes.remove_note(pats, manager_notes.notes(pats, pair.asha)[0])
    assert manager_notes.notes(pats, pair.asha) == ()
    with pytest.raises(UserError, match="no longer there"):
        manager_notes.remove_note(pats, read)


def test_an_empty_note_is_refused_and_a_head_without_a_staff_record_signs_by_login(pair):
    with pytest.raises(UserError, match="A note is needed"):
        manager_notes.add_note(pair.owner, pair.asha, "  ")
    manager_notes.add_note(pair.owner, pair.asha, "Said thank you.")
    assert manager_notes.notes(pair.owner, pair.asha)[0].author == "owner"
