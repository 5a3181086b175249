"""A published week with two sessions, and a page over it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lsadesk import planner
from lsadesk.domain.calendar import Week
from lsadesk.domain.changes import Changes
from lsadesk.operations.deploying import deployment, plans
from lsadesk.operations.desk import Desk
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker
from tests.ui.at_rest import wait_for

MONDAY = date(2026, 11, 23)
Settle = Callable[[], None]


class Window:
    """Has the page read anew whatever changes."""

    def __init__(self) -> None:
        self.page: QWidget | None = None

    def publish(self, changes: Changes) -> None:
        """Have the page read its records again."""
        reload = getattr(self.page, "reload", None)
        if reload is not None:
            reload()

    def say(self, sentence: str, kind: str = "said") -> None:
        """Nothing is said here."""

    def go(self, place: str, target: object = None) -> None:
        """Nothing leads away from here."""


@pytest.fixture
def college(desk: Desk, small_timetable: Callable[[Desk], None]) -> Desk:
    """Monday's cookery and Tuesday's art, published for six weeks."""
    small_timetable(desk)
    ahead = deployment.gather(desk, week=Week.A, starts=MONDAY)
    plan = deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=5)).result
    plans.publish(desk, plan, starts=MONDAY, ends=MONDAY + timedelta(weeks=5))
    return desk


@pytest.fixture
def context(college: Desk, worker: Worker, appearance: Appearance) -> TabContext:
    """The way to the college, through a window that has one page."""
    return TabContext(college, worker, appearance, Window())


@pytest.fixture
def settle(context: TabContext, qtbot: QtBot) -> Settle:
    """Waits until nothing is asked of the college file any more."""

    def wait() -> None:
        wait_for(context.worker, qtbot)

    return wait


@pytest.fixture
def shown(context: TabContext, qtbot: QtBot, settle: Settle) -> Callable[[QWidget], None]:
    """Shows a page that is read anew as something changes."""

    def show(page: QWidget) -> None:
        qtbot.addWidget(page)
        context._window.page = page  # type: ignore[attr-defined]
        page.show()
        context._window.publish(Changes(frozenset(), ""))
        settle()

    return show
