"""Layouts that no one has shown us: other headings, other shapes, other scales."""

from datetime import date, time
from pathlib import Path

import pytest

from lsadesk.domain.auditing.skills import Level, NotApplicable, Unknown
from lsadesk.domain.calendar import RoughDate, TimeSpan, Weekday
from lsadesk.domain.courses.certificates import Lapse
from lsadesk.domain.incoming import (
    LearnerRecord,
    PersonRef,
    SessionRecord,
    SkillRecord,
    StaffRecord,
    TrainingRecord,
)
from lsadesk.domain.staff.people import Contract


def of(interpretation, kind):
    return [record for record in interpretation.records if isinstance(record, kind)]


def levels(interpretation):
    return {
        (record.person.name, record.skill): record.value
        for record in of(interpretation, SkillRecord)
    }


PEOPLE = [
    ["Employee", "Emp No", "Position", "Base", "Weekly hrs", "Working days", "Commenced", "Type"],
    ["Asha Kaur", 101, "LSA", "North", 30, "Mon to Thu", "1st Sept 24", "Permanent"],
    ["Tom Whitfield", 102, "LSA", "South", "18:30", "Mon, Tues & Wed", "2019", "TTO"],
    ["Siân ap Hywel", 103, "Senior LSA", "North/South", "37.5", "every day", "Sep-21", "Bank"],
]


def test_a_long_form_audit_with_headings_on_row_six_and_full_names(workbook, read, counts):
    path = workbook(
        {
            "People": [["Coastal College"], [], ["HR export"], ["Printed 1/9/26"], [], *PEOPLE],
            "Competencies": [
                ["Staff member", "Category", "Competency", "Level", "Date assessed", "Comments"],
                ["Asha Kaur", "Care", "Hoisting", "Competent", "12/03/2025", None],
                ["A Kaur", "Care", "Feeding", "Basic", "12/03/2025", "shadow first"],
                ["Whitfield T", "Care", "Hoisting", "Expert", "2025", None],
                ["Sian ap Hywel", "Comms", "BSL", "N/A", None, None],
                ["Nobody Known", "Comms", "BSL", "Basic", None, None],
                ["Sian ap Hywel", "Comms", "Makaton", "wizard", None, None],
            ],
        }
    )
    result = read(path)
    assert [counts(sheet) for sheet in result.sheets] == [
        ("staff", 3, 3, 0, 0),
        ("skills", 6, 4, 0, 2),
    ]
    assert levels(result) == {
        ("Asha Kaur", "Hoisting"): Level(3),
        ("Asha Kaur", "Feeding"): Level(1),
        ("Tom Whitfield", "Hoisting"): Level(4),
        ("Siân ap Hywel", "BSL"): NotApplicable(),
    }
    assert [aside.row for aside in result.set_aside] == [6, 7]
    asha, tom, sian = of(result, StaffRecord)
    assert (asha.payroll, asha.weekly_minutes, asha.started) == (
        "101",
        1800,
        RoughDate(date(2024, 9, 1)),
    )
    assert (tom.weekly_minutes, tom.term_time_only, tom.contract) == (
        18 * 60 + 30,
        True,
        Contract.TERM_TIME,
    )
    assert (sian.surname, sian.sites) == ("ap Hywel", ("North", "South"))


def test_a_semicolon_csv_with_fte_and_one_column_a_weekday(tmp_path: Path, read, counts):
    path = tmp_path / "staff.csv"
    path.write_text(
        "Last name;First name;Staff ID;FTE;Mon;Tue;Wed;Thu;Fri;Line manager\n"
        "Kaur;Asha;S1;0,6;Y;Y;;;Y;Garçon, Zoë\n"
        "Garçon;Zoë;S2;1.0;Y;Y;Y;Y;Y;\n"
        "Bloggs;Joe;S3;plenty;7.5;0;7.5;;;\n"
        ";;;;;;;;;\n"
        "Total;;;1.6;;;;;;\n",
        encoding="cp1252",
    )
    result = read(path)
    assert counts(result.sheets[0]) == ("staff", 4, 3, 0, 1)
    asha, zoe, joe = of(result, StaffRecord)
    assert asha.weekly_minutes == round(0.6 * 37 * 60)
    assert asha.days == {Weekday.MONDAY, Weekday.TUESDAY, Weekday.FRIDAY}
    assert (zoe.forename, zoe.surname) == ("Zoë", "Garçon")
    assert joe.weekly_minutes == 15 * 60
    assert joe.days == {Weekday.MONDAY, Weekday.WEDNESDAY}
    assert [problem.column for problem in result.sheets[0].problems] == ["D", ""]


def test_the_full_time_week_can_be_chosen(tmp_path: Path, read):
    path = tmp_path / "staff.csv"
    path.write_text("Name,Job title,FTE\nAsha Kaur,LSA,0.5\nBen Pritchard,LSA,1\n")
    mapping = '{"sheets": [{"sheet": "staff", "full_time_hours": 40}]}'
    assert [r.weekly_minutes for r in of(read(path, mapping=mapping), StaffRecord)] == [1200, 2400]


def test_a_rag_matrix_without_a_staff_list_brings_its_own_people(workbook, read, counts):
    result = read(
        workbook(
            {
                "Matrix": [
                    ["LSA", "Team", "Autism", "BSL", "Epilepsy", "Swimming"],
                    ["Asha Kaur", "Red", "G", "A", "R", "A"],
                    ["Ben Pritchard", "Blue", "A", "A", "G", "R"],
                    ["Carys Griffiths", "Blue", "R", None, "G", "n/a"],
                ]
            }
        )
    )
    assert counts(result.sheets[0]) == ("skills", 3, 3, 0, 0)
    assert {r.surname: r.team for r in of(result, StaffRecord)} == {
        "Kaur": "Red",
        "Pritchard": "Blue",
        "Griffiths": "Blue",
    }
    assert levels(result)["Asha Kaur", "Autism"] == Level(3)
    assert levels(result)["Ben Pritchard", "Swimming"] == Level(0)
    assert levels(result)["Carys Griffiths", "Swimming"] == NotApplicable()
    assert ("Carys Griffiths", "BSL") not in levels(result)


def test_a_timetable_grid_with_a_column_for_each_day(workbook, read, counts):
    result = read(
        workbook(
            {
                "Plan": [
                    ["Week grid"],
                    ["Time", "Monday", "Tuesday", "Wednesday"],
                    ["9.15-10.45", "Group A Art", "Group B Maths\nGroup C Drama", "Group A ICT"],
                    ["12.30-1.15", "LUNCH", "LUNCH", "LUNCH"],
                    ["1.15 - 2.30", "Group C Cookery", "Group A Swimming", None],
                    ["after school", "Group C Club", None, None],
                ]
            }
        )
    )
    assert counts(result.sheets[0]) == ("timetable", 4, 2, 0, 2)
    sessions = of(result, SessionRecord)
    assert len(sessions) == 6
    assert {(s.day, s.group, s.title) for s in sessions[:3]} == {
        (Weekday.MONDAY, "Group A", "Art"),
        (Weekday.TUESDAY, "Group B", "Maths"),
        (Weekday.TUESDAY, "Group C", "Drama"),
    }
    assert sessions[-1].span == TimeSpan(time(13, 15), time(14, 30))
    assert any("afternoon" in problem.reason for problem in result.sheets[0].problems)


def test_learners_under_quite_other_headings(workbook, read, counts):
    tom = PersonRef(forename="Tom", surname="Whitfield", payroll="102")
    result = read(
        workbook(
            {
                "EHCP list": [
                    [
                        "Student",
                        "Class",
                        "Diagnosis",
                        "Skills needed from staff",
                        "EHCP hours",
                        "Staffing",
                        "Avoid",
                        "Comments",
                    ],
                    [
                        "A.B.",
                        "Class 1",
                        "ASD",
                        "Autism; Personal care",
                        "25",
                        "2:1",
                        "Tom Whitfield",
                        None,
                    ],
                    ["C.D.", "Class 2", "MLD", "Literacy", "15 hrs", "1:4", None, None],
                    ["E.F.", "Class 2", "SpLD", None, "lots", "in class", None, None],
                    ["C.D.", "Class 2", "MLD", "Literacy", "15 hrs", "1:4", None, None],
                ]
            }
        ),
        people=[tom],
    )
    assert counts(result.sheets[0]) == ("learners", 4, 3, 1, 0)
    first, second, third = of(result, LearnerRecord)
    assert first.needs == ("Autism", "Personal care")
    assert first.not_with == (tom,)
    assert second.weekly_minutes == 900
    assert third.weekly_minutes is None
    assert [problem.reason for problem in result.sheets[0].problems] == [
        "“lots” is not a number of hours that can be read."
    ]


def test_a_training_matrix_with_a_column_for_each_course(workbook, read, counts):
    result = read(
        workbook(
            {
                "Mandatory": [
                    ["Name", "Safeguarding", "Prevent", "First aid"],
                    ["Asha Kaur", date(2024, 9, 1), "12/10/2023", "booked"],
                    ["Ben Pritchard", "03/02/2022", None, "n/a"],
                    ["Carys Griffiths", "Sep 2023", "Y", date(2021, 5, 5)],
                ]
            }
        )
    )
    assert counts(result.sheets[0]) == ("training", 3, 3, 0, 0)
    held = {(r.person.forename, r.course): r.achieved for r in of(result, TrainingRecord)}
    assert held["Asha", "Prevent"] == RoughDate(date(2023, 10, 12))
    assert held["Carys", "Prevent"] is None
    assert ("Asha", "First aid") not in held
    assert len(held) == 6


def test_two_tables_under_one_another_on_one_sheet(workbook, read, counts):
    result = read(
        workbook(
            {
                "Everything": [
                    ["Staff"],
                    ["Name", "Job", "Hours", "Contract"],
                    ["Asha Kaur", "LSA", 30, "Perm"],
                    ["Ben Pritchard", "LSA", 20, "Bank"],
                    [],
                    ["Training"],
                    ["Name", "Course", "Date", "Expires"],
                    ["Asha Kaur", "First aid", "1/2/2024", "1/2/2027"],
                    ["Ben P", "First aid", "1/2/2024", "never"],
                    ["All certificates are in the blue folder"],
                ]
            }
        )
    )
    assert [counts(sheet) for sheet in result.sheets] == [
        ("staff", 2, 2, 0, 0),
        ("training", 3, 2, 0, 1),
    ]
    assert [r.lapse for r in of(result, TrainingRecord)] == [Lapse.ON, Lapse.NEVER]


def test_a_scale_of_five_under_two_rows_of_headings_without_merged_cells(workbook, read, counts):
    result = read(
        workbook(
            {
                "Skills": [
                    ["Skills matrix 2026"],
                    [None, None, "Communication", None, None, "Care", None, None],
                    [
                        "Surname, First",
                        "Role",
                        "BSL",
                        "Makaton",
                        "PECS",
                        "Feeding",
                        "Meds",
                        "Hoist",
                    ],
                    ["Kaur, Asha", "LSA", 5, 4, 3, 2, 1, 1],
                    ["Pritchard, Ben", "LSA", 1, 2, 3, 4, 5, "3/4"],
                    ["Average", None, 3, 3, 3, 3, 3, 3],
                ],
                "Notes": [["Remember to chase Ben for his form"], ["Sent to Pat 4 June"]],
            }
        )
    )
    assert [counts(sheet) for sheet in result.sheets] == [
        ("skills", 3, 2, 0, 1),
        ("unknown", 2, 0, 0, 2),
    ]
    assert levels(result)["Asha Kaur", "BSL"] == Level(4)
    assert levels(result)["Asha Kaur", "Hoist"] == Level(0)
    assert levels(result)["Ben Pritchard", "Hoist"] == Level(2)
    groups = {r.skill: r.group for r in of(result, SkillRecord)}
    assert (groups["PECS"], groups["Feeding"]) == ("Communication", "Care")


def test_merged_headings_over_two_rows(workbook, read, counts):
    path = workbook(
        {
            "Audit": [
                ["Learning support audit"],
                ["Name", "Communication", None, "Care", None],
                [None, "BSL", "Makaton", "PEG", "Hoist"],
                ["Asha Kaur", 3, 2, 1, 0],
                ["Ben Pritchard", 0, "T", "x", "2-3"],
            ]
        },
        {"Audit": ["A1:E1", "A2:A3", "B2:C2", "D2:E2"]},
    )
    result = read(path)
    assert counts(result.sheets[0]) == ("skills", 2, 2, 0, 0)
    assert levels(result)["Ben Pritchard", "PEG"] == Unknown()
    assert {r.group for r in of(result, SkillRecord)} == {"Communication", "Care"}


def test_a_staff_list_with_skills_beside_the_staff(workbook, read, counts):
    result = read(
        workbook(
            {
                "Team": [
                    ["Name", "Payroll", "Job title", "Team", "Hours", "BSL", "Makaton", "Autism"],
                    ["Asha Kaur", "P1", "LSA", "Red", 30, "Y", "N", "Y"],
                    ["Ben Pritchard", "P2", "LSA", "Red", 20, "N", "N", None],
                    ["Carys Griffiths", "P3", "LSA", "Blue", 37, "Y", "N", "Y"],
                ]
            }
        )
    )
    assert sum(len(sheet.rows) for sheet in result.sheets) == 3
    assert counts(result.sheets[0])[2:] == (3, 0, 0)
    assert len(of(result, StaffRecord)) == 3
    assert levels(result)["Ben Pritchard", "BSL"] == Level(0)
    assert ("Ben Pritchard", "Autism") not in levels(result)


def test_welsh_headings_names_days_and_months(workbook, read, counts):
    result = read(
        workbook(
            {
                "Staff": [
                    [
                        "Cyfenw",
                        "Enw cyntaf",
                        "Rhif staff",
                        "Swydd",
                        "Tîm",
                        "Oriau",
                        "Diwrnodau",
                        "Dyddiad dechrau",
                    ],
                    [
                        "ap Rhys",
                        "Siôn",
                        "W1",
                        "Cymhorthydd",
                        "Glas",
                        "22.5",
                        "Llun, Mawrth, Iau",
                        "3 Medi 2019",
                    ],
                    [
                        "Ŵyn",
                        "Łucja",
                        "W2",
                        "Cymhorthydd",
                        "Glas",
                        "30",
                        "Llun-Gwener",
                        "Ionawr 2021",
                    ],
                ]
            }
        )
    )
    assert counts(result.sheets[0]) == ("staff", 2, 2, 0, 0)
    sion, lucja = of(result, StaffRecord)
    assert sion.days == {Weekday.MONDAY, Weekday.TUESDAY, Weekday.THURSDAY}
    assert sion.started == RoughDate(date(2019, 9, 3))
    assert (lucja.forename, lucja.surname, len(lucja.days or ())) == ("Łucja", "Ŵyn", 5)


def test_period_numbers_are_not_mistaken_for_times(workbook, read, counts):
    result = read(
        workbook(
            {
                "Rota": [
                    ["Day of week", "Period", "Times", "Learners", "Lesson", "Where", "TAs"],
                    ["Mon", 1, "09:00 - 10:30", "Form 1", "English", "R1", "2"],
                    [None, 2, "10:45 - 12:15", "Form 1", "Maths", "R1", "1 to 2"],
                    ["Tues", 1, "0900-1030", "Form 2", "Art", "R2", "none"],
                    [None, 2, "half nine", "Form 2", "Art", "R2", "2"],
                ]
            }
        )
    )
    assert counts(result.sheets[0]) == ("timetable", 4, 3, 0, 1)
    sessions = of(result, SessionRecord)
    assert [(s.day, s.lsas_needed, s.lsas_wanted) for s in sessions] == [
        (Weekday.MONDAY, 2, 2),
        (Weekday.MONDAY, 1, 2),
        (Weekday.TUESDAY, 0, 0),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_whatever_its_separator_and_letters(tmp_path, read, separator, encoding):
    lines = [["Surname", "Forename", "Contract", "Hours"], ["Garçon", "Zoë", "Perm", "20"]]
    path = tmp_path / "list.csv"
    path.write_text("\r\n".join(separator.join(line) for line in lines), encoding=encoding)
    [record] = of(read(path), StaffRecord)
    assert (record.surname, record.forename, record.weekly_minutes) == ("Garçon", "Zoë", 1200)
