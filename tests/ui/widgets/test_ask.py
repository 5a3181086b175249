"""Questions to the person."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lsadesk.ui.widgets import ask
from lsadesk.ui.widgets.ask import Question, ask_where
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label


def test_a_question_begins_with_its_first_field_and_ends_with_its_buttons(qtbot: QtBot) -> None:
    question = Question(None, "Rename", "", "Rename")
    qtbot.addWidget(question)
    form = Form()
    fields = form.text("Name of the team"), form.text("Site")
    question.body.addWidget(form)
    question.show()
    question.activateWindow()
    qtbot.waitUntil(fields[0].hasFocus)
    for expected in (fields[1], question.no, question.yes, fields[0]):
        QTest.keyClick(question.focusWidget(), Qt.Key.Key_Tab)
        assert question.focusWidget() is expected


def test_a_question_without_fields_begins_with_its_answer(qtbot: QtBot) -> None:
    question = Question(None, "Remove?", "Blue has nobody in it.", "Remove")
    qtbot.addWidget(question)
    question.show()
    question.activateWindow()
    qtbot.waitUntil(question.yes.hasFocus)


def test_esc_asks_before_a_sentence_that_was_typed_is_lost(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = iter([False, True])

    def answer(_parent: QWidget, title: str, _sentence: str, **_words: object) -> bool:
        asked.append(title)
        return next(answers)

    monkeypatch.setattr(ask, "confirm", answer)
    question = Question(None, "Add an action", "", "Add")
    qtbot.addWidget(question)
    form = Form()
    found = form.text("What", "Shadow the sensory room on Tuesdays with Pat")
    why = form.text("Why")
    question.body.addWidget(form)
    question.show()
    why.setText("a short word")
    QTest.keyClick(why, Qt.Key.Key_Escape)
    assert not question.isVisible(), "what is soon typed again goes, and what was there stays"
    assert not asked

    question.show()
    found.setText("Shadow the sensory room every Tuesday with Pat")
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert asked == ["Leave without saving?"]
    assert question.isVisible()
    QTest.mouseClick(question.no, Qt.MouseButton.LeftButton)
    assert not question.isVisible(), "Cancel asks alike, and yes leaves"
    assert len(asked) == 2


def test_a_question_that_grows_near_the_edge_keeps_its_buttons_on_the_screen(qtbot: QtBot) -> None:
    asked = Question(None, "Publish?", "", "Publish")
    qtbot.addWidget(asked)
    with qtbot.waitExposed(asked):
        asked.show()
    room = asked.screen().availableGeometry()
    asked.move(room.left(), room.bottom() - asked.frameGeometry().height())
    asked.body.addWidget(label("\n".join(["Nadia is not signed off by then."] * 24)))
    before = asked.height()
    qtbot.waitUntil(lambda: asked.height() > before)
    assert asked.frameGeometry().bottom() <= room.bottom()


def test_a_file_gets_its_ending_and_another_of_that_name_is_written_over_when_asked(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown: list[tuple[str, str]] = []
    answers: list[bool] = []

    def typed(_parent: object, _title: str, start: str, kinds: str) -> tuple[str, str]:
        shown.append((start.rpartition("/")[2], kinds))
        return str(tmp_path / "Plan 3.5"), ""

    monkeypatch.setattr("lsadesk.ui.widgets.ask.QFileDialog.getSaveFileName", typed)
    monkeypatch.setattr("lsadesk.ui.widgets.ask.confirm", lambda *_, **__: answers.pop())
    whole = tmp_path / "Plan 3.5.pdf"
    assert ask_where(None, "Save", "Siân/Asha.pdf") == whole
    assert shown == [("Siân-Asha.pdf", "PDF (*.pdf)")]
    whole.touch()
    answers += [False, True]
    assert ask_where(None, "Save", "Plan.pdf") == whole
    assert ask_where(None, "Save", "Plan.pdf") is None
    assert ask_where(None, "Save", "Plan 3.5") == tmp_path / "Plan 3.5"
