"""Ticking several in a list."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lsadesk.ui.widgets.several import Several


def test_a_click_into_a_list_that_was_scrolled_ticks_what_is_under_the_mouse(qtbot: QtBot) -> None:
    field = Several([(f"Option {number}", str(number)) for number in range(40)], ())
    qtbot.addWidget(field)
    field.show()
    field.scrollToBottom()
    last = field.visualItemRect(field.item(39))
    by_mouse = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.MouseFocusReason)
    QApplication.sendEvent(field, by_mouse)  # a window system has it come before the press
    box = QPoint(last.left() + 8, last.center().y())
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert field.ticked() == ["39"]
