"""Whom a name means, whose timetable a grid is, and what a sheet says of nobody."""

from datetime import date

import pytest

from lsadesk.domain.calendar import RoughDate
from lsadesk.domain.incoming import PersonRef, SessionRecord, StaffRecord, TrainingRecord

ASHA = PersonRef(forename="Asha", surname="Kaur")
SIAN = PersonRef(forename="Siân", surname="Bevan", started=RoughDate(date(2021, 9, 1)))
STAFF = ["Name", "Job title", "Hours", "Start date", "Email"]


def of(read, kind):
    return [record for record in read.records if isinstance(record, kind)]


def reasons(read):
    return [problem.reason for sheet in read.sheets for problem in sheet.problems]


def sessions(read):
    return {
        (s.day.name[:3], str(s.span.start)[:5], s.group, s.title) for s in of(read, SessionRecord)
    }


@pytest.mark.parametrize(
    ("began", "mail", "known"),
    [(date(2021, 9, 1), "", (SIAN,)), (None, "sian.bevan@college.example", (SIAN,))],
)
def test_another_surname_is_asked_about_where_a_first_day_or_an_address_agrees(
    taken, began, mail, known
):
    read = taken({"Staff": [STAFF, ["Siân Morgan", "LSA", 20, began, mail]]}, known)
    (aside,) = read.set_aside
    assert "is like Siân Bevan, who is known: is it the same person?" in aside.reason


def test_a_name_in_doubt_on_the_staff_list_is_taken_for_nobody_on_another_sheet(taken):
    staff = [STAFF, ["Bevan, Sian", "LSA", 20, None, ""]]
    training = [["Name", "Course", "Date"], ["Sian Bevan", "PEG", "3/9/2025"]]
    known = (PersonRef(forename="Siân Mai", surname="Bevan"),)
    books = {"Staff": staff, "Training": training}
    assert [aside.sheet for aside in taken(books, known).set_aside] == ["Staff", "Training"]
    assert taken({"Training": training}, known).set_aside == ()


def test_a_former_name_in_a_training_record_is_asked_about_by_the_address_on_the_list(taken):
    staff = [STAFF, ["Siân Morgan", "LSA", 20, None, "sbevan@college.example"]]
    training = [["Name", "Course", "Date"], ["Siân Bevan", "PEG", "3/9/2025"]]
    (aside,) = taken({"Staff": staff, "Training": training}).set_aside
    assert aside.reason == "“Siân Bevan” is nobody on the staff list: is it Siân Morgan?"


def test_the_name_that_somebody_is_known_as_stands_in_brackets_under_such_a_heading(taken):
    heads = [
        ["Person", "Post", None, "Hours"],
        ["Name (known as)", "Post title", "Team", "Per week"],
    ]
    row = ["Gwyther, Margaret (Peggy)", "Senior LSA", "Blue", 37]
    (peggy,) = of(taken({"Staff": [*heads, row]}), StaffRecord)
    assert (peggy.forename, peggy.surname, peggy.weekly_minutes) == ("Peggy", "Gwyther", 2220)


def test_who_is_only_reached_or_has_left_is_not_taken_on_and_why_is_said(taken):
    staff = [STAFF, ["Asha Kaur", "LSA", 30, None, ""]]
    contacts = [
        ["Name", "Mobile", "Next of kin", "Job title"],
        ["Rae Stone", "07700", "Mum", "Cook"],
    ]
    gone = [["Name", "Job title", "Leaving date"], ["Tom Hill", "LSA", date(2025, 7, 31)]]
    read = taken({"Contacts": contacts, "Leavers": gone, "Staff": staff})
    assert [s.forename for s in of(read, StaffRecord)] == ["Asha"]
    assert any("how people are reached" in reason for reason in reasons(read))
    assert any("a list of people who have left" in reason for reason in reasons(read))
    tom = PersonRef(forename="Tom", surname="Hill")
    (left,) = of(taken({"Leavers": gone}, [tom]), StaffRecord)  # of whom the college holds more
    assert left.left_on == date(2025, 7, 31)


def test_a_contract_of_zero_hours_is_work_as_required(taken):
    rows = [["Name", "Contract", "Hours", "Days"], ["Asha Kaur", "Zero hours", "-", "ad hoc"]]
    (asha,) = of(taken({"Staff": rows}), StaffRecord)
    assert asha.as_required


def test_two_rows_to_a_person_say_when_courses_were_done_and_when_they_run_out(taken):
    rows = [
        ["Name", "", "PEG", "Epilepsy", "Makaton"],
        ["Asha Kaur", "Done", "3/2/26", date(2025, 12, 1), "May 2019"],
        [None, "Expires", "3/2/27", date(2026, 12, 1), "no expiry"],
    ]
    read = taken({"Certs": rows}, [ASHA])
    held = {
        t.course: (str(t.achieved), t.expires and str(t.expires)) for t in of(read, TrainingRecord)
    }
    assert held == {
        "PEG": ("3 Feb 2026", "3 Feb 2027"),
        "Epilepsy": ("1 Dec 2025", "1 Dec 2026"),
        "Makaton": ("May 2019", None),
    }
    assert [row.row for row in read.sheets[0].merged] == [3]


def test_how_long_a_course_holds_is_neither_its_name_nor_its_end(taken):
    rows = [["Name", "First aid (renew every 3 yrs)", "PEG"], ["Asha Kaur", "3/2/26", "4/2/26"]]
    held = of(taken({"Training": rows}, [ASHA]), TrainingRecord)
    assert [(t.course, str(t.achieved), t.expires) for t in held] == [
        ("First aid", "3 Feb 2026", None),
        ("PEG", "4 Feb 2026", None),
    ]


def test_a_certificate_that_is_due_again_is_held_and_one_not_held_is_not(taken):
    heads = ["Name", "Course", "Attended", "Valid until", "Status"]
    soon = ["Asha Kaur", "First aid", "14/3/2024", "13/3/2027", "Due soon"]
    read = taken({"Training": [heads, soon, ["Asha Kaur", "PEG", "", "", "Not held"]]}, [ASHA])
    assert [t.course for t in of(read, TrainingRecord)] == ["First aid"]
    assert len(read.set_aside) == 1


def test_blocks_of_two_weeks_on_a_groups_sheet_are_that_groups(taken):
    block = [["", "Monday", "Tuesday"], ["9-10.30", "English", "Maths"], ["10.30-11", "L U N C H"]]
    sheet = [["WEEK A"], *block, [], ["WEEK B"], *block]
    read = taken({"Derwen": [["Derwen timetable"], *sheet], "Onnen": [["Onnen"], *sheet]})
    assert {group for _, _, group, _ in sessions(read)} == {"Derwen", "Onnen"}
    assert {title for _, _, _, title in sessions(read)} == {"English", "Maths"}


def test_a_block_for_each_class_under_periods_and_their_times(taken):
    heads = [["", "Period 1", "Period 2"], ["", "9.10-10.10", "10.15-11.15"]]
    first = [["Class 1 Robin"], *heads, ["Monday", "Phonics", "Cooking"], ["Tuesday", "PE", ""], []]
    second = [["Class 2 Wren"], *heads, ["Monday", "Number", "Art"], ["Tuesday", "Music", ""]]
    read = taken({"Timetable": [*first, *second]})
    assert ("MON", "09:10", "Class 1 Robin", "Phonics") in sessions(read)
    assert ("MON", "10:15", "Class 2 Wren", "Art") in sessions(read)
    assert len(sessions(read)) == 6


@pytest.mark.parametrize(
    ("above", "cell", "group", "title"),
    [
        ("Room 1", "Oak - {}", "Oak", "Maths"),
        ("Each box: subject - group", "{} - Oak", "Oak", "Maths"),
    ],
)
def test_a_rooms_timetable_names_the_group_in_its_cells(taken, above, cell, group, title):
    cells = [cell.format(subject) for subject in ("Maths", "English", "Art")]
    rows = [[above], ["", "Monday", "Tuesday", "Wednesday"], ["9-10", *cells], ["10-11", "FREE"]]
    found = sessions(taken({"Kitchen": rows}))
    assert ("MON", "09:00", group, title) in found
    assert len(found) == 3


def test_headings_in_two_languages_are_read_where_both_say_the_same(taken):
    heads = ["Cyfenw / Surname", "Enw cyntaf / First name", "Oriau / Hours", "Dyddiau / Days"]
    (gethin,) = of(taken({"Staff": [heads, ["ab Owain", "Gethin", 22.5, "Maw, Mer"]]}), StaffRecord)
    assert (gethin.surname, gethin.weekly_minutes, len(gethin.days)) == ("ab Owain", 1350, 2)
