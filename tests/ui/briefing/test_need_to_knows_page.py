"""The week's need-to-knows: typed without a mouse, used again, never lost half typed."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lsadesk import planner
from lsadesk.domain.briefing.need_to_knows import FOUR, NeedToKnows, Readiness
from lsadesk.domain.calendar import Week
from lsadesk.domain.changes import Changes
from lsadesk.operations.briefing import need_to_knows
from lsadesk.operations.deploying import deployment, plans
from lsadesk.operations.desk import Desk
from lsadesk.ui.appearance import Appearance
from lsadesk.ui.briefing.page import NeedToKnowsPage
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker

MONDAY = date(2026, 11, 23)


class Window:
    """Has the page read anew whatever changes."""

    def __init__(self) -> None:
        self.page: NeedToKnowsPage | None = None
        self.said: list[str] = []

    def publish(self, changes: Changes) -> None:
        """Have the page read its week again."""
        if self.page is not None:
            self.page.reload()

    def say(self, sentence: str, kind: str = "said") -> None:
        """Remember what was said."""
        self.said.append(sentence)

    def go(self, place: str, target: object = None) -> None:
        """Nothing leads away from here."""


@pytest.fixture
def page(
    desk: Desk,
    small_timetable: Callable[[Desk], None],
    appearance: Appearance,
    qtbot: QtBot,
) -> Iterator[NeedToKnowsPage]:
    """Monday's cookery and Tuesday's art of a published week."""
    small_timetable(desk)
    ahead = deployment.gather(desk, week=Week.A, starts=MONDAY)
    plan = deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=5)).result
    plans.publish(desk, plan, starts=MONDAY, ends=MONDAY + timedelta(weeks=5))
    worker, window = Worker(), Window()
    made = NeedToKnowsPage(TabContext(desk, worker, appearance, window))
    window.page = made
    qtbot.addWidget(made)
    made.show()
    made.reload()
    settle(made, qtbot)
    yield made
    settle(made, qtbot)
    worker.finish()


def settle(page: NeedToKnowsPage, qtbot: QtBot) -> None:
    """Wait until nothing is asked of the college file any more."""
    qtbot.wait(20)
    qtbot.waitUntil(lambda: not page.context.worker.is_busy, timeout=10_000)


def told(page: NeedToKnowsPage, weeks: int = 0) -> list[NeedToKnows | None]:
    week = need_to_knows.week_ahead(page.context.desk, MONDAY + timedelta(weeks=weeks))
    return [None if each.told is None else each.told.words for each in week.sessions]


def test_four_lines_and_a_key_tell_a_session_and_the_next_one_is_there(
    page: NeedToKnowsPage, qtbot: QtBot
) -> None:
    assert page.said.text() == "2 sessions of this week: 2 gone into blind."
    page.entry.begin()
    for known, words in zip(FOUR, ("Heat", "Reads a dial", "JB02 alone", "Who knew"), strict=True):
        qtbot.keyClicks(page.entry.fields[known], words)
        qtbot.keyClick(page.entry.fields[known], Qt.Key.Key_Return)
    field = page.entry.fields[FOUR[0]]
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page.keep()
    settle(page, qtbot)
    assert page.said.text() == "2 sessions of this week: 1 gone into blind."
    assert told(page)[0] == NeedToKnows(
        concepts="Heat", skills="Reads a dial", outcomes="JB02 alone", feedback="Who knew"
    )
    assert page.entry.seen is not None
    assert page.entry.seen.session.title == "Art"
    assert page.entry.words == NeedToKnows()


def test_as_last_time_tells_the_same_with_the_new_date(page: NeedToKnowsPage, qtbot: QtBot) -> None:
    page.entry.fields[FOUR[0]].setPlainText("Heat")
    page.keep()
    settle(page, qtbot)
    page.turn_to(MONDAY + timedelta(weeks=1))
    settle(page, qtbot)
    page.table.selectRow(0)
    assert page.entry.told.text() == "Told by owner for 23 Nov 2026."
    page.entry.as_last.click()
    settle(page, qtbot)
    page.table.selectRow(0)
    assert page.entry.told.text() == "Told by owner for 30 Nov 2026."
    assert not page.entry.as_last.isEnabled()


def test_what_is_half_typed_is_kept_when_another_session_is_looked_at(
    page: NeedToKnowsPage, qtbot: QtBot
) -> None:
    page.entry.fields[FOUR[0]].setPlainText("Heat")
    page.table.selectRow(1)
    settle(page, qtbot)
    assert told(page)[0] == NeedToKnows(concepts="Heat")
    assert page.entry.seen is not None
    assert page.entry.seen.session.title == "Art"


def test_a_change_elsewhere_leaves_what_is_being_typed(page: NeedToKnowsPage, qtbot: QtBot) -> None:
    page.entry.fields[FOUR[1]].setPlainText("Mixes")
    page.reload()
    settle(page, qtbot)
    assert page.entry.fields[FOUR[1]].toPlainText() == "Mixes"


def test_a_session_of_the_next_week_is_found_too_and_its_first_answer_waits(
    page: NeedToKnowsPage, qtbot: QtBot
) -> None:
    page.turn_to(MONDAY + timedelta(weeks=1))
    settle(page, qtbot)
    assert page.week is not None
    art = page.week.sessions[-1]
    page.choose(art.session.id)
    settle(page, qtbot)
    assert page.entry.seen == art
    assert art.readiness(14) is Readiness.BLIND


def test_nobody_is_shut_out(
    page: NeedToKnowsPage, barriers: Callable[[NeedToKnowsPage], list[str]]
) -> None:
    assert barriers(page) == []
