"""Lists beside each other on one sheet."""

from lsadesk.domain.incoming import LearnerRecord, StaffRecord


def test_two_lists_beside_each_other_are_read_each_for_itself(workbook, read, counts):
    rows = [
        ["Staff list", None, None, None, "Learners"],
        ["Name", "Job title", "Weekly hours", None, "Initials", "Group", "Ratio"],
        ["Gail Platt", "LSA", 30, None, "AB", "Pod 1", "1:1"],
        ["Ron Weir", "LSA", "twenty", None, "CD", "Pod 2", "1:3"],
        [None, None, None, None, "EF", "Pod 2", "2:1"],
    ]
    result = read(workbook({"Overview": rows}))
    assert [counts(sheet) for sheet in result.sheets] == [
        ("staff", 2, 2, 0, 0),
        ("learners", 3, 3, 0, 0),
    ]
    assert [sheet.sheet for sheet in result.sheets] == ["Overview", "Overview, columns E to G"]
    assert [r.surname for r in result.records if isinstance(r, StaffRecord)] == ["Platt", "Weir"]
    references = [r.reference for r in result.records if isinstance(r, LearnerRecord)]
    assert references == ["AB", "CD", "EF"]
    (problem,) = result.sheets[0].problems
    assert (problem.row, problem.column) == (4, "C")


def test_a_blank_column_inside_a_matrix_divides_nothing(workbook, read, counts):
    rows = [
        ["Name", "Team", None, "BSL", "Makaton"],
        ["Gail Platt", "Red", None, 3, 2],
        ["Ron Weir", "Red", None, 1, 4],
    ]
    result = read(workbook({"Skills audit": rows}))
    assert [counts(sheet) for sheet in result.sheets] == [("skills", 2, 2, 0, 0)]


def test_learners_across_the_top_are_read_as_rows_and_told(workbook, read):
    rows = [
        ["Support overview"],
        [None, "JB", "LMW", "T.P."],
        ["Support hours per week", 25, 10, 30],
        ["Ratio", "1:1", "1:3", "2:1"],
        ["Primary need", "ASC", "MLD", "PMLD"],
        ["Makaton", "✓", None, "✓"],
    ]
    (sheet,) = read(workbook({"Support": rows})).sheets
    learners = sheet.records
    assert [(one.reference, one.weekly_minutes, str(one.ratio)) for one in learners] == [
        ("JB", 1500, "1:1"),
        ("LMW", 600, "1:3"),
        ("T.P.", 1800, "2:1"),
    ]
    assert [one.needs for one in learners] == [("Makaton",), (), ("Makaton",)]
    assert "lies on its side" in sheet.problems[0].reason


def test_lists_without_a_column_between_them_are_told_by_their_headings(workbook, read):
    rows = [
        ["FOUNDATION", None, None, "VOCATIONAL"],
        ["Name", "Ext", "Days", "Name", "Ext", "Days"],
        ["Asha Kaur", 2201, "Mon-Wed", "Ben Lee", 2202, "Mon-Fri"],
        ["Siân Bevan", 2203, "Mon-Fri", "Tom Hill", 2204, "Thu-Fri"],
    ]
    found = read(workbook({"Phone list": rows})).records
    assert {record.surname: len(record.days) for record in found} == {
        "Kaur": 3,
        "Bevan": 5,
        "Lee": 5,
        "Hill": 2,
    }
