"""The same table in each kind of file that colleges have, whatever the file is called."""

import struct
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from lsadesk.domain.incoming import StaffRecord
from lsadesk.errors import UserError
from lsadesk.intake.reading import read_sheets, read_workbook
from lsadesk.intake.sheets import CellError, Merge

OLD = Path(__file__).parent / "files" / "team.xls"
BEYOND = "Row {} has cells beyond the 200th column; they were not read."

PAGE = """<html><head><title>Report</title></head><body><table border=1>
<tr><th colspan="2">Staff</th><th rowspan=2>Contracted hours</th><th rowspan=2>Post</th></tr>
<tr><th>Surname</th><th>Forename</th></tr>
<tr><td>O&#39;Neill</td><td>Si&acirc;n</td><td>30<br></td><td>LSA</td></tr>
<tr><td>Kaur<td>Asha<td>18.5<td>LSA</table></body></html>"""
CELLS = """<table:table-row><table:table-cell table:number-columns-repeated="2"/></table:table-row>
<table:table-row>{heads}</table:table-row>
<table:table-row table:visibility="filter">
<table:table-cell office:value-type="string"><text:p>Siân <text:span>O'Neill</text:span></text:p>
</table:table-cell>
<table:table-cell office:value-type="time" office:time-value="PT37H30M00S"/>
<table:table-cell office:value-type="date" office:date-value="2021-09-01"/></table:table-row>
{more}
<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>"""
NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "style", "table", "text")
)
OUT = """<style:style style:name="out"><style:text-properties
style:text-line-through-style="solid"/></style:style>"""


def staff(read, path):
    return [record for record in read(path).records if isinstance(record, StaffRecord)]


@pytest.fixture
def open_document(tmp_path):
    """Makes an OpenDocument spreadsheet of one sheet; *sealed* says that it has a password.

    *more* are rows behind those of everybody; the look called "out" crosses words out.
    """

    def make(*, sealed=False, more=""):
        heads = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{head}</text:p>'
            "</table:table-cell>"
            for head in ("Name", "Hours per week", "Start date")
        )
        rows = CELLS.format(heads=heads, more=more)
        table = f'<table:table table:name="Team">{rows}</table:table>'
        path = tmp_path / "team.ods"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("META-INF/manifest.xml", "<encryption-data/>" if sealed else "<m/>")
            archive.writestr("content.xml", f"<office:body {NAMESPACES}>{OUT}{table}</office:body>")
        return path

    return make


def test_an_open_document_is_read_with_its_dates_and_long_hours(open_document, read):
    (sian,) = staff(read, open_document())
    assert (sian.forename, sian.surname) == ("Siân", "O'Neill")
    assert (sian.weekly_minutes, sian.started.day) == (2250, date(2021, 9, 1))
    (sheet,) = read(open_document()).sheets
    assert (sheet.sheet, sheet.rows) == ("Team", (3,))
    assert sheet.problems[0].reason == "1 hidden row is read like the others: 3."


def test_who_is_crossed_out_is_not_read_and_said_so(open_document, tmp_path, read):
    out = "".join(
        f'<table:table-cell table:style-name="out"><text:p>{said}</text:p></table:table-cell>'
        for said in ("Rae Stone", "30")
    )
    page = open_document(more=f"<table:table-row>{out}</table:table-row>")
    assert [one.surname for one in staff(read, page)] == ["O'Neill"]
    assert read(page).sheets[0].problems[1].reason == "Crossed out, and so not read: row 4."

    book = openpyxl.Workbook()
    for row in (["Name", "Hours", "Days"], ["Asha Kaur", 30, "Mon-Thu"], ["Rae Stone", 30, "Fri"]):
        book.active.append(row)
    for cell in (book.active["C2"], *book.active[3]):
        cell.font = Font(strike=True)
    book.save(tmp_path / "team.xlsx")
    (asha,) = staff(read, tmp_path / "team.xlsx")
    assert (asha.weekly_minutes, asha.days) == (1800, None)
    (told,) = read(tmp_path / "team.xlsx").sheets[0].problems
    assert told.reason == "Crossed out, and so not read: C2, row 3."


def test_what_is_crossed_out_in_an_old_workbook_is_not_read_either(read):
    path = OLD.with_name("crossed-out.xls")
    asha, cat = staff(read, path)
    assert (asha.title, cat.weekly_minutes) == ("Senior LSA", None)  # of "LSA Senior LSA"
    (told,) = read(path).sheets[0].problems
    assert told.reason == "Crossed out, and so not read: row 3, C4."


def test_a_row_that_an_open_document_repeats_counts_as_often_as_it_is_repeated(open_document):
    cell = '<table:table-cell table:number-columns-repeated="{}" office:value="1"'
    cell += ' office:value-type="float"/>'
    row = '<table:table-row table:number-rows-repeated="{}">{}</table:table-row>'
    wide = open_document(more=row.format(3, cell.format(300)))
    (sheet,) = read_workbook(wide)
    assert [row.number for row in sheet.rows] == [2, 3, 4, 5, 6]
    assert sheet.remarks[0] == BEYOND.format(4)
    for times, columns in ((2100, 200), (1_000_000, 1)):
        with pytest.raises(UserError, match="more than 20,000 rows or 400,000 filled cells"):
            read_workbook(open_document(more=row.format(times, cell.format(columns))))


@pytest.mark.parametrize(
    ("name", "row", "between"),
    [("team.csv", "{}\n", ","), ("team.html", "<tr><td>{}</td></tr>", "</td><td>")],
)
def test_cells_too_far_right_are_said_not_to_be_read(tmp_path, name, row, between):
    rows = [["Name", "Hours"], ["Asha Kaur", "30"], ["Ben Lee", *["x"] * 200], ["x"] * 300]
    text = "".join(row.format(between.join(cells)) for cells in rows)
    path = tmp_path / name
    path.write_text(f"<table>{text}</table>" if name.endswith("html") else text)
    (sheet,) = read_workbook(path)
    assert (max(sheet.rows[-1].cells), sheet.remarks) == (199, (BEYOND.format(3),))


def test_an_open_document_with_a_password_says_so(open_document, read):
    with pytest.raises(UserError, match="password-protected"):
        read(open_document(sealed=True))


def test_a_web_page_that_calls_itself_a_workbook_is_read_with_its_merged_headings(tmp_path, read):
    path = tmp_path / "export.xls"
    path.write_text(PAGE, encoding="utf-8")
    sian, asha = staff(read, path)
    assert (sian.forename, sian.surname, sian.weekly_minutes) == ("Siân", "O'Neill", 1800)
    assert (asha.forename, asha.weekly_minutes, asha.source.row) == ("Asha", 1110, 4)


def test_cells_of_a_web_page_keep_clear_of_those_that_reach_down_from_above(tmp_path):
    path = tmp_path / "export.html"
    path.write_text(
        "<table><tr><td rowspan=3>Mon<td colspan=2>AM<td rowspan=2 colspan=2>Art"
        "<tr><td>a<td>b<td>c<tr><td>d<tr><td>e</table>"
    )
    (sheet,) = read_workbook(path)
    assert [dict(row.cells) for row in sheet.rows] == [
        {0: "Mon", 1: "AM", 3: "Art"},
        {1: "a", 2: "b", 5: "c"},
        {1: "d"},
        {0: "e"},
    ]


def test_tabs_under_an_old_workbooks_name_are_read(tmp_path, read):
    path = tmp_path / "export.xls"
    path.write_text("Name\tHours\nAsha Kaur\t30\nBen Lee\t37\n", encoding="utf-16")
    assert [person.weekly_minutes for person in staff(read, path)] == [1800, 2220]


def test_an_old_workbook_is_read_with_its_dates_colours_and_hidden_parts():
    team, skills, lists = read_sheets(OLD)
    assert team.merged == (Merge(1, 0, 1, 4),)
    assert (team.hidden_columns, team.hidden, lists.hidden) == ({3}, False, True)
    assert [dict(row.cells) for row in team.rows[2:]] == [
        {0: "Siân O'Neill", 1: 37.5, 2: datetime(2021, 9, 1), 3: time(8, 45), 4: "Yes"},  # noqa: DTZ001
        {0: "Asha Kaur", 1: 18.5, 2: datetime(2019, 1, 7), 3: time(9), 4: CellError("#DIV/0!")},  # noqa: DTZ001
        {0: "Ben Lee", 1: 30, 2: datetime(2024, 2, 29), 3: time(17, 30), 4: True},  # noqa: DTZ001
    ]
    assert team.remarks == ("1 hidden row is read like the others: 5.",)
    assert [list(row.cells.values())[1:] for row in skills.rows[1:]] == [
        ["Green", "Amber", "Red"],
        ["Red", "Green", "Amber"],
        ["Amber", "Green", "Red"],
    ]


def test_an_old_workbook_from_a_mac_counts_its_days_from_1904(tmp_path):
    path = tmp_path / "mac.xls"
    path.write_bytes(OLD.read_bytes().replace(b"\x22\0\x02\0\0\0", b"\x22\0\x02\0\x01\0"))
    assert read_sheets(path)[0].rows[2].cells[2] == datetime(2025, 9, 2)  # noqa: DTZ001


def test_a_bare_old_workbook_as_web_pages_write_it_is_read(tmp_path, read):
    def label(row, column, text):
        return struct.pack("<6H", 0x204, 8 + len(text), row, column, 0, len(text)) + text.encode()

    people = ("Name", "Asha Kaur", "Ben Lee"), ("Hours", "30", "18.5")
    cells = [label(r, c, text) for c, column in enumerate(people) for r, text in enumerate(column)]
    path = tmp_path / "export.xls"
    start = struct.pack("<6H", 0x809, 8, 0, 0x10, 0, 0)
    path.write_bytes(start + b"".join(cells) + struct.pack("<2H", 10, 0))
    assert [person.weekly_minutes for person in staff(read, path)] == [1800, 1110]
