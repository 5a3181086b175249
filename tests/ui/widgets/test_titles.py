"""The titles of pages in a row."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lsadesk.ui.widgets.titles import bar_of_titles

_TAB = Qt.FocusPolicy.TabFocus


def test_a_hidden_title_leaves_no_gap_whatever_is_said_of_the_others(qtbot: QtBot) -> None:
    bar = bar_of_titles("Pages")
    qtbot.addWidget(bar)
    for title in ("Staff", "Teams and sites", "Requests"):
        bar.addTab(title)
    with qtbot.waitExposed(bar):
        bar.show()
    bar.setTabVisible(1, False)
    bar.setTabVisible(2, True)
    qtbot.waitUntil(lambda: bar.tabRect(2).left() <= bar.tabRect(0).right() + 1, timeout=2000)


def test_titles_without_room_are_in_a_menu_that_keys_reach(qtbot: QtBot) -> None:
    bar = bar_of_titles("Pages")
    stops = [each for each in bar.findChildren(QWidget) if each.focusPolicy() & _TAB]
    assert stops == [bar.more]
    qtbot.addWidget(bar)
    for title in ("Week", "Cover", "Support given", "Learners"):
        bar.addTab(title)
    bar.setTabVisible(1, False)
    bar.resize(bar.sizeHint().width() + 20, bar.sizeHint().height())
    with qtbot.waitExposed(bar):
        bar.show()
    assert not bar.more.isVisible()
    bar.resize(120, bar.height())
    qtbot.waitUntil(bar.more.isVisible, timeout=2000)
    menu = bar.more.menu()
    menu.aboutToShow.emit()
    assert [each.text() for each in menu.actions()] == ["Week", "Support given", "Learners"]
    menu.actions()[-1].trigger()
    assert bar.tabText(bar.currentIndex()) == "Learners"
