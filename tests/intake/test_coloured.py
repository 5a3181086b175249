"""Matrices of colours without a word, rows that a filter hides, lists without headings."""

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from lsadesk.domain.incoming import PersonRef, SkillRecord, StaffRecord
from lsadesk.intake.coloured import with_colours
from lsadesk.intake.hues import hue_of
from lsadesk.intake.sheets import Row, Sheet

FILLS = {
    letter: PatternFill("solid", fgColor=colour)
    for letter, colour in (("r", "FFFF0000"), ("a", "FFFFC000"), ("g", "FFC6EFCE"))
}
PEOPLE = [PersonRef(forename=name, surname="Kaur") for name in ("Asha", "Ben")]


def of(read, kind):
    return [record for record in read.records if isinstance(record, kind)]


@pytest.mark.parametrize(
    ("colour", "hue"),
    [
        ("FFC6EFCE", "Green"),
        ("FFFFC7CE", "Red"),
        ("FFFFEB9C", "Amber"),
        ("FF5B9BD5", "Blue"),
        ("FFD9D9D9", ""),
        ("FFDDEBF7", ""),  # the banding of a table
        ("nonsense", ""),
    ],
)
def test_a_colour_is_called_what_a_key_would_call_it(colour, hue):
    assert hue_of(colour) == hue


def test_cells_that_are_only_coloured_are_read_by_the_key_and_a_hidden_row_is_told(tmp_path, read):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Name", "Makaton", "PEG", "BSL"], ["Asha Kaur"], ["Ben Kaur"], []):
        sheet.append(row)
    sheet.append([None, "Green = competent"])
    sheet.append([None, "in training"])
    sheet.append(["Red: not trained"])
    for row, colours in ((2, "gga"), (3, "r.a")):
        for column, colour in enumerate(colours, 2):
            if colour in FILLS:
                sheet.cell(row, column).fill = FILLS[colour]
    sheet["A6"].fill = FILLS["a"]
    sheet.row_dimensions[3].hidden = True
    path = tmp_path / "colours.xlsx"
    book.save(path)
    result = read(path, PEOPLE)
    marks = {(r.person.forename, r.skill): int(r.value.value) for r in of(result, SkillRecord)}
    assert marks == {
        ("Asha", "Makaton"): 3,
        ("Asha", "PEG"): 3,
        ("Asha", "BSL"): 1,
        ("Ben", "Makaton"): 0,
        ("Ben", "BSL"): 1,
    }
    told = [problem.reason for problem in result.sheets[0].problems]
    assert "1 hidden row is read like the others: 3." in told
    assert any("by their colour" in reason for reason in told)


def test_a_timetable_with_its_breaks_shaded_stays_as_it_is():
    rows = tuple(
        Row(number, {column: "Art" for column in range(5) if (number, column) != (3, 3)})
        for number in range(1, 6)
    )
    shaded = {(number, 5): "Amber" for number in range(2, 6)} | {(3, 3): "Green"}
    sheet = Sheet(name="TT", rows=rows)
    assert with_colours(sheet, shaded) is sheet


def test_a_shaded_row_says_nothing_of_its_cells():
    rows = (Row(1, {0: "Name", 1: "A", 2: "B", 3: "C"}), Row(2, {0: "Ann"}), Row(3, {0: "Ben"}))
    hues = {(2, column): "Red" for column in range(4)} | {
        (3, column): "Green" for column in range(4)
    }
    sheet = Sheet(name="Skills", rows=rows)
    assert with_colours(sheet, hues) is sheet


def test_a_staff_list_without_headings_is_read_by_its_looks_and_doubted(taken):
    rows = [
        ["Asha Kaur", "LSA", "Blue", 30, "Mon-Thu"],
        ["Ben O'Neill", "LSA", "Blue", 37, "Mon-Fri"],
        ["Siân Rees-Hughes", "Senior LSA", "Green", 22.5, "Tue-Thu"],
    ]
    people = of(taken({"LSAs": rows}), StaffRecord)
    assert [(p.surname, p.weekly_minutes, len(p.days or ())) for p in people] == [
        ("Kaur", 1800, 4),
        ("O'Neill", 2220, 5),
        ("Rees-Hughes", 1350, 3),
    ]


def test_figures_and_words_that_could_be_anything_are_not_guessed_at(taken):
    rows = [["Asha Kaur", "LSA", 3], ["Ben Lee", "LSA", 2], ["Siân Rees", "LSA", 4]]
    assert not taken({"Sheet1": rows}).records
