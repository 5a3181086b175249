"""Corrections to an import, over small workbooks and a real college."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from lsadesk.domain.auditing.skills import Level, Unknown
from lsadesk.domain.calendar import Week, Weekday
from lsadesk.domain.incoming import SessionRecord, SheetKind, SkillRecord, StaffRecord
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.intake.bell_times import NOT_TOLD
from lsadesk.intake.mapping import Column, Field
from lsadesk.intake.parsing.scales import ONE_TO_FIVE
from lsadesk.operations.desk import Desk
from lsadesk.operations.importing import correcting, correcting_timetables, intake
from lsadesk.operations.importing.intake import Draft
from lsadesk.operations.staff import people

STAFF = [
    ["Surname", "Forename", "Payroll no", "Job title", "Line manager"],
    ["Kaur", "Asha", "P1", "LSA", "Xu"],
    ["Xu", "Ben", "P2", "LSA", None],
    ["Xu", "Bea", "P3", "LSA", None],
]
SKILLS = [
    ["Name", "BSL", "Hoist"],
    ["Asha Kaur", "3", "x"],
    ["Ben Xu", "1", "2"],
]


@pytest.fixture
def look(desk: Desk, tmp_path: Path) -> Callable[..., Draft]:
    """Makes a workbook of sheets and looks at it."""

    def run(**sheets: list[list[object]]) -> Draft:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / "team.xlsx")
        return intake.look(desk, tmp_path / "team.xlsx")

    return run


def ratings(desk, draft):
    """The values that a draft says, by person and skill."""
    records = intake.preview(desk, draft).records
    return {
        (each.person.name, each.skill): each.value
        for each in records
        if isinstance(each, SkillRecord)
    }


def test_a_sheet_that_is_not_used_is_not_counted(desk, look):
    draft = correcting.as_kind(look(Staff=STAFF, Skills=SKILLS), 1, SheetKind.UNKNOWN)
    report = intake.import_draft(desk, correcting.used(draft), dry_run=True).result
    assert [(sheet.sheet, sheet.taken) for sheet in report.sheets] == [("Staff", 3)]


def test_a_sheet_read_as_another_kind_has_its_columns_guessed_again(look):
    rows = [["Name", "Course", "Date done"], ["Asha Kaur", "First aid", "3/9/2025"]]
    draft = correcting.as_kind(look(Training=rows), 0, SheetKind.STAFF)
    fields = [column.field for column in draft.mapping.sheets[0].columns]
    assert fields == [Field.FULL_NAME, Field.NOT_TAKEN, Field.NOT_TAKEN]
    assert "Nothing is taken from column B, “Course”." in draft.mapping.sheets[0].unsure


def test_a_sheet_read_as_a_skills_audit_takes_columns_of_marks_for_skills(desk, look):
    draft = look(Staff=STAFF, Skills=SKILLS)
    again = correcting.as_kind(correcting.as_kind(draft, 1, SheetKind.STAFF), 1, SheetKind.SKILLS)
    assert ratings(desk, again) == ratings(desk, draft)


def test_a_kind_that_is_chosen_is_read_as_carefully_as_one_that_is_guessed(look):
    rows = [
        ["Name", "Date of birth", "First aid expiry", "Makaton date"],
        ["Asha Kaur", "1/2/1990", "3/9/2027", "3/9/2025"],
        ["Ben Xu", "2/3/1991", "4/9/2027", None],
    ]
    draft = correcting.as_kind(look(People=rows), 0, SheetKind.STAFF)
    again = correcting.as_kind(draft, 0, SheetKind.TRAINING).mapping.sheets[0]
    assert [(column.field, column.name) for column in again.columns] == [
        (Field.FULL_NAME, ""),
        (Field.NOT_TAKEN, ""),
        (Field.COURSE_EXPIRES, "First aid"),
        (Field.COURSE_DATE, "Makaton"),
    ]


def test_headings_in_another_row_are_read_again(desk, look):
    rows = [["Our team", None, None], ["Surname", "Forename", "Team"], ["Kaur", "Asha", "Art"]]
    wrong = correcting.with_header_rows(look(Staff=rows), 0, 1, 1)
    right = correcting.with_header_rows(wrong, 0, 2, 2)
    records = intake.preview(desk, right).records
    assert [(each.surname, each.team) for each in records if isinstance(each, StaffRecord)] == [
        ("Kaur", "Art")
    ]


def test_a_column_that_a_person_names_is_no_longer_doubted(look):
    draft = look(Staff=[["Surname", "Forename", "Zzz"], ["Kaur", "Asha", "Art"]])
    assert draft.mapping.sheets[0].unsure == ("Nothing is taken from column C, “Zzz”.",)
    named = Column(index=2, header="Zzz", field=Field.TEAM)
    sheet = correcting.with_column(draft, 0, named).mapping.sheets[0]
    assert sheet.of(Field.TEAM) == (named,)
    assert sheet.unsure == ()


def test_another_scale_moves_every_rating(desk, look):
    draft = correcting.with_scale(look(Staff=STAFF, Skills=SKILLS), 1, ONE_TO_FIVE)
    assert ratings(desk, draft)["Asha Kaur", "BSL"] == Level(2)


def test_one_mark_can_be_given_a_level_and_lose_it_again(desk, look):
    draft = look(Staff=STAFF, Skills=SKILLS)
    chosen = correcting.with_level(draft, 1, "x", 3)
    assert ratings(desk, chosen)["Asha Kaur", "Hoist"] == Level(3)
    again = correcting.with_level(chosen, 1, "x", None)
    assert ratings(desk, again)["Asha Kaur", "Hoist"] == Unknown()


def test_marks_are_counted_and_samples_are_as_in_the_file(look):
    draft = look(Staff=STAFF, Skills=SKILLS)
    assert correcting.marks_of(draft, 1) == {"3": 1, "x": 1, "1": 1, "2": 1}
    assert correcting.samples(draft, 0)[1] == ("Asha", "Ben", "Bea")


def test_a_line_manager_in_doubt_is_asked_about_and_set_as_answered(desk, look):
    draft = look(Staff=STAFF)
    names = correcting.names_in_doubt(desk, draft)
    (doubt,) = names.doubts
    assert (doubt.said, [p.name for p in doubt.candidates]) == ("Xu", ["Ben Xu", "Bea Xu"])
    assert [place.row for place in doubt.places] == [2]
    answered = correcting.with_name(draft, "Xu", doubt.candidates[1])
    intake.import_draft(desk, answered)
    staff = people.directory(desk)
    ids = {person.forename: person.id for person in staff.people}
    assert staff.links[ids["Asha"]][Link.LINE_MANAGER] == ids["Bea"]


def test_an_answer_can_be_taken_back(desk, look):
    draft = look(Staff=STAFF)
    (doubt,) = correcting.names_in_doubt(desk, draft).doubts
    answered = correcting.with_name(draft, "Xu", doubt.candidates[0])
    assert correcting.with_name(answered, "Xu", None) == draft


def test_a_name_like_one_on_the_staff_list_is_offered_it(desk, look):
    training = [["Name", "Course", "Date done"], ["Asha Kauur", "First aid", "3/9/2025"]]
    (doubt,) = correcting.names_in_doubt(desk, look(Staff=STAFF[:2], Training=training)).doubts[1:]
    assert [person.name for person in doubt.candidates] == ["Asha Kaur"]
    assert doubt.can_be_new


def three_people(desk):
    for forename, surname in (("Asha", "Kaur"), ("Ben", "Xu"), ("Siân", "Lee")):
        people.add_person(desk, PersonDetails(forename=forename, surname=surname))


def test_forenames_among_whole_names_are_asked_about_and_answered_together(desk, look):
    three_people(desk)
    said = ["Asha", "Ben", "Siân", "Sian Leee", "Asha Kaur", "Ben Xu"]
    draft = look(Log=[["Name", "Course", "Date"], *([name, "BSL", "3/9/2026"] for name in said)])
    names = correcting.names_in_doubt(desk, draft)
    assert {d.said for d in names.doubts} == {"Asha", "Ben", "Siân", "Sian Leee"}
    answered = correcting.with_all_plain(draft, names)
    assert set(answered.mapping.name_matches) == {"asha", "ben", "sian"}  # and no misspelling
    assert correcting.unanswered_but_plain(answered, names) == ()
    (report,) = intake.import_draft(desk, answered).result.sheets
    assert (report.taken, report.set_aside) == (3, 1)


def test_a_sheet_of_forenames_means_whoever_alone_is_called_so_and_can_be_told_otherwise(
    desk, look
):
    three_people(desk)
    people.add_person(desk, PersonDetails(forename="Thomas", surname="Moss"))
    draft = look(
        Training=[
            [None, "Asha", "Ben", "Siân", "Tom"],
            ["Safeguarding", "Sept 2026", "3/9/2026", "Sept 2025", "Sept 2025"],
            ["First aid", None, "March 2024", "14/2/26", "Sept 2025"],
        ]
    )
    names = correcting.names_in_doubt(desk, draft)
    assumed = {d.said: d.assumed and d.assumed.name for d in names.doubts}
    assert assumed == {"Asha": "Asha Kaur", "Ben": "Ben Xu", "Siân": "Siân Lee", "Tom": None}
    (tom,) = (d.candidates for d in names.doubts if d.said == "Tom")
    assert [person.name for person in tom] == ["Thomas Moss"]
    told = [problem.reason for problem in intake.preview(desk, draft).sheets[0].problems]
    assert "“Asha” is taken as Asha Kaur." in told
    aside = correcting.with_name_aside(draft, "Ben")
    held = {(r.person.name, r.course) for r in intake.preview(desk, aside).records}
    assert held == {
        ("Asha Kaur", "Safeguarding"),
        ("Siân Lee", "Safeguarding"),
        ("Siân Lee", "First aid"),
    }


def test_initials_on_a_staff_list_are_asked_about_where_somebody_known_has_them(desk, look):
    head = ["Name", "Job title", "Hours"]
    intake.import_draft(
        desk, look(Staff=[["Name", "Job title"], ["Asha Kaur", "LSA"], ["Ben Xu", "LSA"]])
    )
    rows = [head, ["A. Kaur", "LSA", 20], ["Xu B", "LSA", 30], ["C Lee", "LSA", 10]]
    draft = look(Staff=rows)
    names = correcting.names_in_doubt(desk, draft)
    offered = {doubt.said: [each.name for each in doubt.candidates] for doubt in names.doubts}
    assert offered == {"A. Kaur": ["Asha Kaur"], "Xu B": ["Ben Xu"]}
    report = intake.import_draft(desk, draft, dry_run=True).result
    assert [(sheet.taken, sheet.set_aside) for sheet in report.sheets] == [(1, 2)]  # C Lee is new

    kaur = next(doubt for doubt in names.doubts if doubt.said == "A. Kaur")
    another = correcting.with_all_plain(correcting.with_new_person(draft, kaur), names)
    intake.import_draft(desk, another)
    staff = {each.name: each.weekly_minutes for each in people.directory(desk).people}
    assert staff == {"A Kaur": 1200, "Asha Kaur": None, "Ben Xu": 1800, "C Lee": 600}
    assert correcting.names_in_doubt(desk, look(Staff=rows)).doubts[0].said == "Xu B"
    report = intake.import_draft(desk, look(Staff=rows)).result  # and all answered, from now on
    assert [(sheet.merged, sheet.set_aside) for sheet in report.sheets] == [(3, 0)]


def test_initials_that_several_have_are_not_answered_together(desk, look):
    known = [["Name", "Payroll no"], ["Asha Kaur", "P1"], ["Anita Kaur", "P2"]]
    intake.import_draft(desk, look(Staff=known))
    draft = look(Staff=[["Name", "Hours"], ["A Kaur", 20]])
    names = correcting.names_in_doubt(desk, draft)
    assert {each.name for each in names.doubts[0].candidates} == {"Asha Kaur", "Anita Kaur"}
    assert correcting.unanswered_but_plain(draft, names) == ()
    asha = next(each for each in names.doubts[0].candidates if each.forename == "Asha")
    said = correcting.with_name(draft, "A Kaur", asha)
    (record,) = intake.preview(desk, said).records
    assert (record.forename, record.payroll, record.weekly_minutes) == ("Asha", "P1", 1200)
    namesake = look(Staff=[["Name", "Payroll no"], ["Asha Kaur", "P9"], ["Anita Kaur", "P2"]])
    (problem,) = intake.preview(desk, namesake).sheets[0].problems
    assert problem.reason == (
        "Asha Kaur with the payroll number P9 is taken as another person than the one with P1."
    )
    numbered = look(Staff=[["Name", "Payroll no"], ["A Kaur", "P3"]])  # so it is somebody else
    assert correcting.names_in_doubt(desk, numbered).doubts == ()
    anita = look(Staff=[["Name", "Payroll no"], ["A Kaur", "P2"]])  # the number says who
    assert correcting.names_in_doubt(desk, anita).doubts == ()
    intake.import_draft(desk, anita)
    assert {each.name for each in people.directory(desk).people} == {"Asha Kaur", "Anita Kaur"}


def test_a_new_person_is_added_with_what_their_row_says(desk, look):
    training = [["Name", "Course", "Date done"], ["Siân Ŵyn", "First aid", "3/9/2025"]]
    draft = look(Staff=[STAFF[0], STAFF[2]], Training=training)
    (doubt,) = correcting.names_in_doubt(desk, draft).doubts
    report = intake.import_draft(desk, correcting.with_new_person(draft, doubt)).result
    assert [(sheet.taken, sheet.set_aside) for sheet in report.sheets] == [(1, 0), (1, 0)]
    assert {person.name for person in people.directory(desk).people} == {"Ben Xu", "Siân Ŵyn"}


def test_a_person_said_to_be_new_can_be_somebody_else_after_all(desk, look):
    training = [["Name", "Course", "Date done"], ["Siân Ŵyn", "First aid", "3/9/2025"]]
    draft = look(Staff=[STAFF[0], STAFF[2]], Training=training)
    (doubt,) = correcting.names_in_doubt(desk, draft).doubts
    as_new = correcting.with_new_person(draft, doubt)
    assert correcting.with_name(as_new, doubt.said, None) == draft


def test_who_was_meant_is_known_the_next_time(desk, look):
    draft = look(Staff=STAFF)
    (doubt,) = correcting.names_in_doubt(desk, draft).doubts
    intake.import_draft(desk, correcting.with_name(draft, "Xu", doubt.candidates[1]))
    again = look(Staff=STAFF)
    assert again.mapping.name_matches == {"xu": "P3"}
    assert intake.import_draft(desk, again).changes.sentence == ""


def test_a_list_of_sessions_of_one_group_and_day_can_be_told_which(desk, look):
    rows = [
        ["Time", "Lesson", "Teacher"],
        ["9.15-10.45", "Art", "Mr Lee"],
        ["11-12", "ICT", "Mr Lee"],
    ]
    draft = correcting.as_kind(look(Sessions=rows), 0, SheetKind.TIMETABLE)
    draft = correcting.with_usual(draft, 0, day=Weekday.TUESDAY, week=Week.B, group=" Blue ")
    found = [
        each for each in intake.preview(desk, draft).records if isinstance(each, SessionRecord)
    ]
    assert [(each.day, each.week, each.group, each.title) for each in found] == [
        (Weekday.TUESDAY, Week.B, "Blue", "Art"),
        (Weekday.TUESDAY, Week.B, "Blue", "ICT"),
    ]


PERIODS = [
    ["", "Mon", "Tue"],
    ["P1", "Oak (KF) - Art", "Elm (LM) - Maths"],
    ["P2", "Ash (KF) - Art", "Yew (LM) - PE"],
]


def test_times_of_periods_that_no_sheet_tells_are_given_once_for_all_of_them(desk, look):
    draft = look(
        Autumn=PERIODS, Spring=[PERIODS[0], ["P2", *PERIODS[1][1:]], ["P1", *PERIODS[2][1:]]]
    )
    assert [NOT_TOLD in sheet.unsure for sheet in draft.mapping.sheets] == [True, True]
    assert intake.preview(desk, draft).records == ()
    assert correcting_timetables.periods_asked(draft, 0) == ("1", "2")
    draft = correcting_timetables.with_period(draft, 0, "1", "9.15-10.15")
    assert NOT_TOLD in draft.mapping.sheets[0].unsure
    draft = correcting_timetables.with_period(draft, 0, "2", "10.30-11.30")
    assert [NOT_TOLD in sheet.unsure for sheet in draft.mapping.sheets] == [False, False]
    starts = {
        (each.source.sheet, str(each.span.start)[:5])
        for each in intake.preview(desk, draft).records
        if isinstance(each, SessionRecord)
    }
    assert starts == {
        ("Autumn", "09:15"),
        ("Autumn", "10:30"),
        ("Spring", "09:15"),
        ("Spring", "10:30"),
    }


def test_what_the_cells_of_a_timetable_hold_can_be_said(desk, look):
    rows = [["", "Mon", "Tue"], ["9.00-10.00", "Zog - Blue (LM)", "Zag - Red (LM)"]]
    draft = correcting_timetables.with_cells(
        look(Week=rows), 0, order=(Field.SESSION, Field.GROUP), brackets=True
    )
    assert [
        (each.title, each.group, each.teacher)
        for each in intake.preview(desk, draft).records
        if isinstance(each, SessionRecord)
    ] == [("Zog", "Blue", "LM"), ("Zag", "Red", "LM")]


def test_only_those_whose_both_names_are_like_are_offered_first(desk, look):
    intake.import_draft(
        desk, look(Staff=[["Name", "Post"], ["Rhys Patel", "LSA"], ["Pat Elleray", "LSA"]])
    )
    draft = look(Skills=[["Name", "BSL", "Hoist"], ["Patt Ellery", 1, 2], ["Beaven", 2, 2]])
    doubts = correcting.names_in_doubt(desk, draft).doubts
    offered = {doubt.said: [each.name for each in doubt.candidates] for doubt in doubts}
    assert offered == {"Patt Ellery": ["Pat Elleray"], "Beaven": []}


def test_somebody_known_by_a_like_name_is_asked_about_and_neither_doubled_nor_merged(desk, look):
    known = ["A Kaur", "Thomas Hughes", "Elizabeth Bevan", "Siôn Evans", "Mary-Ann Gwyn"]
    known += ["Ben Okafor", "Rhys Pritchard", "Dawn Lee"]
    said = ["Asha Kaur", "Tom Hughes", "Liz Bevan", "John Evans", "Mary Gwyn"]
    said += ["Okafor Ben", "Rhys Pritchard-Jones", "Dwan Lee"]
    intake.import_draft(desk, look(Staff=[["Name", "Post"], *([name, "LSA"] for name in known)]))
    rows = [["Name", "Hours"], *([name, 20] for name in said), ["Dan Lee", 30]]
    skills = [["Name", "BSL", "Hoist"], *([name, "1", "2"] for name in said)]
    draft = look(Staff=rows)
    names = correcting.names_in_doubt(desk, draft)
    offered = {doubt.said: [each.name for each in doubt.candidates] for doubt in names.doubts}
    assert offered == {new: [old] for new, old in zip(said, known, strict=True)}
    alone = correcting.names_in_doubt(desk, look(Skills=skills))  # no staff list beside it
    assert {d.said for d in alone.doubts} >= {"Asha Kaur", "John Evans", "Rhys Pritchard-Jones"}

    for doubt in names.doubts:
        draft = correcting.with_name(draft, doubt.said, doubt.candidates[0])
    (sheet,) = intake.import_draft(desk, draft).result.sheets
    assert (sheet.taken, sheet.set_aside) == (9, 0)
    staff = {each.name: each.weekly_minutes for each in people.directory(desk).people}
    assert staff == {
        "Asha Kaur": 1200,  # the list has more of the name
        "Thomas Hughes": 1200,
        "Elizabeth Bevan": 1200,
        "Siôn Evans": 1200,
        "Mary-Ann Gwyn": 1200,
        "Ben Okafor": 1200,
        "Rhys Pritchard-Jones": 1200,
        "Dawn Lee": 1200,
        "Dan Lee": 1800,
    }
    again = look(Staff=rows, Skills=skills)
    asked = {doubt.said for doubt in correcting.names_in_doubt(desk, again).doubts}
    assert asked == set(said) - {"Asha Kaur", "Rhys Pritchard-Jones"}  # and answered already
    told = intake.import_draft(desk, again).result.sheets
    assert [(sheet.taken, sheet.merged) for sheet in told] == [(0, 9), (8, 0)]
    assert len(people.directory(desk).people) == 9


def test_an_audit_that_names_two_people_whom_a_letter_tells_apart_has_both(desk, look):
    rows = [["Name", "BSL", "Hoist"], ["Mair Evans", "1", "2"], ["Mari Evans", "3", "1"]]
    assert correcting.names_in_doubt(desk, look(Skills=rows)).doubts == ()
    (sheet,) = intake.import_draft(desk, look(Skills=rows)).result.sheets
    assert sheet.set_aside == 0
    names = {each.name for each in people.directory(desk).people}
    assert names == {"Mair Evans", "Mari Evans"}


def test_whoever_left_and_stands_on_a_list_again_is_told_of_and_stays_a_leaver(desk, look):
    head = ["Name", "Payroll no", "Hours", "Leaving date"]
    left = [head, ["Asha Kaur", "P1", 20, "31/08/2024"], ["Ben Xu", None, 30, "20/12/2024"]]
    intake.import_draft(desk, look(Staff=left))
    draft = look(Staff=[head, ["Asha Kaur", "P1", 25, None], ["Ben Xu", "P2", 30, None]])
    asha, ben = intake.preview(desk, draft).sheets[0].problems
    assert asha.reason.startswith("Asha Kaur left on 31 Aug 2024, as the college has it. If ")
    assert (ben.row, ben.reason[:28]) == (3, "Ben Xu left on 20 Dec 2024, ")
    intake.import_draft(desk, draft)
    assert all(each.left_on for each in people.directory(desk).people)
    assert intake.preview(desk, look(Staff=left)).sheets[0].problems == ()
