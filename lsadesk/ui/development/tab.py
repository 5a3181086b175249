"""The Development tab: my plan, my people's plans, who helps whom, and what it all comes to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from lsadesk.domain.changes import Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import all_plans
from lsadesk.operations.developing.all_plans import AllPlans
from lsadesk.ui.development.figures_page import FiguresPage
from lsadesk.ui.development.helpers_page import HelpersPage
from lsadesk.ui.development.people_page import PeoplePage
from lsadesk.ui.development.plan import PlanView
from lsadesk.ui.development.target import PlanTarget
from lsadesk.ui.development.walks_page import WalksPage
from lsadesk.ui.keeping.purpose import purpose_button
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.words import tr

_MINE, _PEOPLE, _HELPERS, _FIGURES, _WALKS = range(5)


def make_tab(context: TabContext) -> "DevelopmentTab":
    """The tab, empty until it is first shown."""
    return DevelopmentTab(context)


class DevelopmentTab(Tab):
    """Pages under one bar; only those that the account's duties open are offered."""

    subjects = frozenset(
        {Subject.DEVELOPMENT, Subject.PEOPLE, Subject.SKILLS, Subject.CAREER, Subject.APPRAISAL}
    )

    def __init__(self, context: TabContext) -> None:
        super().__init__(context)
        self._me: PersonId | None = None
        self._target: PlanTarget | None = None
        self._is_known = False
        self.mine = PlanView(context, has_list=False)
        self.people = PeoplePage(context)
        self.helpers = HelpersPage(context)
        self.figures = FiguresPage(context)
        self.walks = WalksPage(context)
        self._build()

    def refresh(self) -> None:
        """Ask for all that the account's duties open."""
        self.context.read(_question, self._show)
        for view in (self.mine, self.people.plan):
            view.load()

    def show_target(self, target: object) -> None:
        """Open the plan of a person (`PersonId`), or what a `PlanTarget` says."""
        if isinstance(target, PlanTarget):
            self._target = target
        elif isinstance(target, int):
            self._target = PlanTarget(PersonId(target))
        if self._is_known:
            self._go_to_target()

    def _build(self) -> None:
        self.bar = QTabBar()
        self.bar.setAccessibleName(tr("Pages about development"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.pages = Stack()
        for title, page in self._pages():
            self.bar.addTab(title)
            self.pages.addWidget(page)
        self.bar.currentChanged.connect(self._turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 16, 0)
        top.addWidget(self.bar, 1)
        why = purpose_button(self.context, Kind.DEVELOPMENT)
        top.addWidget(why, 0, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(top)
        layout.addWidget(self.pages, 1)

    def _pages(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            (tr("My plan"), self.mine),
            (tr("My people's plans"), self.people),
            (tr("Who helps whom"), self.helpers),
            (tr("In figures"), self.figures),
            (tr("Walks and inductions"), self.walks),
        )

    def _turn(self, at: int) -> None:
        self.pages.setCurrentIndex(at)

    def _show(self, answer: tuple[PersonId | None, AllPlans]) -> None:
        first = not self._is_known
        self._me, told = answer
        self._is_known = True
        has_people = bool(told.plans)
        self.bar.setTabVisible(_MINE, self._me is not None)
        self.bar.setTabVisible(_PEOPLE, has_people)
        self.bar.setTabVisible(_HELPERS, told.is_whole_college)
        self.bar.setTabVisible(_FIGURES, has_people)
        self.bar.setTabVisible(_WALKS, told.is_whole_college)
        self.bar.setVisible(has_people)
        self.people.show_plans(told)
        self.figures.show_plans(told)
        if told.is_whole_college:
            self.helpers.load()
            self.walks.load()
        if first:
            self._begin(has_people=has_people)
        self._go_to_target()

    def _begin(self, *, has_people: bool) -> None:
        """Whoever looks after people begins with them, everybody else with their own plan."""
        if self._me is not None:
            self.mine.open(self._me)
        at = _PEOPLE if has_people else _MINE
        self.bar.setCurrentIndex(at)
        self._turn(at)

    def _go_to_target(self) -> None:
        target, self._target = self._target, None
        if target is None:
            return
        person = target.person if target.person is not None else self._me
        if person is None:
            return
        if person == self._me:
            self.bar.setCurrentIndex(_MINE)
            self.mine.open(person, target.adding)
        else:
            self.bar.setCurrentIndex(_PEOPLE)
            self.people.open(person, target.adding)


def _question(desk: Desk) -> tuple[PersonId | None, AllPlans]:
    return desk.person, all_plans.all_plans(desk)
