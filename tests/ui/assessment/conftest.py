"""The questionnaire as Asha, an LSA, has it before her."""

import pytest

from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.ui.assessment.tab import AssessmentTab
from lsadesk.ui.tab import TabContext

SECRET = "a long enough secret"


class Window:
    """What the tab asked of the window."""

    def __init__(self):
        self.tab = None
        self.said = []
        self.gone = []

    def publish(self, changes):
        self.tab.follow(changes)

    def say(self, sentence, kind="said"):
        self.said.append((kind, sentence))

    def go(self, place, target=None):
        self.gone.append((place, target))


@pytest.fixture
def asha(desk):
    """The desk of an LSA whose line manager is Pat."""
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur", title="LSA"))
    pat = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery"))
    people.set_link(desk, asha.result, Link.LINE_MANAGER, pat.result)
    accounts.add_account(desk, "asha", SECRET, person=asha.result, is_own=True)
    hers = college.unlock(desk.folder, "asha", SECRET)
    yield hers
    hers.close()


@pytest.fixture
def open_tab(qtbot, appearance, worker):
    """Opens the tab for a desk and waits until it has read the draft."""

    def opened(desk):
        window = Window()
        tab = AssessmentTab(TabContext(desk, worker, appearance, window))
        window.tab = tab
        tab.window_ = window
        qtbot.addWidget(tab)
        tab.resize(1100, 800)
        tab.show()
        with qtbot.waitSignal(worker.busy_changed, check_params_cb=lambda busy: not busy):
            pass
        return tab

    return opened


@pytest.fixture
def tab(open_tab, asha):
    """Asha's questionnaire."""
    return open_tab(asha)
