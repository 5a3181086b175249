"""Pages that are made when they are shown: none before, each once, and filled when stale."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.ui.widgets.pages_when_shown import PagesWhenShown


class Three:
    """Three pages that keep what was done to them."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.whole = QWidget()
        self.pages = PagesWhenShown("Pages of the test")
        rows = QVBoxLayout(self.whole)
        rows.addWidget(self.pages.bar)
        rows.addWidget(self.pages)
        self.first, self.second, self.third = (self._add(name) for name in ("1", "2", "3"))

    def _add(self, name: str) -> Callable[[], QLabel]:
        def make() -> QLabel:
            self.done.append(f"make {name}")
            return QLabel(name)

        return self.pages.add(name, make, lambda page: self.done.append(f"fill {page.text()}"))


@pytest.fixture
def three(qtbot: QtBot) -> Three:
    """They are on screen, and nothing has been asked of them."""
    made = Three()
    qtbot.addWidget(made.whole)
    made.whole.show()
    return made


def test_only_the_page_on_screen_is_made(three: Three) -> None:
    assert three.done == []
    three.pages.refresh()
    assert three.done == ["make 1", "fill 1"]
    assert three.first().isVisible()


def test_the_keyboard_turns_to_a_page_which_is_made_once_and_filled_once_it_is_stale(
    three: Three, qtbot: QtBot
) -> None:
    three.pages.refresh()
    qtbot.keyClick(three.pages.bar, Qt.Key.Key_Right)
    assert three.done[2:] == ["make 2", "fill 2"]
    assert three.second().isVisible()
    qtbot.keyClick(three.pages.bar, Qt.Key.Key_Left)
    assert three.done[4:] == []
    three.pages.refresh()
    assert three.done[4:] == ["fill 1"]
    qtbot.keyClick(three.pages.bar, Qt.Key.Key_Right)
    assert three.done[5:] == ["fill 2"]


def test_a_page_that_is_asked_for_is_filled_when_it_is_brought_to_the_front(three: Three) -> None:
    three.pages.refresh()
    page = three.third()
    assert three.done[2:] == ["make 3"]
    assert three.first().isVisible()
    three.pages.show_page(page)
    assert three.done[3:] == ["fill 3"]
    assert page.isVisible()
    assert three.pages.bar.currentIndex() == 2
