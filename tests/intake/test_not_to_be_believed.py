"""What looks like a fact on a college's sheet and is none: it must not be taken for one."""

from datetime import date

from lsadesk.domain.courses.certificates import Lapse
from lsadesk.domain.incoming import (
    LearnerRecord,
    PersonRef,
    SessionRecord,
    StaffRecord,
    TrainingRecord,
)

ASHA, BEN = PersonRef(forename="Asha", surname="Kaur"), PersonRef(forename="Ben", surname="Lee")


def of(read, kind):
    return [record for record in read.records if isinstance(record, kind)]


def test_the_last_day_of_a_course_is_not_when_its_certificate_runs_out(taken):
    rows = [
        ["Name", "Course", "Start date", "End date", "Status"],
        ["Asha Kaur", "Makaton", date(2026, 3, 2), date(2026, 3, 9), "Completed"],
        ["Ben Lee", "Team Teach", date(2026, 1, 14), date(2026, 1, 15), "Completed"],
        ["Ben Lee", "Makaton", date(2026, 3, 2), "", "Withdrew"],
    ]
    held = of(taken({"Training log": rows}, [ASHA, BEN]), TrainingRecord)
    assert [(t.course, str(t.achieved), t.lapse) for t in held] == [
        ("Makaton", "9 Mar 2026", Lapse.NOT_KNOWN),
        ("Team Teach", "15 Jan 2026", Lapse.NOT_KNOWN),
    ]


def test_a_course_without_a_date_that_was_never_done_is_not_held(taken):
    rows = [
        ["Employee", "Course", "Compliance", "Last completed", "Expires on"],
        ["Kaur, Asha", "Safeguarding", "Compliant", "02-Sep-2026", "02-Sep-2027"],
        ["Lee, Ben", "Safeguarding", "Never completed", "", ""],
        ["Lee, Ben", "Food Hygiene", "Not required", "", ""],
    ]
    held = of(taken({"Report": rows}, [ASHA, BEN]), TrainingRecord)
    assert [t.person for t in held] == [ASHA]


def test_who_is_flagged_as_a_leaver_is_not_taken_and_a_length_of_service_is_no_team(taken):
    rows = [
        ["Forename", "Surname", "Leaver?", "Contract type", "Length of service", "Hours"],
        ["Asha", "Kaur", "N", "Permanent", "5y 2m", 30],
        ["Rae", "Stone", "Y", "Permanent", "7y 10m", 30],
    ]
    (asha,) = of(taken({"Support staff": rows}), StaffRecord)
    assert (asha.surname, asha.team) == ("Kaur", "")


def test_staff_who_are_ticked_for_a_learner_are_no_needs_of_theirs(taken):
    rows = [["Learner", "Asha", "Ben"], ["JB", "✓", "✓"], ["TP", "", "✓"]]
    read = taken({"Who knows who": rows}, [ASHA, BEN])
    assert all(not learner.needs for learner in of(read, LearnerRecord))


def test_hours_in_brackets_are_hours_and_a_yes_to_one_to_one_is_no_need(taken):
    rows = [
        ["Student", "Diagnosis", "Support (hrs)", "1:1?"],
        ["JB", "Autism", 25, "Y"],
        ["LM", "CP", 15, "N"],
    ]
    learners = of(taken({"Class list": rows}), LearnerRecord)
    assert [(each.weekly_minutes, each.needs) for each in learners] == [(1500, ()), (900, ())]


def test_grids_beside_each_other_are_of_the_groups_in_their_titles(workbook, read):
    book = workbook(
        {
            "Timetables": [
                ["Oak", "", "", "", "", "Ash", "", ""],
                ["", "Mon", "Tue", "Wed", "", "", "Mon", "Tue", "Wed"],
                ["9.15-10.45", "Maths", "Art", "ICT", "", "9.15-10.45", "English", "PE", "Art"],
                ["11.00-12.30", "PE", "", "Baking", "", "11.00-12.30", "Maths", "ICT", ""],
            ]
        }
    )
    sessions = of(read(book), SessionRecord)
    assert {s.group for s in sessions if s.title in ("Baking", "English")} == {"Oak", "Ash"}
    assert len(sessions) == 10
