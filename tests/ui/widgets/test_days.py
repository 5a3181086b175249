import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFocusEvent
from pytestqt.qtbot import QtBot

from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.days import DayEdit
from lsadesk.ui.widgets.forms import Form

SHOWN = QDate(2026, 11, 22)


@pytest.fixture
def field(qtbot: QtBot) -> DayEdit:
    field = DayEdit(SHOWN)
    qtbot.addWidget(field)
    return field


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1 Mar 2026", QDate(2026, 3, 1)),
        ("01/03/2026", QDate(2026, 3, 1)),
        ("31/12/25", QDate(2025, 12, 31)),
        ("31 March 2027", QDate(2027, 3, 31)),
        ("29.2.2028", QDate(2028, 2, 29)),
        ("5 Mawrth 2027", QDate(2027, 3, 5)),
        ("1 Mar", QDate(2026, 3, 1)),
        ("3/12", QDate(2026, 12, 3)),
        ("27", QDate(2026, 11, 27)),
    ],
)
def test_a_day_is_read_as_it_was_typed(
    qtbot: QtBot, field: DayEdit, typed: str, day: QDate
) -> None:
    qtbot.keyClicks(field, typed)
    assert field.text() == typed
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.date() == day
    assert field.text() == day.toString("d MMM yyyy")


def test_a_day_that_was_typed_counts_though_one_has_not_gone_on(
    qtbot: QtBot, field: DayEdit
) -> None:
    qtbot.keyClicks(field, "1 Mar 2026")
    assert field.date() == QDate(2026, 3, 1)


def test_the_day_is_told_once_and_not_while_it_is_half_typed(qtbot: QtBot, field: DayEdit) -> None:
    told: list[QDate] = []
    field.dateChanged.connect(told.append)
    qtbot.keyClicks(field, "31/12/2027")
    assert told == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == [QDate(2027, 12, 31)]


def test_what_is_no_day_stays_to_be_put_right_and_sends_no_form(
    qtbot: QtBot, field: DayEdit
) -> None:
    said: list[str] = []
    field.unread.connect(said.append)
    qtbot.keyClicks(field, "30 Feb 2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "30 Feb 2026"
    assert "30 Feb 2026" in said[-1]
    for _ in range(4):
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert said[-1] == ""
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.date()) == ("22 Nov 2026", SHOWN)


def test_leaving_what_is_no_day_shows_the_one_before(qtbot: QtBot, field: DayEdit) -> None:
    qtbot.keyClicks(field, "soon")
    field.focusOutEvent(QFocusEvent(QFocusEvent.Type.FocusOut))
    assert (field.text(), field.date()) == ("22 Nov 2026", SHOWN)


def test_no_error_stays_beside_a_day_that_was_taken_back_stepped_or_left_as_it_is(
    qtbot: QtBot, field: DayEdit
) -> None:
    said: list[str] = []
    field.unread.connect(said.append)
    qtbot.keyClicks(field, "soon")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert said[-1] == ""
    for go_on in (lambda: qtbot.keyClick(field, Qt.Key.Key_Up), lambda: None):
        qtbot.keyClicks(field, "soon")
        field.focusOutEvent(QFocusEvent(QFocusEvent.Type.FocusOut))
        assert "soon" in said[-1]
        field.focusInEvent(QFocusEvent(QFocusEvent.Type.FocusIn))
        assert "soon" in said[-1]
        go_on()
        field.focusOutEvent(QFocusEvent(QFocusEvent.Type.FocusOut))
        assert said[-1] == ""


def test_a_question_does_not_close_over_a_day_that_could_not_be_read(qtbot: QtBot) -> None:
    question, form = Question(None, "Ask", "", "Yes"), Form()
    qtbot.addWidget(question)
    question.body.addWidget(form)
    day = form.day("Last day", SHOWN)
    question.show()
    qtbot.keyClicks(day, "31/11")
    day.focusOutEvent(QFocusEvent(QFocusEvent.Type.FocusOut))
    question.accept()
    assert question.isVisible()
    assert form.first_wrong() is day
    day.focusInEvent(QFocusEvent(QFocusEvent.Type.FocusIn))
    question.accept()
    assert not question.isVisible()


def test_no_day_goes_beyond_what_the_field_allows(qtbot: QtBot, field: DayEdit) -> None:
    field.setMaximumDate(SHOWN)
    qtbot.keyClicks(field, "1 Jan 2030")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.date() == SHOWN


def test_the_arrow_keys_go_a_day_on_as_before(qtbot: QtBot, field: DayEdit) -> None:
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.date() == QDate(2026, 11, 23)
