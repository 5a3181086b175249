"""The titles of pages in a row."""

from pytestqt.qtbot import QtBot

from lsadesk.ui.widgets.titles import bar_of_titles


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
