"""What was seen in sessions, beside the plan: its reader comes first."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from lsadesk.domain.staff.practice import SeenDetails, SeenKind
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import practice
from lsadesk.ui.development.seen_form import SeenQuestion, ask_seen

# The offscreen platform says so of smallest sizes; no screen does.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SECRET = "a long enough secret"
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
SEEN, WALKS = 2, 4
DAY = NOW.date()
FOUND = SeenDetails(kind=SeenKind.FEEDBACK, day=DAY, session="Cookery", helped="She waited.")


@pytest.fixture
def angharad(desk, staff):
    accounts.add_account(desk, "angharad", SECRET, person=staff["Angharad"], is_own=True)
    hers = college.unlock(desk.folder, "angharad", SECRET, clock=lambda: NOW)
    yield hers
    hers.close()


@pytest.fixture
def feedback(desk, staff):
    """From the head to Angharad, who has not read it yet."""
    practice.write_seen(desk, staff["Angharad"], FOUND)


def filled(**words):
    """Fill the question in as soon as it is on screen, and keep it."""

    def fill():
        question = QApplication.activeModalWidget()
        assert isinstance(question, SeenQuestion)
        for name, text in words.items():
            field = getattr(question, name)
            field.setPlainText(text) if hasattr(field, "setPlainText") else field.setText(text)
        question.accept()
        if question.isVisible():
            question.reject()

    QTimer.singleShot(0, fill)


def test_what_somebody_saw_is_kept_and_marked_as_not_read_yet(view, qtbot):
    view.bar.setCurrentIndex(SEEN)
    qtbot.waitUntil(lambda: view.seen._practice is not None)
    filled(session="Cookery", helped="She waited.")
    view.seen.add.click()
    qtbot.waitUntil(lambda: view.seen.list.model_.rowCount() == 1)
    said = view.seen.list.model_.index(0).data()
    assert "What helped: She waited." in said
    assert said.endswith("Not read yet")


@pytest.mark.usefixtures("feedback")
def test_looking_at_ones_own_lets_the_appraiser_read_it(open_tab, qtbot, staff, angharad, pat):
    assert practice.seen_of(pat, staff["Angharad"]).seen == ()
    tab = open_tab(angharad)
    qtbot.waitUntil(lambda: tab.mine.plan is not None)
    assert tab.mine.notes.isVisibleTo(tab)
    tab.mine.bar.setCurrentIndex(SEEN)
    qtbot.waitUntil(lambda: bool(practice.seen_of(pat, staff["Angharad"]).seen))
    assert not tab.mine.seen.add.isVisibleTo(tab)


def test_a_learning_walk_names_nobody_and_is_for_the_head(open_tab, qtbot, pat):
    tab = open_tab()
    tab.bar.setCurrentIndex(WALKS)
    qtbot.waitUntil(tab.walks.add.isEnabled)
    filled(session="Art", hindered="The room is loud.")
    tab.walks.add.click()
    qtbot.waitUntil(lambda: tab.walks.list.model_.rowCount() == 1)
    assert "learning walk by" in tab.walks.list.model_.index(0).data()
    assert not open_tab(pat).bar.isTabVisible(WALKS)


def test_saying_nothing_of_a_session_is_pointed_out_beside_the_field(host):
    filled(session="Art", helped="  ")
    assert ask_seen(host, "Asha", (), DAY) is None
