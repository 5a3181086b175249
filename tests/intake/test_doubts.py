"""Rows that repeat, contradict, total, or name somebody in doubt."""

import json
from datetime import date

import openpyxl
import pytest

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.incoming import PersonRef, SkillRecord, StaffRecord, TrainingRecord
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.intake.guessing import guess
from lsadesk.intake.mapping import Field, Mapping, from_json, overridden, remembered, to_json
from lsadesk.intake.reading import read_workbook
from lsadesk.intake.set_aside import set_aside_book
from lsadesk.intake.sheets import Row, Sheet

HEADER = ["Surname", "Forename", "Payroll no", "Job title", "Hours"]
STAFF = [
    HEADER,
    ["Bevan", "Sunita", "1", "LSA", 20],
    ["Bevan", "Steve", "2", "LSA", 30],
    ["Begum", "Thomas", "3", "LSA", 37],
]
COURSES = ["Name", "Course", "Date done"]


def of(interpretation, kind):
    return [record for record in interpretation.records if isinstance(record, kind)]


def reasons(interpretation):
    return {(aside.sheet, aside.row): aside.reason for aside in interpretation.set_aside}


def test_a_name_that_fits_two_people_is_set_aside_with_both(workbook, read):
    result = read(workbook({"Staff": STAFF, "CPD": [COURSES, ["Bevan S", "Prevent", "2024"]]}))
    assert reasons(result) == {
        ("CPD", 2): "“Bevan S” fits Sunita Bevan (1) and Steve Bevan (2): say which."
    }


def test_a_name_match_that_the_user_gave_settles_it(workbook, read):
    path = workbook({"Staff": STAFF, "CPD": [COURSES, ["Bevan S", "Prevent", "2024"]]})
    result = read(path, mapping='{"name_matches": {"bevan s": "2"}}')
    assert [record.person.payroll for record in of(result, TrainingRecord)] == ["2"]


def test_short_forms_of_a_forename_are_the_same_person(workbook, read):
    result = read(workbook({"Staff": STAFF, "CPD": [COURSES, ["Tom Begum", "Prevent", "2024"]]}))
    assert [record.person.payroll for record in of(result, TrainingRecord)] == ["3"]


def test_a_misspelt_name_is_never_matched_in_silence(workbook, read):
    result = read(
        workbook({"Staff": STAFF, "CPD": [COURSES, ["Sunitta Bevan", "Prevent", "2024"]]})
    )
    assert reasons(result)["CPD", 2] == (
        "“Sunitta Bevan” is nobody on the staff list: is it Sunita Bevan?"
    )


def test_people_already_in_the_college_are_found(workbook, read):
    asha = PersonRef(forename="Asha", surname="Kaur", payroll="9", id=PersonId(4))
    path = workbook({"CPD": [[*COURSES, "Payroll"], ["A. K.", "Prevent", "2024", "9"]]})
    assert [record.person for record in of(read(path, people=[asha]), TrainingRecord)] == [asha]


def test_a_payroll_number_that_is_somebody_elses_is_set_aside(workbook, read):
    asha = PersonRef(forename="Asha", surname="Kaur", payroll="1", id=PersonId(4))
    result = read(workbook({"Staff": STAFF}), people=[asha])
    assert reasons(result) == {("Staff", 2): "Payroll number 1 is Asha Kaur's in the college."}


def test_identical_rows_merge_and_contradicting_ones_are_set_aside(workbook, read, counts):
    rows = [*STAFF, STAFF[1], ["Bevan", "Steve", "2", "LSA", 31], ["begum ", "Thomas", "3"]]
    result = read(workbook({"Staff": rows}))
    assert counts(result.sheets[0]) == ("staff", 6, 3, 2, 1)
    assert [row.row for row in result.sheets[0].merged] == [5, 7]
    assert reasons(result)["Staff", 6] == (
        "It is about the same as row 3 but disagrees: Hours is 31 here and 30 there."
    )


def test_totals_repeated_headings_and_remarks_are_no_records(workbook, read, counts):
    rows = [
        *STAFF,
        HEADER,
        ["Kaur", "Asha", "4", "LSA", 20],
        ["Total", None, None, None, 107],
        [None, None, None, None, "=SUM(E2:E6)"],
        ["Please tell the office of any changes to this list"],
    ]
    result = read(workbook({"Staff": rows}))
    assert counts(result.sheets[0]) == ("staff", 8, 4, 0, 4)
    assert [aside.row for aside in result.set_aside] == [5, 7, 8, 9]


def test_a_value_that_cannot_be_read_leaves_the_rest_of_its_row(workbook, read):
    rows = [[*HEADER, "Start date"], ["Kaur", "Asha", "4", "LSA", "lots", "31/02/2020"]]
    rows += [["Bevan", "Sunita", "1", "LSA", 20, "1/2/2020"]]
    result = read(workbook({"Staff": rows}))
    assert of(result, StaffRecord)[0].weekly_minutes is None
    assert [(p.row, p.column, p.reason) for p in result.sheets[0].problems] == [
        (2, "E", "“lots” is not a number of hours that can be read."),
        (2, "F", "“31/02/2020” is a day that does not exist."),
    ]


def test_a_rating_that_a_spreadsheet_made_a_date_is_not_guessed(workbook, read):
    rows = [["Name", "BSL", "Autism", "PEG"], ["Asha Kaur", 1, 2, 0]]
    rows += [["Ben Shah", date(2026, 3, 2), 4, 1], ["Cai Ellis", 3, 3, 3]]
    result = read(workbook({"Skills audit": rows}))
    assert len(of(result, SkillRecord)) == 8
    assert "changed a rating such as 2-3" in result.sheets[0].problems[0].reason


def test_the_scale_a_legend_states_is_believed(workbook, read):
    rows = [["Key: B = basic, C = competent, E = expert"], ["Name", "BSL", "Autism", "PEG"]]
    rows += [["Asha Kaur", "B", "C", "E"], ["Ben Shah", "C", "B", "n/a"]]
    result = read(workbook({"Skills audit": rows}))
    assert [record.value for record in of(result, SkillRecord)][:3] == [
        Level(1),
        Level(3),
        Level(4),
    ]


def test_a_user_can_change_a_column_a_kind_and_a_scale(workbook, read):
    rows = [["Who", "Zorp", "Blib"], ["Asha Kaur", "5", "high"], ["Ben Shah", "1", "low"]]
    mapping = {
        "sheets": [
            {
                "sheet": "Odd",
                "kind": "skills",
                "header_rows": [1],
                "columns": {
                    "A": "full name",
                    "B": {"field": "a skill", "name": "BSL"},
                    "C": "not taken",
                },
                "scale": "1-5",
                "adds_people": True,
            }
        ]
    }
    result = read(workbook({"Odd": rows}), mapping=json.dumps(mapping))
    assert [(r.skill, r.value) for r in of(result, SkillRecord)] == [
        ("BSL", Level(4)),
        ("BSL", Level(0)),
    ]


@pytest.mark.parametrize(
    "text", ["", "[]", '{"sheets": [{}]}', '{"sheets": [{"sheet": "a", "kind": "x"}]}']
)
def test_a_mapping_file_that_is_none_is_refused_with_a_sentence(text):
    with pytest.raises(UserError, match="mapping file"):
        overridden(Mapping(()), text)


def test_a_mapping_survives_its_journey_through_json(workbook):
    sheets = read_workbook(
        workbook({"Staff": STAFF, "CPD": [COURSES, ["Bevan S", "Prevent", "2024"]]})
    )
    mapping = overridden(guess(sheets), '{"name_matches": {"Bevan S": "2"}}')
    assert from_json(to_json(mapping)) == mapping


def test_a_corrected_mapping_is_remembered_for_the_same_headings(workbook):
    sheets = read_workbook(workbook({"Staff": STAFF}))
    corrected = overridden(
        guess(sheets), '{"sheets": [{"sheet": "Staff", "columns": {"D": "note"}}]}'
    )
    renamed = [Sheet(name="New term", rows=sheets[0].rows)]
    again = remembered(guess(renamed), corrected.sheets)
    assert again.sheets[0].sheet == "New term"
    assert again.sheets[0].of(Field.NOTE)[0].index == 3


def test_the_rows_set_aside_can_be_mended_and_read_again(workbook, read, counts, tmp_path):
    rows = [*STAFF, ["Bevan", "Steve", "2", "LSA", 31], ["=cmd|' /C calc'!A0", "x", "5"], ["Kaur"]]
    result = read(workbook({"Staff": rows}))
    mended = tmp_path / "set aside.xlsx"
    set_aside_book(result.sheets).save(mended)
    book = openpyxl.load_workbook(mended)
    cells = [cell for row in book["Staff"].iter_rows() for cell in row]
    assert all(cell.data_type in ("s", "n") for cell in cells)
    assert book["Staff"]["F1"].value == "Why it was set aside"
    book["Staff"]["C2"].value = "22"
    book.save(mended)
    again = read(mended)
    assert of(again, StaffRecord)[0].payroll == "22"


def test_every_row_is_accounted_for_whatever_the_sheet_holds(read):
    from hypothesis import given, settings
    from hypothesis import strategies as st

    from lsadesk.intake.interpreting import interpret

    words = ["Surname", "Name", "Course", "Hours", "Asha Kaur", "2-3", "n/a", "=A1", "9.15", "Mon"]
    values = st.one_of(
        st.none(),
        st.sampled_from([*words, "Skill", "Level", "Ref", "Ratio", "Day", "Start", "Total", "✓"]),
        st.integers(-5, 50_000),
        st.floats(allow_nan=False, allow_infinity=False, width=32),
        st.text(max_size=12),
        st.dates(),
        st.times(),
        st.booleans(),
    )

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.lists(values, min_size=1, max_size=7), min_size=1, max_size=12))
    def check(table):
        rows = [
            Row(number, {i: v for i, v in enumerate(line) if v not in (None, "")})
            for number, line in enumerate(table, 1)
        ]
        sheet = Sheet(name="Any", rows=tuple(row for row in rows if row.cells))
        for reading in interpret([sheet], guess([sheet])).sheets:
            closed = len(reading.open_rows) + len(reading.merged) + len(reading.set_aside)
            assert closed == len(reading.rows)
            assert {record.source.row for record in reading.records} <= set(reading.open_rows)

    check()


def test_two_sheets_that_disagree_do_not_undo_each_other(workbook, read, counts):
    south = [HEADER, ["Bevan", "Sunita", "1", "LSA", 25], ["Begum", "Thomas", "3", "LSA", 37]]
    result = read(workbook({"North staff": STAFF, "South staff": south}))
    assert counts(result.sheets[1]) == ("staff", 2, 0, 1, 1)
    assert reasons(result) == {
        ("South staff", 2): (
            "It is about the same as row 2 of the sheet North staff but disagrees with it."
        )
    }
