"""Books that a learning support office keeps or is sent: exports, logs, forms filled in."""

from datetime import date

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.incoming import (
    PersonRef,
    SkillRecord,
    StaffRecord,
)
from lsadesk.domain.staff.people import Contract

PEOPLE = tuple(
    PersonRef(forename=forename, surname=surname)
    for forename, surname in (("Nia", "Orr"), ("Otis", "Pym"), ("Pia", "Quill"))
)


def of(result, kind):
    return [record for record in result.records if isinstance(record, kind)]


def test_a_personnel_export_is_no_training_record_for_its_forms_of_address_and_dates(taken):
    headings = (
        "Person ID,Title,First name,Last name,Job Profile,Cost centre,Worker type,Hire date,"
        "Termination date,Scheduled weekly hours"
    )
    rows = [
        headings.split(","),
        ["P1", "Ms", "Nia", "Orr", "LSA", "4410", "Regular", date(2019, 9, 1), None, 37],
        ["P2", "Mr", "Otis", "Pym", "LSA", "4410", "Fixed", date(2025, 1, 6), date(2027, 8, 31), 9],
    ]
    nia, otis = taken({"Export": rows}).records
    assert isinstance(nia, StaffRecord)
    assert (nia.title, nia.contract, nia.weekly_minutes) == ("LSA", Contract.PERMANENT, 2220)
    assert (nia.team, otis.left_on) == ("", date(2027, 8, 31))


def test_the_numbers_that_a_form_gives_its_answers_are_no_payroll_numbers(taken):
    rows = [["Id", "Name", "Role", "Hours"], [1, "Nia Orr", "LSA", 30], [2, "Otis Pym", "LSA", 20]]
    assert [record.payroll for record in taken({"Form1": rows}).records] == ["", ""]


def test_a_tick_under_the_words_of_a_level_rates_the_skill_beside_it(workbook, read):
    rows = [
        ["Name: Nia Orr", None, None, None, "Date: 10/09/2026"],
        ["Area", "No experience", "Some experience", "Confident", "Can train others"],
        ["Communication"],
        ["Makaton", None, "X"],
        ["PECS", "X"],
        ["PEG feeding", None, None, None, "X"],
        ["Hoisting", "X", None, "X"],
    ]
    result = read(workbook({"Table 1": rows}), PEOPLE)
    found = {record.skill: record.value for record in of(result, SkillRecord)}
    assert (found["Makaton"], found["PECS"]) == (Level(1), Level(0))
    assert found["PEG feeding"] == Level(4)
    assert found.get("Hoisting") not in [Level(0), Level(3)], "two ticks say no level"


def test_answers_in_sentences_are_read_by_their_words(taken):
    rows = [
        ["Id", "Start time", "Name", "Using Makaton", "Moving and handling"],
        [1, "10/09/2026 09:00", "Nia Orr", "I am confident", "I have no experience"],
        [2, "10/09/2026 10:00", "Otis Pym", "I could train others", "I have some experience"],
    ]
    result = taken({"Form1": rows}, PEOPLE)
    found = {(r.person.forename, r.skill): r.value for r in of(result, SkillRecord)}
    assert found == {
        ("Nia", "Using Makaton"): Level(3),
        ("Nia", "Moving and handling"): Level(0),
        ("Otis", "Using Makaton"): Level(4),
        ("Otis", "Moving and handling"): Level(1),
    }
