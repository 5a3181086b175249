"""Pages that are turned by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTabBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.ui.widgets.turning import turn_by_keys

_CTRL = Qt.KeyboardModifier.ControlModifier


def test_pages_turn_from_within_a_field_and_round_the_end(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    layout, bar, field = QVBoxLayout(around), QTabBar(), QLineEdit()
    for part in (bar, field):
        layout.addWidget(part)
    for title in ("Week", "Cover", "Given"):
        bar.addTab(title)
    turn_by_keys(bar, around)
    with qtbot.waitExposed(around):
        around.show()
    around.activateWindow()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_PageDown, _CTRL)
    assert bar.currentIndex() == 1
    assert bar.hasFocus()
    for _ in range(2):
        qtbot.keyClick(bar, Qt.Key.Key_PageUp, _CTRL)
    assert bar.currentIndex() == 2
