"""Files made to do harm, or merely broken: each ends in one sentence, or in what is there."""

import struct
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import openpyxl
import pytest

from lsadesk.errors import UserError
from lsadesk.intake.child import answer
from lsadesk.intake.reading import read_workbook
from lsadesk.intake.sheets import Formula

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
    f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
    '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="rId3" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    "</Relationships>",
}
OLD = (Path(__file__).parent / "files" / "team.xls").read_bytes()
ONE_STRING = f'<sst xmlns="{MAIN}"><si><t>Name</t></si></sst>'
ONE_CELL = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'


def _name(text: str) -> bytes:
    """A name in the directory of an old workbook's container."""
    return text.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(text) + 2)


@pytest.fixture
def raw(tmp_path: Path) -> Callable[..., Path]:
    """Makes a workbook out of hand-written XML."""

    def make(
        rows: Iterable[str],
        strings: Iterable[str] = (ONE_STRING,),
        after: str = "",
        styles: str = "",
    ) -> Path:
        path = tmp_path / "hostile.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in PARTS.items():
                archive.writestr(name, text)
            _write(archive, "xl/sharedStrings.xml", strings)
            sheet_styles = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
            archive.writestr("xl/styles.xml", sheet_styles)
            whole = [f'<worksheet xmlns="{MAIN}"><sheetData>', *rows, "</sheetData>", after]
            _write(archive, "xl/worksheets/sheet1.xml", [*whole, "</worksheet>"])
        return path

    return make


def _write(archive: zipfile.ZipFile, name: str, pieces: Iterable[str]) -> None:
    with archive.open(name, "w", force_zip64=True) as stream:
        stream.write("".join(pieces).encode())


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_workbook(path)
    return str(caught.value)


def test_a_zip_bomb_is_refused(raw):
    strings = [f'<sst xmlns="{MAIN}"><si><t>', *["a" * 1_000_000] * 200, "</t></si></sst>"]
    assert "unpacks to far more" in refusal(raw([ONE_CELL], strings))


def test_entity_expansion_is_refused(raw):
    pairs = zip("abcdefg", "bcdefgh", strict=True)
    entities = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairs)
    start = f'<!DOCTYPE sst [<!ENTITY a "lol">{entities}]>'
    strings = [f'{start}<sst xmlns="{MAIN}"><si><t>&h;</t></si></sst>']
    assert "instructions that no spreadsheet" in refusal(raw([ONE_CELL], strings))


def test_a_file_of_this_computer_cannot_be_pulled_in(raw):
    start = '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    strings = [f'{start}<sst xmlns="{MAIN}"><si><t>&x;</t></si></sst>']
    assert "instructions that no spreadsheet" in refusal(raw([ONE_CELL], strings))


def test_empty_rows_in_a_sheet_are_passed_over(raw):
    rows = [ONE_CELL, *(f'<row r="{number}"/>' for number in range(2, 100_001))]
    rows.append('<row r="100001"><c r="A100001"><v>7</v></c></row>')
    [sheet] = read_workbook(raw(rows))
    assert [(row.number, dict(row.cells)) for row in sheet.rows] == [
        (1, {0: "Name"}),
        (100_001, {0: 7}),
    ]


def test_a_million_empty_rows_are_cut_short_and_said_to_be(raw):
    styled = (f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(2, 1_000_001))
    [sheet] = read_workbook(raw([ONE_CELL, *styled]))
    assert [row.number for row in sheet.rows] == [1]
    assert sheet.remarks == ("Nothing was read after 200,000 empty rows.",)


def test_a_cell_in_the_far_corner_costs_nothing(raw):
    corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    [sheet] = read_workbook(raw([ONE_CELL, corner]))
    assert [row.number for row in sheet.rows] == [1]
    assert "beyond the 200th column" in sheet.remarks[0]


def test_colours_beyond_any_matrix_are_said_not_to_be_read(raw):
    red = '<fills><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill>'
    styles = f'{red}</fill></fills><cellXfs><xf fillId="0"/></cellXfs>'
    painted = '<c s="0"/>' * 150
    rows = (f'<row r="{n}">{painted}</row>' for n in range(2, 137))
    [sheet] = read_workbook(raw([ONE_CELL, *rows], styles=styles))
    assert sheet.remarks == (
        "The colours of cells from row 135 on were not read: more than 20,000 cells are coloured.",
    )


def test_a_merged_range_over_the_whole_sheet_costs_nothing(raw):
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    [sheet] = read_workbook(raw([ONE_CELL], after=merged))
    assert sheet.rows[0].cells == {0: "Name"}


def test_more_rows_than_a_college_has_are_refused(raw):
    rows = (f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 20_100))
    assert "more than 20,000 rows" in refusal(raw(rows))


def test_formulas_are_read_as_their_last_result_or_their_text(raw):
    cells = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>leaver?</f></c>'
        '<c r="C1" t="str"><f>"a"</f><v>a</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    [sheet] = read_workbook(raw([cells]))
    found = sheet.rows[0].cells
    assert (found[0], found[1], found[2]) == (2, Formula("=leaver?"), "a")


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "a.xlsx", "is empty"),
        (b"\n\n  \n", "a.csv", "is empty"),
        (b"%PDF-1.7 and so on", "a.xlsx", "is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.xls", "is damaged"),
        (OLD.replace(b"W\0o\0r\0k", b"B\0o\0o\0k"), "a.xls", "not a spreadsheet"),
        (OLD.replace(_name("Workbook"), _name("EncryptedPackage")), "a.xlsx", "password-protected"),
        (OLD.replace(b"\x5c\0\x70\0", b"\x2f\0\x70\0"), "a.xls", "password-protected"),
        (b"Dear all\nPlease see below\n", "a.xlsx", "plain text inside"),
        (b"<html><table></table></html>", "a.xls", "web page without any table"),
        (b"<?xml version='1.0'?><Workbook/>", "a.xls", "XML inside"),
        (b"\x7fELF\0\0\0", "a.xlsx", "not a spreadsheet"),
        (b"PK\x03\x04 cut short", "a.xlsx", "damaged or cut short"),
    ],
)
def test_what_is_no_workbook_is_named_for_what_it_is(tmp_path, content, name, words):
    path = tmp_path / name
    path.write_bytes(content)
    sentence = refusal(path)
    assert words in sentence
    assert sentence.startswith(name)
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("members", "words"),
    [
        (["mimetype", "content.xml"], "OpenDocument"),
        (["[Content_Types].xml", "word/document.xml"], "a document"),
        (["holiday.jpg"], "not a spreadsheet"),
        (["[Content_Types].xml"], "not a spreadsheet"),
    ],
)
def test_other_zips_are_named_for_what_they_are(tmp_path, members, words):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for member in members:
            archive.writestr(member, "<x/>")
    assert words in refusal(path)


def test_a_workbook_cut_off_in_the_middle_is_refused(workbook):
    path = workbook({"Staff": [["Surname", "Forename"], *[["a", "b"]] * 500]})
    path.write_bytes(path.read_bytes()[:-300])
    assert "damaged" in refusal(path)


def test_a_workbook_with_flipped_bytes_never_gives_a_traceback(workbook):
    path = workbook({"Staff": [["Surname", "Forename"], *[[f"a{n}", "b"] for n in range(200)]]})
    whole = path.read_bytes()
    for place in range(40, len(whole), len(whole) // 6):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        assert _sentence_or_sheets(path)


def _sentence_or_sheets(path: Path) -> bool:
    try:
        return bool(read_workbook(path))
    except UserError as sentence:
        return str(sentence).endswith(".")


def test_too_many_members_are_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in PARTS.items():
            archive.writestr(name, text)
        for number in range(300):
            archive.writestr(f"xl/media/{number}.png", "x")
    assert "unpacks to far more" in refusal(path)


def test_a_workbook_without_filled_cells_is_refused(tmp_path):
    path = tmp_path / "empty.xlsx"
    openpyxl.Workbook().save(path)
    assert "no filled cells" in refusal(path)


def test_a_missing_file_and_a_folder_are_said_to_be_so(tmp_path):
    assert "There is no file" in refusal(tmp_path / "gone.xlsx")
    assert "is a folder" in refusal(tmp_path)


def test_the_file_itself_is_left_as_it_was(workbook):
    path = workbook({"Staff": [["Surname", "Forename"], ["Kaur", "Asha"]]})
    before = path.read_bytes()
    read_workbook(path)
    assert path.read_bytes() == before


def test_a_quotation_mark_that_is_never_closed_swallows_no_rows(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_text('Name,Hours\n"Ann Lee,30\nBob Hay,20\nCy Hart,15\n')
    (sheet,) = read_workbook(path)
    assert [row.cells[0] for row in sheet.rows] == ["Name", "Ann Lee", "Bob Hay", "Cy Hart"]


def test_a_zip_whose_directory_points_before_the_file_begins_is_damaged(workbook):
    path = workbook({"Staff": [["Surname", "Forename"], ["Kaur", "Asha"]]})
    made = bytearray(path.read_bytes())
    end = made.rindex(b"PK\x05\x06")
    (directory,) = struct.unpack_from("<I", made, end + 16)
    struct.pack_into("<I", made, end + 16, directory + 1_000_000)
    path.write_bytes(made)
    assert "is damaged" in refusal(path)


def test_an_old_workbook_cut_short_or_scrambled_ends_in_a_sentence_or_in_its_sheets(tmp_path):
    path = tmp_path / "old.xls"
    for at in range(600, len(OLD), 1_000):
        path.write_bytes(OLD[:at])
        assert "is damaged" in answer(path)["refused"]
        path.write_bytes(OLD[:at] + b"\xff\xff\xff\x7f" * 20 + OLD[at + 80 :])
        told = answer(path)
        assert "damaged" in told.get("refused", "") or len(told["sheets"]) == 3


def test_an_old_workbook_whose_pieces_follow_each_other_for_ever_is_refused(tmp_path):
    path = tmp_path / "round.xls"
    pieces = struct.pack("<3i", 1, 2, 3)  # the table says which piece follows which
    assert pieces in OLD
    path.write_bytes(OLD.replace(pieces, struct.pack("<3i", 1, 2, 0)))
    assert "is damaged" in answer(path)["refused"]
