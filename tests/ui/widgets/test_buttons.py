"""Buttons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import (
    button,
    icon_button,
    list_button,
    menu_button,
    wrapped_button,
)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_the_button_one_is_on(qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[str] = []
    made: tuple[QAbstractButton, ...] = (
        button("Print", lambda: pressed.append("push")),
        icon_button(QIcon(), "Lock", lambda: pressed.append("picture")),
    )
    for each in made:
        qtbot.addWidget(each)
        QTest.keyClick(each, key)
    assert pressed == ["push", "picture"]


def test_enter_on_cancel_cancels_though_another_button_is_the_default(qtbot: QtBot) -> None:
    question = Question(None, "Remove?", "", "Remove")
    qtbot.addWidget(question)
    with qtbot.waitSignal(question.rejected):
        QTest.keyClick(question.no, Qt.Key.Key_Return)


def test_enter_opens_the_menu_of_a_button_that_has_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QToolButton, "showMenu", lambda _self: opened.append("who"))
    monkeypatch.setattr(QPushButton, "showMenu", lambda _self: opened.append("list"))
    for made in (menu_button("asha", QMenu()), list_button()):
        qtbot.addWidget(made)
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert opened == ["who", "list"]


def test_a_long_name_on_a_narrow_button_takes_several_lines_and_is_spoken_as_one(
    qtbot: QtBot,
) -> None:
    words = "Level 3 Award in Assessing Vocationally Related Achievement"
    wide, narrow = (wrapped_button(words, lambda: None) for _ in range(2))
    for made, width in ((wide, 900), (narrow, 220)):
        qtbot.addWidget(made)
        made.resize(width, 30)
        made.show()
    assert narrow.sizeHint().height() > wide.sizeHint().height()
    assert narrow.sizeHint().width() <= 220
    assert narrow.text() == narrow.accessibleName() == words


def test_a_button_whose_menu_is_left_by_mouse_does_not_look_as_if_the_mouse_were_on_it(
    qtbot: QtBot,
) -> None:
    for made in (menu_button("More", QMenu()), list_button()):
        qtbot.addWidget(made)
        made.move(500, 400)
        made.show()
        made.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        QCursor.setPos(5, 5)
        made.menu().aboutToHide.emit()
        qtbot.waitUntil(lambda made=made: not made.underMouse())
