"""Standards and responsibilities as tables, changed by keyboard and taken away as workbooks."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from lsadesk.domain.careers.catalogue import Share
from lsadesk.operations.careers import layer
from lsadesk.ui.taking import saving
from tests.ui.at_rest import wait_for

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def grid(head_tab, qtbot):
    """The head's grid, with the focus in its first cell."""
    page = head_tab.responsibilities
    head_tab.show_page(head_tab.responsibilities)
    qtbot.waitUntil(lambda: page.model.rowCount() == 37)
    page.view.setFocus()
    return page


def kept(desk, index, page):
    return layer.shares(layer.college_layer(desk).layer).get(page.model.cell(index))


def test_every_qualification_stands_against_the_three_standards(tab, qtbot):
    tab.show_page(tab.standards)
    qtbot.waitUntil(lambda: not tab.context.worker.is_busy)
    assert tab.standards.table.model_.rowCount() == 33
    table = tab.standards.table
    assert [column.title[:2] for column in table.model_.columns[3:]] == ["A:", "B:", "C:"]
    spoken = table.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "A: " in spoken
    assert "C: " in spoken


def test_the_table_of_standards_is_taken_away_as_a_workbook(tab, tmp_path, qtbot, monkeypatch):
    path = tmp_path / "coverage.xlsx"
    monkeypatch.setattr(saving, "ask_where", lambda *_: path)
    tab.show_page(tab.standards)
    tab.standards.takeaway.button.click()
    qtbot.waitUntil(tab.standards.takeaway.notice.isVisible)
    assert "coverage.xlsx" in tab.standards.takeaway.notice.sentence.text()
    names = {row[0].value for row in load_workbook(path).worksheets[0].iter_rows()}
    assert {line.qualification.name for line in tab.standards.table.model_.records()} <= names


def test_space_goes_round_the_three_shares_and_each_is_kept(grid, desk, window, qtbot):
    index = grid.view.currentIndex()
    qtbot.keyClick(grid.view, Qt.Key.Key_N)
    for share in (Share.CONTRIBUTES, Share.LEADS, Share.NONE):
        qtbot.keyClick(grid.view, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda wanted=share: kept(desk, index, grid) is wanted)
    qtbot.waitUntil(lambda: len(window.published) == 4)
    assert grid.view.currentIndex() == index


def test_letters_set_a_share_and_delete_goes_back_to_what_is_usual(grid, desk, qtbot):
    qtbot.keyClick(grid.view, Qt.Key.Key_Right)
    index = grid.view.currentIndex()
    usual = grid.model.share(index)
    qtbot.keyClick(grid.view, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: grid.model.is_own(index))
    assert grid.model.data(index) == "leads"
    assert "leads" in grid.sentence.text()
    assert "your college says so" in grid.sentence.text()
    qtbot.keyClick(grid.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not grid.model.is_own(index))
    assert grid.model.share(index) is usual


def test_a_responsibility_that_nobody_leads_any_more_is_named(grid, desk, qtbot):
    model, row = grid.model, 0
    for at in range(model.columnCount()):
        if model.share(model.index(row, at)) is Share.LEADS:
            grid.view.setCurrentIndex(model.index(row, at))
            qtbot.keyClick(grid.view, Qt.Key.Key_C)
    first = model.headerData(row, Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: grid.unled.text() == f"Led by nobody: {first}.")


def test_a_changed_cell_can_be_undone(grid, head_tab, qtbot):
    index = grid.view.currentIndex()
    before = grid.model.share(index)
    qtbot.keyClick(grid.view, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: grid.model.is_own(index))
    head_tab.context.write(lambda desk: desk.undo())
    qtbot.waitUntil(lambda: not grid.model.is_own(index))
    assert grid.model.share(index) is before


def test_the_workbook_has_the_same_cells_as_the_screen(grid, tmp_path, qtbot, monkeypatch):
    index = grid.view.currentIndex()
    qtbot.keyClick(grid.view, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: grid.model.is_own(index))
    path = tmp_path / "grid.xlsx"
    monkeypatch.setattr(saving, "ask_where", lambda *_: path)
    grid.takeaway.button.click()
    qtbot.waitUntil(grid.takeaway.notice.isVisible)
    rows = [[cell.value or "" for cell in row] for row in load_workbook(path).worksheets[0]]
    model = grid.model
    shown = [
        [model.data(model.index(row, at)) for at in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    written = [row[2 : 2 + model.columnCount()] for row in rows[4 : 4 + model.rowCount()]]
    assert written == shown


def test_another_role_can_be_shown_and_filled(grid, desk, qtbot):
    before = grid.model.columnCount()
    shown = {grid.model.cell(grid.model.index(0, at))[0] for at in range(before)}
    role = next(one for one in grid._names if one not in shown)
    grid.add_role(role)
    qtbot.waitUntil(lambda: grid.model.columnCount() == before + 1)
    at = next(at for at in range(before + 1) if grid.model.cell(grid.model.index(0, at))[0] == role)
    grid.view.setCurrentIndex(grid.model.index(3, at))
    qtbot.keyClick(grid.view, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: kept(desk, grid.model.index(3, at), grid) is Share.CONTRIBUTES)


def test_an_lsa_reads_the_grid_and_changes_nothing(tab, window, qtbot):
    tab.show_page(tab.responsibilities)
    page = tab.responsibilities
    qtbot.waitUntil(lambda: page.model.rowCount() == 37)
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_L)
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    wait_for(tab.context.worker, qtbot)
    assert window.published == []
    assert not page.keys.isVisible()
    assert ":" in page.sentence.text()


def test_the_grid_keeps_the_rules_of_qt(grid, qtbot):
    tester = QAbstractItemModelTester(
        grid.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    qtbot.keyClick(grid.view, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: grid.model.is_own(grid.view.currentIndex()))
    assert tester.model() is grid.model


@pytest.mark.parametrize(("percent", "page"), [(100, 1), (150, 1), (100, 2), (150, 2)])
def test_nobody_is_shut_out_of_the_grids(head_tab, barriers, qtbot, percent, page):
    head_tab.context.appearance.set_text_size(percent)
    head_tab.sections.bar.setCurrentIndex(page)
    wait_for(head_tab.context.worker, qtbot)
    assert barriers(head_tab) == []


def test_the_role_that_one_stands_on_is_taken_away_as_a_sheet(
    grid, tmp_path, window, qtbot, monkeypatch
):
    monkeypatch.setattr(saving, "ask_where", lambda *_: tmp_path / "role.pdf")
    grid.sheet.click()
    said = f"Saved as role.pdf in {tmp_path}."
    qtbot.waitUntil(lambda: said in window.said, timeout=60_000)  # fonts are cut
    assert (tmp_path / "role.pdf").read_bytes().startswith(b"%PDF")


def test_a_criterion_is_read_layer_by_layer_and_never_shown_as_met(tab, said, qtbot):
    page = tab.criteria
    tab.show_page(page)
    qtbot.waitUntil(lambda: page.table.current() is not None)
    shown = said(page)
    assert page.table.current().criterion.text in shown
    for each in ("Applied skill", "Knowledge", "Understanding", "Guidance on extent"):
        assert f"{each}: not supplied" in shown
    spoken = page.table.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "knowledge: not supplied" in spoken
