"""Workbooks that people made who had never seen this program, and one who meant it ill."""

from datetime import date

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.calendar import Precision, Week
from lsadesk.domain.incoming import (
    InterestRecord,
    LearnerRecord,
    PersonRef,
    SessionRecord,
    SkillRecord,
    StaffRecord,
    TrainingRecord,
)
from lsadesk.intake.sheets import Formula

ASHA, BEN = PersonRef(forename="Asha", surname="Kaur"), PersonRef(forename="Ben", surname="Lee")


def of(read, kind):
    return [record for record in read.records if isinstance(record, kind)]


def test_a_name_that_is_a_formula_is_nobody_s(taken):
    rows = [
        ["Forename", "Surname", "Hours", "Days"],
        ["Asha", "Kaur", 30, "Mon-Fri"],
        [Formula("=A2"), "Bevan", 30, "Tue"],
        ["'=cmd|' /C calc'!A0", "Evil", 30, "Wed"],
    ]
    read = taken({"Staff": rows})
    assert [s.surname for s in of(read, StaffRecord)] == ["Kaur"]
    assert all("is not a person's name" in aside.reason for aside in read.set_aside)


def test_ratings_that_rise_by_one_are_ratings_and_no_numbers_of_rows(taken):
    heads = ["Name", "Makaton", "BSL"]
    rows = [heads, ["Asha Kaur", 1, 0], ["Ben Lee", 2, 0], ["Siân Bevan", 3, 3]]
    read = taken({"Skills": rows})
    assert [s.value for s in of(read, SkillRecord) if s.skill == "Makaton"] == [
        Level(1),
        Level(2),
        Level(3),
    ]


def test_a_key_under_the_marks_says_what_they_mean_and_is_nobody(taken):
    rows = [
        ["Name", "Autism", "BSL"],
        ["Asha Kaur", "A", "R"],
        ["Ben Lee", "B", "G"],
        ["R", "No training"],
        ["A", "Some training"],
        ["G", "Trained and confident"],
        ["B", "Can train others"],
    ]
    read = taken({"RAG": rows}, [ASHA, BEN])
    assert [s.value for s in of(read, SkillRecord)] == [Level(1), Level(0), Level(4), Level(3)]
    assert not read.set_aside
    assert {row.reason for row in read.sheets[0].merged} == {"It explains a mark of the table."}


def test_two_ticks_say_more_than_one_where_the_sheet_says_so(taken):
    rows = [
        ["Name", "Makaton", "BSL", "Hoist"],
        ["Asha Kaur", "✓✓", "✓", "✓✓✓"],
        ["Ben Lee", None, "✓", "✓✓"],
        ["Key: ✓ = aware, ✓✓ = confident, ✓✓✓ = can train"],
    ]
    read = taken({"Matrix": rows}, [ASHA, BEN])
    assert [s.value for s in of(read, SkillRecord)][:3] == [Level(3), Level(1), Level(4)]


def test_training_that_somebody_asks_for_is_a_wish_and_no_certificate(taken):
    rows = [
        ["LSA", "What would you like to do next?", "Hobbies / interests", "Training requested"],
        ["Asha Kaur", "Senior LSA", "choir", "Makaton L3"],
        ["Ben Lee", None, "football", None],
    ]
    read = taken({"Wishes": rows}, [ASHA, BEN])
    assert not of(read, TrainingRecord)
    assert [(w.hobbies, w.wishes) for w in of(read, InterestRecord)] == [
        ("choir", "Senior LSA; Makaton L3"),
        ("football", ""),
    ]


def test_the_initials_of_whoever_signed_a_sign_off_stand_beside_its_date(taken):
    rows = [
        ["Staff", "PEG feed", "Buccal"],
        ["Asha Kaur", "JN 12/03/26", None],
        ["Ben Lee", "declined", "SEP 2025"],
    ]
    read = taken({"Sign offs": rows}, [ASHA, BEN])
    found = {(t.person.forename, t.course): t.achieved for t in of(read, TrainingRecord)}
    assert found["Asha", "PEG feed"].day == date(2026, 3, 12)
    assert found["Ben", "Buccal"].precision is Precision.MONTH
    assert len(found) == 2


def test_the_learners_of_a_training_system_are_staff_where_they_are_called_as_the_staff_are(taken):
    heads = ["Learner", "Course name", "Enrolled", "Status", "Completed on", "Expires on"]
    rows = [
        heads,
        ["Asha Kaur", "Prevent", date(2026, 9, 1), "Completed", date(2026, 9, 3), date(2027, 9, 3)],
        ["Ben Lee", "Prevent", date(2026, 9, 1), "Overdue", None, None],
    ]
    (done,) = of(taken({"Export": rows}, [ASHA, BEN]), TrainingRecord)
    assert (done.person, done.course, done.achieved.day) == (ASHA, "Prevent", date(2026, 9, 3))
    strangers = [heads, ["Jo Hill", *rows[1][1:]], ["Al Green", *rows[1][1:]]]
    assert not taken({"Export": strangers}, [ASHA, BEN]).records


def test_a_grid_of_starts_alone_lasts_from_one_to_the_next(taken):
    rows = [
        ["Class Oak - timetable 2026/27"],
        [None, "Mon", "Tue"],
        ["9.15", "English", "Maths"],
        ["10.15", "Break", "Break"],
        ["1.30", "Cookery", "Art"],
        ["3.00", "Drama", None],
    ]
    read = taken({"TT": rows})
    assert {(str(s.span), s.group, s.title) for s in of(read, SessionRecord)} == {
        ("9.15-10.15", "Class Oak", "English"),
        ("9.15-10.15", "Class Oak", "Maths"),
        ("13.30-15.00", "Class Oak", "Cookery"),
        ("13.30-15.00", "Class Oak", "Art"),
    }
    assert read.set_aside[-1].reason == (
        "It says when it starts, and no row below it when it ends."
    )


def test_two_weeks_stand_side_by_side_under_their_names(taken):
    rows = [
        ["F1", "Week A", None, None, "Week B"],
        [None, "Mon", "Tue", None, "Mon", "Tue"],
        ["9.15-10.45", "Art", "ICT", None, "Art", "Trip"],
        ["11.00-12.30", "English", None, None, "English", "Trip"],
    ]
    found = {(s.day.name[:3], s.title, s.week) for s in of(taken({"F1": rows}), SessionRecord)}
    assert {("TUE", "ICT", Week.A), ("TUE", "Trip", Week.B), ("MON", "Art", Week.BOTH)} <= found
    assert len(found) == 4


def test_the_lines_of_a_cell_are_its_session_its_teacher_and_its_room(taken):
    rows = [
        ["Day", "Class", "9:30-10:30", "10:45-11:45", "1:00-2:00"],
        ["Monday", "Oak", "Literacy\nR Hughes\nG4", "Art\nR Hughes\nStudio", "Swimming - Pool"],
        ["Tuesday", "Oak", "ICT", "Music", "Drama - Gwen"],
    ]
    found = [(s.title, s.teacher, s.room) for s in of(taken({"Weekly": rows}), SessionRecord)]
    assert found[:3] == [
        ("Literacy", "R Hughes", "G4"),
        ("Art", "R Hughes", "Studio"),
        ("Swimming", "", "Pool"),
    ]
    assert found[-1] == ("Drama", "Gwen", "")


def test_the_hours_of_each_kind_of_support_are_added_up_unless_a_total_says_them(taken):
    heads = ["Initials", "Group", "1:1 hours", "Shared hours", "Support needed"]
    rows = [heads, ["KJ", "4A", 5, 10, "Autism"], ["PW", "4A", 0, 12.5, "Dyslexia"]]
    found = of(taken({"Learners": rows}), LearnerRecord)
    assert [learner.weekly_minutes for learner in found] == [900, 750]
    unsure = of(taken({"Learners": [heads, ["KJ", "4A", 5, "tbc", ""], rows[2]]}), LearnerRecord)
    assert [learner.weekly_minutes for learner in unsure] == [None, 750]
    total = [[*row, hours] for row, hours in zip(rows, ["Total weekly hours", 20, 8], strict=True)]
    found = of(taken({"Learners": total}), LearnerRecord)
    assert [learner.weekly_minutes for learner in found] == [1200, 480]


def test_the_hours_in_the_words_of_a_plan_are_read_and_its_number_is_nobody_s_name(taken):
    rows = [
        ["ULN", "Init.", "Group", "Section F provision"],
        [1234567890, "A.B.", "P1", "15 hrs 1:1 plus 10 hrs small group"],
        [2234567891, "L.M.", "P1", "25 hours per week, of which 5 hours 1:1"],
        [3234567892, "T.G.", "P2", "up to 10 hours as required"],
    ]
    found = of(taken({"EHCPs": rows}), LearnerRecord)
    assert [(learner.reference, learner.weekly_minutes) for learner in found] == [
        ("A.B.", 1500),
        ("L.M.", 1500),
        ("T.G.", None),
    ]


def test_a_learner_s_hours_with_each_lsa_are_added_up_and_a_copied_row_is_not(taken):
    rows = [
        ["Student initials", "LSA", "Hours", "Ratio"],
        ["JB", "Asha Kaur", 20, "1:1"],
        ["LM", "Ben Lee", 10, "1:2"],
        ["JB", "Ben Lee", 5, "1:1"],
        ["JB", "Ben Lee", 5, "1:1"],
    ]
    read = taken({"Allocations": rows}, [ASHA, BEN])
    jb, lm = of(read, LearnerRecord)
    assert (jb.weekly_minutes, lm.weekly_minutes) == (1500, 600)
    assert jb.note == "Asha Kaur: 20 hours, 1:1; Ben Lee: 5 hours, 1:1"


def test_a_course_with_a_date_and_a_word_under_a_group_of_courses_is_no_skill(taken):
    rows = [
        [None, "Mandatory", None, "Role specific"],
        ["Employee", "Safeguarding", "Prevent", "Epilepsy"],
        ["Kaur, Asha", date(2026, 9, 3), date(2026, 9, 3), "N/A"],
        ["Lee, Ben", date(2026, 9, 3), "In progress", date(2025, 9, 14)],
    ]
    read = taken({"Training matrix": rows}, [ASHA, BEN])
    assert [(t.person.forename, t.course) for t in read.records] == [
        ("Asha", "Safeguarding"),
        ("Asha", "Prevent"),
        ("Ben", "Safeguarding"),
        ("Ben", "Epilepsy"),
    ]


def test_hours_of_a_kind_may_stand_in_brackets_and_a_taxi_is_no_need(taken):
    rows = [
        ["Ref", "Group", "Primary need", "Support hours (1:1)", "Support hours (group)", "Taxi?"],
        ["24/001", "A", "ASC", 10, 5, "Y"],
        ["24/002", "A", "MLD", None, 6, "N"],
    ]
    found = of(taken({"04_students": rows}, [ASHA]), LearnerRecord)
    assert [(one.weekly_minutes, one.needs) for one in found] == [(900, ()), (360, ())]
