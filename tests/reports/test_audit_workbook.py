import re
import zipfile
from dataclasses import replace
from datetime import time
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from lsadesk.domain.auditing.audit import AuditMatrix, AuditPerson
from lsadesk.domain.auditing.audit_sheet import AskedFor, Balance, PlannedTraining
from lsadesk.domain.auditing.day_needs import Asks, DayNeed, Need
from lsadesk.domain.auditing.role_needs import RoleNeed
from lsadesk.domain.auditing.skills import Skill, SkillId
from lsadesk.domain.calendar import Week, Weekday
from lsadesk.domain.courses.training import Option, OptionId, TrainingLine, TrainingWish, WishId
from lsadesk.domain.deployment.model import SignOff
from lsadesk.domain.developing.all_plans import Total
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.reports.audit_workbook import write_audit


class StoppedError(Exception):
    pass


def write(audit, path):
    write_audit(audit, path, lambda _fraction: None)


def rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_text_that_looks_like_a_formula_stays_text(audit, tmp_path):
    write(audit, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    cell = book["Matrix"]["B7"]
    assert (cell.value, cell.data_type) == ("=Kaur, Asha", "s")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        sheets = [name for name in parts.namelist() if "worksheets/" in name]
        assert not any(b"<f>" in parts.read(name) for name in sheets)


def test_levels_are_numbers_and_every_other_value_keeps_its_symbol(audit, tmp_path):
    write(audit, tmp_path / "a.xlsx")
    matrix = load_workbook(tmp_path / "a.xlsx")["Matrix"]
    assert rows(matrix)[6][6:] == [3, "?", 0]
    assert rows(matrix)[7][6:] == [2, "ex", "\u2013"]


def test_proof_and_booked_training_show_as_marks_behind_the_symbol(audit, tmp_path):
    write(audit, tmp_path / "a.xlsx")
    matrix = load_workbook(tmp_path / "a.xlsx")["Matrix"]
    assert matrix["G7"].number_format == '0"\u2713"'
    assert matrix["I8"].number_format == '@"\u2191"'


def test_a_skill_nobody_has_is_listed_with_nought_and_as_a_gap(audit, tmp_path):
    write(audit, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    assert ["Hoist", "Care", 0] in [row[:3] for row in rows(book["Skills"])]
    gaps = rows(book["Gaps"])[4:]
    assert gaps[0][:3] == ["Makaton", "Signing", "\u25b2 nobody"]
    assert gaps[1] == ["Hoist", "Care", "\u25b2 nobody", 1, "\u0174yn, Ll\u0177r"]


def test_certificates_stand_by_the_date_they_are_due(audit, tmp_path):
    write(audit, tmp_path / "a.xlsx")
    listed = rows(load_workbook(tmp_path / "a.xlsx")["Certificates"])[4:]
    assert [(row[4], row[1]) for row in listed] == [
        ("First", "\u25b2 lapsed"),
        ("Later", "\u2713 valid"),
        ("Never", "\u2713 valid"),
    ]


def test_all_six_fields_interests_and_everybody_are_there(audit, tmp_path):
    write(audit, tmp_path / "a.xlsx")
    listed = rows(load_workbook(tmp_path / "a.xlsx")["Six fields"])[3:]
    assert listed[0][2:9] == [
        "Qualifications",
        "Certifications",
        "Training",
        "Experience",
        "Specialisms",
        "Talents",
        "Interests and wishes",
    ]
    assert len(listed) == 1 + len(audit.matrix.people)
    assert listed[1][2] == "=1+1"


def test_the_matrix_filters_freezes_and_prints_its_headings_on_every_page(audit, tmp_path):
    write(audit, tmp_path / "a.xlsx")
    matrix = load_workbook(tmp_path / "a.xlsx")["Matrix"]
    assert matrix.auto_filter.ref == "A6:I8"
    assert matrix.freeze_panes == "C7"
    assert (matrix.print_title_rows, matrix.print_title_cols) == ("$2:$6", "$A:$B")
    assert matrix.page_setup.orientation == "landscape"


def test_an_audit_of_nobody_still_opens(audit, tmp_path):
    write(replace(audit, matrix=AuditMatrix([], [], b"")), tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx")["Matrix"]["B6"].value == "Name"


def test_control_characters_are_left_out_rather_than_breaking_the_file(audit, tmp_path):
    write(replace(audit, college="Harbour\x0b\uffff\ud800 Lane"), tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx")["About this audit"]["A2"].value == "Harbour Lane"


def test_every_part_is_sound_and_no_title_is_too_long_for_excel(audit, tmp_path):
    write(audit, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        assert len(parts.namelist()) == len(set(parts.namelist()))
        for name in parts.namelist():
            ElementTree.fromstring(parts.read(name))  # noqa: S314 our own file
        titles = re.findall(r'<sheet [^>]*name="([^"]+)"', parts.read("xl/workbook.xml").decode())
    assert titles
    assert all(len(title) <= 31 for title in titles)


def test_two_writings_differ_only_in_their_time(audit, tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write(audit, tmp_path / name)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as a, zipfile.ZipFile(tmp_path / "b.xlsx") as b:
        differing = {name for name in a.namelist() if a.read(name) != b.read(name)}
    assert differing <= {"docProps/core.xml"}


def test_no_cell_of_any_sheet_is_a_formula_whatever_people_typed(audit, tmp_path):
    nasty = ("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1")
    people = [
        AuditPerson(id=PersonId(at), sort_name=text, title=text, team=text, sites=(text,))
        for at, text in enumerate(nasty)
    ]
    skills = [Skill(SkillId(at), text, text) for at, text in enumerate(nasty)]
    matrix = AuditMatrix(people, skills, bytes([3]) * len(nasty) ** 2)
    told = replace(audit, college="=1+1", scope="=1+1", by="=1+1", matrix=matrix, mark="=1+1")
    write(told, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "d"}


def test_the_keys_of_rows_and_columns_are_there_and_out_of_sight(audit, tmp_path):
    write(replace(audit, mark="lsadesk-audit|1|x|2026-11-24T10:00:00+00:00|"), tmp_path / "a.xlsx")
    matrix = load_workbook(tmp_path / "a.xlsx")["Matrix"]
    assert matrix.column_dimensions["A"].hidden
    assert matrix.row_dimensions[5].hidden
    assert [row[0].value for row in matrix.iter_rows(min_row=7)] == ["p1", "p2"]
    assert [cell.value for cell in matrix[5]][6:] == ["s1", "s2", "s3"]
    assert matrix.auto_filter.ref.startswith("A6")


def test_charts_stand_beside_the_figures_they_are_drawn_from(audit, tmp_path):
    write(audit, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 2
    told = dict(row[:2] for row in rows(load_workbook(tmp_path / "a.xlsx")["At a glance"])[4:])
    assert told["3 independently"] == 1
    assert told["Lapsed"] == 1
    assert told["Never lapses"] == 1


def test_what_is_not_the_writers_to_tell_has_no_sheet(audit, tmp_path):
    write(audit, tmp_path / "a.xlsx")
    titles = load_workbook(tmp_path / "a.xlsx").sheetnames
    assert not {"Needs by day", "What roles ask", "Training plan", "Development"} & set(titles)


def test_learners_needs_training_and_the_sums_of_plans_have_a_sheet_each(audit, tmp_path):
    need = DayNeed(
        need=Need(asks=Asks.SKILL, name="BSL", skill=SkillId(1), level=3),
        day=Weekday.TUESDAY,
        week=Week.BOTH,
        places=4,
        at_once=3,
        there=1,
        moment=time(9, 15),
        able=(PersonId(1),),
        not_known=(PersonId(2),),
    )
    signed = Need(asks=Asks.SIGN_OFF, name="PEG with JB02", sign_off=SignOff(LearnerId(1), "PEG"))
    role = RoleNeed(role="Senior LSA", asks="Mentors", level=3, skill=None, not_yet=(PersonId(2),))
    few = Total(
        heading="themselves",
        people=None,
        lines=None,
        done=None,
        cost_pence=None,
        unpriced=None,
        release_minutes=None,
    )
    option = Option(id=OptionId(1), name="BSL 2", cost_pence=4500, release_minutes=90)
    wish = TrainingWish(id=WishId(1), person=PersonId(1), words="=BSL", said_on=audit.day)
    line = TrainingLine(person=PersonId(1), option=option.id, why="nobody has it")
    told = replace(
        audit,
        days=[need, replace(need, need=signed, week=Week.B)],
        roles=[role],
        balance=[Balance("Kaur, Asha", "Cookery", 90, 30)],
        asked=[AskedFor("Kaur, Asha", "Cookery", wish, "BSL", ("BSL 2",), ())],
        plans=[("Funder", few)],
        training=[PlannedTraining("Kaur, Asha", "Cookery", "BSL", option, line)],
    )
    write(told, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    first, second = rows(book["Needs by day"])[4:6]
    assert first[:4] == ["Tuesday", "BSL, 3 independently", "skill", "needed"]
    assert first[4:] == [4, "9.15", 3, 1, "\u25b2 2", 1, "=Kaur, Asha"]
    assert second[:2] == ["Tuesday, week B", "PEG, for one learner"]
    assert rows(book["What roles ask"])[4][3:7] == [0, 1, 0, "\u0174yn, Ll\u0177r"]
    assert rows(book["Training balance"])[4][2:] == [1.5, 0.5, 2]
    assert rows(book["Training balance"])[5][:3] == ["Everyone listed", None, 1.5]
    assert rows(book["Training asked for"])[4][2:4] == ["=BSL", "BSL"]
    assert rows(book["Development"])[4][:3] == ["Funder", "themselves", "fewer than 5"]
    assert rows(book["Training plan"])[4][2:5] == ["BSL 2", "BSL", "nobody has it"]
    assert rows(book["Training plan"])[4][9] == 45


def test_writing_that_is_stopped_leaves_what_was_there(audit, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"older")

    def stop_at_the_end(fraction):
        if fraction == 1:
            raise StoppedError

    with pytest.raises(StoppedError):
        write_audit(audit, path, stop_at_the_end)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]
