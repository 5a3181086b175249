"""Timetables as colleges draw them: by day, by group or by time, with merged cells."""

from datetime import time

import pytest

from lsadesk.domain.calendar import TimeSpan, Week, Weekday
from lsadesk.domain.incoming import SessionRecord
from lsadesk.intake.grids import day_of

MORNING = TimeSpan(time(9), time(10, 30))
NOON = TimeSpan(time(10, 45), time(12, 15))


def said(interpretation):
    return {
        (s.day, s.group, s.title): s.span
        for s in interpretation.records
        if isinstance(s, SessionRecord)
    }


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (("Monday",), Weekday.MONDAY),
        (("Timetable - Tues",), Weekday.TUESDAY),
        (("Dydd Iau",), Weekday.THURSDAY),
        (("Sheet1", "Friday, spring term"), Weekday.FRIDAY),
        (("Mon to Wed",), None),
        (("Timetable",), None),
    ],
)
def test_the_day_of_a_sheet_is_said_once_in_its_name_or_title(texts, day):
    assert day_of(*texts) is day


def test_a_sheet_for_each_day_with_a_column_for_each_group(workbook, read, counts):
    day = [
        ["", "Foundation A", "Foundation B", "Life Skills"],
        ["9.00-10.30", "English", "Maths - Rob", "Cooking"],
        ["10.45 - 12.15", "PSHE", "Art", "Lunch"],
    ]
    result = read(workbook({"Monday": day, "Tuesday": day}))
    assert [counts(sheet) for sheet in result.sheets] == [("timetable", 2, 2, 0, 0)] * 2
    found = said(result)
    assert len(found) == 10
    assert found[Weekday.TUESDAY, "Foundation B", "Maths"] == MORNING
    assert found[Weekday.MONDAY, "Foundation A", "PSHE"] == NOON


def test_days_down_the_side_with_a_column_for_each_group(workbook, read, counts):
    rows = [
        ["Day", "Time", "Group 1", "Group 2"],
        ["Monday", "9.00-10.30", "English", "Maths"],
        [None, "10.45-12.15", "Assembly", None],
        ["Tuesday", "9.00-10.30", "Maths", "Art"],
    ]
    merges = {"Timetable": ["A2:A3", "C3:D3"]}
    result = read(workbook({"Timetable": rows}, merges))
    assert counts(result.sheets[0]) == ("timetable", 3, 3, 0, 0)
    assert said(result) == {
        (Weekday.MONDAY, "Group 1", "English"): MORNING,
        (Weekday.MONDAY, "Group 2", "Maths"): MORNING,
        (Weekday.MONDAY, "Group 1", "Assembly"): NOON,
        (Weekday.MONDAY, "Group 2", "Assembly"): NOON,
        (Weekday.TUESDAY, "Group 1", "Maths"): MORNING,
        (Weekday.TUESDAY, "Group 2", "Art"): MORNING,
    }


def test_times_across_the_top_and_days_down_the_side(workbook, read, counts):
    rows = [
        ["", "9:00-10:30", "10:45-12:15"],
        ["Mon", "English", "Maths"],
        ["Tue", "Work experience", None],
    ]
    sheets = {"Life Skills": rows, "Entry 2": rows[:2]}
    result = read(workbook(sheets, {"Life Skills": ["B3:C3"]}))
    assert [counts(sheet)[1:] for sheet in result.sheets] == [(2, 2, 0, 0), (1, 1, 0, 0)]
    found = said(result)
    assert found[Weekday.MONDAY, "Entry 2", "Maths"] == NOON
    whole = TimeSpan(time(9), time(12, 15))
    assert found[Weekday.TUESDAY, "Life Skills", "Work experience"] == whole


def test_what_stands_beside_a_lesson_is_of_its_own_day(workbook, read):
    rows = [
        ["Time", "Monday", None, "Tuesday", None],
        [None, "Lesson", "LSAs", "Lesson", "LSAs"],
        ["9-10.30", "English", 2, "Art", 1],
        ["10.45-12.15", "Maths", 1, "Sport", 3],
    ]
    merges = ["B1:C1", "D1:E1"]
    sheets = {"Group 1": rows, "Group 2": rows}
    result = read(workbook(sheets, dict.fromkeys(sheets, merges)))
    needed = {
        (s.day, s.title): s.lsas_needed for s in result.records if isinstance(s, SessionRecord)
    }
    assert needed == {
        (Weekday.MONDAY, "English"): 2,
        (Weekday.TUESDAY, "Art"): 1,
        (Weekday.MONDAY, "Maths"): 1,
        (Weekday.TUESDAY, "Sport"): 3,
    }


def test_a_double_session_lasts_as_far_as_its_merged_cell(workbook, read, counts):
    rows = [
        ["Time", "Monday", "Tuesday"],
        ["9.00-10.30", "English", "Work placement"],
        ["10.45-12.15", None, None],
        ["1-2", "Art", "Sport"],
    ]
    merges = {"Class 1": ["B2:B3", "C2:C3"]}
    result = read(workbook({"Class 1": rows, "Class 2": rows}, merges))
    assert counts(result.sheets[0]) == ("timetable", 3, 2, 1, 0)
    assert counts(result.sheets[1])[4] == 1  # a blank line that nothing reaches into
    found = said(result)
    assert found[Weekday.MONDAY, "Class 1", "English"] == TimeSpan(time(9), time(12, 15))
    assert found[Weekday.MONDAY, "Class 2", "English"] == MORNING


def test_a_start_with_a_length_makes_a_session(workbook, read, counts):
    rows = [
        ["Group", "Session", "Day", "Start", "Duration (mins)"],
        ["G1", "English", "Monday", "09:00", 90],
        ["G1", "Maths", "Monday", "10.45", "1h 30"],
        ["G1", "Art", "Monday", "1pm", "long"],
    ]
    result = read(workbook({"Timetable": rows}))
    assert counts(result.sheets[0]) == ("timetable", 3, 2, 0, 1)
    assert list(said(result).values()) == [MORNING, NOON]


def test_blocks_below_one_another_are_each_of_their_day_or_week(workbook, read, counts):
    block = [["Time", "Monday", "Tuesday"], ["9-10.30", "G1 English", "G1 Maths"]]
    other = [block[0], ["9-10.30", "G1 Drama", "G1 Maths"]]
    days = [["", "Group A", "Group B"], ["9-10.30", "English", "Maths"], ["11-12", "Art", "Sport"]]
    result = read(
        workbook(
            {
                "Weeks": [["Week A"], *block, [], ["Week B"], *other],
                "Days": [["MONDAY"], *days, ["TUESDAY"], *days],
            }
        )
    )
    assert [counts(sheet)[1:3] for sheet in result.sheets] == [(1, 1), (1, 1), (2, 2), (2, 2)]
    sessions = [s for s in result.records if isinstance(s, SessionRecord)]
    weeks = [(s.title, s.week, s.day) for s in sessions if s.group == "G1"]
    assert weeks == [
        ("English", Week.A, Weekday.MONDAY),
        ("Maths", Week.BOTH, Weekday.TUESDAY),
        ("Drama", Week.B, Weekday.MONDAY),
    ]
    art = {s.day for s in sessions if s.title == "Art"}
    assert art == {Weekday.MONDAY, Weekday.TUESDAY}


def test_cells_that_say_their_own_times(workbook, read):
    rows = [
        ["Group", "Monday", "07/09/2026"],
        ["G1", "9.00-10.30 English (JT)", "Maths 10.45 - 12.15"],
        ["G2", "9-10.30 Entry 1-2 Art", "1-2pm Sport"],
    ]
    found = said(read(workbook({"Timetable": rows})))
    assert found[Weekday.MONDAY, "G1", "English (JT)"] == MORNING
    assert found[Weekday.MONDAY, "G1", "Maths"] == NOON
    assert found[Weekday.MONDAY, "G2", "Entry 1-2 Art"] == MORNING


def test_a_shift_that_ends_the_next_morning_is_a_night(workbook, read):
    rows = [
        ["Shift", "Day", "Start", "End", "House", "Staff needed"],
        ["Evening", "Monday", "16:00", "22:00", "Oak House", 2],
        ["Waking night", "Monday", "22:00", "07:00", "Oak House", 1],
    ]
    sessions = [s for s in read(workbook({"Rota": rows})).records if isinstance(s, SessionRecord)]
    assert [(s.title, s.group, s.overnight) for s in sessions] == [
        ("Evening", "Oak House", False),
        ("Waking night", "Oak House", True),
    ]


def test_a_cell_without_a_time_is_told_and_costs_the_row_nothing_else(workbook, read, counts):
    rows = [
        ["Group", "Monday", "Tuesday", "Wednesday"],
        ["G1", "9.00-10.30 English", "Art", "10.45-12.15 Maths"],
        ["G2", "9.00-10.30 ICT", "1-2pm Sport", "Lunch"],
    ]
    result = read(workbook({"Timetable": rows}))
    assert counts(result.sheets[0]) == ("timetable", 2, 2, 0, 0)
    assert len(said(result)) == 4
    (problem,) = result.sheets[0].problems
    assert (problem.row, problem.reason) == (
        2,
        "“Art” says no time, so nothing was taken from it.",
    )


def test_an_entry_without_a_time_costs_the_others_of_its_cell_nothing(taken):
    several = "09:00-10:00 Art G3\n10:00-11:00 Maths G4\nAssembly G5"
    rows = [["Monday", "Tuesday", "Friday"], [several, "9.00-10.00 ICT G1", "1-2pm Sport G1"]]
    result = taken({"Timetable": rows})
    assert set(said(result)) == {
        (Weekday.MONDAY, "G3", "Art"),
        (Weekday.MONDAY, "G4", "Maths"),
        (Weekday.TUESDAY, "G1", "ICT"),
        (Weekday.FRIDAY, "G1", "Sport"),
    }
    told = [problem.reason for problem in result.sheets[0].problems]
    assert told == ["“Assembly” says no time, so nothing was taken from it."]


def test_an_afternoon_that_is_assumed_is_told_once_a_row(workbook, read):
    rows = [
        ["Time", "Monday", "Tuesday", "Wednesday"],
        ["1.00-2.00", "Art", "Sport", "Maths"],
        ["2.00-3.00", None, "ICT", "English"],
    ]
    result = read(workbook({"Class 1": rows, "Class 2": rows}, {"Class 1": ["B2:B3"]}))
    told = [(p.sheet, p.row) for sheet in result.sheets for p in sheet.problems]
    assert told == [("Class 1", 2), ("Class 1", 3), ("Class 2", 2), ("Class 2", 3)]


def test_a_period_without_times_costs_only_its_own_column(workbook, read, counts):
    rows = [["", "9-10.30", "P7"], ["Mon", "English", "Club"], ["Tue", "Maths", None]]
    result = read(workbook({"Class 1": rows, "Class 2": rows}))
    assert counts(result.sheets[0]) == ("timetable", 2, 2, 0, 0)
    (problem,) = result.sheets[0].problems
    assert "“P7” is a period whose times the workbook does not tell" in problem.reason
