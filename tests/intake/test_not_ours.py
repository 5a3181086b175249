"""Sheets that look like one of ours and are none; names that stand once for several rows."""

from datetime import date, time

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.calendar import TimeSpan
from lsadesk.domain.incoming import (
    LearnerRecord,
    PersonRef,
    SessionRecord,
    SkillRecord,
    TrainingRecord,
)
from lsadesk.intake.sheets import Merge

ASHA, TOM = PersonRef(forename="Asha", surname="Kaur"), PersonRef(forename="Tom", surname="Lee")


def of(read, kind):
    return [record for record in read.records if isinstance(record, kind)]


def test_a_cover_sheet_gives_no_weekly_sessions_and_says_why(taken):
    rows = [
        ["Date", "Absent", "Reason", "Time", "Class", "Cover by"],
        [date(2026, 9, 14), "Asha Kaur", "Migraine", "9.15-10.45", "Foundation 1", "Tom Lee"],
        [date(2026, 9, 15), "Tom Lee", "Hospital", "11-12.30", "Entry 2", "Asha Kaur"],
    ]
    read = taken({"Cover": rows}, [ASHA, TOM])
    assert not read.records
    assert {aside.reason for aside in read.set_aside} == {
        "It is a record of absence or cover on single days, which is not imported."
    }


def test_a_rota_of_shifts_gives_nothing_and_says_why(taken):
    days = [date(2026, 9, 7 + day) for day in range(5)]
    rows = [
        ["Staff", *days],
        ["Asha Kaur", "E", "E", "L", "OFF", "L"],
        ["Tom Lee", "L", "L", "OFF", "N", "N"],
    ]
    read = taken({"Rota": rows}, [ASHA, TOM])
    assert not read.records
    assert "which shift" in read.set_aside[0].reason


def test_an_lsas_own_timetable_is_no_groups(taken):
    grid = [["Time", "Monday", "Tuesday"], ["9-10.30", "F1 English", "OFF"], ["11-12", "Art", "F1"]]
    titled = [["Timetable for: Tom Lee"], *grid]
    read = taken({"Asha Kaur": grid, "TL": titled, "Foundation 1": grid}, [ASHA, TOM])
    assert {record.source.sheet for record in of(read, SessionRecord)} == {"Foundation 1"}
    assert "Asha Kaur's own timetable" in read.set_aside[0].reason
    assert "Tom Lee's own timetable" in read.set_aside[-1].reason


def test_a_day_with_a_period_in_each_heading_is_read_by_the_key(taken):
    read = taken(
        {
            "Times": [["Period", "Start", "End"], [1, "09:00", "10:00"], [2, "10:00", "11:00"]],
            "Classes": [
                ["Class", "Mon:1", "Mon:2", "Tue:1", "Tue:2"],
                ["Oak", "English", "Maths", "Art", None],
                ["Ash", "Maths", "Art", "English", "Swimming"],
            ],
        }
    )
    sessions = of(read, SessionRecord)
    assert [(s.day.short, s.group, s.title) for s in sessions[:3]] == [
        ("Mon", "Oak", "English"),
        ("Mon", "Oak", "Maths"),
        ("Tue", "Oak", "Art"),
    ]
    assert sessions[1].span == TimeSpan(time(10), time(11))


def test_a_number_of_students_is_no_group(taken):
    rows = [
        ["Day", "Start", "Finish", "Register Title", "No. of Students"],
        ["Mon", "9:15", "10:45", "Cookery", 8],
        ["Tue", "9:15", "10:45", "Maths", 6],
    ]
    assert [s.group for s in of(taken({"Registers": rows}), SessionRecord)] == ["", ""]


def test_a_learner_merged_over_rows_of_provision_is_one_learner(taken):
    rows = [
        ["Student", "Area of need", "Provision", "Ratio", "Hours per week"],
        ["JB", "Communication", "Makaton", "1:1", 10],
        [None, None, "Visual timetable", "1:4", 2],
        [None, "Physical", "Hoist transfers", "2:1", 3],
        ["LM", "Cognition", "Reading", "1:3", 4],
    ]
    read = taken({"Provision map": rows}, merged=[Merge(2, 0, 4, 0), Merge(2, 1, 3, 1)])
    jb, lm = of(read, LearnerRecord)
    assert (jb.weekly_minutes, str(jb.ratio), str(jb.care_ratio)) == (900, "1:1", "2:1")
    assert (lm.reference, lm.weekly_minutes) == ("LM", 240)


def test_a_blank_name_under_a_name_is_the_same_person_and_is_told(taken):
    rows = [
        ["Name", "Course", "Date done"],
        ["Asha Kaur", "Makaton", "2/9/26"],
        [None, "Prevent", "3/9/26"],
        ["Tom Lee", "Makaton", "2/9/26"],
        [None, "First aid", "4/9/26"],
    ]
    read = taken({"CPD": rows}, [ASHA, TOM])
    assert [record.person for record in of(read, TrainingRecord)] == [ASHA, ASHA, TOM, TOM]
    assert "names nobody" in read.sheets[0].problems[0].reason


def test_a_name_that_was_forgotten_once_is_not_guessed(taken):
    rows = [
        ["Name", "Course", "Date done"],
        *[["Asha Kaur", "Makaton", f"{day}/9/26"] for day in (1, 2)],
    ]
    rows += [[None, "Prevent", "3/9/26"], ["Tom Lee", "Prevent", "3/9/26"]]
    read = taken({"CPD": rows}, [ASHA, TOM])
    assert [aside.reason for aside in read.set_aside] == ["It does not say who it is about."]


def test_the_last_day_of_an_absence_is_no_leaving_date(taken):
    rows = [
        ["Name", "First day", "Last day", "Days lost", "Self cert", "RTW held"],
        ["Asha Kaur", date(2026, 9, 14), date(2026, 9, 15), 2, "Y", "Y"],
        ["Tom Lee", date(2026, 9, 21), date(2026, 9, 21), 1, "N", "N"],
    ]
    read = taken({"Absence log": rows}, [ASHA, TOM])
    assert not read.records
    assert read.set_aside[0].reason == "It is a record of absence or leave, which is not imported."


def test_the_second_date_of_several_is_no_course(taken):
    rows = [["Staff", "Date 1", "Date 2"], ["Asha Kaur", "14/9/2026", "14/10/2026"]]
    assert not of(taken({"Supervision": rows}, [ASHA, TOM]), TrainingRecord)


def test_a_day_that_says_only_when_leaves_the_session_its_name(taken):
    rows = [
        ["Group", "Subject", "Mon", "Tue", "LSAs"],
        ["F1", "English", "9.15-10.45", None, 2],
        ["E2", "Maths", None, "1.15-2.45", 1],
    ]
    sessions = of(taken({"Sessions": rows}), SessionRecord)
    assert [(s.title, s.group, s.lsas_needed) for s in sessions] == [
        ("English", "F1", 2),
        ("Maths", "E2", 1),
    ]


def test_a_calendar_of_courses_and_its_bookings_are_no_sessions_and_no_certificates(taken):
    calendar = [
        ["Course", "Date", "Time", "Venue", "Trainer"],
        ["Makaton L1", date(2026, 11, 3), "9.30-4", "G4", "In house"],
        ["First aid", date(2026, 12, 1), "9.30-4", "Hall", "St John"],
    ]
    bookings = [
        ["Name", "Course", "Date booked for"],
        ["Asha Kaur", "Makaton L1", date(2026, 11, 3)],
        ["Tom Lee", "First aid", date(2026, 12, 1)],
    ]
    read = taken({"Courses 26-27": calendar, "Bookings": bookings}, [ASHA, TOM])
    assert not read.records
    assert "a list of events" in read.set_aside[0].reason
    assert "a list of bookings" in read.set_aside[-1].reason


def test_dates_that_come_again_every_week_are_a_timetable(taken):
    heads = ["Date", "Time", "Group", "Session"]
    rows = [[date(2026, 9, day), "9.15-10.45", "F1", "Art"] for day in (7, 14, 21)]
    (art,) = of(taken({"Sessions": [heads, *rows]}), SessionRecord)
    assert (art.day.name, art.title) == ("MONDAY", "Art")


def test_what_a_tick_means_is_taken_from_the_title(taken):
    rows = [
        ["Who can do what (tick = signed off as competent)"],
        ["Name", "PEG", "Hoist"],
        ["Asha Kaur", "✓", None],
        ["Tom Lee", None, "✓"],
    ]
    assert {s.value for s in of(taken({"Skills": rows}, [ASHA, TOM]), SkillRecord)} == {Level(3)}
