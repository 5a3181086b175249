"""One step gives everything that is held on a person, and nobody else's name with it."""

import json
from datetime import date

import pytest
from pypdf import PdfReader

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.developing.development import ActionDetails, Behind, BehindKind
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import NotAllowed
from lsadesk.operations.auditing import audit
from lsadesk.operations.developing import development
from lsadesk.operations.keeping import accounts, held, retention
from lsadesk.operations.staff import people
from lsadesk.store.keeping.links import about_people
from tests.operations.appraisal_world import say, two


@pytest.fixture
def college(desk):
    """Asha and Ben, who manages her; a rating and a plan line for each."""
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    ben = people.add_person(desk, PersonDetails(forename="Ben", surname="Cole")).result
    people.set_link(desk, asha, Link.LINE_MANAGER, ben)
    bsl = audit.add_skill(desk, "BSL").result
    for who, level in ((asha, 3), (ben, 1)):
        audit.rate(desk, who, bsl, Level(level))
    development.add_action(
        desk, asha, ActionDetails(what="Shadow a colleague", helper="Ben Cole", helper_id=ben)
    )
    development.add_action(desk, ben, ActionDetails(what="A course of Ben's"))
    return desk, asha


def everything(sheet):
    return json.dumps([[each.title, list(each.rows)] for each in sheet.records])


def test_it_has_what_is_about_the_person_and_nothing_of_others(college):
    desk, asha = college
    said = everything(held.held_on(desk, asha))
    assert "Kaur" in said
    assert "Shadow a colleague" in said
    assert '"skill": "BSL"' in said
    assert "another person" in said
    assert "Cole" not in said
    assert "A course of Ben's" not in said


def test_that_it_was_taken_out_is_told_to_the_person(college):
    desk, asha = college
    held.held_on(desk, asha)
    assert "took out all that is held" in everything(held.held_on(desk, asha))


def test_what_is_kept_by_an_id_is_told_in_its_words(college):
    desk, asha = college
    behind = Behind(BehindKind.STATEMENT, "own-goals")
    development.add_action(desk, asha, ActionDetails(what="Watch a review", behind=behind))
    retention.keep_longer(desk, {asha: ["staff"]}, date(2030, 1, 1), "An inquiry")
    said = everything(held.held_on(desk, asha))
    assert "I help learners set goals that are their own." in said
    assert '"record": "Staff record"' in said
    assert '"account":' not in said, "a number that leads to no name tells nobody anything"
    assert '"own-goals"' not in said


def test_records_of_every_kind_are_reached_by_their_links(college):
    desk, asha = college
    reached = {each.table for each in held.held_on(desk, asha).records}
    assert {"person", "link", "rating", "plan_action", "trail"} <= reached


def test_it_is_written_for_people_and_for_programs(college, tmp_path):
    desk, asha = college
    path = held.write_held(held.held_on(desk, asha), tmp_path / "held.pdf")
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "What is held on Asha Kaur" in text
    assert "Shadow a colleague" in text
    told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert told["day"] == desk.today.isoformat()
    assert told["records"]["plan_action"]["rows"]


def test_what_two_people_said_unseen_stays_so_until_they_meet(desk):
    """Only its number is told: whoever takes it out would else bring it to the other (A53)."""
    pair = two(desk)
    asha, pats = pair.sit_down("asha"), pair.sit_down("pat")
    say(asha, own_goals=4)
    pair.rate(pats, own_goals=1)
    taken = {each.table: each for each in held.held_on(desk, asha.person).records}
    assert not {"appraiser_rating", "shared_answer"} & taken.keys()
    assert taken["appraisal"].unopened == taken["assessment"].unopened == 1
    pair.close()


def test_nobody_takes_out_what_is_held_on_themselves(desk):
    """A head among the staff would read what managers noted about them."""
    own = people.add_person(desk, PersonDetails(forename="Megan", surname="Hale")).result
    account = next(each for each in accounts.all_accounts(desk) if each.login == desk.login)
    accounts.change_account(desk, account, person=own, is_head=True, is_administrator=True)
    with pytest.raises(NotAllowed):
        held.held_on(desk, own)
    assert own not in people.directory(desk).held_open


def test_every_table_about_people_is_handed_over_under_its_purpose(college):
    desk, asha = college
    sheet = held.held_on(desk, asha)
    assert {table for part in sheet.parts for table in part.tables} == about_people()
    staff = next(part for part in sheet.parts if part.name == "Staff record")
    assert staff.purpose.startswith("Kept to employ people")
    assert "Until 6 years after leaving" in staff.purpose
