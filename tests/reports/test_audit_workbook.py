import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

from openpyxl import load_workbook

from lsadesk.domain.audit import AuditMatrix
from lsadesk.reports.audit_workbook import write_audit


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
    write(replace(audit, college="Harbour\x0b Lane"), tmp_path / "a.xlsx")
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
