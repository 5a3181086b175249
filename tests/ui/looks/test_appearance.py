"""What wears the theme: each window, and what opens over it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QVBoxLayout, QWidget
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
