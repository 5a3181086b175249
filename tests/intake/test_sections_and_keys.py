"""What stands between the rows, or on a sheet of its own: teams, classes, periods, legends."""

from datetime import date

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.calendar import Week, Weekday
from lsadesk.domain.incoming import LearnerRecord, SessionRecord, SkillRecord, StaffRecord


def of(interpretation, kind):
    return [record for record in interpretation.records if isinstance(record, kind)]


def test_a_team_over_its_people_is_their_team(workbook, read, counts):
    rows = [
        ["Surname", "Forename", "Job", "Hrs"],
        ["Blue team"],
        ["Achter", "Lotte", "LSA", 25],
        ["Sub-total", None, None, 25],
        ["Red team"],
        ["Pym", "Barbara", "LSA", 37],
    ]
    result = read(workbook({"Staff": rows}))
    assert counts(result.sheets[0]) == ("staff", 5, 2, 2, 1)
    teams = [(record.surname, record.team) for record in of(result, StaffRecord)]
    assert teams == [("Achter", "Blue team"), ("Pym", "Red team")]
    assert "“Blue team” is taken as the team" in result.sheets[0].problems[0].reason


def test_a_class_over_its_learners_is_their_group(workbook, read):
    rows = [["Learner", "Ratio", "Hours"], ["Class 3"], ["AB", "1:1", 10], ["CD", "1:2", 5]]
    learners = of(read(workbook({"Learners": rows})), LearnerRecord)
    assert [learner.group for learner in learners] == ["Class 3", "Class 3"]


def test_a_person_alone_on_a_row_is_still_a_person(workbook, read):
    rows = [["Name", "Job", "Hours"], ["Ada Wren"], ["Ben Coote", "LSA", 20]]
    staff = of(read(workbook({"Staff": rows})), StaffRecord)
    assert [person.surname for person in staff] == ["Wren", "Coote"]


def test_periods_have_the_times_that_a_key_tells(workbook, read, counts):
    book = workbook(
        {
            "Timetable": [
                ["Day", "Period", "Class", "Subject", "Rm", "TAs req"],
                ["Monday", "P1", "7H", "Art", "G2", 2],
                [None, "P2", "7H", "ICT", "G3", "1-2"],
                [None, "P7", "7H", "PE", "G3", 1],
            ],
            "Key": [["Period", "Start", "End"], ["P1", "09:10", "10:20"], ["P2", "10:40", "11:50"]],
        }
    )
    result = read(book)
    assert [counts(sheet) for sheet in result.sheets] == [
        ("timetable", 3, 2, 0, 1),
        ("unknown", 2, 0, 2, 0),
    ]
    first, second = of(result, SessionRecord)
    assert (str(first.span), first.room) == ("9.10-10.20", "G2")
    assert (str(second.span), second.lsas_wanted) == ("10.40-11.50", 2)
    assert "the workbook does not tell" in result.sheets[0].set_aside[0].reason


def test_a_sheet_called_week_b_holds_sessions_of_week_b_and_dates_say_the_day(workbook, read):
    head = ["Date", "Time", "Group", "Session", "Staff", "LSAs"]
    book = workbook(
        {
            "Week A": [head, [date(2026, 9, 7), "9.30-11", "Oak", "Art", "Nia", 2]],
            "Week B": [head, ["15/09/2026", "9.30-11", "Oak", "Art", "Nia", 2]],
        }
    )
    sessions = [(s.day, s.week) for s in of(read(book), SessionRecord)]
    assert sessions == [(Weekday.MONDAY, Week.A), (Weekday.TUESDAY, Week.B)]


def test_a_grid_cell_gives_title_group_teacher_and_lsas(workbook, read):
    rows = [
        [None, "Mon", "Tues"],
        ["9:00-10:30", "Art (Gp A) - Rob - 2 LSAs", "Maths (Gp B)"],
        ["10:45-12:15", "Cookery", None],
    ]
    art, maths, cookery = of(read(workbook({"Timetable": rows})), SessionRecord)
    assert (art.title, art.group, art.teacher, art.lsas_needed) == ("Art", "Gp A", "Rob", 2)
    assert (maths.title, maths.teacher, maths.lsas_needed) == ("Maths", "", None)
    assert (cookery.title, cookery.group) == ("Cookery", "")


def test_marks_mean_what_a_legend_on_another_sheet_says(workbook, read):
    book = workbook(
        {
            "Audit": [["Name", "BSL", "PECS"], ["Ada Wren", "W", "S"], ["Ben Coote", "S", "T"]],
            "Legend": [["W", "No experience"], ["S", "With guidance"], ["T", "Can train others"]],
        }
    )
    levels = [record.value for record in of(read(book), SkillRecord)]
    assert levels == [Level(0), Level(2), Level(2), Level(4)]


def test_percentages_are_read_by_quarters_and_doubted(workbook, read):
    rows = [["Name", "BSL", "PECS"], ["Ada Wren", 0.8, 0.5], ["Ben Coote", 1, "0%"]]
    levels = [record.value for record in of(read(workbook({"Skills": rows})), SkillRecord)]
    assert levels == [Level(3), Level(2), Level(4), Level(0)]


def test_a_column_of_row_numbers_is_no_skill(workbook, read):
    rows = [
        ["#", "Name", "Job", "Hours", "T/T only"],
        [1, "Ada Wren", "LSA", 30, "Y"],
        [2, "Ben Coote", "LSA", 37, "N"],
        [3, "Cy Hart", "LSA", 20, "Y"],
    ]
    result = read(workbook({"Staff": rows}))
    assert of(result, SkillRecord) == []
    assert [person.term_time_only for person in of(result, StaffRecord)] == [True, False, True]


def test_a_row_whose_only_marks_cannot_be_read_is_set_aside(workbook, read, counts):
    rows = [
        ["Name", "BSL", "PECS"],
        ["Ada Wren", 3, 2],
        ["Ben Coote", 1, 2],
        ["Di Moss", 4, 4],
        ["Cy Hart", "zz", "yy"],
    ]
    staff = [
        ["Name", "Hours", "Job"],
        ["Ada Wren", 3, "LSA"],
        ["Ben Coote", 3, "LSA"],
        ["Di Moss", 30, "LSA"],
        ["Cy Hart", 20, "LSA"],
    ]
    result = read(workbook({"Staff": staff, "Skills": rows}))
    assert counts(result.sheets[1]) == ("skills", 4, 3, 0, 1)
