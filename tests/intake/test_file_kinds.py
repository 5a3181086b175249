"""The same table in each kind of file that colleges have, whatever the file is called."""

import zipfile
from datetime import date

import pytest

from lsadesk.domain.incoming import StaffRecord

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
<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>"""
NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)


def staff(read, path):
    return [record for record in read(path).records if isinstance(record, StaffRecord)]


@pytest.fixture
def open_document(tmp_path):
    """Makes an OpenDocument spreadsheet of one sheet; *sealed* says that it has a password."""

    def make(*, sealed=False):
        heads = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{head}</text:p>'
            "</table:table-cell>"
            for head in ("Name", "Hours per week", "Start date")
        )
        table = f'<table:table table:name="Team">{CELLS.format(heads=heads)}</table:table>'
        path = tmp_path / "team.ods"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("META-INF/manifest.xml", "<encryption-data/>" if sealed else "<m/>")
            archive.writestr("content.xml", f"<office:body {NAMESPACES}>{table}</office:body>")
        return path

    return make


def test_an_open_document_is_read_with_its_dates_and_long_hours(open_document, read):
    (sian,) = staff(read, open_document())
    assert (sian.forename, sian.surname) == ("Siân", "O'Neill")
    assert (sian.weekly_minutes, sian.started.day) == (2250, date(2021, 9, 1))
    (sheet,) = read(open_document()).sheets
    assert (sheet.sheet, sheet.rows) == ("Team", (3,))
    assert "Hidden rows are read" in sheet.problems[0].reason


def test_an_open_document_with_a_password_says_so(open_document, read):
    with pytest.raises(Exception, match="password-protected"):
        read(open_document(sealed=True))


def test_a_web_page_that_calls_itself_a_workbook_is_read_with_its_merged_headings(tmp_path, read):
    path = tmp_path / "export.xls"
    path.write_text(PAGE, encoding="utf-8")
    sian, asha = staff(read, path)
    assert (sian.forename, sian.surname, sian.weekly_minutes) == ("Siân", "O'Neill", 1800)
    assert (asha.forename, asha.weekly_minutes, asha.source.row) == ("Asha", 1110, 4)


def test_tabs_under_an_old_workbooks_name_are_read(tmp_path, read):
    path = tmp_path / "export.xls"
    path.write_text("Name\tHours\nAsha Kaur\t30\nBen Lee\t37\n", encoding="utf-16")
    assert [person.weekly_minutes for person in staff(read, path)] == [1800, 2220]
