"""Layouts that most colleges have: levels in words, keys above, a course beside a class."""

from datetime import date

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.incoming import (
    LearnerRecord,
    SessionRecord,
    SkillRecord,
    StaffRecord,
    TrainingRecord,
)


def of(interpretation, kind):
    return [record for record in interpretation.records if isinstance(record, kind)]


def levels(result):
    return {
        (record.person.surname, record.skill): record.value.value
        for record in of(result, SkillRecord)
        if isinstance(record.value, Level)
    }


def test_levels_in_words_from_none_to_expert(workbook, read, counts):
    rows = [
        ["LSA skills matrix"],
        ["Employee", "Team", "Makaton", "Braille", "PEG feeding", "De-escalation"],
        ["Nia Orr", "SEND", "None", "Aware", "Working", "Practitioner"],
        ["Otis Pym", "SEND", "Expert", None, "None", "Aware"],
        ["Pia Quill", "Art", "Working", "n/a", "Practitioner", "dunno"],
    ]
    result = read(workbook({"Skills matrix": rows}))
    assert counts(result.sheets[0]) == ("skills", 3, 3, 0, 0)
    found = levels(result)
    nia = [found["Orr", skill] for skill in rows[1][2:]]
    assert nia == [0, 1, 2, 3]
    assert found["Pym", "Makaton"] == 4
    assert ("Pym", "Braille") not in found
    assert [problem.row for problem in result.sheets[0].problems] == [5]


def test_each_sheet_is_read_by_the_key_above_it_before_that_of_another_sheet(workbook, read):
    colours = [
        ["Key: R = no experience, A = some experience, G = confident"],
        ["Name", "Autism", "Epilepsy", "Hoisting"],
        ["Rae Stone", "G", "A", "R"],
        ["Sol Tarn", "Green", "Red", None],
    ]
    figures = [
        ["1 = Not confident"],
        ["2 = Slightly confident"],
        ["3 = Fairly confident"],
        ["4 = Confident"],
        ["5 = Could train others"],
        ["Name", "Phonics", "Scribing"],
        ["Rae Stone", 1, 5],
        ["Sol Tarn", 4, None],
    ]
    found = levels(read(workbook({"RAG audit": colours, "Self audit": figures})))
    assert found == {
        ("Stone", "Autism"): 3,
        ("Stone", "Epilepsy"): 1,
        ("Stone", "Hoisting"): 0,
        ("Tarn", "Autism"): 3,
        ("Tarn", "Epilepsy"): 0,
        ("Stone", "Phonics"): 0,
        ("Stone", "Scribing"): 4,
        ("Tarn", "Phonics"): 3,
    }


def test_a_count_below_a_training_matrix_is_nobody(workbook, read, counts):
    rows = [
        ["Employee no", "Surname", "First name", "Safeguarding", "Prevent", "Fire safety"],
        [1001, "Adeyemi", "Tola", date(2025, 9, 1), "01/10/24", "N/A"],
        [1002, "Brand", "Una", None, date(2024, 1, 9), "overdue"],
        [1003, "Cox", "Vic", "2025-07-14", "13th May 2025", "Yes"],
        ["Completed", None, None, 2, 3, 0],
    ]
    result = read(workbook({"Mandatory training": rows}))
    assert counts(result.sheets[0]) == ("training", 4, 3, 0, 1)
    assert result.sheets[0].set_aside[0].reason == "It is a total or a count, not a record."
    courses = {record.course for record in of(result, TrainingRecord)}
    assert courses == {"Safeguarding", "Prevent", "Fire safety"}


def test_a_course_beside_a_class_is_what_the_class_does(workbook, read, counts):
    rows = [
        ["Day", "From", "To", "Course", "Class", "Tutor", "Room", "No of LSAs"],
        ["Monday", "9:00 AM", "10:30 AM", "Functional Maths", "FS1", "J Low", "B12", 1],
        ["Tue", "1:15 PM", "2:45 PM", "Cookery", "FS2", "P Ray", "K1", 2],
    ]
    result = read(workbook({"Timetable": rows}))
    assert counts(result.sheets[0]) == ("timetable", 2, 2, 0, 0)
    sessions = [(s.group, s.title) for s in of(result, SessionRecord)]
    assert sessions == [("FS1", "Functional Maths"), ("FS2", "Cookery")]


def test_a_course_alone_is_who_the_session_is_for(workbook, read):
    rows = [
        ["Day", "From", "To", "Course", "Room", "No of LSAs"],
        ["Monday", "9:00", "10:30", "Catering L1", "B12", 1],
    ]
    (session,) = of(read(workbook({"Timetable": rows})), SessionRecord)
    assert session.group == "Catering L1"


def test_periods_that_say_their_own_times(workbook, read, counts):
    rows = [
        ["Period", "Group", "Mon", "Tue"],
        ["Period 1 (9.00-10.00)", "FS1", "Drama", "Maths"],
        ["Lunch: 12.00 - 1.00", "FS1", None, None],
        ["P2 - 1.00 to 2.30", "FS1", "PE", None],
    ]
    result = read(workbook({"Timetable": rows}))
    assert counts(result.sheets[0]) == ("timetable", 3, 2, 0, 1)
    spans = [(s.title, str(s.span)) for s in of(result, SessionRecord)]
    assert spans == [("Drama", "9.00-10.00"), ("Maths", "9.00-10.00"), ("PE", "13.00-14.30")]


def test_a_sheet_for_each_class_gives_its_sessions_the_class(workbook, read, counts):
    heads = ["Time", "Monday", "Tuesday"]
    result = read(
        workbook(
            {
                "Life Skills 1": [heads, ["9.00-10.00", "Maths", "Art"]],
                "Life Skills 2": [heads, ["9.00-10.00", "Maths", "Group B cookery"]],
            }
        )
    )
    sessions = [(s.group, s.title) for s in of(result, SessionRecord)]
    assert sessions == [
        ("Life Skills 1", "Maths"),
        ("Life Skills 1", "Art"),
        ("Life Skills 2", "Maths"),
        ("Group B", "cookery"),
    ]


def test_a_sheet_for_each_week_names_no_class(workbook, read):
    heads = ["Time", "Monday", "Tuesday"]
    rows = [heads, ["9.00-10.00", "Maths", "Art"]]
    result = read(workbook({"Week A": rows, "Week B": rows}))
    assert {s.group for s in of(result, SessionRecord)} == {""}


def test_what_both_weeks_say_alike_is_one_session_and_the_second_row_is_told(workbook, read):
    heads = ["Time", "Monday", "Tuesday"]
    first = [heads, ["9.00-10.00", "Maths", "Art"], ["11.00-12.00", "Drama", "Art"]]
    second = [heads, ["9.00-10.00", "Maths", "Art"], ["11.00-12.00", "Drama", "Sport"]]
    result = read(workbook({"Week A": first, "Week B": second}))
    weeks = [(s.title, s.week.value, s.source.sheet) for s in of(result, SessionRecord)]
    assert weeks == [
        ("Maths", "", "Week A"),
        ("Art", "", "Week A"),
        ("Drama", "", "Week A"),
        ("Art", "A", "Week A"),
        ("Sport", "B", "Week B"),
    ]
    (row,) = result.sheets[1].merged
    assert row.row == 2
    assert "what row 2 of the sheet Week A says" in row.reason


def test_who_must_not_support_a_learner_is_kept_apart(workbook, read):
    learners = [
        ["Student ref", "Tutor group", "Needs", "1:1 hrs", "Ratio", "Not to be supported by"],
        ["S401", "FS1", "ASD, anxiety", 10, "1:1", "Bo Ray"],
        ["S402", "FS2", "Hearing", "7h", "1:2", None],
    ]
    staff = [["Name", "Contract hours", "Days"], ["Bo Ray", "30", "Mon-Fri"]]
    first, second = of(read(workbook({"Learners": learners, "Staff": staff})), LearnerRecord)
    assert [person.surname for person in first.not_with] == ["Ray"]
    assert second.not_with == ()


def test_days_that_a_spreadsheet_left_as_numbers(workbook, read):
    rows = [
        ["Employee name", "Role", "FTE", "Start date"],
        ["Ann Poe", "LSA", 0.8, 44197],
        ["Bo Ray", "Lead LSA", 1, "41883"],
    ]
    people = of(read(workbook({"Staff": rows})), StaffRecord)
    assert [person.started.day for person in people] == [date(2021, 1, 1), date(2014, 9, 1)]


def test_a_key_in_two_columns_above_the_table(workbook, read):
    rows = [
        ["Key"],
        ["0", "Not trained"],
        ["1", "Aware"],
        ["2", "Competent"],
        ["3", "Expert"],
        [],
        ["Surname", "First name", "Dept", "Autism", "Makaton"],
        ["Poe", "Ann", "SEN", 0, 1],
        ["Ray", "Bo", "SEN", 3, 2],
    ]
    found = levels(read(workbook({"Skills audit": rows})))
    assert list(found.values()) == [0, 1, 4, 3]


def test_yes_before_the_number_of_staff(workbook, read):
    rows = [
        ["Day", "Start", "Finish", "Group", "Activity", "LSA support required"],
        ["Mon", "9am", "10.30am", "Entry 2", "Maths", "Yes - 2"],
        ["Tue", "2pm", "3.30pm", "Entry 3", "Art", "No"],
    ]
    needed = [s.lsas_needed for s in of(read(workbook({"Timetable": rows})), SessionRecord)]
    assert needed == [2, 0]


def test_a_skill_beside_its_area_is_the_skill(workbook, read):
    rows = [
        ["Staff name", "Skill area", "Skill", "Self rating", "Date"],
        ["Ann Poe", "Comms", "Makaton", 4, "01/09/2026"],
        ["Ann Poe", "Comms", "BSL", 1, "01/09/2026"],
        ["Bo Ray", "Medical", "PEG", 5, "01/09/2026"],
    ]
    records = of(read(workbook({"Skills": rows})), SkillRecord)
    assert [(r.skill, r.group) for r in records] == [
        ("Makaton", "Comms"),
        ("BSL", "Comms"),
        ("PEG", "Medical"),
    ]
