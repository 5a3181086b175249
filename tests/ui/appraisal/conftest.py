"""The Appraisal tab over a real college of three: Asha, who is appraised, and Pat, who does it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from lsadesk.domain.appraisals.appraisal import AppraisalId, AppraiserRating
from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import Statement
from lsadesk.domain.changes import Changes
from lsadesk.domain.staff.people import Contract, Link, PersonDetails, PersonId
from lsadesk.operations.appraisals import appraisal, appraising, assessment
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.ui.appraisal.tab import AppraisalTab
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker
from tests.ui.at_rest import wait_for

SECRET = "a long enough secret"
DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


class Window:
    """What a tab has around it: keeps what was said, and passes changes on."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.tab: AppraisalTab | None = None

    def publish(self, changes: Changes) -> None:
        """Have the tab follow."""
        if self.tab is not None:
            self.tab.follow(changes)

    def say(self, sentence: str, kind: str = "said") -> None:
        """Keep the sentence."""
        self.said.append(f"{kind}: {sentence}")

    def go(self, place: str, target: object = None) -> None:
        """Keep the place."""
        self.said.append(f"go: {place}")


@dataclass(frozen=True, slots=True)
class Pair:
    """The two, each at their own desk."""

    asha: Desk
    pat: Desk
    person: PersonId
    secret: str = SECRET

    def begin(self) -> AppraisalId:
        """Asha's appraisal, begun by Pat."""
        return appraisal.begin(self.pat, self.person, cycle=DAY).result

    def asked(self) -> tuple[Statement, ...]:
        """What Asha is asked."""
        sheet = assessment.my_sheet(self.asha)
        assert sheet is not None
        return sheet.statements

    def rate(self, wanted: AppraisalId, *, own: list[int], theirs: list[int]) -> None:
        """Both rate the first statements alone, and hand in; the first is a wish, too."""
        for at, level in enumerate(own):
            statement = self.asked()[at].id
            answer = Answer(statement=statement, value=Level(level), learn_more=at == 0)
            assessment.keep_answer(self.asha, answer)
        assessment.hand_in(self.asha)
        for at, level in enumerate(theirs):
            statement = self.asked()[at].id
            appraisal.keep_rating(
                self.pat, wanted, AppraiserRating(statement=statement, value=Level(level))
            )
        appraisal.mark_rest(self.pat, wanted)
        appraisal.hand_in(self.pat, wanted)

    def meet(self, *, own: list[int], theirs: list[int]) -> AppraisalId:
        """Asha's appraisal in its meeting."""
        wanted = self.begin()
        self.rate(wanted, own=own, theirs=theirs)
        appraising.open_meeting(self.pat, wanted)
        return wanted


@pytest.fixture
def pair(desk: Desk) -> Iterator[Pair]:
    """Asha and Pat, her appraiser; Ben of the agency has no account."""
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur", title="LSA"))
    pat = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery"))
    ben = people.add_person(
        desk, PersonDetails(forename="Ben", surname="Carter", contract=Contract.AGENCY)
    )
    for one in (asha, ben):
        people.set_link(desk, one.result, Link.APPRAISER, pat.result)
    desks = []
    for login, person in (("asha", asha.result), ("pat", pat.result)):
        accounts.add_account(desk, login, SECRET, person=person, is_own=True)
        desks.append(college.unlock(desk.folder, login, SECRET, clock=lambda: NOW))
    yield Pair(*desks, asha.result)
    for each in desks:
        each.close()


@pytest.fixture
def open_tab(
    qtbot: QtBot, appearance: Appearance, worker: Worker
) -> Callable[[Desk], AppraisalTab]:
    """Opens the tab for a desk and waits until it shows what there is."""

    def opened(desk: Desk) -> AppraisalTab:
        window = Window()
        tab = AppraisalTab(TabContext(desk, worker, appearance, window))
        window.tab = tab
        tab.window_ = window  # type: ignore[attr-defined]
        qtbot.addWidget(tab)
        tab.resize(1280, 712)
        tab.show()
        tab.activateWindow()
        qtbot.waitUntil(lambda: tab._answer is not None)
        return tab

    return opened


@pytest.fixture
def rest(qtbot: QtBot, worker: Worker) -> Callable[[], None]:
    """Waits until nothing is asked of the college file any more."""

    def waited() -> None:
        wait_for(worker, qtbot)

    return waited
