"""What can be taken away, and what the question makes of it."""

import pytest
from pytestqt.qtbot import QtBot

from lsadesk.domain.weeks.timetables import Choosable, Whose
from lsadesk.ui.deployment.taking import TakeAway, What


@pytest.fixture
def question(qtbot: QtBot) -> TakeAway:
    made = TakeAway(
        None,  # type: ignore[arg-type]
        {whose: [Choosable("1", f"{whose.value} one"), Choosable("2", "Siân")] for whose in Whose},
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_nobody_ticked_stands_for_all(question: TakeAway) -> None:
    wanted = question.wanted()
    assert (wanted.what, wanted.whose, wanted.chosen) == (What.EACH, Whose.LSA, None)


def test_a_name_is_found_without_its_accents_and_ticked(question: TakeAway, qtbot: QtBot) -> None:
    question.some.focusProxy().setText("sian")  # type: ignore[union-attr]
    shown = [at for at in range(2) if not question.some.list.isRowHidden(at)]
    assert shown == [1]
    question.some.list.setCurrentRow(1)
    qtbot.keyClick(question.some.list, " ")
    assert question.wanted().chosen == ["2"]


def test_a_room_can_have_a_calendar_which_has_no_large_print(question: TakeAway) -> None:
    question.whose.choose(Whose.ROOM)
    question.big.setChecked(True)
    question.what.choose(What.CALENDAR)
    assert question.wanted().whose is Whose.ROOM
    assert not question.wanted().big


def test_learners_can_be_named_on_lsas_own_alone(question: TakeAway) -> None:
    question.learners.setChecked(True)
    question.whose.choose(Whose.TEACHER)
    assert not question.wanted().learners
