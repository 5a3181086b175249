"""What a heading says, and what it only seems to say."""

from datetime import date

from lsadesk.domain.calendar import Weekday
from lsadesk.domain.incoming import (
    LearnerRecord,
    SessionRecord,
    StaffRecord,
    TrainingRecord,
)


def of(interpretation, kind):
    return [record for record in interpretation.records if isinstance(record, kind)]


def test_learners_with_forename_and_surname_never_become_staff(workbook, read):
    rows = [
        ["Forename", "Surname", "Programme", "EHCP hours/week", "Support type"],
        ["Jo", "Birch", "Life Skills", 15, "1:1"],
        ["Al", "Wick", "Catering", "7.5", "1:4"],
    ]
    result = read(workbook({"Support plan": rows}))
    first, second = of(result, LearnerRecord)
    assert (first.reference, first.weekly_minutes, str(first.ratio)) == ("Jo Birch", 900, "1:1")
    assert second.reference == "Al Wick"
    assert of(result, StaffRecord) == []


def test_marks_beside_learners_names_add_nobody_to_the_staff(workbook, read):
    rows = [["Name", "Maths", "English"], ["Jo Birch", 3, 2], ["Al Wick", 1, 2]]
    result = read(workbook({"Student assessment matrix": rows}))
    assert of(result, StaffRecord) == []


def test_the_number_of_a_thing_is_not_the_thing(workbook, read):
    rows = [
        ["Delegate name", "Course attended", "Date attended", "Certificate no.", "Refresher due"],
        ["Hope Lunt", "Epilepsy awareness", "14/3/25", "E-22", "14/3/27"],
        ["Kai Brock", "Hoist", "2025-03-14", "H9", "13/03/26"],
    ]
    courses = [record.course for record in of(read(workbook({"Log": rows})), TrainingRecord)]
    assert courses == ["Epilepsy awareness", "Hoist"]


def test_a_session_on_two_days_is_two_sessions(workbook, read):
    rows = [
        ["Session ID", "Start", "Finish", "Day(s)", "Learner group", "Subject area", "LSAs"],
        ["S1", "09:00", "10:30", "Mon & Wed", "Bakery A", "Bakery", 2],
        ["S2", "10:45", "12:00", "Tue", "Bakery A", "Maths", 1],
    ]
    sessions = of(read(workbook({"Sessions": rows})), SessionRecord)
    assert [(session.day, session.title) for session in sessions] == [
        (Weekday.MONDAY, "Bakery"),
        (Weekday.WEDNESDAY, "Bakery"),
        (Weekday.TUESDAY, "Maths"),
    ]


def test_first_aid_is_no_forename(workbook, read):
    rows = [
        ["Surname", "First", "First aid", "Prevent"],
        ["Tate", "Bo", "01/02/2025", "02/02/2025"],
        ["Umar", "Li", "01/03/2025", "02/03/2025"],
    ]
    held = of(read(workbook({"Training": rows})), TrainingRecord)
    assert {(record.person.forename, record.course) for record in held} >= {("Bo", "First aid")}


def test_a_contract_that_ends_is_a_leaving_date_and_a_vacancy_is_nobody(workbook, read, counts):
    rows = [
        ["Employee name", "Position title", "Weekly hours", "End"],
        ["NGUYEN, Thi Mai", "LSA", "37hrs/wk TTO", "31/07/2026"],
        ["Vacancy - LSA (0.6)", "LSA", 22, None],
        ["Agency x2", "LSA", 22, None],
    ]
    result = read(workbook({"Staff": rows}))
    assert counts(result.sheets[0]) == ("staff", 3, 1, 0, 2)
    (person,) = of(result, StaffRecord)
    assert (person.left_on, person.weekly_minutes) == (date(2026, 7, 31), 37 * 60)
    assert person.term_time_only


def test_names_with_letters_that_have_no_accent_to_lose_are_still_found(workbook, read):
    book = workbook(
        {
            "Staff": [["Name", "Hours", "Job"], ["Łucja Wójcik", 30, "LSA"]],
            "Training": [["Name", "Course", "Date"], ["Lucja Wojcik", "Prevent", "1/2/2025"]],
        }
    )
    (record,) = of(read(book), TrainingRecord)
    assert record.person.forename == "Łucja"


def test_dates_beside_ticks_do_not_make_staff_into_learners(workbook, read):
    rows = [
        ["Name", "Hours", "Makaton", "Hoist", "First aid expiry", "Midas expiry"],
        ["Abe Finn", 30, "Y", "Y", "01/02/2027", "n/a"],
        ["Bea Gold", 20, "N", "Y", None, "03/04/2028"],
    ]
    assert of(read(workbook({"Master": rows})), LearnerRecord) == []


def test_the_time_stamps_of_a_form_are_no_courses(workbook, read, counts):
    rows = [
        ["ID", "Start time", "Completion time", "Name", "Your name", "Makaton", "PECS"],
        [1, date(2026, 6, 1), date(2026, 6, 1), None, "Gwen Fell", "Some experience", "None"],
        [2, date(2026, 6, 2), date(2026, 6, 2), None, "Hal Marsh", "None", "Very experienced"],
    ]
    result = read(workbook({"Form": rows}))
    assert counts(result.sheets[0]) == ("skills", 2, 2, 0, 0)
    assert of(result, TrainingRecord) == []
