"""The page of sessions: found, changed one or many, and never half typed."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from lsadesk.domain.deployment.remarks import About, Record
from lsadesk.domain.weeks.timetable import LsaUse
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks import sessions
from lsadesk.ui.deployment.tab import DeploymentTab
from lsadesk.ui.widgets.forms import Choice

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none

Show = Callable[[str], DeploymentTab]
SESSIONS = "Sessions"


def answering(
    monkeypatch: pytest.MonkeyPatch,
    *,
    typed: dict[str, str],
    chosen: dict[str, object] | None = None,
) -> list[str]:
    """Has the next dialogs filled in and accepted; returns what they said to be wrong."""
    wrong: list[str] = []

    def answer(dialog: QDialog) -> int:
        for each in dialog.findChildren(QLineEdit):
            if each.accessibleName() in typed:
                each.setText(typed[each.accessibleName()])
        for box in dialog.findChildren(Choice):
            if box.accessibleName() in (chosen or {}):
                box.choose((chosen or {})[box.accessibleName()])
        dialog.accept()
        wrong.extend(
            field.accessibleDescription()
            for field in dialog.findChildren(QLineEdit)
            if field.property("wrong")
        )
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", answer)
    return wrong


def test_a_college_without_sessions_is_shown_the_way_in(desk: Desk, show: Show) -> None:
    page = show(SESSIONS).sessions
    assert page.none.isVisible()


def test_sessions_are_found_by_word_day_and_question(small: Desk, show: Show) -> None:
    page = show(SESSIONS).sessions
    assert page.number.text() == "3 sessions"
    page.search.setText("cookery")
    page.search.searched.emit("cookery")
    assert page.number.text() == "1 session"
    page.search.clear()
    page.search.searched.emit("")
    page.question.setCurrentIndex(1)
    assert page.question.currentText() == "Number of LSAs not said"
    assert page.number.text() == "1 session"


def test_a_session_is_changed_and_stays_chosen(
    small: Desk, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(SESSIONS).sessions
    page.table.selectRow(1)
    answering(monkeypatch, typed={"Room": "K2", "Starts": "9.15", "First day": "1 Dec 2026"})
    page.changing.click()
    qtbot.waitUntil(lambda: "K2" in {each.room for each in sessions.all_sessions(small)})
    changed = next(each for each in sessions.all_sessions(small) if each.room == "K2")
    assert (str(changed.span), str(changed.starts_on)) == ("9.15-10.30", "2026-12-01")
    qtbot.waitUntil(lambda: (row := page.table.current()) is not None and row.session.room == "K2")


def test_what_cannot_be_right_keeps_the_form_open_and_says_where(
    small: Desk, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(SESSIONS).sessions
    page.table.selectRow(0)
    typed = {
        "Ends": "8.00",
        "LSAs needed": "400",
        "Last day": "soon",
        "Only these learners": "ZZ99",
        "Session": " ",
    }
    wrong = answering(monkeypatch, typed=typed)
    page.changing.click()
    said = " ".join(wrong)
    for words in (
        "before it starts",
        "At most 30",
        "Write a date",
        "No learner has the reference “ZZ99”",
        "is called",
    ):
        assert words in said
    assert {str(each.span) for each in sessions.all_sessions(small)} == {"9.00-10.30"}


def test_all_that_are_shown_change_at_once_and_only_where_they_differ(
    small: Desk, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(SESSIONS).sessions
    page.day.setCurrentIndex(2)  # Tuesday
    assert "all 2 shown" in page.many.text()
    use = {"Does it need an LSA?": LsaUse.NEEDS}
    answering(monkeypatch, typed={}, chosen=use)
    page.many.click()
    qtbot.waitUntil(
        lambda: sum(each.lsa_use is LsaUse.NEEDS for each in sessions.all_sessions(small)) == 2
    )
    assert small.undo_sentence() == "Changed 2 sessions"


def test_a_session_is_added_and_removed(
    small: Desk, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(SESSIONS).sessions
    answering(monkeypatch, typed={"Session": "Choir", "Starts": "13.00", "Ends": "14.00"})
    page.adding.click()
    qtbot.waitUntil(
        lambda: (row := page.table.current()) is not None and row.session.title == "Choir"
    )
    page.removing.click()
    qtbot.waitUntil(lambda: len(sessions.all_sessions(small)) == 3)


def test_a_remark_on_a_plan_leads_to_its_session(small: Desk, show: Show, qtbot: QtBot) -> None:
    tab = show("Week")
    wanted = sessions.all_sessions(small)[-1].id
    tab.show_target(Record(About.SESSION, wanted, "Tue 9.00"))
    assert tab.pages.currentWidget() is tab.sessions
    qtbot.waitUntil(
        lambda: (row := tab.sessions.table.current()) is not None and row.session.id == wanted
    )
