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


def test_several_periods_of_one_row_are_one_session_of_all_their_time(taken):
    bell = [["Period", "Start", "End"]]
    bell += [[f"P{n}", f"{hour}:00", f"{hour}:50"] for n, hour in enumerate((9, 10, 11, 13), 1)]
    rows = [
        ["D", "Periods", "Class", "Subject", "No of LSAs"],
        ["M", "P1-2", "Oak", "Cookery", "x3"],
        ["Tu", "P3 & P4", "Oak", "Swimming", "2 (1 for JB)"],
        ["F", "1-3", "Oak", "Trip", "two"],
    ]
    sessions = of(taken({"Bell": bell, "Support": rows}), SessionRecord)
    assert [(s.day.name, str(s.span), s.lsas_needed) for s in sessions] == [
        ("MONDAY", "9.00-10.50", 3),
        ("TUESDAY", "11.00-13.50", 2),
        ("FRIDAY", "9.00-11.50", 2),
    ]


def test_times_in_a_row_under_the_periods_are_their_times(taken):
    rows = [
        ["Day", "Group", "P1", "Break", "P2"],
        ["", "", "9.15-10.15", "", "10.30-11.30"],
        ["Mon", "Oak", "Maths", "", "Art"],
        ["Tue", "Oak", "PE", "", "ICT"],
    ]
    sessions = of(taken({"Whole college": rows}), SessionRecord)
    assert [(s.title, str(s.span)) for s in sessions] == [
        ("Maths", "9.15-10.15"),
        ("Art", "10.30-11.30"),
        ("PE", "9.15-10.15"),
        ("ICT", "10.30-11.30"),
    ]


def test_a_list_of_needs_under_an_audit_rates_nobody_and_names_no_learner(taken):
    rows = [
        ["N = none, C = competent, E = expert"],
        ["Name", "Autism", "Makaton", "Epilepsy"],
        ["Asha Kaur", "C", "N", "E"],
        ["Ben Lee", "N", "C", "N"],
        ["TRAINING NEEDS IDENTIFIED"],
        ["Name", "Need", "Priority"],
        ["Asha Kaur", "Makaton", "High"],
    ]
    read = taken({"Audit": rows}, [ASHA, BEN])
    assert len(read.records) == len(of(read, SkillRecord)) == 6
    assert "what training is wanted" in read.set_aside[-1].reason


def test_grades_of_awards_are_no_levels_and_an_event_s_start_is_nobody(taken):
    quals = [
        ["Name", "GCSE Maths", "L2 STL", "PTLLS", "First aid exp."],
        ["Asha Kaur", "B", "✓", "", "03/27"],
        ["Ben Lee", "4", "✓", "✓", "12/26"],
    ]
    events = [
        ["Learning Event", "Event Start", "Event End", "Employee", "Result"],
        ["Epilepsy", "15/09/2026", "15/09/2026", "Kaur, Miss A", "Attended"],
        ["First Aid", "02/11/2026", "04/11/2026", "Lee, Mr B", "Enrolled"],
    ]
    read = taken({"Quals": quals, "Events": events}, [ASHA, BEN])
    assert not of(read, SkillRecord)
    held = {(t.person.forename, t.course, str(t.expires)) for t in of(read, TrainingRecord)}
    assert {("Asha", "First aid", "Mar 2027"), ("Ben", "First aid", "Dec 2026")} <= held
    assert ("Asha", "Epilepsy", "None") in held
    assert ("Ben", "First Aid", "None") not in held


def test_what_stands_behind_a_name_is_a_note_and_two_names_are_asked_about(taken):
    rows = [
        ["Name", "Role", "Hours", "Days"],
        ["Asha Kaur / Ben Lee", "LSA (job share)", "15 / 22", "Mon-Fri"],
        ["Siân Bevan - on mat leave until Easter", "LSA", 30, "Mon-Fri"],
        ["Rae Stone - LEFT", "LSA", 30, "Mon-Fri"],
        ["Cerys Vaughan - Ellis", "LSA", 30, "Mon-Fri"],
    ]
    read = taken({"Team": rows})
    sian, cerys = of(read, StaffRecord)
    assert (sian.surname, sian.note) == ("Bevan", "on mat leave until Easter")
    assert cerys.surname == "Vaughan-Ellis"
    assert "names more than one person" in read.set_aside[0].reason
    assert "They have left" in read.set_aside[1].reason


def test_hours_used_are_not_the_hours_of_a_contract(taken):
    dashboard = [["Name", "Sessions this week", "Hours used", "Hours left"]]
    dashboard += [["Asha Kaur", 18, 27, 3], ["Ben Lee", 22, 37, 0]]
    data = [["Name", "Role", "Contracted hrs"], ["Asha Kaur", "LSA", 30], ["Ben Lee", "LSA", 37]]
    staff = of(taken({"Dashboard": dashboard, "Data": data}), StaffRecord)
    assert [s.weekly_minutes for s in staff if s.weekly_minutes] == [1800, 2220]


def test_initials_mean_whom_the_workbook_s_own_list_says(taken):
    audit = [
        ["Skill", "AK", "BL", "SB", "TON"],
        ["Makaton", 3, 1, 4, 0],
        ["PEG", 0, 1, 2, "T"],
        ["Epilepsy", 4, 2, 3, 1],
    ]
    staff = [
        ["Initials", "Full name", "Role"],
        ["AK", "Asha Kaur", "LSA"],
        ["BL", "Ben Lee", "LSA"],
        ["SB", "Siân Bevan", "LSA"],
        ["TON", "Tom O'Neill", "LSA"],
    ]
    rated = of(taken({"Audit": audit, "Staff": staff}), SkillRecord)
    assert {(s.person.name, s.value.value) for s in rated if s.skill == "Makaton"} == {
        ("Asha Kaur", 3),
        ("Ben Lee", 1),
        ("Siân Bevan", 4),
        ("Tom O'Neill", 0),
    }
