"""Looking round a made-up college before there is one: it says that it is, and nothing stays."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.errors import UserError
from lsadesk.operations.demo import demo
from lsadesk.operations.keeping import college
from lsadesk.store.sealing.keyfile import Effort
from lsadesk.ui.shell.main_window import MainWindow
from lsadesk.ui.widgets.ask import Question


def _said(page: QWidget) -> str:
    return " ".join(each.text() for each in page.findChildren(QLabel))


def _make_empty(folder: Path) -> None:
    made = college.new_college(
        folder,
        college=demo.made_up_name(),
        owner=demo.OWNER,
        secret=demo.SECRET,
        effort=Effort(passes=1, memory=8192),
    )
    made.desk.close()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said before; it is answered with yes, and a college without people is made."""
    said: list[str] = []

    def answered(question: Question) -> bool:
        said.append(_said(question))
        return True

    monkeypatch.setattr(Question, "answered", answered)
    monkeypatch.setattr(demo, "make_made_up", _make_empty)
    return said


def test_a_look_round_says_that_it_is_one_and_leaves_nothing_behind(
    window: MainWindow, qtbot: QtBot, asked: list[str]
) -> None:
    page = window.door.welcome
    qtbot.keyClick(page.look, Qt.Key.Key_Space)
    assert not page.isEnabled()
    assert "put nobody real into it" in asked[0]
    qtbot.waitUntil(window.bar.isVisible, timeout=10_000)
    assert page.isEnabled()
    assert "(made up)" in window.bar.college.text()
    assert "(made up)" in window.windowTitle()
    folder = Path(window.settings.recent[0])
    window.lock()
    qtbot.waitUntil(lambda: demo.SECRET in _said(window.door.sign_in))
    window.door.show_welcome()
    page.look.click()  # the same once more: what was done in it is still there
    qtbot.waitUntil(window.bar.isVisible, timeout=10_000)
    assert window.settings.recent == (str(folder),)
    window.close()
    assert not folder.parent.exists()
    assert window.settings.recent == ()


def test_where_it_cannot_be_made_one_is_told_and_may_go_on(
    window: MainWindow, qtbot: QtBot, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(folder: Path) -> None:
        raise UserError(f"There is no room for {folder.name}.")

    monkeypatch.setattr(demo, "make_made_up", fails)
    window.door.welcome.look.click()
    qtbot.waitUntil(lambda: "There is no room" in window.message.sentence.text())
    assert len(asked) == 1
    assert window.door.welcome.isEnabled()
