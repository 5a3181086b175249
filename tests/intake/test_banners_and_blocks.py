"""What stands over blocks of a sheet, or over pairs of columns, says of what is below it."""

from datetime import date

import pytest

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.calendar import Week
from lsadesk.domain.incoming import (
    LearnerRecord,
    PersonRef,
    SessionRecord,
    SkillRecord,
    StaffRecord,
    TrainingRecord,
)

PEOPLE = (
    PersonRef(forename="Asha", surname="Kaur"),
    PersonRef(forename="Ben", surname="Xu"),
)
TAKEN = ["Name", "Date passed", "Expires"]
DONE, ENDS = date(2026, 9, 8), date(2027, 9, 8)


@pytest.fixture
def taken(workbook, read):
    """Records of one kind from sheets, and the reasons told."""

    def run(kind, sheets, merges=None):
        result = read(workbook(sheets, merges), PEOPLE)
        reasons = [problem.reason for sheet in result.sheets for problem in sheet.problems]
        return [record for record in result.records if isinstance(record, kind)], reasons

    return run


def test_courses_over_lists_beside_and_below_each_other(taken):
    rows = [
        ["First aid", None, None, None, "PEG feeding"],
        [*TAKEN, None, *TAKEN],
        ["Asha Kaur", DONE, ENDS, None, "Ben Xu", DONE, ENDS],
        [],
        ["Hoisting"],
        TAKEN,
        ["Ben Xu", DONE, ENDS],
    ]
    found, told = taken(TrainingRecord, {"Certs": rows})
    assert {(each.person.name, each.course) for each in found} == {
        ("Asha Kaur", "First aid"),
        ("Ben Xu", "PEG feeding"),
        ("Ben Xu", "Hoisting"),
    }
    assert any("is read as the course that they hold" in reason for reason in told)


def test_one_title_over_names_and_dates_may_be_anything_and_is_no_course(taken):
    rows = [["Birthdays"], ["Name", "Date"], ["Asha Kaur", DONE], ["Ben Xu", DONE]]
    assert taken(TrainingRecord, {"Sheet1": rows})[0] == []


def test_records_below_each_persons_name_are_that_persons(taken):
    heads = ["Course", "Date achieved", "Expiry date", "Provider"]
    rows = [["TRAINING RECORDS"]]
    for name, course in (("Asha Kaur", "First aid"), ("Ben Xu", "PEG feeding")):
        rows += [[], ["Name:", name, "Post:", "LSA"], heads, [course, DONE, ENDS, "St John"]]
    found, _ = taken(TrainingRecord, {"Records": rows})
    assert [(each.person.name, each.course) for each in found] == [
        ("Asha Kaur", "First aid"),
        ("Ben Xu", "PEG feeding"),
    ]


def test_weeks_under_days_and_a_cell_over_both(taken):
    rows = [
        ["Time", "Monday", None, "Tuesday", None],
        [None, "Wk 1", "Wk 2", "Wk 1", "Wk 2"],
        ["9.30-10.45", "Maths", None, "Art", "Pottery"],
    ]
    found, _ = taken(SessionRecord, {"Group 1": rows}, {"Group 1": ["B1:C1", "D1:E1", "B3:C3"]})
    assert {(each.title, each.week) for each in found} == {
        ("Maths", Week.BOTH),
        ("Art", Week.A),
        ("Pottery", Week.B),
    }


def test_counted_periods_under_days_with_their_times_below(taken):
    rows = [
        ["Group", "Monday", None, "Tuesday", None, "Friday", None],
        [None, 1, 2, 1, 2, 1, 2],
        ["Cedar", "Maths", "Art", "Drama", "Music", "PE", "ICT"],
        ["Hazel", "Art", "Maths", "Music", "Drama", "ICT", "PE"],
        [],
        ["Period", "Start", "Finish"],
        [1, "9.00", "10.00"],
        [2, "1.15", "2.45"],
    ]
    merges = {"Timetable": ["A1:A2", "B1:C1", "D1:E1", "F1:G1"]}
    found, _ = taken(SessionRecord, {"Timetable": rows}, merges)
    assert len(found) == 12
    assert ("Cedar", "Music", "13.15-14.45") in {(s.group, s.title, str(s.span)) for s in found}


def test_a_list_of_sessions_under_the_names_of_days(taken):
    rows = [
        ["Time", "Group", "Session", "Tutor", "LSAs needed"],
        ["MONDAY"],
        ["9.30-10.45", "Oak", "Maths", "Gareth", 2],
        ["TUESDAY"],
        ["9.30-10.45", "Elm", "Art", "Ffion", 1],
    ]
    found, _ = taken(SessionRecord, {"Weekly plan": rows})
    assert [(each.day.short, each.group) for each in found] == [("Mon", "Oak"), ("Tue", "Elm")]


def test_teachers_in_brackets_only_where_the_sheet_says_so(taken):
    grid = [
        ["Room", "9.00-10.30", "10.50-12.20"],
        ["R1", "Oak: English (Sara)", "Elm: Maths (Sara)"],
        ["R2", "Elm: Art (Wyn)", "Oak: Music (Wyn)"],
    ]
    for legend, expected in (("Group: session (tutor)", ("English", "Sara")), ("", None)):
        found, _ = taken(SessionRecord, {"Tuesday": [["Tuesday rooms"], [legend], *grid]})
        first = found[0]
        assert (first.title, first.teacher) == (expected or ("English (Sara)", ""))
        assert (first.group, first.room) == ("Oak", "R1")


def test_of_two_ratings_of_a_skill_the_agreed_one_is_taken(taken):
    rows = [
        ["0 none, 1 basic, 2 with support, 3 competent, 4 can train others"],
        ["Name", "Autism", None, "Epilepsy", None],
        [None, "Self", "Agreed", "Self", "Agreed"],
        ["Asha Kaur", 4, 2, 3, 3],
        ["Ben Xu", 1, 1, 0, 0],
    ]
    found, _ = taken(SkillRecord, {"Audit": rows}, {"Audit": ["A2:A3", "B2:C2", "D2:E2"]})
    assert [(each.person.forename, each.skill, each.value) for each in found] == [
        ("Asha", "Autism", Level(2)),
        ("Asha", "Epilepsy", Level(3)),
        ("Ben", "Autism", Level(1)),
        ("Ben", "Epilepsy", Level(0)),
    ]


def test_levels_with_their_words_head_the_boxes_of_a_form(taken):
    rows = [
        ["Name:", "Asha Kaur"],
        [],
        ["Skill", "0 Never done it", "1 Know the basics", "2 With support", "3 On my own"],
        ["Autism", None, None, None, "X"],
        ["Epilepsy", "X"],
    ]
    found, _ = taken(SkillRecord, {"Asha": rows})
    assert [(each.skill, each.value) for each in found] == [
        ("Autism", Level(3)),
        ("Epilepsy", Level(0)),
    ]


def test_ratios_of_several_settings_are_no_group(taken):
    rows = [
        ["Learner", "EHCP hours", "In class", "Personal care", "Diagnosis"],
        ["A.R.", "27.5 hrs", "1:1", "2:1", "PMLD"],
        ["H.L.", "15 hours", "1:2", None, "ASC"],
    ]
    found, _ = taken(LearnerRecord, {"Learners": rows})
    assert [(each.group, str(each.ratio)) for each in found] == [("", "1:1"), ("", "1:2")]


def test_claims_for_pay_and_meetings_about_learners_are_left_out(taken):
    claims = [
        ["OVERTIME CLAIMS"],
        ["Date", "Name", "From", "To", "Reason", "Authorised"],
        [DONE, "Asha Kaur", "15:00", "17:30", "Open evening", "ME"],
    ]
    reviews = [
        ["EHCP REVIEW MEETINGS"],
        ["Date", "Time", "Learner", "Chair", "LSA attending", "Room"],
        [DONE, "10.00-11.00", "A.R.", "Head", "Asha Kaur", "R1"],
    ]
    for rows, why in ((claims, "record of claims"), (reviews, "record of meetings")):
        found, told = taken((SessionRecord, StaffRecord, TrainingRecord), {"Sheet1": rows})
        assert not found
        assert any(why in reason for reason in told)
