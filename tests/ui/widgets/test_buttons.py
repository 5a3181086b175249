"""Buttons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button, icon_button


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
