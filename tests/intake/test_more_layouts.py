"""More layouts: scales with totals beside them, days as headings, pairs of columns, statuses."""

from datetime import date, time

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.calendar import RoughDate, Weekday
from lsadesk.domain.courses.certificates import Lapse
from lsadesk.domain.incoming import SessionRecord, SkillRecord, StaffRecord, TrainingRecord


def of(interpretation, kind):
    return [record for record in interpretation.records if isinstance(record, kind)]


def test_colours_with_a_column_of_totals_are_still_colours(workbook, read, counts):
    result = read(
        workbook(
            {
                "Skills register": [
                    ["Staff No.", "Communication", None, "Medical", None, "Total"],
                    [None, "Makaton", "BSL", "Gastrostomy", "Epilepsy", None],
                    ["E1", "Green", "Amber", "Green", "Green", 4],
                    ["E2", "Amber", None, "Green", "Red", 3],
                ],
                "Personnel": [
                    ["Staff No.", "Name", "Post", "Weekly contracted hours", "Mon", "Tue"],
                    ["E1", "KAUR, Asha (Mrs)", "LSA 2", 30, "8.30-3", "-"],
                    ["E2", "PRITCHARD, Ben", "LSA 3", 37, 7.4, 7.4],
                ],
            }
        )
    )
    assert [counts(sheet) for sheet in result.sheets] == [
        ("staff", 2, 2, 0, 0),
        ("skills", 2, 2, 0, 0),
    ]
    assert [record.value for record in of(result, SkillRecord)][:2] == [Level(3), Level(2)]
    asha, ben = of(result, StaffRecord)
    assert (asha.forename, asha.surname, asha.days) == ("Asha", "Kaur", {Weekday.MONDAY})
    assert ben.days == {Weekday.MONDAY, Weekday.TUESDAY}


def test_a_day_that_stands_alone_above_its_rows(workbook, read, counts):
    result = read(
        workbook(
            {
                "Timetable": [
                    ["Start", "End", "Group", "Lesson", "LSA"],
                    ["Monday"],
                    [time(9), time(10), "A", "Maths", 2],
                    ["Tuesday"],
                    [time(9), time(10), "A", "Art", "two"],
                ]
            }
        )
    )
    assert counts(result.sheets[0]) == ("timetable", 4, 2, 2, 0)
    days = [(s.day, s.lsas_needed) for s in of(result, SessionRecord)]
    assert days == [(Weekday.MONDAY, 2), (Weekday.TUESDAY, 2)]


def test_ratings_by_staff_number_alone_and_twice(workbook, read, counts):
    result = read(
        workbook(
            {
                "Staff": [["ID", "First Name", "Last Name", "Role"], [1, "Asha", "Kaur", "LSA"]],
                "Ratings": [
                    ["Staff ID", "Skill", "Score", "Assessed"],
                    [1, "BSL", 3, "1/2/25"],
                    [1, "BSL", 3, "1/2/25"],
                    [1, "BSL", 1, "1/2/25"],
                    [9, "BSL", 1, "1/2/25"],
                ],
            }
        )
    )
    assert counts(result.sheets[1]) == ("skills", 4, 1, 1, 2)
    [record] = of(result, SkillRecord)
    assert (record.value, record.rated_on) == (Level(3), date(2025, 2, 1))


def test_a_course_that_is_not_done_yet_is_held_by_nobody(tmp_path, read, counts):
    path = tmp_path / "training.csv"
    path.write_text(
        "Employee Name,Employee Number,Course Title,Completion Date,Expiry Date,Status\r\n"
        '"Kaur, Asha",101,Safeguarding L2,2024-09-01,2027-09-01,Complete\r\n'
        '"Pritchard, Ben",102,Safeguarding L2,,,Not started\r\n'
        '"Pritchard, Ben",102,Fire safety,booked,,\r\n'
        '"Pritchard, Ben",102,Prevent,2024-09-01,,Complete\r\n',
        encoding="utf-8-sig",
    )
    result = read(path)
    assert counts(result.sheets[0]) == ("training", 4, 2, 0, 2)
    assert {r.person.name for r in of(result, TrainingRecord)} == {"Asha Kaur", "Ben Pritchard"}
    assert [r.payroll for r in of(result, StaffRecord)] == ["101", "102"]


def test_done_and_expires_columns_under_each_course(workbook, read, counts):
    result = read(
        workbook(
            {
                "CPD": [
                    ["Name", "First Aid", None, "Safeguarding", None],
                    [None, "Done", "Expires", "Done", "Expires"],
                    ["Asha Kaur", "1/2/23", "1/2/26", "3/4/24", "n/a"],
                    ["Ben Pritchard", "5/6/22", "5/6/25", None, None],
                ]
            }
        )
    )
    assert counts(result.sheets[0]) == ("training", 2, 2, 0, 0)
    first, second, third = of(result, TrainingRecord)
    assert (first.course, first.lapse) == ("First Aid", Lapse.ON)
    assert first.expires == RoughDate(date(2026, 2, 1))
    assert (second.course, second.lapse) == ("Safeguarding", Lapse.NEVER)
    assert third.person.forename == "Ben"


def test_headings_that_say_more_than_they_need_to(workbook, read, counts):
    result = read(
        workbook(
            {
                "Staff": [
                    [
                        "Surname\n(legal)",
                        "First\nname *",
                        "Payroll\nnumber",
                        "Team / area",
                        "Pattern",
                    ],
                    ["Kaur", "Asha", "1", "Blue", "Mon-Thu 9-4"],
                    ["Shah", "Ben", "2", "Red", "M-F"],
                ],
                "Sessions": [
                    ["Session", "Day", "Starts", "Ends", "Group name", "Tutor name"],
                    ["Maths", "Mon", time(9), time(10), "A", "JB"],
                    ["Art", "Weds", "1:00 PM", "2:30 PM", "B", None],
                    ["ICT", "Blursday", "1:00 PM", "2:30 PM", "B", None],
                ],
                "Students": [
                    ["Initials", "Primary SEND need", "Support ratio", "Hours of support per week"],
                    ["AB", "Autism", "1:1", 30],
                    ["CD", "SLD", "2 to 1", 12],
                ],
            }
        )
    )
    assert [counts(sheet) for sheet in result.sheets] == [
        ("staff", 2, 2, 0, 0),
        ("timetable", 3, 2, 0, 1),
        ("learners", 2, 2, 0, 0),
    ]
    assert [(r.team, len(r.days or ())) for r in of(result, StaffRecord)] == [
        ("Blue", 4),
        ("Red", 5),
    ]
    assert [(s.group, s.teacher) for s in of(result, SessionRecord)] == [("A", "JB"), ("B", "")]
    learners = [r for r in result.records if hasattr(r, "primary_need")]
    assert [(r.primary_need, r.weekly_minutes) for r in learners] == [
        ("Autism", 1800),
        ("SLD", 720),
    ]
