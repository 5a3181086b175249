from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from lsadesk import planner
from lsadesk.domain.calendar import Week
from lsadesk.domain.changes import Changes
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks import support
from lsadesk.ui.cover.given_page import GivenPage
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker
from tests.ui.at_rest import wait_for


class Window:
    """Has the page read anew whatever changes."""

    def __init__(self) -> None:
        self.page: GivenPage | None = None

    def publish(self, changes: Changes) -> None:
        """Have the page read its day again."""
        if self.page is not None:
            self.page.reload()

    def say(self, sentence: str, kind: str = "said") -> None:
        """Nothing is said here."""

    def go(self, place: str, target: object = None) -> None:
        """Nothing leads away from here."""


@pytest.fixture
def page(
    desk: Desk,
    small_timetable: Callable[[Desk], None],
    appearance: Appearance,
    worker: Worker,
    qtbot: QtBot,
) -> Iterator[GivenPage]:
    """The page on today, a Tuesday, with one planned place, for a learner of ten hours a week."""
    small_timetable(desk)
    support.add_learner(desk, LearnerDetails(reference="RT11", group="Blue", weekly_minutes=600))
    ahead = deployment.gather(desk, week=Week.A)
    deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=20))
    window = Window()
    made = GivenPage(TabContext(desk, worker, appearance, window))
    window.page = made
    qtbot.addWidget(made)
    made.show()
    made.turn_to(desk.today)
    settle(made, qtbot)
    yield made
    settle(made, qtbot)


def settle(page: GivenPage, qtbot: QtBot) -> None:
    """Wait until nothing is asked of the college file any more."""
    wait_for(page.context.worker, qtbot)


def test_before_anything_is_logged_the_page_says_what_will_stand_there(page: GivenPage) -> None:
    assert page.told.text() == "Not written down yet: 1 place."
    assert page.totals.isHidden()
    assert page.term.text().startswith("Once a day is written down")


def test_a_day_to_come_is_shown_and_not_written_down_yet(page: GivenPage, qtbot: QtBot) -> None:
    page.turn_to(page.context.desk.today + timedelta(days=7))
    settle(page, qtbot)
    assert page.lines.model_.records()
    assert page.told.text().startswith("This day is still to come")
    assert page.by_plan.text().startswith("No plan is published for this day")
    assert not (page.all.isEnabled())
    assert not (page.other.isEnabled())


def test_one_press_logs_the_day_and_the_learners_time_is_there(
    page: GivenPage, qtbot: QtBot
) -> None:
    page.all.click()
    settle(page, qtbot)
    assert page.told.text() == "Written down: all of 1 place."
    assert not page.all.isEnabled()
    (total,) = page.totals.model_.records()
    assert (total.reference, total.specified, total.given) == ("RT11", 120, 90)
    assert "1 with less than specified" in page.term.text()
