"""The Development tab open over a real college, as if the window were around it."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.changes import Changes
from lsadesk.domain.developing.development import ActionDetails, Mode
from lsadesk.domain.staff.people import Link, PersonDetails, PersonId
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import development
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people, structure
from lsadesk.ui.development.line_form import LineQuestion
from lsadesk.ui.development.plan import PlanView
from lsadesk.ui.development.tab import DevelopmentTab
from lsadesk.ui.development.target import PlanTarget
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker

SECRET = "a long enough secret"
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


class Window:
    """What the tab has around it: keeps what was published and said, and has the tab follow."""

    def __init__(self) -> None:
        self.published: list[str] = []
        self.said: list[str] = []
        self.tabs: list[DevelopmentTab] = []

    def publish(self, changes: Changes) -> None:
        """Keep the sentence of the change."""
        self.published.append(changes.sentence)
        for tab in self.tabs:
            tab.follow(changes)

    def say(self, sentence: str, kind: str = "said") -> None:
        """Keep the sentence."""
        self.said.append(sentence)

    def go(self, place: str, target: object = None) -> None:
        """Keep the place; within the tab, go there."""
        self.said.append(f"go: {place}")
        for tab in self.tabs:
            if place == "development":
                tab.show_target(target)


@pytest.fixture
def staff(desk: Desk) -> dict[str, PersonId]:
    """Angharad with three lines, Ben with none, and Pat, who is Angharad's appraiser."""
    team = structure.add_team(desk, "Sgiliau Bywyd").result
    names = {"Angharad": "Llewelyn-Prydderch", "Ben": "Carter", "Pat": "Ellery"}
    found = {
        forename: people.add_person(
            desk, PersonDetails(forename=forename, surname=surname, title="LSA", team=team)
        ).result
        for forename, surname in names.items()
    }
    angharad = found["Angharad"]
    people.set_link(desk, angharad, Link.APPRAISER, found["Pat"])
    development.add_action(
        desk,
        angharad,
        ActionDetails(
            what="Makaton level 2",
            why="Makaton: level 1, under direct instruction",
            mode=Mode.COURSE,
            helper="Pat Ellery",
            due=date(2027, 2, 28),
        ),
    )
    development.add_action(
        desk,
        angharad,
        ActionDetails(what="Cysgodi Pat", mode=Mode.SHADOWING, due=date(2026, 11, 3)),
    )
    development.add_action(
        desk, angharad, ActionDetails(what="Read the guide", done_on=date(2026, 10, 1))
    )
    return found


@pytest.fixture
def pat(desk: Desk, staff: dict[str, PersonId]) -> Iterator[Desk]:
    """The appraiser at a desk of her own."""
    accounts.add_account(desk, "Pat", SECRET, person=staff["Pat"], is_own=True)
    hers = college.unlock(desk.folder, "Pat", SECRET, clock=lambda: NOW)
    yield hers
    hers.close()


@pytest.fixture
def window() -> Window:
    """What stands around the dialog."""
    return Window()


@pytest.fixture
def context(desk: Desk, worker: Worker, appearance: Appearance, window: Window) -> TabContext:
    """The owner's way to the college."""
    return TabContext(desk, worker, appearance, window)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A window of the smallest size that the program allows."""
    made = QWidget()
    made.resize(1024, 640)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def open_tab(
    context: TabContext, window: Window, qtbot: QtBot, staff: dict[str, PersonId]
) -> Callable[..., DevelopmentTab]:
    """Opens the tab of whoever sits at a desk (the head) and waits until it is filled."""

    def opened(desk: Desk | None = None) -> DevelopmentTab:
        where = context
        if desk is not None:
            where = TabContext(desk, context.worker, context.appearance, window)
        tab = DevelopmentTab(where)
        window.tabs.append(tab)
        qtbot.addWidget(tab)
        tab.resize(1180, 640)
        tab.show()
        tab.activateWindow()
        qtbot.waitUntil(lambda: not context.worker.is_busy)
        return tab

    return opened


@pytest.fixture
def open_plan(
    open_tab: Callable[..., DevelopmentTab], qtbot: QtBot, staff: dict[str, PersonId]
) -> Callable[..., PlanView]:
    """Opens the plan of one of *staff* in the head's tab and waits until it is there."""

    def opened(forename: str, adding: ActionDetails | None = None) -> PlanView:
        tab = open_tab()
        tab.show_target(PlanTarget(staff[forename], adding))
        view = tab.people.plan
        qtbot.waitUntil(lambda: view.plan is not None)
        return view

    return opened


@pytest.fixture
def view(open_plan: Callable[..., PlanView]) -> PlanView:
    """Angharad's plan."""
    return open_plan("Angharad")


@pytest.fixture
def keys() -> Callable[..., None]:
    """Presses keys where the focus is; a pair is a key with Ctrl or Alt."""

    def press(*what: str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        for each in what:
            focused = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert focused is not None, f"nothing has the focus to press {each!r} in"
            if isinstance(each, str):
                QTest.keyClicks(focused, each)
            elif isinstance(each, tuple):
                QTest.keyClick(focused, *each)
            else:
                QTest.keyClick(focused, each)

    return press


@pytest.fixture
def next_form(keys: Callable[..., None]) -> Callable[..., None]:
    """Has *what* typed into the form that opens next, starting in its first field."""

    def planned(*what: str | Qt.Key) -> None:
        def type_in() -> None:
            form = QApplication.activeModalWidget()
            if not isinstance(form, LineQuestion) or not form.what.hasFocus():
                QTimer.singleShot(20, type_in)
                return
            keys(*what)

        QTimer.singleShot(0, type_in)

    return planned
