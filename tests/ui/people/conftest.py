"""The People tab over a real college of three, as if the window were around it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lsadesk.domain.changes import Changes
from lsadesk.domain.staff.people import Link, PersonDetails, PersonId
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people, structure
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.people.tab import PeopleTab
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker

SECRET = "a long enough secret"
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


class Window:
    """What a tab has around it: keeps what was said, and passes changes on."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.saved: list[str] = []
        self.tab: PeopleTab | None = None

    def publish(self, changes: Changes) -> None:
        """Have the tab follow."""
        self.saved.append(changes.sentence)
        if self.tab is not None:
            self.tab.follow(changes)

    def say(self, sentence: str, kind: str = "said") -> None:
        """Keep the sentence."""
        self.said.append(f"{kind}: {sentence}")

    def go(self, place: str, target: object = None) -> None:
        """Keep the place."""
        self.said.append(f"go: {place}")


@pytest.fixture
def staff(desk: Desk) -> dict[str, PersonId]:
    """Asha (Cookery), Siân and Pat, who is Asha's line manager; by forename."""
    team = structure.add_team(desk, "Cookery").result
    site = structure.add_site(desk, "Quayside").result
    details = (
        PersonDetails(
            forename="Asha", surname="Kaur", title="LSA", team=team, sites=frozenset({site})
        ),
        PersonDetails(forename="Siân", surname="Ŵyn-Prydderch", payroll="AV1006"),
        PersonDetails(forename="Pat", surname="Ellery", title="Manager"),
    )
    found = {each.forename: people.add_person(desk, each).result for each in details}
    people.set_link(desk, found["Asha"], Link.LINE_MANAGER, found["Pat"])
    return found


@pytest.fixture
def sign_in(desk: Desk) -> Iterator[Callable[[PersonId], Desk]]:
    """Gives a person an account and sits down with it."""
    desks: list[Desk] = []

    def sign(person: PersonId) -> Desk:
        login = f"login {len(desks)}"
        accounts.add_account(desk, login, SECRET, person=person, is_own=True)
        desks.append(college.unlock(desk.folder, login, SECRET, clock=lambda: NOW))
        return desks[-1]

    yield sign
    for each in desks:
        each.close()


@pytest.fixture
def open_tab(qtbot: QtBot, appearance: Appearance, worker: Worker) -> Callable[[Desk], PeopleTab]:
    """Opens the tab for a desk and waits until it shows what there is."""

    def opened(desk: Desk) -> PeopleTab:
        window = Window()
        tab = PeopleTab(TabContext(desk, worker, appearance, window))
        window.tab = tab
        tab.window_ = window  # type: ignore[attr-defined]
        qtbot.addWidget(tab)
        tab.resize(1200, 800)
        tab.show()
        tab.activateWindow()
        qtbot.waitUntil(lambda: tab.staff._directory is not None)
        return tab

    return opened


@pytest.fixture
def tab(open_tab: Callable[[Desk], PeopleTab], desk: Desk, staff: dict[str, PersonId]) -> PeopleTab:
    """The tab as the owner of a college of three sees it."""
    return open_tab(desk)


@pytest.fixture
def keys(qtbot: QtBot) -> Callable[..., None]:
    """Presses keys where Qt would send them: in an open list, or else where the focus is."""

    def press(*what: str | Qt.Key) -> None:
        for each in what:
            focused = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert focused is not None, f"nothing has the focus to press {each!r} in"
            if isinstance(each, str):
                QTest.keyClicks(focused, each)
            else:
                QTest.keyClick(focused, each)

    return press
