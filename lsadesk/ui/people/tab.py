"""The People tab: staff, teams and sites, and for administrators the accounts."""

from collections.abc import Sequence
from dataclasses import dataclass

from lsadesk.domain.changes import Subject
from lsadesk.domain.rights import CHANGE, READ, Duty, Kind, allows
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts
from lsadesk.operations.keeping.accounts import Account
from lsadesk.operations.staff import people, structure
from lsadesk.operations.staff.people import Colleague, Directory
from lsadesk.operations.staff.structure import Structure
from lsadesk.ui.intake.opening import open_assistant
from lsadesk.ui.keeping.happenings import HappeningsPage
from lsadesk.ui.keeping.requests_page import RequestsPage
from lsadesk.ui.keeping.review_page import ReviewPage
from lsadesk.ui.people.accounts import AccountsPage
from lsadesk.ui.people.staff import StaffPage
from lsadesk.ui.people.structure import StructurePage
from lsadesk.ui.places import ACCOUNTS, REQUESTS, REVIEW
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.pages_when_shown import PagesWhenShown
from lsadesk.ui.words import tr

ANSWERING = frozenset({Duty.LINE_MANAGER, Duty.HEAD, Duty.ADMINISTRATOR})


def make_tab(context: TabContext) -> "PeopleTab":
    """The tab, empty until it is first shown."""
    return PeopleTab(context)


@dataclass(frozen=True, slots=True)
class _Answer:
    """All that the pages show; None where the account's duties do not open a page."""

    directory: Directory
    colleagues: Sequence[Colleague]
    structure: Structure | None
    accounts: Sequence[Account] | None
    sees_trail: bool
    sees_due: bool
    notes_requests: bool
    answers: bool


class PeopleTab(Tab):
    """Pages under one bar; only those that the account's duties open are offered."""

    subjects = frozenset({Subject.PEOPLE, Subject.ACCOUNTS})

    def __init__(self, context: TabContext) -> None:
        super().__init__(context)
        self._answer: _Answer | None = None
        self.pages = PagesWhenShown(tr("Pages about people"))
        self.bar = self.pages.bar
        self._add_pages()
        self.pages.setCurrentWidget(self.staff)  # made now, filled once there is an answer
        self.bar.currentChanged.connect(self.settle)
        in_column(self.bar, Fill(self.pages), on=self, around=(0, 8, 0, 0), gap=0)

    @property
    def staff(self) -> StaffPage:
        """Everybody, and whoever is chosen."""
        return self._staff()

    @property
    def structure(self) -> StructurePage:
        """Teams, posts and sites."""
        return self._structure()

    @property
    def accounts(self) -> AccountsPage:
        """Who signs in, and their duties."""
        return self._accounts()

    @property
    def happenings(self) -> HappeningsPage:
        """What was done, by whom and when."""
        return self._happenings()

    @property
    def review(self) -> ReviewPage:
        """The records that are due for review."""
        return self._review()

    @property
    def requests(self) -> RequestsPage:
        """What people asked to see or to have changed."""
        return self._requests()

    def refresh(self) -> None:
        """Ask for all that the account's duties open."""
        self.context.read(_question, self._show)

    def show_target(self, target: object) -> None:
        """Choose the person *target*, or show the page of that name."""
        if target == REVIEW:
            self.pages.show_page(self.review)
        elif target == ACCOUNTS:
            self.pages.show_page(self.accounts)
        elif target == REQUESTS:
            self.pages.show_page(self.requests)
        elif isinstance(target, int):
            self.bar.setCurrentIndex(0)
            self.staff.choose(PersonId(target))

    def settle(self) -> None:
        """Save what is half typed."""
        for staff in self.pages.findChildren(StaffPage):
            staff.settle()

    def _add_pages(self) -> None:
        context, add = self.context, self.pages.add
        self._staff = add(tr("Staff"), self._make_staff, self._fill_staff)
        self._structure = add(
            tr("Teams and sites"), lambda: StructurePage(context), self._fill_structure
        )
        self._accounts = add(tr("Accounts"), lambda: AccountsPage(context), self._fill_accounts)
        self._happenings = add(
            tr("What happened"),
            lambda: HappeningsPage(context),
            HappeningsPage.refresh,
            always=True,
        )
        self._review = add(
            tr("Records due for review"),
            lambda: ReviewPage(context),
            ReviewPage.refresh,
            always=True,
        )
        self._requests = add(
            tr("Requests"), lambda: RequestsPage(context), self._fill_requests, always=True
        )

    def _make_staff(self) -> StaffPage:
        page = StaffPage(self.context)
        page.import_asked.connect(self._import)
        return page

    def _fill_staff(self, page: StaffPage) -> None:
        if self._answer is not None:
            page.show_directory(self._answer.directory, self._answer.colleagues)

    def _fill_structure(self, page: StructurePage) -> None:
        if self._answer is not None and self._answer.structure is not None:
            page.show_structure(self._answer.structure)

    def _fill_accounts(self, page: AccountsPage) -> None:
        told = self._answer
        if told is not None and told.accounts is not None:
            page.show_accounts(told.accounts, told.colleagues, told.directory.names)

    def _fill_requests(self, page: RequestsPage) -> None:
        told = self._answer
        page.offer(tuple(told.colleagues) if told is not None and told.notes_requests else ())
        page.refresh()

    def _show(self, answer: _Answer) -> None:
        self._answer = answer
        self.bar.setTabVisible(1, answer.structure is not None)
        self.bar.setTabVisible(2, answer.accounts is not None)
        self.bar.setTabVisible(3, answer.sees_trail)
        self.bar.setTabVisible(4, answer.sees_due)
        self.bar.setTabVisible(5, answer.answers)
        self.bar.setVisible(answer.structure is not None or answer.answers)
        self.pages.refresh()

    def _import(self) -> None:
        open_assistant(self.context, self.window())


def _question(desk: Desk) -> _Answer:
    standing = desk.standing()
    return _Answer(
        people.directory(desk),
        people.colleagues(desk),
        structure.structure(desk) if allows(standing, READ, Kind.PERSON) else None,
        accounts.all_accounts(desk) if allows(standing, READ, Kind.ACCOUNT) else None,
        allows(standing, READ, Kind.TRAIL),
        allows(standing, READ, Kind.ERASURE),
        allows(standing, CHANGE, Kind.ACCESS_REQUEST),
        bool(standing.duties() & ANSWERING),
    )
