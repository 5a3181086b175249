"""Importing into a real college: in one transaction, twice, corrected, undone."""

import json
from pathlib import Path

import openpyxl
import pytest

from lsadesk.domain.calendar import Week
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.auditing import audit
from lsadesk.operations.desk import Desk
from lsadesk.operations.importing import intake
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.store.weeks import learners, timetable

HARBOUR = Path(__file__).parents[2] / "intake" / "files" / "harbour-lane-college.xlsx"
SECRET = "a long enough secret"


@pytest.fixture
def workbook(tmp_path):
    def make(**sheets):
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        path = tmp_path / "list.xlsx"
        book.save(path)
        return path

    return make


STAFF = [["Surname", "Forename", "Payroll no", "Team", "Hrs pw", "Line mgr", "Notes"]]
ASHA = ["Kaur", "Asha", "1", "Blue", 30, "Ben Shah", "no lifting"]
BEN = ["Shah", "Ben", "2", "Blue team", 37, None, None]


def totals(report):
    return [
        (sheet.kind.value, sheet.rows_read, sheet.taken, sheet.merged, sheet.set_aside)
        for sheet in report.sheets
    ]


def test_the_harbour_workbook_goes_in_whole_and_a_second_time_changes_nothing(desk):
    first = intake.import_file(desk, HARBOUR)
    assert totals(first) == [
        ("staff", 48, 46, 0, 2),
        ("skills", 42, 42, 0, 0),
        ("training", 267, 267, 0, 0),
        ("learners", 62, 62, 0, 0),
        ("timetable", 146, 146, 0, 0),
    ]
    matrix = audit.matrix(desk)
    assert (len(matrix.people), len(matrix.skills)) == (46, 32)
    saved = desk.saved_at
    again = intake.import_draft(desk, intake.look(desk, HARBOUR))
    assert [row[2] for row in totals(again.result)] == [0, 0, 0, 0, 0]
    assert [row[3] for row in totals(again.result)] == [46, 42, 267, 62, 146]
    assert not again.changes.subjects
    assert desk.saved_at == saved


def test_a_session_of_week_a_that_a_later_workbook_says_of_every_week_is_the_same_one(
    desk, workbook
):
    timed = ["Day", "Start", "Finish", "Group", "Session", "Week"]
    row = ["Mon", "9.15", "10.45", "Blue", "Art"]
    intake.import_file(desk, workbook(Timetable=[timed, [*row, "A"]]))
    again = intake.import_file(desk, workbook(Timetable=[timed, [*row, "A/B"]]))
    assert [dict(sheet.changes) for sheet in again.sheets] == [
        {2: "Art, Mon 9.15-10.45: week A → A and B"}
    ]
    with desk.store.read() as work:
        (held,) = timetable.all_sessions(work)
    assert held.week is Week.BOTH


def test_what_a_changed_workbook_makes_otherwise_is_told_row_by_row(desk, workbook):
    heads, timed = ["Name", "BSL"], ["Day", "Start", "Finish", "Group", "Session", "Room"]
    course = ["Name", "Course", "Date done", "Renewal due"]
    learner = ["Learner ref", "Group", "Support hrs pw", "Ratio", "Support needs"]

    def book(hours, level, renewal, room, more):
        return workbook(
            Staff=[*STAFF, [*ASHA[:4], hours, *ASHA[5:]], BEN],
            Skills=[heads, ["Asha Kaur", level], ["Ben Shah", 1]],
            Training=[course, ["Asha Kaur", "First aid", "3/9/2025", renewal], *more],
            Learners=[
                learner,
                ["JB01", "Blue", hours / 2, "1:1", "BSL"],
                ["LM", "Blue", 5, "", ""],
            ],
            Timetable=[timed, ["Mon", "9.15", "10.45", "Blue", "Art", room]],
        )

    first = intake.import_file(desk, book(30, 0, "3/9/2026", "K2", []))
    assert all(not sheet.changes for sheet in first.sheets)  # a first import is all new
    more = [["Ben Shah", "BSL Level 1", "1/9/2026", None]]
    again = intake.import_file(desk, book(33, 2, "3/9/2027", "", more))
    assert [dict(sheet.changes) for sheet in again.sheets] == [
        {2: "Asha Kaur: hours a week 30 h → 33 h"},
        {2: "Asha Kaur: BSL: level 0, not yet → level 2, with guidance"},
        {
            2: "Asha Kaur: First aid: renewal 3 Sep 2026 → 3 Sep 2027",
            3: "Ben Shah: new BSL Level 1",
        },
        {2: "JB01: hours a week 15 h → 16 h 30 min"},
        {},
    ]


def test_a_rehearsal_counts_but_writes_nothing(desk, workbook):
    report = intake.import_file(desk, workbook(Staff=[*STAFF, ASHA, BEN]), dry_run=True)
    assert totals(report) == [("staff", 2, 2, 0, 0)]
    assert people.directory(desk).people == ()
    assert intake.as_lines(report)[-1] == "This was a rehearsal: nothing was written."


def test_an_import_can_be_undone_whole(desk, workbook):
    intake.import_file(desk, workbook(Staff=[*STAFF, ASHA, BEN]))
    assert desk.undo_sentence() == "Imported 2 rows of list.xlsx"
    desk.undo()
    assert people.directory(desk).people == ()


def test_a_session_of_both_weeks_that_changes_in_one_is_held_for_the_other(desk, workbook):
    heads, maths, art = ["Time", "Monday"], ["9.00-10.00", "Maths"], ["9.00-10.00", "Art"]
    told = []
    for second in (maths, art, maths):
        sheets = {"Week A": [heads, maths], "Week B": [heads, second]}
        told.append(intake.import_file(desk, workbook(**sheets)))
        with desk.store.read() as reading:
            held = {(s.title, s.week.value) for s in timetable.all_sessions(reading)}
        if second is art:
            assert held == {("Maths", "A"), ("Art", "B")}
    assert held == {("Maths", ""), ("Art", "B")}  # nothing is taken away by an import
    assert [sheet.taken for sheet in told[0].sheets] == [1, 0]


def test_blanks_never_overwrite_and_notes_are_added_to(desk, workbook):
    intake.import_file(desk, workbook(Staff=[*STAFF, ASHA, BEN]))
    changed = ["Kaur", "Asha", "1", None, None, None, "drives minibus"]
    report = intake.import_file(desk, workbook(Staff=[*STAFF, changed, BEN]))
    assert totals(report) == [("staff", 2, 1, 1, 0)]
    asha = next(p for p in people.directory(desk).people if p.forename == "Asha")
    assert asha.weekly_minutes == 1800
    assert asha.note == "no lifting; drives minibus"


def test_a_person_without_a_number_in_the_college_is_known_by_name(desk, workbook):
    people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur", title="LSA"))
    intake.import_file(desk, workbook(Staff=[*STAFF, ASHA, BEN]))
    everybody = people.directory(desk).people
    assert len(everybody) == 2
    asha = next(p for p in everybody if p.forename == "Asha")
    assert (asha.payroll, asha.title) == ("1", "LSA")


def test_teams_spelt_two_ways_are_one_and_line_managers_are_linked(desk, workbook):
    intake.import_file(desk, workbook(Staff=[*STAFF, ASHA, BEN]))
    directory = people.directory(desk)
    assert list(directory.teams.values()) == ["Blue"]
    ids = {person.forename: person.id for person in directory.people}
    assert directory.links[ids["Asha"]][Link.LINE_MANAGER] == ids["Ben"]


def test_a_mapping_file_overrules_the_guess_and_is_remembered(desk, workbook, tmp_path):
    path = workbook(Staff=[*STAFF, ASHA, BEN])
    mapping = tmp_path / "mapping.json"
    mapping.write_text(json.dumps({"sheets": [{"sheet": "Staff", "columns": {"D": "job title"}}]}))
    intake.import_file(desk, path, mapping_file=mapping)
    assert {person.title for person in people.directory(desk).people} == {"Blue", "Blue team"}
    kept = intake.look(desk, path).mapping.sheets[0]
    assert kept.columns[3].field.value == "job title"


def test_a_mapping_file_that_is_missing_is_a_sentence(desk, workbook, tmp_path):
    with pytest.raises(UserError, match="mapping file"):
        intake.import_file(desk, workbook(Staff=[*STAFF, ASHA]), mapping_file=tmp_path / "none")


def test_the_json_adds_up_and_names_rows_and_columns(desk, workbook):
    rows = [*STAFF, ASHA, BEN, ["Total"], ["Kaur", "Asha", "1", "Blue", 12]]
    report = intake.import_file(desk, workbook(Staff=rows))
    [sheet] = intake.as_json(report)["sheets"]
    assert sheet["rows_read"] == sheet["taken"] + sheet["merged"] + sheet["set_aside"] == 4
    assert {"row": 5, "column": "E"}.items() <= next(
        problem for problem in sheet["problems"] if problem["row"] == 5
    ).items()


def test_the_rows_set_aside_are_saved_mended_and_imported(desk, workbook, tmp_path):
    rows = [*STAFF, ASHA, BEN, ["Kaur", "Asha", "1", "Blue", 12, None, None]]
    report = intake.import_file(desk, workbook(Staff=rows))
    aside = tmp_path / "aside.xlsx"
    assert intake.save_set_aside(desk, report, aside) == 1
    mended = openpyxl.load_workbook(aside)
    mended["Staff"]["B2"].value, mended["Staff"]["C2"].value = "Anil", "3"
    mended.save(aside)
    again = intake.import_file(desk, aside)
    assert totals(again) == [("staff", 1, 1, 0, 0)]
    assert len(people.directory(desk).people) == 3


def test_an_account_without_the_duty_is_refused(desk, workbook):
    path = workbook(Staff=[*STAFF, ASHA])
    person = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    accounts.add_account(desk, "asha", SECRET, person=person, is_own=True)
    hers = college.unlock(desk.folder, "asha", SECRET)
    try:
        with pytest.raises(NotAllowed):
            intake.import_file(hers, path)
    finally:
        hers.close()


def test_the_audit_has_the_columns_of_the_sheet_though_the_first_rows_have_blanks(
    desk: Desk, tmp_path: Path
):
    book = openpyxl.Workbook()
    book.active.title = "Skills audit"
    for row in (
        ["Name", "BSL", "Makaton", "Autism", "Medication"],
        ["Asha Kaur", None, 2, None, 1],
        ["Ben Lewis", 3, 1, 2, None],
        ["Carys Evans", 1, None, 4, 2],
    ):
        book.active.append(row)
    book.save(tmp_path / "audit.xlsx")
    intake.import_file(desk, tmp_path / "audit.xlsx")
    names = [skill.name for skill in audit.matrix(desk).skills]
    assert names == ["BSL", "Makaton", "Autism", "Medication"]


def test_an_import_into_a_college_that_holds_something_is_backed_up_first(desk, workbook):
    first = intake.import_file(desk, workbook(Staff=[*STAFF, BEN]))
    assert first.backup is None
    second = intake.import_file(desk, workbook(Staff=[*STAFF, BEN, ASHA]))
    assert second.backup is not None
    assert second.backup.exists()
    assert second.backup.name in "\n".join(intake.as_lines(second))


def test_an_import_that_changes_nothing_makes_no_backup(desk, workbook):
    intake.import_file(desk, workbook(Staff=[*STAFF, BEN]))
    assert intake.import_file(desk, workbook(Staff=[*STAFF, BEN])).backup is None


def test_nothing_is_imported_where_the_backup_fails(desk, workbook):
    intake.import_file(desk, workbook(Staff=[*STAFF, BEN]))
    (desk.folder / "backups").rmdir()
    (desk.folder / "backups").write_text("in the way")
    with pytest.raises(UserError, match="Nothing was imported"):
        intake.import_file(desk, workbook(Staff=[*STAFF, BEN, ASHA]))
    assert [person.surname for person in people.directory(desk).people] == ["Shah"]


def test_lists_beside_each_other_carry_the_sheets_own_name_in_json(desk, workbook):
    rows = [
        ["Name", "Job title", "Hours", None, "Learner", "Ratio", "Group"],
        ["Gail Platt", "LSA", 30, None, "AB", "1:1", "Pod 1"],
        ["Ron Weir", "LSA", 20, None, "CD", "1:3", "Pod 2"],
    ]
    said = intake.as_json(intake.import_file(desk, workbook(Overview=rows)))
    kinds = [(sheet["sheet"], sheet["kind"], sheet["taken"]) for sheet in said["sheets"]]
    assert kinds == [("Overview", "staff", 2), ("Overview", "learners", 2)]


def test_a_later_row_fills_in_what_an_earlier_row_of_the_same_list_left_blank(desk, workbook):
    path = workbook(
        Learners=[
            ["Student ref", "Tutor group", "Primary need", "Support hours", "Ratio"],
            ["LR1", "Foundation", "Autism", None, "1:4"],
            ["LR1", "Foundation", "Autism", 6, None],
            ["LR1", None, "Autism", 6, "1:4"],
        ],
        Timetable=[
            ["Day", "From", "To", "Group", "Subject", "Room", "No of LSAs"],
            ["Monday", "9.00", "10.00", "FS1", "Maths", "B12", None],
            ["Monday", "9.00", "10.00", "FS1", "Maths", None, 2],
        ],
    )
    first = intake.import_file(desk, path)
    assert [row[1:] for row in totals(first)] == [(3, 2, 1, 0), (2, 2, 0, 0)]
    with desk.store.read() as reading:
        (learner,) = learners.all_learners(reading)
        (session,) = timetable.all_sessions(reading)
    assert (learner.weekly_minutes, str(learner.ratio)) == (360, "1:4")
    assert (session.room, session.lsas_needed) == ("B12", 2)
    again = intake.import_draft(desk, intake.look(desk, path))
    assert [row[2] for row in totals(again.result)] == [0, 0]


def test_a_row_that_adds_to_another_rows_learner_counts_as_taken_once(desk, workbook):
    rows = [
        ["Learner", "Support type", "Ratio", "Hours per week"],
        ["JB", "In class", "1:1", 12],
        [None, "Personal care", "2:1", 2.5],
        ["LM", "In class", "1:3", 10],
        [None, "Reading", "1:1", 1],
    ]
    path = workbook(Support=rows)
    assert totals(intake.import_file(desk, path)) == [("learners", 4, 4, 0, 0)]
    assert totals(intake.import_file(desk, path)) == [("learners", 4, 0, 4, 0)]


def test_sessions_said_in_two_rows_are_one_and_are_undone_whole(desk, workbook):
    rows = [
        ["Day", "Start", "Finish", "Group", "Session", "Room"],
        ["Mon", "9:00", "10:30", "Oak", "English", None],
        ["Mon", "9:00", "10:30", "Oak", "English", "G4"],
        ["Tue", "9:00", "10:30", "Oak", "Maths", "G5"],
    ]
    path = workbook(Timetable=rows)
    intake.import_file(desk, path)
    with desk.store.read() as reading:
        sessions = timetable.all_sessions(reading)
    assert [(session.title, session.room) for session in sessions] == [
        ("English", "G4"),
        ("Maths", "G5"),
    ]
    assert totals(intake.import_file(desk, path))[0][2] == 0
    desk.undo()
    with desk.store.read() as reading:
        assert timetable.all_sessions(reading) == []
