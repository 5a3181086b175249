"""Skills that are added by hand."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.auditing.skills import Skill, SkillId
from lsadesk.operations.auditing import audit_skills
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college
from lsadesk.ui.audit.arranging import Arranging
from lsadesk.ui.audit.new_skill import NewSkill
from lsadesk.ui.audit.tab import AuditTab
from lsadesk.ui.widgets.ask import Question

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none

Shows = Callable[..., AuditTab]
BSL = Skill(SkillId(1), "BSL", "Talk")
HOIST = Skill(SkillId(2), "Hoist", "Care", hidden=True)


def typing(name: str, group: str = "") -> Callable[[QDialog], int]:
    """What somebody does in the question about a new skill."""

    def fill(question: QDialog) -> int:
        assert isinstance(question, NewSkill)
        question.name.setText(name)
        question.group.setCurrentText(group)
        question.accept()
        return question.result()

    return fill


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """What the question stands over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def question(parent: QWidget) -> NewSkill:
    """Asked in a college that has BSL, and Hoist hidden."""
    made = NewSkill(parent, [BSL, HOIST])
    made.show()
    return made


def test_a_college_without_a_workbook_begins_with_a_skill_of_its_own(
    show_tab: Shows, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = show_tab()
    monkeypatch.setattr("PySide6.QtWidgets.QDialog.exec", typing(" Braille ", "Communication"))
    tab.empty.other.click()
    qtbot.waitUntil(tab.peopleless.isVisible)
    (skill,) = audit_skills.all_skills(desk)
    assert (skill.name, skill.group) == ("Braille", "Communication")
    desk.undo()
    tab.refresh()
    qtbot.waitUntil(tab.empty.isVisible)


def test_who_does_not_look_after_the_skills_is_not_offered_to_add_one(
    show_tab: Shows, desk: Desk
) -> None:
    accounts.add_account(desk, "office", "correct horse", is_own=True)
    office = college.unlock(desk.folder, "office", "correct horse")
    tab = show_tab(office)
    assert tab.empty.isVisible()
    assert not tab.empty.other.isVisible()
    office.close()


def test_where_all_skills_are_hidden_adding_one_shows_them_first(
    show_tab: Shows,
    desk: Desk,
    fill: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    fill()
    seen = audit_skills.all_skills(desk)
    hidden = [Skill(each.id, each.name, each.group, hidden=True) for each in seen]
    audit_skills.arrange_skills(desk, seen, hidden)
    tab = show_tab()
    asked: list[Any] = []
    monkeypatch.setattr("PySide6.QtWidgets.QDialog.exec", lambda each: asked.append(type(each)))
    tab.empty.other.click()
    qtbot.waitUntil(lambda: asked == [Arranging])


def test_a_skill_added_among_others_is_kept_with_the_arrangement(
    show_tab: Shows,
    desk: Desk,
    fill: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    fill()
    tab = show_tab()

    def add_two(dialog: QDialog) -> int:
        if isinstance(dialog, NewSkill):
            return typing(names.pop(), "Care")(dialog)
        assert isinstance(dialog, Arranging)
        dialog.add.click()
        dialog.add.click()
        assert [each.name for each in audit_skills.all_skills(desk)] == ["BSL", "Hoist"]
        assert dialog.table.current() == dialog.skills[-1]
        return QDialog.DialogCode.Accepted

    names = ["Sling", "Braille"]
    monkeypatch.setattr("PySide6.QtWidgets.QDialog.exec", add_two)
    tab.page.editing.arrange()
    qtbot.waitUntil(lambda: len(tab.page.matrix.shown.skills) == 4)
    kept = [each.name for each in tab.page.matrix.shown.skills]
    assert kept == ["BSL", "Hoist", "Braille", "Sling"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("  ", "needs a name"),
        ("bsl ", "BSL is there already"),
        ("hoist", "Hoist is there already, hidden"),
    ],
)
def test_a_name_that_cannot_be_added_is_said_beside_it(
    question: NewSkill, name: str, words: str
) -> None:
    question.name.setText(name)
    question.yes.click()
    assert question.isVisible()
    assert words in question.name.accessibleDescription()


def test_a_group_is_chosen_or_typed(question: NewSkill) -> None:
    offered = [question.group.itemText(at) for at in range(question.group.count())]
    assert offered == ["", "Talk", "Care"]
    question.name.setText("Makaton")
    question.group.setEditText(" Signing ")
    question.yes.click()
    assert not question.isVisible()
    assert question.skill().group == "Signing"


def test_a_skill_is_not_renamed_to_what_another_is_called(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = Arranging(parent, [BSL, HOIST])

    def rename(question: Question) -> int:
        (name,) = question.findChildren(QLineEdit)
        name.setText("hoist")
        question.yes.click()
        assert question.result() == QDialog.DialogCode.Rejected
        assert "Hoist is there already" in name.accessibleDescription()
        name.setText("bsl")
        question.yes.click()
        return question.result()

    monkeypatch.setattr("PySide6.QtWidgets.QDialog.exec", rename)
    dialog.rename.click()
    assert [each.name for each in dialog.skills] == ["bsl", "Hoist"]
