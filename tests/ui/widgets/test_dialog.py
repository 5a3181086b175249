"""Dialogs stay where they can be reached."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lsadesk.ui.widgets.dialog import Dialog


def test_a_dialog_higher_than_its_window_stays_on_the_screen_and_does_as_it_grows(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    window.setGeometry(room.left(), room.top(), 400, 200)
    window.show()
    dialog = Dialog(window)
    dialog.resize(300, room.height() - 100)
    dialog.open()
    dialog.move(room.left(), room.top() - 150)
    dialog.resize(300, room.height() - 60)
    assert room.contains(dialog.frameGeometry())
    dialog.move(room.left(), room.bottom() - 200)
    dialog.resize(300, room.height() - 40)
    assert room.contains(dialog.frameGeometry())


def test_a_dialog_that_was_answered_can_be_read_and_is_then_gone(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answers: list[int] = []

    def ask() -> None:
        dialog = Dialog(window)
        QTimer.singleShot(0, dialog, dialog.accept)
        answers.append(dialog.exec())
        assert dialog.parent() is window

    QTimer.singleShot(0, window, ask)
    qtbot.waitUntil(lambda: answers == [1])
    qtbot.waitUntil(lambda: not window.findChildren(Dialog))
