"""Sheets that others of the workbook replace, count or hide: nothing old is taken for new."""

from datetime import date

import pytest

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.incoming import PersonRef, SkillRecord, StaffRecord, TrainingRecord
from lsadesk.intake.guessing import guess
from lsadesk.intake.interpreting import interpret
from lsadesk.intake.sheets import Row, Sheet

ASHA, BEN = PersonRef(forename="Asha", surname="Kaur"), PersonRef(forename="Ben", surname="Lee")
HEADS = ["Name", "Job title", "Hours", "Days"]
NOW = [HEADS, ["Asha Kaur", "LSA", 30, "Mon-Thu"], ["Ben Lee", "LSA", 37, "Mon-Fri"]]
THEN = [HEADS, ["Asha Kaur", "LSA", 15, "Mon"], ["Rae Stone", "LSA", 37, "Mon-Fri"]]


def of(read, kind):
    return [record for record in read.records if isinstance(record, kind)]


@pytest.mark.parametrize(
    ("now", "then", "why"),
    [
        ("2026-27", "2025-26", "an earlier year than the sheet 2026-27"),
        ("Staff Sept 2026", "Staff Sept 2025", "an earlier year"),
        ("LSAs", "LSAs (old)", "an old copy of the sheet LSAs"),
        ("Team", "Previous", "an old copy"),
        ("Team", "Leavers", "people who have left"),
    ],
)
def test_last_years_list_is_left_out_and_says_why(taken, now, then, why):
    for sheets in ({now: NOW, then: THEN}, {then: THEN, now: NOW}):
        read = taken(sheets)
        assert {s.forename: s.weekly_minutes for s in of(read, StaffRecord)} == {
            "Asha": 1800,
            "Ben": 2220,
        }
        assert all(why in aside.reason for aside in read.set_aside)


def test_two_sites_are_no_two_years_though_one_is_called_old(taken):
    read = taken({"Main": NOW, "Old Hall": [HEADS, ["Rae Stone", "LSA", 37, "Mon-Fri"]]})
    assert [s.forename for s in of(read, StaffRecord)] == ["Asha", "Ben", "Rae"]


def test_another_team_listed_in_the_same_form_is_not_another_year(taken):
    other = [HEADS, ["Rae Stone", "LSA", 37, "Mon-Fri"], ["Ceri Hughes", "LSA", 20, "Mon-Wed"]]
    read = taken({"Quay 2026-27": NOW, "Harbour 2025-26": other})
    assert len(of(read, StaffRecord)) == 4


def test_a_hidden_copy_of_a_list_is_left_out_and_a_hidden_list_of_its_own_is_read():
    rows = {
        name: tuple(Row(number, dict(enumerate(row))) for number, row in enumerate(each, 1))
        for name, each in {"Now": NOW, "Spare": THEN}.items()
    }
    spare = Sheet(name="Spare", rows=rows["Spare"], hidden=True)
    both = (Sheet(name="Now", rows=rows["Now"]), spare)
    read = interpret(both, guess(both))
    assert "hidden in the workbook" in read.set_aside[0].reason
    assert len(of(read, StaffRecord)) == 2
    assert len(interpret((spare,), guess((spare,))).records) == 2


def test_the_newest_of_two_audits_counts_and_a_sheet_of_changes_says_no_levels(taken):
    heads = ["Name", "Makaton", "BSL"]
    read = taken(
        {
            "Skills 2025": [heads, ["Asha Kaur", 1, 0], ["Ben Lee", 2, 0]],
            "Skills 2026": [heads, ["Asha Kaur", 2, 1], ["Ben Lee", 3, 1]],
            "Change": [heads, ["Asha Kaur", 1, 1], ["Ben Lee", 1, 1]],
        },
        [ASHA, BEN],
    )
    found = {(s.person.forename, s.skill): s.value for s in of(read, SkillRecord)}
    assert found["Asha", "Makaton"] == Level(2)
    assert found["Ben", "Makaton"] == Level(3)
    assert len(found) == 4


def test_what_was_done_in_another_year_is_still_done(taken):
    heads = ["Name", "Course", "Date"]
    read = taken(
        {
            "Training 2025": [heads, ["Asha Kaur", "Makaton", date(2025, 3, 1)]],
            "Training 2026": [heads, ["Asha Kaur", "PECS", date(2026, 3, 1)]],
        },
        [ASHA],
    )
    assert {t.course for t in of(read, TrainingRecord)} == {"Makaton", "PECS"}


def test_a_pivot_table_gives_nothing_beside_the_rows_it_counts(taken):
    read = taken(
        {
            "Pivot": [
                ["Count of Course", "Column Labels"],
                ["Row Labels", "First aid", "Prevent", "Grand Total"],
                ["Asha Kaur", 1, 1, 2],
                ["Ben Lee", None, 1, 1],
            ],
            "Data": [["Name", "Course", "Date"], ["Asha Kaur", "Prevent", date(2026, 9, 1)]],
        },
        [ASHA, BEN],
    )
    assert [type(record) for record in read.records] == [TrainingRecord]
    assert "pivot table" in read.set_aside[0].reason


def test_whoever_stands_under_leavers_is_not_taken_on(taken):
    rows = [
        ["First name", "Surname", "Contract", "Hours"],
        ["Asha", "Kaur", "Perm", 30],
        ["LEAVERS"],
        ["Rae", "Stone", "Perm", 37],
    ]
    read = taken({"LSAs": rows})
    assert [s.surname for s in of(read, StaffRecord)] == ["Kaur"]
    (aside,) = read.set_aside
    said = "It stands under “LEAVERS”, which heads people who have left."
    assert (aside.row, aside.reason) == (4, said)
