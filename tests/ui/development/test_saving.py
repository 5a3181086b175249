"""Everybody's plans as files: how far it is, stopping, and what is said at the end."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lsadesk.operations.files import write_files
from lsadesk.ui.development.saving import plans
from lsadesk.ui.development.tab import DevelopmentTab
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking import batch
from lsadesk.ui.taking.batch import BatchDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def open_batch(context, host, staff, tmp_path):
    """Begins to write the plans of the three at the college."""

    def opened():
        dialog = BatchDialog(context, host, tmp_path / "plans", plans(frozenset(staff.values())))
        dialog.show()
        return dialog

    return opened


def test_each_plan_is_a_file_and_the_folder_is_named(open_batch, qtbot, tmp_path):
    dialog = open_batch()
    qtbot.waitUntil(dialog.opening.isVisible, timeout=60_000)
    assert dialog.sentence.text().startswith("3 plans saved in the folder")
    assert len(list((tmp_path / "plans").glob("*.pdf"))) == 3
    assert dialog.stopping.text() == "C&lose"
    dialog.stopping.click()
    assert not dialog.isVisible()


def test_esc_stops_and_what_is_written_stays(open_batch, qtbot, tmp_path, monkeypatch):
    asked_to_stop = threading.Event()

    def one_then_wait(files, folder, *, progress, should_stop):
        def wrote(done, of):
            progress(done, of)
            asked_to_stop.wait(10)

        return write_files(files, folder, progress=wrote, should_stop=should_stop)

    monkeypatch.setattr(batch, "write_files", one_then_wait)
    dialog = open_batch()
    qtbot.waitUntil(lambda: dialog.sentence.text() == "1 of 3 plans written", timeout=60_000)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    asked_to_stop.set()
    qtbot.waitUntil(dialog.opening.isVisible)
    assert dialog.sentence.text().startswith("Stopped: 1 of 3 plans saved in the folder")
    assert len(list((tmp_path / "plans").glob("*.pdf"))) == 1
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_place_that_cannot_be_written_is_said(open_batch, qtbot, tmp_path):
    (tmp_path / "plans").write_text("in the way")
    dialog = open_batch()
    qtbot.waitUntil(lambda: "could not be made" in dialog.sentence.text())
    assert not dialog.opening.isVisible()
    assert dialog.stopping.isEnabled()


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_in_it_shuts_somebody_out(open_batch, qtbot, appearance, barriers, percent):
    appearance.set_text_size(percent)
    dialog = open_batch()
    qtbot.waitUntil(dialog.opening.isVisible, timeout=60_000)
    dialog.grab()
    assert barriers(dialog) == []


def test_what_the_list_shows_is_what_is_saved_and_the_button_says_how_many(
    open_tab, qtbot, tmp_path, monkeypatch
):
    people = open_tab().people
    qtbot.waitUntil(lambda: people.as_pdf.text() == "Save 3 plans as PDF...")
    dates = [people.table.rows.index(row, 4).data() for row in range(3)]
    assert sorted(dates) == ["! was for 3 Nov 2026", "\u2013", "\u2013"]
    people.waits.setCurrentText("No line yet")
    people.search.setText("carter")
    qtbot.waitUntil(lambda: people.as_pdf.text() == "Save 1 plan as PDF...")
    monkeypatch.setattr(batch, "ask_folder", lambda *_: tmp_path)
    monkeypatch.setattr(BatchDialog, "exec", lambda each: qtbot.waitUntil(each.folder.is_dir))
    people.as_pdf.click()
    qtbot.waitUntil(lambda: bool([*tmp_path.rglob("*.pdf")]))
    assert [each.name for each in tmp_path.rglob("*.pdf")] == ["Development plan, Ben Carter.pdf"]
    people.search.setText("nobody of this name")
    qtbot.waitUntil(lambda: not people.as_pdf.isEnabled())


def test_an_account_of_nobody_at_an_empty_college_is_told_what_to_do(
    context: TabContext, qtbot: QtBot
) -> None:
    tab = DevelopmentTab(context)
    qtbot.addWidget(tab)
    tab.refresh()
    tab.show()
    qtbot.waitUntil(tab.empty.isVisible)
