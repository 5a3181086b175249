"""Hiding everything at one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from lsadesk.operations.keeping import college
from lsadesk.ui.keeping.quick_hide import NEUTRAL, Cover
from lsadesk.ui.widgets.ask import Question

SECRET = "correct horse"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def inside(desk, window, qtbot):
    """The window with its owner signed in."""
    desk.close()
    window.enter(college.unlock(desk.folder, "owner", SECRET))
    qtbot.waitUntil(window.bar.isVisible, timeout=10_000)
    return window


def covers(window):
    return [each for each in window.findChildren(Cover) if each.isVisible()]


def press(widget):
    QTest.keyClick(widget.windowHandle(), Qt.Key.Key_F12)


def test_one_key_covers_all_and_shows_it_again_as_it_was(inside, qtbot):
    title = inside.windowTitle()
    assert "Harbour Lane" in title
    inside.menus.actions["hide"].trigger()
    (cover,) = covers(inside)
    assert cover.geometry() == inside.rect()
    assert inside.windowTitle() == NEUTRAL
    assert not any(
        "Harbour" in each.text() for each in cover.findChildren(type(inside.bar.college))
    )
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_A, Qt.Key.Key_Escape):
        QTest.keyClick(cover, key)
    assert covers(inside) == [cover]
    inside.resize(1100, 700)
    assert cover.geometry() == inside.rect()
    QTest.keyClick(cover, Qt.Key.Key_H, CTRL_SHIFT)
    assert covers(inside) == []
    assert inside.windowTitle() == title
    assert inside.sitting is not None


def test_a_dialog_is_covered_too_and_keeps_what_was_typed(inside, qtbot):
    dialog = Question(inside, "About Asha Kaur", "", "Save")
    field = QLineEdit("half a sentence")
    field.setAccessibleName("Note")
    dialog.body.addWidget(field)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    inside.quick_hide._listen(dialog.windowHandle())
    press(dialog)
    assert len(covers(inside)) == 2, "one over the window, one over the dialog"
    assert dialog.windowTitle() == NEUTRAL
    press(dialog)
    assert covers(inside) == []
    assert dialog.isVisible()
    assert dialog.windowTitle() == "About Asha Kaur"
    assert field.text() == "half a sentence"
    dialog.reject()


def test_who_stays_away_signs_in_again_behind_the_same_neutral_page(inside, qtbot):
    inside.quick_hide.hide()
    inside.quick_hide._waiting.timeout.emit()
    assert inside.sitting is None
    (cover,) = covers(inside)
    assert inside.windowTitle() == NEUTRAL
    QTest.keyClick(cover, Qt.Key.Key_F12)
    assert covers(inside) == []
    assert inside.windowTitle() == "LSA Desk"
    assert inside.door.sign_in.isVisible()


def test_a_dialog_that_comes_up_meanwhile_is_covered_too(inside, qtbot):
    inside.quick_hide.hide()
    dialog = Question(inside, "About Asha Kaur", "What is it?", "Save")
    field = QLineEdit()
    dialog.body.addWidget(field)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.windowTitle() == NEUTRAL)
    (cover,) = (each for each in covers(inside) if each.window() is dialog)
    assert cover.geometry() == dialog.rect()
    QTest.keyClick(cover, Qt.Key.Key_F12)
    assert covers(inside) == []
    assert dialog.windowTitle() == "About Asha Kaur"
    qtbot.keyClicks(dialog.focusWidget(), "the keys go to the dialog again")
    assert field.text() == "the keys go to the dialog again"
    dialog.reject()
