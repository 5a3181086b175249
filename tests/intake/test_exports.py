"""Lists as payroll, personnel and forms write them out, with far more than is needed here."""

from datetime import date

import pytest

from lsadesk.domain.calendar import Weekday
from lsadesk.domain.courses.certificates import Lapse
from lsadesk.domain.incoming import PersonRef, SkillRecord, StaffRecord, TrainingRecord
from lsadesk.intake.private import is_private
from lsadesk.intake.sheets import Merge

ASHA, TOM = PersonRef(forename="Asha", surname="Kaur"), PersonRef(forename="Tom", surname="Lee")
PAYROLL = [
    [
        *("Employee Number", "Surname", "Forename 1", "Known As", "Grade", "Org Unit"),
        *("Contract Type", "Hours", "Date of Birth", "NI Number", "Next of kin"),
    ],
    [
        *("0411", "O'NEILL", "Thomas", "Tom", "Scale 4", "Foundation"),
        *("Casual/Zero hours", "0,00", date(1984, 3, 12), "QQ123456A", "Ann O'Neill"),
    ],
    ["0412", "KAUR", "Asha", None, "Scale 4", "Foundation", "Permanent", "37,00"],
]


def of(read, kind):
    return [record for record in read.records if isinstance(record, kind)]


def test_a_payroll_export_gives_the_name_people_go_by_and_nothing_private(taken):
    tom, asha = of(taken({"iTrent": PAYROLL}), StaffRecord)
    assert (tom.forename, tom.surname, tom.payroll) == ("Tom", "O'Neill", "0411")
    assert (asha.forename, asha.team, asha.weekly_minutes) == ("Asha", "Foundation", 2220)
    assert (tom.as_required, tom.level) == (True, None)
    assert not [word for word in ("QQ123456A", "1984", "Ann") if word in str(tom)]


@pytest.mark.parametrize("heading", ["Date of Birth", "DOB", "Home phone no", "Days sick", "Car?"])
def test_what_no_plan_needs_is_private(heading):
    assert is_private(heading)


@pytest.mark.parametrize("heading", ["Mobile hoist", "Absence seizures", "Staff ref", "Team"])
def test_a_skill_with_such_a_word_in_it_is_not_private(heading):
    assert not is_private(heading)


def test_a_central_record_gives_no_course_called_right_to_work(taken):
    rows = [
        ["Staff details", None, None, "Right to work", None, "Safeguarding", None],
        ["Name", "Job role", "Start date", "Document", "Date checked", "Date", "Renewal due"],
        *[
            [name, "LSA", date(2020, 2, 3), "Passport", date(2021, 8, 12), done, None]
            for name, done in (("Asha Kaur", date(2026, 9, 2)), ("Tom Lee", date(2025, 9, 3)))
        ],
    ]
    merged = [Merge(1, 0, 1, 2), Merge(1, 3, 1, 4), Merge(1, 5, 1, 6)]
    read = taken({"SCR": rows}, merged=merged)
    assert [person.title for person in of(read, StaffRecord)] == ["LSA", "LSA"]
    assert {record.course for record in of(read, TrainingRecord)} == {"Safeguarding"}


def test_dates_of_a_form_are_all_read_as_the_one_that_shows_its_order(taken):
    rows = [
        ["ID", "Completion time", "Name", "Which course did you attend?", "Date of course"],
        [1, "9/14/2026 16:05", "Asha Kaur", "Makaton", "9/10/2026"],
        [2, "9/15/2026 9:12", "Tom Lee", "Makaton", "9/9/2026"],
    ]
    read = taken({"Sheet1": rows}, [ASHA, TOM])
    days = [record.achieved.day for record in of(read, TrainingRecord)]
    assert days == [date(2026, 9, 10), date(2026, 9, 9)]


def test_dates_both_ways_round_are_read_day_first_and_told(taken):
    rows = [
        ["Name", "Course", "Date done"],
        ["Asha Kaur", "Makaton", "9/14/2026"],
        ["Tom Lee", "Makaton", "14/9/2026"],
        ["Tom Lee", "Prevent", "3/4/2026"],
    ]
    read = taken({"CPD": rows}, [ASHA, TOM])
    assert of(read, TrainingRecord)[-1].achieved.day == date(2026, 4, 3)


def test_a_cell_says_that_a_course_was_done_and_when_it_ends(taken):
    rows = [
        ["Name", "Safeguarding", "First Aid", "Food Hygiene"],
        ["Asha Kaur", "Yes - exp 09/27", "Yes (exp 14/05/2027)", "Yes - no expiry"],
        ["Tom Lee", "12/09/25 - 12/09/28", "Booked 12/10/26", "No"],
    ]
    read = taken({"Mandatory training": rows}, [ASHA, TOM])
    ends = {(r.person.forename, r.course): r.expires for r in of(read, TrainingRecord)}
    assert {who: end and end.day for who, end in ends.items()} == {
        ("Asha", "Safeguarding"): date(2027, 9, 1),
        ("Asha", "First Aid"): date(2027, 5, 14),
        ("Asha", "Food Hygiene"): None,
        ("Tom", "Safeguarding"): date(2028, 9, 12),
    }
    never = [r.course for r in of(read, TrainingRecord) if r.lapse is Lapse.NEVER]
    assert never == ["Food Hygiene"]
    assert ["not done yet" in p.reason for p in read.sheets[0].problems] == [True]


def test_who_has_left_is_set_aside_and_sickness_is_no_skill(taken):
    rows = [
        ["Name", "Role", "Hours", "Sickness days", "Status", "Contract"],
        ["Asha Kaur", "LSA", 30, 2, "Current", "Perm"],
        ["Ray Old", "LSA", 20, 4, "Left", "Perm"],
    ]
    read = taken({"Staff": rows})
    assert [person.forename for person in of(read, StaffRecord)] == ["Asha"]
    assert [aside.reason for aside in read.set_aside] == ["They have left, the row says: “Left”."]
    assert not of(read, SkillRecord)


def test_a_start_and_a_finish_under_each_day_say_the_days_worked(taken):
    rows = [
        ["Name", "Monday", None, "Tuesday", None, "Total hrs"],
        [None, "Start", "Finish", "Start", "Finish"],
        ["Asha Kaur", "8:30", "15:30", None, None, "7h"],
        ["Tom Lee", "9.00", "3.00", "9.00", "3.00", 12],
    ]
    merged = [Merge(1, 0, 2, 0), Merge(1, 1, 1, 2), Merge(1, 3, 1, 4), Merge(1, 5, 2, 5)]
    asha, tom = of(taken({"Hours": rows}, merged=merged), StaffRecord)
    assert (asha.days, asha.weekly_minutes) == (frozenset({Weekday.MONDAY}), 420)
    assert (tom.days, tom.weekly_minutes) == (frozenset({Weekday.MONDAY, Weekday.TUESDAY}), 720)


def test_a_figure_means_what_the_key_says_even_where_one_is_the_best(taken):
    rows = [
        ["Key: 1 = Expert, 2 = Competent, 3 = Developing, 4 = Basic, 5 = No experience"],
        ["Name", "Autism", "Dyslexia", "Behaviour"],
        ["Asha Kaur", 1, 2, 5],
        ["Tom Lee", 3, 4, 4],
    ]
    read = taken({"Skills": rows}, [ASHA, TOM])
    assert [int(r.value.value) for r in of(read, SkillRecord)] == [4, 3, 0, 2, 1, 1]


def test_a_name_in_brackets_is_what_somebody_is_called(taken):
    rows = [["Name", "Makaton", "PEG"], ["KAUR, Ashleen (Asha)", 3, 1], ["LEE, Tom", 2, 2]]
    read = taken({"Skills": rows}, [ASHA, TOM])
    assert {record.person for record in of(read, SkillRecord)} == {ASHA, TOM}
