"""The college file as its users make it, copy it and go back to a copy."""

import pytest
from sqlalchemy import select

from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.appraisals import assessment
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people, structure
from lsadesk.store.rows import TrailRow
from lsadesk.store.sealing.keyfile import Effort

SECRET, FORGOTTEN, NEW = "correct horse", "a long enough secret", "another long secret"


@pytest.fixture
def asha(desk):
    """Asha of the staff, who has the account "asha" and no duty but for herself."""
    person = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    accounts.add_account(desk, "asha", FORGOTTEN, person=person, is_own=True)
    return person


@pytest.mark.usefixtures("asha")
def test_only_an_administrator_goes_back_to_an_earlier_copy(desk, tmp_path):
    saved = college.back_up(desk, tmp_path / "copy.lsabackup").result
    structure.add_team(desk, "Made since")
    desk.close()
    with pytest.raises(NotAllowed, match="Only an administrator"):
        college.restore(saved, desk.folder, "asha", FORGOTTEN)
    after = college.unlock(desk.folder, "owner", SECRET)
    assert [team.name for team, _ in structure.structure(after).teams] == ["Made since"]
    after.close()
    assert college.restore(saved, desk.folder, "owner", SECRET) is not None
    back = college.unlock(desk.folder, "owner", SECRET)
    assert structure.structure(back).teams == ()
    back.close()


def test_going_back_to_a_copy_is_on_the_trail_of_what_came_back(desk, tmp_path):
    saved = college.back_up(desk, tmp_path / "copy.lsabackup").result
    desk.close()
    college.restore(saved, desk.folder, "owner", SECRET)
    back = college.unlock(desk.folder, "owner", SECRET)
    with back.store.read() as reading:
        actions = reading.session.scalars(select(TrailRow.action).order_by(TrailRow.seq)).all()
    assert actions[-3:] == ["backed up", "restored", "signed in"]
    assert college.check(back) == []
    back.close()


@pytest.mark.parametrize("keeps_private", [True, False])
def test_a_draft_survives_a_forgotten_password_where_the_college_chose_so(tmp_path, keeps_private):
    made = college.new_college(
        tmp_path / "A.lsadesk",
        college="A",
        owner="owner",
        secret=SECRET,
        keeps_private=keeps_private,
        effort=Effort(passes=1, memory=8192),
    )
    (owner,) = accounts.all_accounts(made.desk)
    person = people.add_person(made.desk, PersonDetails(forename="Asha", surname="Kaur")).result
    accounts.change_account(made.desk, owner, person=person, is_head=True, is_administrator=True)
    first = assessment.my_sheet(made.desk).statements[0].id
    assessment.keep_answer(made.desk, Answer(statement=first, value=Level(2)))
    made.desk.close()
    back = college.unlock_with_recovery(made.desk.folder, made.recovery_key, "owner", NEW)
    sheet = assessment.my_sheet(back)
    back.close()
    assert (first in sheet.assessment.answers, sheet.unreadable) == (
        (True, 0) if keeps_private else (False, 1)
    )


def test_a_college_of_another_edition_is_told_of_in_a_sentence_and_left_as_it_was(desk):
    with desk.unlocked.engines.writer.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE person DROP COLUMN title")
    desk.close()
    with pytest.raises(UserError, match="another edition of LSA Desk"):
        college.unlock(desk.folder, "owner", SECRET)
    assert not college.others(desk.folder)  # and nobody is inside
