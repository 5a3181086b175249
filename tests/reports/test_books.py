"""A workbook is written where it was asked for, and nowhere else."""

import tempfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference

from lsadesk.reports.books import save_book


def test_no_sheet_passes_through_the_computers_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    book = openpyxl.Workbook()
    book.active.append(["Anwen Llywelyn-Price", 3])
    chart = BarChart()
    chart.add_data(Reference(book.active, min_col=2, min_row=1))
    book.active.add_chart(chart, "D1")
    target = tmp_path / "team.xlsx"
    save_book(book, target)
    again = openpyxl.load_workbook(target)
    assert again.active["A1"].value == "Anwen Llywelyn-Price"
    assert len(again.active._charts) == 1
    assert list(tmp_path.iterdir()) == [target]
