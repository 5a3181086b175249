"""What offices do to their lists: ditto marks, "known as", weeks in a cell, sections of others."""

from datetime import date

from lsadesk.domain.calendar import Week
from lsadesk.domain.incoming import (
    LearnerRecord,
    PersonRef,
    SessionRecord,
    SkillRecord,
    StaffRecord,
    TrainingRecord,
)
from lsadesk.intake.dittos import with_dittos
from lsadesk.intake.sheets import Row, Sheet

ASHA, BEN = PersonRef(forename="Asha", surname="Kaur"), PersonRef(forename="Ben", surname="Lee")
DAYS = ["", "Monday", "Tuesday", "Wednesday"]


def of(read, kind):
    return [record for record in read.records if isinstance(record, kind)]


def test_a_ditto_mark_says_what_stands_above_it_however_far_up():
    said = [{0: "Monday", 1: "G4"}, {0: '"', 1: "do."}, {1: "Hall"}, {0: "As above", 1: "“do”"}]
    rows = tuple(Row(number, cells) for number, cells in enumerate(said, 1))
    told = with_dittos(Sheet(name="Week", rows=rows))
    assert [dict(row.cells) for row in told.rows] == [
        {0: "Monday", 1: "G4"},
        {0: "Monday", 1: "G4"},
        {1: "Hall"},
        {0: "Monday", 1: "“do”"},
    ]


def test_somebody_is_called_as_they_are_known_beside_a_whole_name(taken):
    rows = [
        ["Employee", "Known as", "Job", "Works", "Contract"],
        ["KAUR, Ashleen", "Asha", "LSA", "Mon - Wed", "Permanent"],
        ["LEE, Ben", "", "LSA", "Mon, Thurs", "Permanent"],
    ]
    staff = of(taken({"Team": rows}), StaffRecord)
    assert [(s.forename, s.surname, len(s.days)) for s in staff] == [
        ("Asha", "Kaur", 3),
        ("Ben", "Lee", 2),
    ]


def test_governors_and_volunteers_on_a_central_record_are_no_staff_and_checks_no_skills(taken):
    day = date(2021, 9, 1)
    rows = [
        ["Surname", "First name", "Post", "Start", "Barred list", "RTW seen", "Refs x2", "KCSIE"],
        ["LEARNING SUPPORT"],
        ["Kaur", "Asha", "LSA", day, "20/08/21", "Y", "Y", day],
        ["Lee", "Ben", "LSA", day, "20/08/21", "Y", "Y", day],
        ["GOVERNORS"],
        ["Hart", "Nigel", "Chair", day, "n/a", "Y", "", day],
        ["VOLUNTEERS"],
        ["Reid", "Ann", "Reader", day, "01/12/25", "Y", "Y", day],
    ]
    read = taken({"SCR": rows})
    assert [s.surname for s in of(read, StaffRecord)] == ["Kaur", "Lee"]
    assert of(read, SkillRecord) == []
    assert {t.course for t in of(read, TrainingRecord)} <= {"KCSIE"}
    assert {a.reason for a in read.set_aside} == {
        "It stands under “GOVERNORS”, which heads people who are not staff.",
        "It stands under “VOLUNTEERS”, which heads people who are not staff.",
    }


def test_a_cell_of_a_grid_may_say_the_teacher_the_room_and_one_week_of_two(taken):
    rows = [
        ["OAK 2026-27   Tutor: Rhian Hughes"],
        ["", "P1\n9.00-10.00", "P2\n10.00-11.00"],
        ["Mon", "Maths\nRH\nG4", "A: Swimming\nB: PE"],
        ["Tue", "Work experience\noff site", "Art (Wk A only)"],
    ]
    sessions = of(taken({"Oak": rows}), SessionRecord)
    assert {s.group for s in sessions} == {"Oak"}
    assert [(s.title, s.teacher, s.room, s.week) for s in sessions] == [
        ("Maths", "RH", "G4", Week.BOTH),
        ("Swimming", "", "", Week.A),
        ("PE", "", "", Week.B),
        ("Work experience", "", "off site", Week.BOTH),
        ("Art", "", "", Week.A),
    ]


def test_a_timetable_of_a_room_tells_the_room_and_no_group_called_so(taken):
    def room(name, *cells):
        return [[f"Room {name} timetable"], DAYS, ["9.15-10.45", *cells]]

    read = taken(
        {"G4": room("G4", "Maths", "Art", "ICT"), "Kitchen": room("Kitchen", "", "Baking", "")}
    )
    assert {(s.group, s.room) for s in of(read, SessionRecord)} == {("", "G4"), ("", "Kitchen")}


def test_where_each_member_of_staff_is_makes_no_sessions(taken):
    rows = [
        ["LSA", "P1 9.15-10.15", "P2 10.15-11.15"],
        ["Asha", "JB", "JB"],
        ["Ben", "TP", "Admin"],
    ]
    read = taken({"Mon": rows}, [ASHA, BEN])
    assert not read.records
    assert "where each member of staff is" in read.set_aside[0].reason


def test_a_welsh_list_of_learners(taken):
    rows = [
        ["Cyf.", "Grŵp", "Angen pennaf", "Oriau cymorth yr wythnos", "Cymhareb", "Sylwadau"],
        ["GLl01", "Sgiliau Byw", "Awtistiaeth", "15 awr", "1:1", ""],
        ["Cyfanswm", "", "", "15"],
    ]
    (learner,) = of(taken({"Dysgwyr": rows}), LearnerRecord)
    assert (learner.reference, learner.group) == ("GLl01", "Sgiliau Byw")
    assert (learner.weekly_minutes, learner.primary_need) == (900, "Awtistiaeth")


def test_a_report_with_the_names_between_its_rows_is_about_each_in_turn(taken):
    done = date(2026, 9, 2)
    rows = [
        ["Training history by employee"],
        ["Course", "Date completed", "Expiry", "Status"],
        ["Kaur, Asha (1001)"],
        ["Safeguarding L2", done, date(2027, 9, 2), "Complete"],
        ["Total hours", "", "", 8],
        ["Lee, Ben (1002)"],
        ["Safeguarding L2", done, date(2027, 9, 2), "Complete"],
        ["Makaton Level 1", "", "", "Booked"],
        ["Bevan, Siân (1003)"],
        ["No training recorded"],
    ]
    held = of(taken({"Report": rows}, [ASHA, BEN]), TrainingRecord)
    assert [(t.person, t.course) for t in held] == [
        (ASHA, "Safeguarding L2"),
        (BEN, "Safeguarding L2"),
    ]


def test_a_level_under_each_skill_is_that_skill_s_and_a_wish_beside_it_is_none(taken):
    wants = "Want training?"
    rows = [
        ["", "Makaton", "", "Autism", ""],
        ["Name", "Level", wants, "Level", wants],
        ["Asha Kaur", 3, "N", 2, "Y"],
        ["Ben Lee", 1, "Y", 3, "N"],
    ]
    rated = of(taken({"Audit": rows}, [ASHA, BEN]), SkillRecord)
    assert [(s.person.forename, s.skill, s.value.value) for s in rated] == [
        ("Asha", "Makaton", 3),
        ("Asha", "Autism", 2),
        ("Ben", "Makaton", 1),
        ("Ben", "Autism", 3),
    ]


def test_what_a_sheet_says_of_its_columns_of_others_and_by_way_of_example_is_nobody(taken):
    matrix = [
        ["Name", "Safeguarding", "First aid"],
        ["Renew every", "1 yr", "3 yrs"],
        ["Provider", "In house", "St John"],
        ["Asha Kaur", "02/09/26", "14/03/24"],
        ["Ben Lee", "mat leave", "14/03/23"],
        ["% trained", "50%", "100%"],
    ]
    staff = [
        ["Forename", "Surname", "Role", "Hrs", "Days", "Mob"],
        ["e.g. Joe", "Bloggs", "LSA", 37, "Mon-Fri", "07700"],
        ["Siân", "Bevan", "Senior LSA", 22.5, "Tue, Wed", "07701"],
    ]
    read = taken({"Training": matrix, "Annexe": staff}, [ASHA, BEN])
    assert [t.course for t in of(read, TrainingRecord)] == [
        "Safeguarding",
        "First aid",
        "First aid",
    ]
    assert [s.surname for s in of(read, StaffRecord)] == ["Bevan"]


def test_figures_under_a_list_of_hours_by_day_are_no_learner_s(taken):
    days = ["Mon", "Tue", "Wed", "Thu", "Fri"]
    rows = [
        ["Student", "Class", *days, "Total", "Ratio", "Named LSA"],
        ["JB", "Oak", 5, 5, 5, 5, 5, 25, "1:1", "Asha"],
        ["LMW", "Oak", 2, "", 2, "", 2, 6, "1:3", "Ben"],
        ["TP", "Ash", "am", "", "am", "", "", 6, "1:1", ""],
        ["", "", 7, 5, 7, 5, 7, 37],
    ]
    learners = of(taken({"Hours": rows}, [ASHA, BEN]), LearnerRecord)
    assert [(each.reference, each.weekly_minutes) for each in learners] == [
        ("JB", 1500),
        ("LMW", 360),
        ("TP", 360),
    ]


def test_timetables_of_one_learner_or_of_each_lsa_make_no_sessions(taken):
    one = [
        ["JB - individual timetable"],
        DAYS,
        ["9.15-10.45", "Maths (Asha)", "Art", "ICT"],
        ["11-12.30", "English", "ICT", "PE"],
    ]
    each = [
        ["Time", "Asha", "Ben"],
        ["9.15-10.15", "JB", "Oak"],
        ["10.30-12.00", "JB", "bus duty"],
    ]
    read = taken({"JB": one, "Monday": each}, [ASHA, BEN])
    assert not read.records
    assert {aside.reason.split(",")[0] for aside in read.set_aside} == {
        "It is one learner's own timetable",
        "It is the timetable of each member of staff",
    }


def test_a_register_says_its_days_with_a_figure_and_what_is_cancelled(taken):
    rows = [
        ["Day", "From", "To", "Wk pattern", "Subject", "Group", "Notes"],
        ["1 Mon", 915, 1045, "AB", "English", "E2", ""],
        ["2 Tue", 1100, 1230, "A", "Swimming", "E2", ""],
        ["3 Wed", 1315, 1445, "AB", "Maths", "E2", "CANCELLED"],
    ]
    sessions = of(taken({"Registers": rows}), SessionRecord)
    assert [(s.day.name, str(s.span), s.week) for s in sessions] == [
        ("MONDAY", "9.15-10.45", Week.BOTH),
        ("TUESDAY", "11.00-12.30", Week.A),
    ]
