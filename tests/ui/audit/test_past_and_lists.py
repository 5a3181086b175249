"""The past, whole lists graded at once, other columns, menus, and the clipboard."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.auditing.audit import Columns
from lsadesk.domain.auditing.skills import Level, NotApplicable, Skill, SkillId, View
from lsadesk.operations.auditing import audit
from lsadesk.operations.desk import Desk
from lsadesk.ui.audit.arranging import Arranging
from lsadesk.ui.audit.grading import Grading, Line
from lsadesk.ui.audit.tab import AuditTab
from lsadesk.ui.widgets.tables import DISPLAY

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none


@pytest.fixture
def tab(fill: Callable[[], None], show_tab: Callable[..., AuditTab], qtbot: QtBot) -> AuditTab:
    """The tab, Asha's BSL being the current cell."""
    fill()
    shown = show_tab()
    shown.page.matrix.setFocus()
    qtbot.waitUntil(lambda: shown.page.panel.cell is not None)
    return shown


def sign(tab: AuditTab, row: int = 0, column: int = 0) -> object:
    return tab.page.matrix.matrix_model.index(row, column).data(DISPLAY)


def words_of(tab: AuditTab) -> dict[str, Any]:
    menu = QMenu(tab)
    tab.more.menu().aboutToShow.emit()
    return {action.text(): action for action in (tab.more.menu() or menu).actions()}


def test_yesterday_is_marked_and_nothing_of_it_can_be_changed(
    tab: AuditTab, desk: Desk, window: Any, qtbot: QtBot
) -> None:
    tab.past.chosen.emit(desk.today - timedelta(days=1))
    qtbot.waitUntil(lambda: sign(tab) == "\u2013")
    assert tab.past.isVisible()
    assert tab.past.sentence.text().startswith("As it stood on 23 Nov 2026: nothing can be changed")
    qtbot.keyClick(tab.page.matrix, Qt.Key.Key_4)
    assert window.said == ["info: This is the past: nothing can be changed here."]
    qtbot.waitUntil(lambda: tab.page.panel.value.text() == "Never asked")
    assert not tab.page.panel.refusal.isVisible()
    tab.past.today.click()
    qtbot.waitUntil(lambda: sign(tab) == "3")
    assert not tab.past.isVisible()


def test_everybody_is_graded_in_a_skill_with_one_step_back(
    tab: AuditTab, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def grade(dialog: QDialog) -> int:
        assert isinstance(dialog, Grading)
        for key in (Qt.Key.Key_1, Qt.Key.Key_N):
            qtbot.keyClick(dialog.list, key)
        assert dialog.yes.text() == "Keep 2 ratings"
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr("PySide6.QtWidgets.QDialog.exec", grade)
    words_of(tab)["Grade everybody shown in BSL..."].trigger()
    qtbot.waitUntil(lambda: (sign(tab), sign(tab, 1)) == ("1", "n/a"))
    desk.undo()
    tab.refresh()
    qtbot.waitUntil(lambda: (sign(tab), sign(tab, 1)) == ("3", "?"))


def test_grading_a_list_says_where_what_was_agreed_goes_on_being_shown(
    tab: AuditTab, window: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, skill = tab.page.matrix.current() or (None, None)
    assert person is not None
    assert skill is not None
    tab.context.write(lambda at: audit.rate(at, person, skill, Level(2), view=View.AGREED))
    qtbot.waitUntil(lambda: sign(tab) == "2")

    def grade(dialog: QDialog) -> int:
        assert isinstance(dialog, Grading)
        for key in (Qt.Key.Key_1, Qt.Key.Key_N):
            qtbot.keyClick(dialog.list, key)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr("PySide6.QtWidgets.QDialog.exec", grade)
    words_of(tab)["Grade everybody shown in BSL..."].trigger()
    qtbot.waitUntil(lambda: bool(window.said))
    assert window.said == [
        (
            "info: Kept as the appraiser's view. Of 2 ratings the audit goes on showing what was "
            "agreed together in 1."
        )
    ]
    assert (sign(tab), sign(tab, 1)) == ("2", "n/a")


def test_a_list_goes_on_by_itself_and_takes_back_what_was_typed(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = Grading(parent, "BSL", [Line(1, "Kaur, Asha", 3), Line(2, "Xu, Ben", 5)], "Name")
    assert not dialog.yes.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_2)
    assert dialog.list.currentIndex().row() == 1
    qtbot.keyClick(dialog.list, Qt.Key.Key_N)
    assert dialog.model.given == {1: Level(2), 2: NotApplicable()}
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert dialog.model.given == {1: Level(2)}


def test_what_was_typed_into_a_list_is_not_thrown_away_unasked(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = Grading(parent, "BSL", [Line(1, "Kaur, Asha", 3)], "Name")
    dialog.show()
    qtbot.keyClick(dialog.list, Qt.Key.Key_2)
    monkeypatch.setattr("lsadesk.ui.audit.grading.confirm", lambda *_, **__: False)
    dialog.reject()
    assert dialog.isVisible()
    monkeypatch.setattr("lsadesk.ui.audit.grading.confirm", lambda *_, **__: True)
    dialog.reject()
    assert not dialog.isVisible()


def test_a_hidden_skill_leaves_the_matrix_and_undo_brings_it_back(
    tab: AuditTab, desk: Desk, qtbot: QtBot
) -> None:
    words_of(tab)["Hide BSL"].trigger()
    qtbot.waitUntil(lambda: [each.name for each in tab.page.matrix.shown.skills] == ["Hoist"])
    desk.undo()
    tab.refresh()
    qtbot.waitUntil(lambda: len(tab.page.matrix.shown.skills) == 2)
    assert sign(tab) == "3"


def test_skills_are_moved_renamed_and_hidden_in_their_list(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = Arranging(parent, [Skill(SkillId(1), "BSL", "Talk"), Skill(SkillId(2), "Hoist")])
    assert not dialog.up.isEnabled()
    dialog.down.click()
    monkeypatch.setattr("lsadesk.ui.audit.arranging.ask_text", lambda *_, **__: "Sign")
    dialog.rename.click()
    dialog.hide_.click()
    assert dialog.skills == [
        Skill(SkillId(2), "Hoist"),
        Skill(SkillId(1), "Sign", "Talk", hidden=True),
    ]
    assert dialog.hide_.text() == "S&how again"


def test_certificates_and_responsibilities_are_columns_too(tab: AuditTab, qtbot: QtBot) -> None:
    tab.page.filters.columns.choose(Columns.RESPONSIBILITIES)
    qtbot.waitUntil(lambda: len(tab.page.matrix.shown.skills) == 37)
    assert "37 nobody carries" in tab.page.summary.nobody.text()
    tab.page.matrix.setFocus()
    qtbot.waitUntil(lambda: tab.page.panel.value.text() == "None on record")
    tab.page.filters.columns.choose(Columns.CERTIFICATES)
    qtbot.waitUntil(lambda: tab.page.matrix.shown.are is Columns.CERTIFICATES)
    assert tab.page.filters.columns.isVisible()
    tab.page.filters.columns.choose(Columns.SKILLS)
    qtbot.waitUntil(lambda: sign(tab) == "3")


def test_rows_stand_together_by_what_is_chosen(tab: AuditTab) -> None:
    tab.page.filters.group.choose("team")
    assert list(tab.page.matrix.tags) == ["\u25be Cookery, 1", "\u25be not known, 1"]
    assert tab.page.matrix.starts == {0, 1}


def test_what_is_shown_is_copied_as_text_and_no_name_becomes_a_formula(
    tab: AuditTab, window: Any, qtbot: QtBot
) -> None:
    tab.page.filters.search.setText("asha")
    qtbot.waitUntil(lambda: len(tab.page.matrix.shown.people) == 1)
    qtbot.keyClick(tab.page.matrix, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.said))
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Name\tJob title\tTeam\tSites\tContract\tBSL\tHoist",
        "Kaur, Asha\tLSA\tCookery\t\t\t3\t\u2013",
    ]
