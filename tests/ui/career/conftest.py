"""The career map tab with somebody signed in, beside a stand-in for the window."""

import pytest

from lsadesk.domain.staff.people import PersonDetails
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.ui.career.tab import CareerTab
from lsadesk.ui.tab import TabContext

SECRET = "a long enough secret"


class Window:
    """What the tab asked of the window."""

    def __init__(self):
        self.tab = None
        self.published, self.said, self.went = [], [], []

    def publish(self, changes):
        self.published.append(changes.sentence)
        self.tab.follow(changes)

    def say(self, sentence, kind="said"):
        self.said.append(sentence)

    def go(self, place, target=None):
        self.went.append(place)


@pytest.fixture
def asha(desk):
    """The desk of an LSA."""
    details = PersonDetails(forename="Asha", surname="Kaur", title="LSA")
    person = people.add_person(desk, details).result
    accounts.add_account(desk, "asha", SECRET, person=person, is_own=True)
    hers = college.unlock(desk.folder, "asha", SECRET)
    yield hers
    hers.close()


@pytest.fixture
def open_tab(qtbot, appearance, worker):
    """Opens the tab for a desk and waits until it shows the map."""

    def opened(desk):
        window = Window()
        tab = CareerTab(TabContext(desk, worker, appearance, window))
        window.tab = tab
        tab.window_ = window
        qtbot.addWidget(tab)
        tab.resize(1400, 860)
        tab.show()
        qtbot.waitUntil(lambda: tab.table.model_.rowCount() > 0)
        return tab

    return opened


@pytest.fixture
def tab(open_tab, asha):
    """Asha's career map."""
    return open_tab(asha)
