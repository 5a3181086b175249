"""What tests of the planner's page share: a small planned week, and the page on it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from lsadesk import planner
from lsadesk.domain.calendar import Week
from lsadesk.domain.changes import Changes
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.ui.deployment.board import Shown
from lsadesk.ui.deployment.tab import DeploymentTab, make_tab
from lsadesk.ui.deployment.week_page import WeekPage
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker

CYCLES = 20


class Window:
    """What a tab has around it: keeps what was said, and passes changes on."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.tab: DeploymentTab | None = None

    def publish(self, changes: Changes) -> None:
        """Have the tab follow."""
        if self.tab is not None:
            self.tab.follow(changes)

    def say(self, sentence: str, kind: str = "said") -> None:
        """Keep the sentence."""
        self.said.append(f"{kind}: {sentence}")

    def move_on(self) -> None:
        """Keep that something else is looked at."""
        self.said.append("moved on")

    def go(self, place: str, target: object = None) -> None:
        """Keep the place."""
        self.said.append(f"go: {place} {target}")


@pytest.fixture
def around() -> Window:
    """What stands around the tab."""
    return Window()


@pytest.fixture
def planned(desk: Desk, small_timetable: Callable[[Desk], None]) -> Desk:
    """Asha and Ben's college, its week A planned: one of four places is not covered."""
    small_timetable(desk)
    ahead = deployment.gather(desk, week=Week.A)
    deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=CYCLES))
    return desk


@pytest.fixture
def shown(planned: Desk) -> Shown:
    """The planned week."""
    board = deployment.week_board(planned)
    assert board.made is not None
    return Shown(board.ahead, board.made.plan, board.broken)


@pytest.fixture
def show_whole(
    desk: Desk, appearance: Appearance, worker: Worker, around: Window, qtbot: QtBot
) -> Callable[[], DeploymentTab]:
    """Opens the tab on the college as it is then, and waits until its week has been read."""
    worker.refused.connect(lambda sentence: around.say(sentence, "warning"))

    def show() -> DeploymentTab:
        tab = make_tab(TabContext(desk, worker, appearance, around))
        around.tab = tab
        qtbot.addWidget(tab)
        tab.resize(1280, 800)
        with qtbot.waitSignal(worker.busy_changed, check_params_cb=lambda busy: not busy):
            tab.show()
        return tab

    return show


@pytest.fixture
def show_tab(show_whole: Callable[[], DeploymentTab]) -> Callable[[], WeekPage]:
    """Opens the tab at its first page, the week."""
    return lambda: show_whole().week
