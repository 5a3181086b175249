"""Audits and training records with the people across the top."""

from datetime import date

from lsadesk.domain.auditing.skills import Level, NotApplicable
from lsadesk.domain.calendar import RoughDate
from lsadesk.domain.incoming import PersonRef, SkillRecord, StaffRecord, TrainingRecord

ADA = PersonRef(forename="Ada", surname="Wren", payroll="1")
BEN = PersonRef(forename="Ben", surname="Coote", payroll="2")


def ratings(interpretation):
    return {
        (record.person.forename, record.skill): record.value
        for record in interpretation.records
        if isinstance(record, SkillRecord)
    }


def test_skills_down_and_people_across_are_read_with_their_own_rows(workbook, read, counts):
    rows = [
        ["Skill", "Ada Wren", "Coote, Ben"],
        ["Communication"],
        ["BSL", 3, 2],
        ["Hoisting", None, "n/a"],
        ["Average", 3, 2],
    ]
    result = read(workbook({"Grid": rows}), [ADA, BEN])
    assert counts(result.sheets[0]) == ("skills", 4, 2, 1, 1)
    assert ratings(result) == {
        ("Ada", "BSL"): Level(3),
        ("Ben", "BSL"): Level(2),
        ("Ben", "Hoisting"): NotApplicable(),
    }
    assert {r.group for r in result.records if isinstance(r, SkillRecord)} == {"Communication"}


def test_a_heading_that_is_nobody_is_told_with_its_column(workbook, read):
    rows = [["Skill", "Ada Wren", "Zed Nobody"], ["BSL", 3, 2], ["Braille", 1, 1]]
    sheet = read(workbook({"Grid": rows}), [ADA, BEN]).sheets[0]
    (problem,) = sheet.problems
    assert (problem.row, problem.column) == (1, "C")
    assert "nobody on the staff list" in problem.reason


def test_a_skill_that_only_rates_nobody_known_is_set_aside(workbook, read, counts):
    rows = [["Skill", "Ada Wren", "Zed Nobody"], ["BSL", 3, 2], ["Braille", None, 1]]
    result = read(workbook({"Grid": rows}), [ADA, BEN])
    assert counts(result.sheets[0]) == ("skills", 2, 1, 0, 1)


def test_without_a_staff_list_the_people_across_are_the_staff(workbook, read):
    rows = [[None, "Ada Wren", "Ben Coote", "Cy Hart"], ["Autism", 3, 2, 1], ["Diabetes", 1, 1, 4]]
    result = read(workbook({"Skills": rows}))
    staff = [record.surname for record in result.records if isinstance(record, StaffRecord)]
    assert staff == ["Wren", "Coote", "Hart"]


def test_people_down_the_side_are_not_taken_for_skills(workbook, read):
    rows = [["", "Personal Care", "Manual Handling"], ["Ada Wren", 3, 2], ["Ben Coote", 1, 4]]
    result = read(workbook({"Skills": rows}))
    assert ratings(result)["Ben", "Manual Handling"] == Level(4)


def test_courses_down_and_people_across_give_certificates(workbook, read, counts):
    rows = [
        ["Course", "Ada Wren", "Ben Coote"],
        ["Prevent", "02/09/2025", "booked"],
        ["First aid", None, date(2023, 3, 12)],
    ]
    result = read(workbook({"CPD": rows}), [ADA, BEN])
    assert counts(result.sheets[0]) == ("training", 2, 2, 0, 0)
    held = {
        (record.person.forename, record.course): record.achieved
        for record in result.records
        if isinstance(record, TrainingRecord)
    }
    assert held == {
        ("Ada", "Prevent"): RoughDate(date(2025, 9, 2)),
        ("Ben", "First aid"): RoughDate(date(2023, 3, 12)),
    }
