"""What is said of a sheet's layout: times of periods, and what each cell holds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lsadesk.intake.mapping import Field
from lsadesk.ui.intake.walk import Page
from tests.ui.intake.on_screen import choose, column, shown

# The offscreen platform says so of smallest sizes and of open lists; no screen does.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_times_of_periods_and_what_cells_hold_are_said_on_the_layout_form(
    assistant, workbook, read, go_to, qtbot
):
    week = [
        ["", "Mon", "Tue"],
        ["P1", "Blue - Zog", "Red - Zag"],
        ["P2", "Red - Zig", "Blue - Zog"],
    ]
    read(assistant, workbook({"Timetable": week}))
    go_to(assistant, Page.CHECK)
    page = assistant.walk.check_page
    assert "give their times under “Layout”" in page.unsure.text()
    form = page.layout_form.timetable
    assert form.periods["1"].hasFocus()
    for word in ("9.15\t", "-10.15\t", "10.30-11.30\t"):
        if word.startswith("-"):
            assert "Write from when to when" in shown(form)
            form.periods["1"].setFocus()
            QTest.keyClick(form.periods["1"], Qt.Key.Key_End)
        QTest.keyClicks(assistant.focusWidget(), word)
    assert form.day.hasFocus()
    choose(form.order, (Field.GROUP, Field.SESSION))
    qtbot.waitUntil(lambda: column(page.preview.table, "Group") == ["Blue", "Red"])
    assert "give their times" not in page.unsure.text()
