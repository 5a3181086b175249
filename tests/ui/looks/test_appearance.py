"""What wears the theme: each window, and what opens over it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.buttons import button, menu_button

DEEP = 40  # pixels that the sheet gives every button, at least


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Appearance]:
    """The light theme at 200 %, which nothing wears yet."""
    made = Appearance(qapp, "light", 200)
    yield made
    made.deleteLater()


def _dialog(over: QWidget) -> QPushButton:
    dialog = QDialog(over)
    inside = button("Save", dialog.accept)
    QVBoxLayout(dialog).addWidget(inside)
    return inside


def test_a_dialog_wears_what_the_window_under_it_wears(look: Appearance, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(page := QWidget())
    bare = _dialog(page).sizeHint().height()
    look.dress(window)
    assert _dialog(page).sizeHint().height() > max(bare, DEEP)


def test_what_is_open_follows_another_text_size(look: Appearance, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    look.dress(window)
    inside = _dialog(window)
    large = inside.sizeHint().height()
    look.set_text_size(100)
    assert inside.sizeHint().height() < large


def test_a_menu_wears_what_its_button_wears(look: Appearance, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    look.dress(window)
    menu = QMenu()
    menu.addAction("Print")
    bare = menu.sizeHint().height()
    QVBoxLayout(window).addWidget(menu_button("More", menu))
    assert menu.sizeHint().height() > bare


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_list_that_opens_from_the_field_in_use_has_room_for_its_last_row(
    look: Appearance, qtbot: QtBot, percent: int
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(field := QComboBox())
    field.addItems(["Week A", "Week B"])
    look.set_text_size(percent)
    look.dress(window)
    with qtbot.waitActive(window):
        window.show()
    high = field.height()
    assert field.hasFocus()
    field.showPopup()
    assert field.view().verticalScrollBar().maximum() == 0
    field.hidePopup()
    assert field.sizeHint().height() == high
