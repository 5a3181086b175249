"""The forms of a placement and of what is written on the way: open until all is sound."""

from datetime import date

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.placements.placements import LONGEST, EntryDetails, EntryKind
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.operations.placements.placements import Placements
from lsadesk.ui.placements.forms import ask_entry, ask_placement
from lsadesk.ui.widgets.ask import Question

TODAY = date(2026, 11, 24)
LONG = "a" * (LONGEST + 1)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """What a question stands over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def line(question: Question, name: str) -> QLineEdit:
    """The line that is read out by *name*."""
    return next(each for each in question.findChildren(QLineEdit) if each.accessibleName() == name)


def paragraph(question: Question, name: str) -> QPlainTextEdit:
    """The same, of several lines."""
    fields = question.findChildren(QPlainTextEdit)
    return next(each for each in fields if each.accessibleName() == name)


def test_an_answer_that_is_too_long_stays_in_the_open_form(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(question: Question) -> int:
        day, answer = line(question, "Day"), paragraph(question, "What was seen")
        question.yes.click()
        assert "at least one" in line(question, "Who visited").accessibleDescription()
        answer.setPlainText(LONG)
        question.yes.click()
        assert question.result() == QDialog.DialogCode.Rejected
        assert f"{LONGEST} letters" in answer.accessibleDescription()
        assert answer.toPlainText() == LONG
        day.setText("25 Nov 2026")
        answer.setPlainText(" Serves alone ")
        question.yes.click()
        assert "still to come" in day.accessibleDescription()
        day.setText("23 Nov 2026")
        question.yes.click()
        return question.result()

    monkeypatch.setattr("PySide6.QtWidgets.QDialog.exec", write)
    visit = EntryDetails(kind=EntryKind.VISIT, on=TODAY)
    told = ask_entry(parent, TODAY, visit, "KD07, Library")
    assert told == EntryDetails(kind=EntryKind.VISIT, on=date(2026, 11, 23), seen="Serves alone")


def test_each_thing_wrong_with_a_placement_is_said_beside_its_field(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def write(question: Question) -> int:
        line(question, "From").setText("3 Feb 2027")
        line(question, "Until").setText("2 Feb 2027")
        helps = paragraph(question, "What helps")
        helps.setPlainText(LONG)
        question.yes.click()
        lines = [line(question, name) for name in ("Employer or place", "From", "Until")]
        said.extend(each.accessibleDescription() for each in (*lines, helps))
        return question.result()

    monkeypatch.setattr("PySide6.QtWidgets.QDialog.exec", write)
    around = Placements(records=(), learners={LearnerId(1): "KD07"}, staff={}, today=TODAY)
    assert ask_placement(parent, around, None) is None
    place, begins, until, helps = said
    assert "Say where it is" in place
    assert "ends before it begins" in until
    assert f"{LONGEST} letters" in helps
    assert begins == "As 3 Feb 2027."
