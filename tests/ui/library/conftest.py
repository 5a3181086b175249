"""The library tab open over a real college, as if the window were around it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.changes import Changes
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people, structure
from lsadesk.ui.library.tab import LibraryTab
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.tasks import Worker

SECRET = "a long enough secret"


class Window:
    """What the tab has around it: keeps what was published and said, and passes changes on."""

    def __init__(self) -> None:
        self.tab: Tab | None = None
        self.published: list[str] = []
        self.said: list[str] = []
        self.went: list[str] = []

    def publish(self, changes: Changes) -> None:
        """Keep the sentence and tell the tab."""
        self.published.append(changes.sentence)
        if self.tab is not None:
            self.tab.follow(changes)

    def say(self, sentence: str, kind: str = "said") -> None:
        """Keep the sentence."""
        self.said.append(sentence)

    def go(self, place: str, target: object = None) -> None:
        """Keep where it led."""
        self.went.append(place)


@pytest.fixture
def window() -> Window:
    """What stands around the tab."""
    return Window()


@pytest.fixture
def asha(desk: Desk) -> Iterator[Desk]:
    """The desk of an LSA with a long Welsh name, in a team of one."""
    team = structure.add_team(desk, "Cefnogaeth Dysgu a Sgiliau Bywyd Annibynnol").result
    details = PersonDetails(forename="Angharad", surname="Llŷr", title="LSA", level=1, team=team)
    person = people.add_person(desk, details).result
    accounts.add_account(desk, "asha", SECRET, person=person, is_own=True)
    hers = college.unlock(desk.folder, "asha", SECRET, clock=desk.store.clock)
    yield hers
    hers.close()


@pytest.fixture
def open_tab(
    worker: Worker, appearance: Appearance, window: Window, qtbot: QtBot
) -> Callable[[Desk], LibraryTab]:
    """Opens the tab for a desk and waits until it shows the library."""

    def opened(desk: Desk) -> LibraryTab:
        tab = LibraryTab(TabContext(desk, worker, appearance, window))
        window.tab = tab
        qtbot.addWidget(tab)
        tab.resize(1024, 640)
        tab.show()
        tab.activateWindow()
        qtbot.waitUntil(lambda: tab.finder.table.model_.rowCount() > 0)
        return tab

    return opened


@pytest.fixture
def tab(open_tab: Callable[[Desk], LibraryTab], asha: Desk) -> LibraryTab:
    """An LSA's library."""
    return open_tab(asha)


@pytest.fixture
def head_tab(
    open_tab: Callable[[Desk], LibraryTab], asha: Desk, desk: Desk, qtbot: QtBot
) -> LibraryTab:
    """The library of the head, who is administrator too; an LSA works there."""
    return open_tab(desk)


@pytest.fixture
def said() -> Callable[[QWidget], str]:
    """All that a page's labels say."""

    def words(page: QWidget) -> str:
        return "\n".join(one.text() for one in page.findChildren(QLabel) if not one.isHidden())

    return words
