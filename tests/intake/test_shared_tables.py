"""Tables that say two things: staff with their certificates, learners with several supports."""

from datetime import date

from lsadesk.domain.incoming import LearnerRecord, SkillRecord, StaffRecord, TrainingRecord
from lsadesk.domain.weeks.learners import Ratio


def of(interpretation, kind):
    return [record for record in interpretation.records if isinstance(record, kind)]


def test_one_sheet_of_staff_skills_and_certificates_gives_all_three(workbook, read, counts):
    headings = ["Surname", "First name", "Contract", "Mon", "Tue", "Makaton", "BSL"]
    rows = [
        [*headings, "First aid expiry", "Epilepsy expiry"],
        ["Kaur", "Asha", "Perm", "9-3", "9-3", 3, 2, date(2027, 3, 1), date(2026, 12, 1)],
        ["Pritchard", "Ben", "Term time", "9-3", "off", 1, 0, date(2025, 3, 1), "n/a"],
        ["Davies", "Siân", "Bank", None, "9-3", 4, 1, "exp 06/2026", None],
    ]
    result = read(workbook({"Master": rows}))
    assert [counts(sheet) for sheet in result.sheets] == [
        ("staff", 3, 3, 0, 0),
        ("training", 3, 3, 0, 0),
    ]
    assert [person.forename for person in of(result, StaffRecord)] == ["Asha", "Ben", "Siân"]
    assert {record.skill for record in of(result, SkillRecord)} == {"Makaton", "BSL"}
    held = {(r.person.forename, r.course): r.expires for r in of(result, TrainingRecord)}
    assert str(held["Siân", "First aid"]) == "Jun 2026"
    assert held["Asha", "Epilepsy"].day == date(2026, 12, 1)
    assert len(held) == 4


def test_a_mapping_file_speaks_to_the_part_that_it_names(workbook, read, counts):
    rows = [
        ["Name", "Contract", "Hours", "First aid expiry", "Epilepsy expiry"],
        ["Asha Kaur", "Perm", 30, date(2027, 3, 1), date(2027, 3, 1)],
        ["Ben Pritchard", "Bank", 12, date(2025, 3, 1), None],
    ]
    said = '{"sheets": [{"sheet": "Master", "kind": "training", "columns": {"D": "not taken"}}]}'
    result = read(workbook({"Master": rows}), mapping=said)
    assert counts(result.sheets[0]) == ("staff", 2, 2, 0, 0)
    assert {record.course for record in of(result, TrainingRecord)} == {"Epilepsy"}


def test_rows_for_each_kind_of_support_make_one_learner(workbook, read, counts):
    rows = [
        ["Learner", "Support type", "Ratio", "Hours per week", "Skills required"],
        ["JB", "In class", "1:1", 12, "Makaton; Epilepsy"],
        ["JB", "Personal care", "2:1", 2.5, "Moving and handling"],
        ["LM", "In class", "1:3", 10, None],
    ]
    result = read(workbook({"Support": rows}))
    assert counts(result.sheets[0]) == ("learners", 3, 2, 1, 0)
    first, second = of(result, LearnerRecord)
    assert first.needs == ("Makaton", "Epilepsy", "Moving and handling")
    assert (first.ratio, first.care_ratio) == (Ratio(1, 1), Ratio(2, 1))
    assert first.weekly_minutes == 14.5 * 60
    assert "Personal care: 2.5 hours, 2:1" in first.note
    assert (second.reference, second.ratio) == ("LM", Ratio(1, 3))


def test_a_type_of_support_on_one_row_a_learner_is_what_they_need(workbook, read):
    rows = [["Learner", "Type of support", "Ratio"], ["JB", "Makaton", "1:1"], ["LM", "BSL", "1:2"]]
    first, second = of(read(workbook({"Support": rows})), LearnerRecord)
    assert (first.needs, second.needs) == (("Makaton",), ("BSL",))


def test_what_a_learner_needs_is_never_taken_for_what_their_lsa_can_do(workbook, read):
    rows = [
        ["Learner", "1:1 LSA", "Hours", "Epilepsy", "PEG"],
        ["JB", "Asha Kaur", 25, "Yes", "No"],
        ["LM", "Ben Pritchard", 10, "No", "Yes"],
    ]
    staff = [["Name", "Role", "Hours"], ["Asha Kaur", "LSA", 30], ["Ben Pritchard", "LSA", 37]]
    result = read(workbook({"Staff": staff, "1-1 list": rows}))
    assert of(result, SkillRecord) == []
    assert {r.reference: r.needs for r in of(result, LearnerRecord)} == {
        "JB": ("Epilepsy",),
        "LM": ("PEG",),
    }


def test_a_staff_list_may_say_whom_somebody_supports(workbook, read, counts):
    rows = [
        ["Name", "Job title", "Contract", "Hours", "Learner"],
        ["Asha Kaur", "LSA", "Permanent", 30, "JB"],
        ["Ben Pritchard", "LSA", "Bank", 12, None],
    ]
    result = read(workbook({"LSAs": rows}))
    assert counts(result.sheets[0]) == ("staff", 2, 2, 0, 0)
    assert of(result, LearnerRecord) == []
