"""Checking the college file, from the window."""

import pytest
from PySide6.QtWidgets import QLabel

from lsadesk.operations.keeping import accounts, college
from lsadesk.ui.keeping import checking
from lsadesk.ui.tab import TabContext
from tests.ui.people.conftest import Window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def context(desk, worker, appearance):
    """What a page is given, and who hears what it says."""
    window = Window()
    made = TabContext(desk, worker, appearance, window)
    made.heard = window
    return made


def test_a_whole_file_is_said_to_be_whole(context, window, qtbot):
    checking.check_college(window, context)
    qtbot.waitUntil(lambda: any("are whole" in said for said in context.heard.said))


def test_what_is_wrong_is_listed_with_what_to_do(context, window, qtbot, monkeypatch):
    monkeypatch.setattr(college, "check", lambda _desk: ["The tables are broken: page 4."])
    shown = []
    monkeypatch.setattr(
        checking.Question,
        "answered",
        lambda dialog: shown.extend(each.text() for each in dialog.findChildren(QLabel)),
    )
    checking.check_college(window, context)
    qtbot.waitUntil(lambda: bool(shown))
    assert "The tables are broken: page 4." in shown
    assert any("newest copy" in text for text in shown)


def test_loose_ends_of_a_whole_file_are_listed_as_such(context, window, desk, qtbot, monkeypatch):
    accounts.add_account(desk, "nobody", "a long enough secret", is_own=True)
    shown = []
    monkeypatch.setattr(
        checking.Question,
        "answered",
        lambda dialog: shown.extend(each.text() for each in dialog.findChildren(QLabel)),
    )
    checking.check_college(window, context)
    qtbot.waitUntil(lambda: bool(shown), timeout=10_000)
    assert "The college file is whole, with 1 loose end" in shown
    assert any(text.startswith("The account nobody is of nobody") for text in shown)
