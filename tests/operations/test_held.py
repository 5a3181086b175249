"""One step gives everything that is held on a person, and nobody else's name with it."""

import json

import pytest
from pypdf import PdfReader

from lsadesk.domain.development import ActionDetails
from lsadesk.domain.people import Link, PersonDetails
from lsadesk.domain.skills import Level
from lsadesk.operations import audit, development, held, people


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
