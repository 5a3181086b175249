"""No export has a cell that a spreadsheet would run, or a text that a PDF would obey."""

import re
from pathlib import Path

import openpyxl
import pytest
from reportlab.platypus import Paragraph

import lsadesk
from lsadesk.reports.pages import text
from lsadesk.reports.sheets import put

ROOT = Path(lsadesk.__file__).parent
STARTS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"]
# Every value that a workbook is given goes through `put`, which makes text of it.
BY_HAND = re.compile(r"\.cell\([^)]*,\s*value=")


@pytest.mark.parametrize("start", STARTS)
def test_a_cell_that_begins_like_a_formula_is_text(start: str, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    put(book.active, 1, 1, start)
    book.save(tmp_path / "a.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx").active["A1"]
    assert cell.data_type == "s"


def test_no_report_writes_a_cell_past_the_one_that_makes_text_of_it() -> None:
    for path in (ROOT / "reports").glob("*.py"):
        assert BY_HAND.findall(path.read_text(encoding="utf-8")) == [], path.name


def test_a_name_in_a_pdf_is_no_markup() -> None:
    name = '<img src="file:///etc/hostname"/> & Co'
    made = text(name)
    assert isinstance(made, Paragraph)
    assert "".join(part.text for part in made.frags) == name
