"""What tests of the pages of what is planned for share: the tab on a small college."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest
from pytestqt.qtbot import QtBot

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.changes import Changes
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.domain.weeks.timetable import SessionDetails
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import people, structure
from lsadesk.operations.weeks import sessions, support
from lsadesk.ui.deployment.tab import DeploymentTab, make_tab
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker
from tests.ui.at_rest import wait_for


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
        self.said.append(sentence)

    def move_on(self) -> None:
        """Nothing here stays said."""

    def go(self, place: str, target: object = None) -> None:
        """Keep the place."""
        self.said.append(f"go: {place} {target}")


@pytest.fixture
def around() -> Window:
    """What stands around the tab."""
    return Window()


@pytest.fixture
def small(desk: Desk) -> Desk:
    """Asha and Ben, two sites, three sessions of two groups, and two learners."""
    main = structure.add_site(desk, "Main").result
    structure.add_site(desk, "Quay")
    for forename, surname in (("Asha", "Kaur"), ("Ben", "Xu")):
        people.add_person(
            desk, PersonDetails(forename=forename, surname=surname, weekly_minutes=1500)
        )
    art = SessionDetails(
        day=Weekday.MONDAY,
        span=TimeSpan(time(9), time(10, 30)),
        group="Blue",
        title="Art",
        teacher="Ms Okafor",
        site=main,
        lsas_needed=1,
        lsas_wanted=1,
    )
    sessions.add_session(desk, art)
    sessions.add_session(desk, replace(art, day=Weekday.TUESDAY, title="Cookery"))
    sessions.add_session(desk, replace(art, day=Weekday.TUESDAY, group="Green", lsas_needed=None))
    support.add_learner(
        desk, LearnerDetails(reference="AB01", group="Blue", tasks=frozenset({"Feeding"}))
    )
    support.add_learner(desk, LearnerDetails(reference="CD02", group="Green"))
    return desk


@pytest.fixture
def show(
    desk: Desk, appearance: Appearance, worker: Worker, around: Window, qtbot: QtBot
) -> Callable[[str], DeploymentTab]:
    """Opens the tab at one of its pages, and waits until it has been read."""
    worker.refused.connect(around.say)

    def open_at(name: str) -> DeploymentTab:
        tab = make_tab(TabContext(desk, worker, appearance, around))
        around.tab = tab
        qtbot.addWidget(tab)
        tab.resize(1280, 800)
        names = [tab.bar.tabText(at) for at in range(tab.bar.count())]
        tab.bar.setCurrentIndex(names.index(name))
        tab.show()
        wait_for(worker, qtbot)
        return tab

    return open_at
