"""A matrix of three people and three skills, and the tab over a real college that holds it."""

import os
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lsadesk.domain.auditing.audit import PROOF_SEEN, TRAINING_BOOKED, AuditMatrix, AuditPerson
from lsadesk.domain.auditing.skills import (
    EXEMPT,
    NEVER_ASKED,
    UNKNOWN,
    Level,
    Rating,
    Skill,
    SkillId,
    Unknown,
    View,
)
from lsadesk.domain.changes import Changes, Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails, PersonId
from lsadesk.operations.desk import Desk
from lsadesk.store.auditing import skills
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.ui.audit.tab import AuditTab
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker


class Window:
    """What a tab has around it: keeps what was said, and passes changes on."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.tab: AuditTab | None = None

    def publish(self, changes: Changes) -> None:
        """Have the tab follow."""
        if self.tab is not None:
            self.tab.follow(changes)

    def say(self, sentence: str, kind: str = "said") -> None:
        """Keep the sentence."""
        self.said.append(f"{kind}: {sentence}")

    def go(self, place: str, target: object = None) -> None:
        """Keep the place."""
        self.said.append(f"go: {place} {target}")


@pytest.fixture
def matrix() -> AuditMatrix:
    """Asha, Ben and Siân by BSL, Braille (nobody) and Hoist (Asha alone)."""
    names = (("Kaur, Asha", "Cookery"), ("Xu, Ben", "Art"), ("Ŵyn, Siân", "Cookery"))
    heads = [
        AuditPerson(id=PersonId(at), sort_name=name, title="LSA", team=team)
        for at, (name, team) in enumerate(names, 1)
    ]
    columns = [
        Skill(SkillId(1), "BSL", "Communication"),
        Skill(SkillId(2), "Braille", "Communication"),
        Skill(SkillId(3), "Hoist", "Care"),
    ]
    cells = (
        *(3 | TRAINING_BOOKED, UNKNOWN, 2 | PROOF_SEEN),
        *(4, NEVER_ASKED, 1),
        *(2, 0, EXEMPT),
    )
    return AuditMatrix(heads, columns, bytes(cells))


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """The light theme at 100 %."""
    made = Appearance(qapp, "light", 100)
    made.dress(qapp)
    yield made
    qapp.setStyleSheet("")
    made.deleteLater()


@pytest.fixture
def window() -> Window:
    """What stands around the tab."""
    return Window()


@pytest.fixture
def fill(desk: Desk) -> Callable[[], None]:
    """Puts Asha (BSL 3) and Ben (BSL not known), and the skills BSL and Hoist, into the college."""

    def put() -> None:
        with desk.writing(Kind.PERSON) as work:
            cookery = people.team_named(work, "Cookery")
            asha = people.add(
                work, PersonDetails(forename="Asha", surname="Kaur", title="LSA", team=cookery)
            )
            ben = people.add(work, PersonDetails(forename="Ben", surname="Xu"))
            bsl = skills.skill_named(work, "BSL", "Communication")
            skills.skill_named(work, "Hoist", "Care")
            skills.rate(
                work,
                [
                    Rating(
                        person=asha,
                        skill=bsl,
                        value=Level(3),
                        view=View.IMPORTED,
                        rated_on=desk.today,
                        proof="certificate",
                        training_booked=True,
                    ),
                    Rating(person=ben, skill=bsl, value=Unknown(), view=View.IMPORTED),
                ],
            )
            desk.keep(work, None, "Filled", Entry("filled", Kind.PERSON), Subject.SKILLS)

    return put


@pytest.fixture
def show_tab(
    desk: Desk, appearance: Appearance, worker: Worker, window: Window, qtbot: QtBot
) -> Callable[..., AuditTab]:
    """Opens the tab at a desk (the owner's), and waits until the college has been read."""
    worker.refused.connect(lambda sentence: window.say(sentence, "warning"))

    def show(at: Desk = desk) -> AuditTab:
        tab = AuditTab(TabContext(at, worker, appearance, window))
        window.tab = tab
        qtbot.addWidget(tab)
        tab.resize(1400, 800)
        with qtbot.waitSignal(worker.busy_changed, check_params_cb=lambda busy: not busy):
            tab.show()
        return tab

    return show
