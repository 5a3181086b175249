"""What labels, legends and banners say: forms of one person, parts of a cell, courses, keys."""

from lsadesk.domain.auditing.skills import Unknown
from lsadesk.domain.incoming import (
    LearnerRecord,
    PersonRef,
    SessionRecord,
    SkillRecord,
    StaffRecord,
    TrainingRecord,
)

KNOWN = tuple(
    PersonRef(forename=forename, surname=surname)
    for forename, surname in (("Asha", "Kaur"), ("Ben", "Pugh"), ("Siân", "Żuk"))
)
NAMES = ["Asha Kaur", "Ben Pugh", "Siân Żuk"]
WEEK = ["", "Monday", "Tuesday", "Wednesday"]


def of(read, kind):
    return [record for record in read.records if isinstance(record, kind)]


def sessions(read):
    return {(s.group, s.title, s.room, s.teacher) for s in of(read, SessionRecord)}


def plan(initials, group, hours, ratio):
    return [
        ["SUPPORT PLAN"],
        ["Learner initials:", initials, None, "Group:", group],
        ["Support hours per week:", hours, None, "Keyworker:", "Asha Kaur"],
        ["Staffing ratio in class:", ratio, None, "Staffing ratio personal care:", None],
        ["What helps me"],
        ["1. Ask for help", "by Easter"],
    ]


def test_a_form_to_a_sheet_is_one_list_with_a_row_for_each(workbook, read):
    books = {
        "J.B.": plan("J.B.", "Rowan", 15, "1:1"),
        "T.R.": plan("T.R.", "Hazel", "6 hrs", "1:2"),
    }
    found = read(workbook(books), KNOWN)
    (sheet,) = found.sheets
    said = [(each.reference, each.group, each.weekly_minutes) for each in of(found, LearnerRecord)]
    assert (sheet.sheet, said) == (
        "J.B. and 1 more",
        [("J.B.", "Rowan", 900), ("T.R.", "Hazel", 360)],
    )


def test_rows_of_one_cell_name_the_course_that_those_below_them_hold(taken):
    rows = [
        ["Name", "Date of training", "Valid until"],
        ["Evac Chair"],
        ["Asha Kaur", "3/9/2025", "3/9/2027"],
        ["Sighted Guide"],
        ["Ben Pugh", "4/9/2025", None],
    ]
    read = taken({"Trained": rows}, KNOWN)
    held = [(each.person.forename, each.course) for each in of(read, TrainingRecord)]
    assert held == [("Asha", "Evac Chair"), ("Ben", "Sighted Guide")]


def test_a_list_of_dates_with_names_alone_between_is_of_no_course(taken):
    rows = [["Name", "Date"], ["Asha Kaur"], ["Ben Pugh", "3/9/2025"], ["Siân Żuk"], ["A B", "4/9"]]
    assert taken({"Seen": rows}, KNOWN).records == ()


def test_a_line_over_a_grid_says_what_the_lines_of_each_cell_are(taken):
    rows = [
        ["Kestrel 1"],
        ["Each box: subject / room / tutor"],
        WEEK,
        ["9.15-10.15", "Maths\nFlat\nMo", "Travel Training\nOut\nMo", None],
        ["10.15-11.15", "Art\nStudio\nHelen P", None, "BREAK"],
    ]
    assert sessions(taken({"Kestrel 1": rows})) == {
        ("Kestrel 1", "Maths", "Flat", "Mo"),
        ("Kestrel 1", "Travel Training", "Out", "Mo"),
        ("Kestrel 1", "Art", "Studio", "Helen P"),
    }


def test_a_label_over_a_grid_says_whose_it_is_whatever_stands_between(taken):
    rows = [
        ["Class: Puffins"],
        ["Class teacher: Lowri Morgan"],
        [],
        ["", "9.00-10.00", "Break\n10.00-10.20", "10.20-11.20"],
        ["Mon", "Maths", "B\nR\nE\nA\nK", "Art"],
        ["Tue", "INSET - class closed", None, None],
    ]
    assert sessions(taken({"Timetable": rows})) == {
        ("Puffins", "Maths", "", ""),
        ("Puffins", "Art", "", ""),
    }
    rooms = [["Room: G01"], WEEK, ["9.00-10.00", "Gp A Maths", "Gp B Art", "Gp A PE"]]
    assert {room for _, _, room, _ in sessions(taken({"G01": rooms}))} == {"G01"}


def test_a_code_is_called_without_the_word_group_before_it(taken):
    block = [WEEK, ["9.00-10.00", "Maths", "Art", "PE"]]
    rows = [["Group 12A"], *block, [], ["Group 12B"], *block]
    assert {group for group, *_ in sessions(taken({"KS5": rows}))} == {"12A", "12B"}


def test_a_letter_that_the_key_calls_booked_is_no_level(taken):
    rows = [["Skill", *NAMES, "How many at 3+"], ["Makaton", 3, "B", 4, 2], ["PECS", 2, 1, "B", 0]]
    key = [["0", "No experience"], ["1", "Aware"], ["2", "With help"], ["3", "Confident"]]
    key += [["4", "Can train others"], ["B", "Booked on training"]]
    read = taken({"Grid": rows, "Key": key}, KNOWN)
    booked = [each for each in of(read, SkillRecord) if each.training_booked]
    assert [(each.skill, each.person.forename) for each in booked] == [
        ("Makaton", "Ben"),
        ("PECS", "Siân"),
    ]
    assert all(each.value == Unknown() for each in booked)
    assert len(of(read, SkillRecord)) == 6


def test_a_title_that_speaks_of_due_dates_turns_no_day_of_training_into_an_end(taken):
    rows = [
        ["Training tracker. Amber = due within 3 months"],
        ["Staff name", "Prevent", None, "PEG", None],
        [None, "Completed", "Renewal due", "Completed", "Renewal due"],
        ["Asha Kaur", "3/9/2025", "3/9/2028", "4/9/2025", "4/9/2026"],
        ["Ben Pugh", "3/9/2025", "3/9/2028", "4/9/2025", "4/9/2026"],
    ]
    held = of(taken({"Tracker": rows}, KNOWN), TrainingRecord)
    assert {(str(each.achieved.day), str(each.expires.day)) for each in held} == {
        ("2025-09-03", "2028-09-03"),
        ("2025-09-04", "2026-09-04"),
    }


def test_a_course_that_nobody_renews_stands_among_the_others_dates_of_renewal(taken):
    rows = [
        ["TRAINING - EXPIRY DATES"],
        ["Name", "Safeguarding", "First Aid", "Food Hygiene", "Qualifications seen"],
        ["Asha Kaur", "3/9/2027", "4/9/2027", "No expiry", "Y"],
        ["Ben Pugh", "3/9/2027", "4/9/2027", "No expiry", "Y"],
        ["Red = expired", None, None, "Printed"],
    ]
    read = taken({"Expiry": rows}, KNOWN)
    assert {each.course for each in of(read, TrainingRecord)} == {
        "Safeguarding",
        "First Aid",
        "Food Hygiene",
    }
    (aside,) = read.set_aside
    assert aside.reason == "It explains a mark of the table."


def test_questions_of_a_form_are_read_by_what_they_ask_and_wishes_are_not(taken):
    rows = [
        ["Name", "What is your job title?", "Which days do you work this term?"],
        ["Asha Kaur", "LSA", "Monday;Tuesday;"],
        ["Ben Pugh", "LSA", "Thursday;Friday;"],
    ]
    rows[0] += [
        "How many hours a week are you contracted for?",
        "How many extra hours could you do?",
    ]
    rows[1] += [30, 4]
    rows[2] += [21.5, 2]
    first, second = of(taken({"Form1": rows}), StaffRecord)
    assert (first.weekly_minutes, second.weekly_minutes) == (1800, 1290)
    assert [day.name for day in sorted(second.days)] == ["THURSDAY", "FRIDAY"]


def test_hours_that_stand_beside_the_contract_are_read_where_no_column_has_them(taken):
    rows = [["Name", "Job title", "Contract"], ["Asha Kaur", "LSA", "Permanent\n21.5 hrs TTO"]]
    rows += [["Ben Pugh", "LSA", "Fixed term\n25 hours a fortnight"]]
    first, second = of(taken({"Team": rows}), StaffRecord)
    assert (first.weekly_minutes, second.weekly_minutes) == (1290, None)


def test_a_manager_is_found_by_the_forename_that_the_list_says_they_do_not_go_by(taken):
    rows = [["Surname", "Forename", "Known as", "Job title", "Reports to"]]
    rows += [
        ["Żuk", "Małgorzata", "Gosia", "Lead", None],
        ["Kaur", "Asha", None, "LSA", "Żuk, Małgorzata"],
    ]
    read = taken({"Staff": rows})
    assert not [problem for sheet in read.sheets for problem in sheet.problems]


def test_bell_times_of_one_day_may_differ_from_those_of_the_others(workbook, read):
    rows = [
        ["Timetable", None, None, None, None, "BELL TIMES"],
        ["Day", "Period", "Bluebell", "Teasel", None, "Period", "Mon-Thu", "Friday"],
        ["Monday", 1, "Maths", "Art", None, 1, "9.10 - 10.10", "9.10 - 9.55"],
        [None, 2, "English", "PE", None, 2, "10.10 - 11.10", "9.55 - 10.40"],
        ["Friday", 1, "Maths", "Art"],
        [None, 2, "English", "Drama"],
    ]
    found = read(workbook({"TT": rows}, {"TT": ["A3:A4", "A5:A6"]}))
    ends = {(s.day.name, str(s.span.end)[:5]) for s in of(found, SessionRecord)}
    assert ends == {
        ("MONDAY", "10:10"),
        ("MONDAY", "11:10"),
        ("FRIDAY", "09:55"),
        ("FRIDAY", "10:40"),
    }


def test_the_last_answers_of_a_form_hold_and_what_was_left_blank_then_stays(taken):
    rows = [
        ["Timestamp", "Your name", "Makaton", "PECS"],
        ["16/09/2026 15:20:31", "Asha Kaur", "3", None],
        ["11/09/2026 08:40:09", "Kaur, Asha", "1", "2"],
        ["11/09/2026 08:41:00", "Ben Pugh", "0", "4"],
    ]
    read = taken({"Form": rows}, KNOWN)
    said = {(s.person.forename, s.skill, str(s.value.value)) for s in of(read, SkillRecord)}
    assert said == {
        ("Asha", "Makaton", "3"),
        ("Asha", "PECS", "2"),
        ("Ben", "Makaton", "0"),
        ("Ben", "PECS", "4"),
    }
    told = [problem.reason for problem in read.sheets[0].problems if problem.row == 3]
    assert told == ["The form was sent again: row 2 holds instead."]
    without = [["Name", *rows[0][2:]], *([row[1], *row[2:]] for row in rows[1:])]
    (aside,) = taken({"Form": without}, KNOWN).set_aside
    assert "disagrees" in aside.reason


def test_lists_under_one_heading_each_are_those_of_the_group_over_them(taken):
    heads = ["Day", "Time", "Session", "Led by", "Where"]
    rows = [
        ["Group: Harbour"],
        heads,
        ["Monday", "9.15-10.45", "Communication", "Nia", "Room 4"],
        ["Monday", "10.45-11.00", "Break"],
        [],
        ["Group: Lighthouse"],
        heads,
        ["Friday", "9.15-10.45", "Work skills", "Col", "Room 2"],
        ["Friday", "12.15-1.15", "Lunch and home"],
    ]
    read = taken({"Sheet1": rows})
    assert sessions(read) == {
        ("Harbour", "Communication", "Room 4", "Nia"),
        ("Lighthouse", "Work skills", "Room 2", "Col"),
    }
    assert "It is no session: Lunch and home." in [aside.reason for aside in read.set_aside]


def test_halves_of_days_have_the_times_that_a_line_over_them_gives(taken):
    rows = [
        ["AM = 9.30 to 12.00   PM = 1.00 to 3.30   Boxes say course: session"],
        ["Area", "Monday", None, "Tuesday", None],
        [None, "AM", "PM", "AM", "PM"],
        ["Glasshouse", "L1 Land: Propagation", "-", None, "L2 Land: Pests"],
        ["Workshop", None, "L2 Land: Tools", "CLOSED - deep clean", None],
    ]
    read = taken({"Autumn": rows})
    assert sessions(read) == {
        ("L1 Land", "Propagation", "Glasshouse", ""),
        ("L2 Land", "Pests", "Glasshouse", ""),
        ("L2 Land", "Tools", "Workshop", ""),
    }
    assert {str(s.span.start)[:5] for s in of(read, SessionRecord)} == {"09:30", "13:00"}


def test_a_key_under_skills_that_lie_down_the_side_says_what_their_marks_mean(taken):
    rows = [
        ["Skill", *NAMES],
        ["Makaton", "T", "C", "N"],
        ["BSL", "S", "N", "B"],
        ["Key"],
        *(["T", "can train others"], ["C", "competent"], ["S", "with support"]),
        *(["B", "basic awareness"], ["N", "no training"]),
    ]
    read = taken({"Skills": rows}, KNOWN)
    said = {(s.skill, s.person.forename): s.value.value for s in of(read, SkillRecord)}
    assert [said["Makaton", "Asha"], said["Makaton", "Siân"], said["BSL", "Siân"]] == [4, 0, 1]
    assert {skill for skill, _ in said} == {"Makaton", "BSL"}


def test_a_renewal_beside_a_blank_day_is_taken_and_a_code_is_no_session(taken):
    rows = [
        ["Name", "PEG", None, "Prevent", None],
        [None, "Done", "Expires", "Done", "Expires"],
        ["Asha Kaur", None, "1/2/2027", "booked 14/12/26", None],
        ["Ben Pugh", "1/2/2025", "1/2/2027", "n/a", "n/a"],
    ]
    held = of(taken({"Training": rows}, KNOWN), TrainingRecord)
    assert [(each.person.forename, each.achieved is None) for each in held] == [
        ("Asha", True),
        ("Ben", False),
    ]
    register = [["Register", "Group", "Session Title", "Day", "Start", "End"]]
    register += [["R20411-1", "A1", "Maths", "Mon", "9.00", "10.30"]]
    register += [["R20433-2", "A1", "English", "Mon", "11.00", "12.30"]]
    assert {title for _, title, *_ in sessions(taken({"Export": register}))} == {"Maths", "English"}
