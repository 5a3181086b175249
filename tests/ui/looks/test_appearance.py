"""What wears the theme: each window, and what opens over it."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSlider,
    QStackedWidget,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.looks.theme import BODY_PT, THEMES
from lsadesk.ui.widgets.buttons import button, menu_button
from lsadesk.ui.widgets.labels import label

DEEP = 40  # pixels that the sheet gives every button, at least
FAR = 60  # of 255 steps from black to white


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


def test_a_text_size_reaches_every_kind_of_part_at_once(look: Appearance, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    look.set_text_size(100)
    look.dress(window)
    rows = QVBoxLayout(window)
    parts = [QLabel("Words"), QPushButton("Words"), QLineEdit("Words"), QTableView(), QTabBar()]
    for part in parts:
        rows.addWidget(part)
    window.show()
    for percent in (150, 100, 200):
        look.set_text_size(percent)
        assert {round(part.font().pointSizeF(), 1) for part in parts} == {BODY_PT * percent / 100}


def test_a_page_that_was_not_on_screen_has_the_same_text_size(
    look: Appearance, qtbot: QtBot
) -> None:
    window, page, other = QStackedWidget(), QScrollArea(), QWidget()
    qtbot.addWidget(window)
    look.set_text_size(100)
    look.dress(window)
    inside = QWidget()
    heading = label("Words", "label")
    QVBoxLayout(inside).addWidget(heading)
    page.setWidget(inside)
    window.addWidget(page)
    window.addWidget(other)
    window.show()
    for percent in (150, 100, 125, 100):
        window.setCurrentWidget(other)
        look.set_text_size(percent)
        window.setCurrentWidget(page)
        assert round(heading.font().pointSizeF(), 1) == round(BODY_PT * percent / 100, 1)


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


@pytest.mark.parametrize("name", THEMES)
def test_a_button_that_cannot_be_pressed_is_quiet_and_still_readable(
    look: Appearance, qtbot: QtBot, name: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setObjectName("page")
    rows = QVBoxLayout(window)
    look.choose(name)
    look.dress(window)
    colours = look.theme.colours
    quiet = {each.name() for each in (colours.window, colours.surface, colours.raised)}
    for role in ("", "primary", "danger", "link", "row"):
        rows.addWidget(shut := button("Keep", lambda: None, role))
        shut.setEnabled(False)
        drawn = window.grab().toImage().copy(shut.geometry())
        seen = Counter(
            drawn.pixelColor(x, y).name()
            for x in range(8, drawn.width() - 8)
            for y in range(8, drawn.height() - 8)
        )
        assert colours.disabled.name() in seen, role
        assert seen.most_common(1)[0][0] in quiet, role
        assert not seen.keys() & {colours.accent.name(), colours.link.name()}, role


@pytest.mark.parametrize("name", THEMES)
def test_the_handle_and_the_ticks_of_a_slider_can_be_seen(
    look: Appearance, qtbot: QtBot, name: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    look.choose(name)
    QVBoxLayout(window).addWidget(slider := QSlider(Qt.Orientation.Horizontal))
    slider.setTickPosition(QSlider.TickPosition.TicksBelow)
    look.dress(window)
    behind = look.theme.colours.window
    drawn = slider.grab().toImage()
    ticks = [drawn.pixelColor(x, drawn.height() - 4) for x in range(drawn.width())]
    handle = drawn.pixelColor(7, drawn.height() // 3)
    assert max(_apart(each, behind) for each in ticks) > FAR
    assert _apart(handle, behind) > FAR


def _apart(one: QColor, other: QColor) -> int:
    return abs(one.lightness() - other.lightness())
