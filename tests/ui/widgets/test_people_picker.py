import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.staff.people import Colleague
from lsadesk.ui.widgets.people_picker import PeoplePicker

ZOE, LORRAINE, WENDY = PersonId(1), PersonId(2), PersonId(3)


@pytest.fixture
def picker(qtbot: QtBot) -> PeoplePicker:
    """Three people; the team of one has in it the letters with which another's name begins."""
    made = PeoplePicker()
    qtbot.addWidget(made)
    made.offer(
        [
            Colleague(LORRAINE, "Lorraine Begum", "Begum, Lorraine", "Senior LSA", "Horizon"),
            Colleague(WENDY, "Wendy Brown-Hughes", "Brown-Hughes, Wendy", "CSW", "Blue"),
            Colleague(ZOE, "Zoë Fletcher", "Fletcher, Zoë", "LSA", "Blue"),
        ]
    )
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("zo", ZOE),
        ("fletcher z", ZOE),
        ("hughes", WENDY),
        ("horiz", LORRAINE),
        ("senior", LORRAINE),
    ],
)
def test_letters_find_whoever_has_a_word_that_begins_with_them(
    picker: PeoplePicker, qtbot: QtBot, typed: str, meant: PersonId
) -> None:
    line = picker.lineEdit()
    assert line is not None
    line.setText(typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert picker.chosen() == meant
