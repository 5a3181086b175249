"""The Development tab: my plan, my people's plans, who helps whom, and what it all comes to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

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
from lsadesk.ui.purpose import purpose_button
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.pages_when_shown import PagesWhenShown
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
        self._told: AllPlans | None = None
        self._begun = False
        self._build()

    @property
    def mine(self) -> PlanView:
        """One's own plan."""
        return self._mine()

    @property
    def people(self) -> PeoplePage:
        """The plans of those one looks after."""
        return self._people()

    @property
    def helpers(self) -> HelpersPage:
        """Who helps whom."""
        return self._helpers()

    @property
    def figures(self) -> FiguresPage:
        """What all plans come to."""
        return self._figures()

    @property
    def walks(self) -> WalksPage:
        """Walks that name nobody, and what inductions told."""
        return self._walks()

    def refresh(self) -> None:
        """Ask for all that the account's duties open."""
        self.context.read(_question, self._show)

    def show_target(self, target: object) -> None:
        """Open the plan of a person (`PersonId`), or what a `PlanTarget` says."""
        if isinstance(target, PlanTarget):
            self._target = target
        elif isinstance(target, int):
            self._target = PlanTarget(PersonId(target))
        if self._told is not None:
            self._go_to_target()

    def _build(self) -> None:
        self.pages = PagesWhenShown(tr("Pages about development"))
        self.bar = self.pages.bar
        self._add_pages()
        self.empty = EmptyState(
            self.context.appearance,
            "development",
            tr("No development plan for this account"),
            tr(
                "It is not linked to a member of staff, and nobody's plan is open to it. An "
                "administrator links it in People, under Accounts."
            ),
        )
        self.whole = Stack()
        with_pages = QWidget()
        self.whole.addWidget(with_pages)
        self.whole.addWidget(self.empty)
        in_column(self.whole, on=self)
        why = purpose_button(self.context, Kind.DEVELOPMENT)
        top = in_row(
            Fill(self.bar), (why, Qt.AlignmentFlag.AlignRight), around=(0, 0, 16, 0), gap=0
        )
        in_column(top, Fill(self.pages), on=with_pages, around=(0, 8, 0, 0), gap=0)

    def _add_pages(self) -> None:
        context, add = self.context, self.pages.add
        self._mine = add(tr("My plan"), lambda: PlanView(context, has_list=False), self._fill_mine)
        self._people = add(tr("My people's plans"), lambda: PeoplePage(context), self._fill_people)
        self._helpers = add(tr("Who helps whom"), lambda: HelpersPage(context), HelpersPage.load)
        self._figures = add(tr("In figures"), lambda: FiguresPage(context), self._fill_figures)
        self._walks = add(tr("Walks and inductions"), lambda: WalksPage(context), WalksPage.load)

    def _fill_mine(self, page: PlanView) -> None:
        if page.person == self._me:
            page.load()
        elif self._me is not None:
            page.open(self._me)

    def _fill_people(self, page: PeoplePage) -> None:
        if self._told is not None:
            page.show_plans(self._told)
            page.plan.load()

    def _fill_figures(self, page: FiguresPage) -> None:
        if self._told is not None:
            page.show_plans(self._told)

    def _show(self, answer: tuple[PersonId | None, AllPlans]) -> None:
        self._me, self._told = answer
        has_people, is_whole = bool(self._told.plans), self._told.is_whole_college
        nobody = self._me is None and not has_people
        self.whole.setCurrentIndex(int(nobody))
        if nobody:
            return
        self.bar.setTabVisible(_MINE, self._me is not None)
        self.bar.setTabVisible(_PEOPLE, has_people)
        self.bar.setTabVisible(_HELPERS, is_whole)
        self.bar.setTabVisible(_FIGURES, has_people)
        self.bar.setTabVisible(_WALKS, is_whole)
        self.bar.setVisible(has_people)
        if (
            not self._begun
        ):  # whoever looks after people begins with them, everybody else with their own
            self.pages.begin_at(_PEOPLE if has_people else _MINE)
            self._begun = True
        self.pages.refresh()
        self._go_to_target()

    def _go_to_target(self) -> None:
        target, self._target = self._target, None
        if target is None:
            return
        person = target.person if target.person is not None else self._me
        if person is None:
            return
        if person == self._me:
            self.bar.setCurrentIndex(_MINE)
            self.mine.open(person, target.adding, seen=target.seen)
        else:
            self.bar.setCurrentIndex(_PEOPLE)
            self.people.open(person, target.adding)


def _question(desk: Desk) -> tuple[PersonId | None, AllPlans]:
    return desk.person, all_plans.all_plans(desk)
