"""The two grids of the library as workbooks hold the same cells as the screen."""

from datetime import date

import pytest
from openpyxl import load_workbook

from lsadesk.domain.careers.catalogue import ResponsibilityId, Share
from lsadesk.domain.careers.coverage import coverage, grid
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.staff.carrying import Carried, CarriedLine, Carrier, CarrierId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.reports.library_workbook import (
    SHARE_WORDS,
    write_carried,
    write_coverage,
    write_grid,
)
from lsadesk.store.careers.library import built_in

FRAMEWORK, CATALOGUE = built_in().framework, built_in().catalogue
AREAS = tuple(CATALOGUE.areas.values())


def rows(path):
    sheet = load_workbook(path).worksheets[0]
    return [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=4)], sheet


def test_coverage_has_a_line_for_every_qualification_and_says_that_none_is_required(tmp_path):
    write_coverage(coverage(FRAMEWORK, CATALOGUE), tmp_path / "c.xlsx", "Harbour Lane")
    (heads, *lines), sheet = rows(tmp_path / "c.xlsx")
    assert len(lines) == 33
    assert [head[:2] for head in heads[4:7]] == ["A:", "B:", "C:"]
    by_name = {line[0]: line for line in lines}
    assert by_name["PGCE"][4:7] == ["not said"] * 3
    assert by_name["Level 2 Award in Learning Support"][4:7] == [
        "\u2713 built on it",
        "\u2713 built on it",
        "\u2013",
    ]
    assert "No qualification is required" in sheet["A2"].value
    assert "LSIS 2011" in sheet.oddFooter.left.text


def test_the_grid_has_the_same_cells_as_the_screen(tmp_path):
    own = {(RoleId("lsa"), ResponsibilityId("deploy")): Share.LEADS}
    shown = grid(FRAMEWORK, CATALOGUE, own)
    write_grid(shown, AREAS, tmp_path / "g.xlsx", "Harbour Lane")
    (heads, *lines), _ = rows(tmp_path / "g.xlsx")
    assert heads[2:] == [role.name for role in shown.roles]
    assert [line[2:] for line in lines] == [
        [SHARE_WORDS[share] for share in line.shares] for line in shown.lines
    ]


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(tmp_path):
    with pytest.raises(UserError):
        write_coverage(coverage(FRAMEWORK, CATALOGUE), tmp_path / "no" / "c.xlsx", "H")


def test_who_carries_what_has_the_cells_of_the_screen(tmp_path):
    first, second, *_ = CATALOGUE.responsibilities.values()
    kay = Carrier(
        id=CarrierId(1),
        responsibility=first.id,
        person=PersonId(4),
        since=date(2026, 1, 8),
        until=None,
    )
    lines = (CarriedLine(first, (kay,), ()), CarriedLine(second, (), ()))
    carried = Carried(
        lines=lines,
        areas=CATALOGUE.areas,
        names={PersonId(4): "Kay Ŵyn-Jones"},
        at_work=(),
        many={},
    )
    write_carried(carried, tmp_path / "carried.xlsx", "Afon Valley")
    (_, *cells), _ = rows(tmp_path / "carried.xlsx")
    assert cells == [list(carried.cells(line)) for line in lines]
    assert cells[0][2:4] == ["Kay Ŵyn-Jones", "8 Jan 2026"]
    assert cells[1][2] == "nobody yet"
