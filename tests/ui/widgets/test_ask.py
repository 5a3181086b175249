"""Questions to the person."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form


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
