"""The People tab: staff, teams and sites, and for administrators the accounts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from lsadesk.domain.changes import Subject
from lsadesk.domain.rights import CHANGE, READ, Duty, Kind, allows
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts
from lsadesk.operations.keeping.accounts import Account
from lsadesk.operations.staff import people, structure
from lsadesk.operations.staff.people import Colleague, Directory
from lsadesk.operations.staff.structure import Structure
from lsadesk.ui.happenings import HappeningsPage
from lsadesk.ui.intake.opening import open_assistant
from lsadesk.ui.keeping.requests_page import RequestsPage
from lsadesk.ui.keeping.review_page import ReviewPage
from lsadesk.ui.people.accounts import AccountsPage
from lsadesk.ui.people.staff import StaffPage
from lsadesk.ui.people.structure import StructurePage
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.words import tr

REVIEW, REQUESTS = "review", "requests"  # where Home leads
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
        self.staff = StaffPage(context)
        self.structure = StructurePage(context)
        self.accounts = AccountsPage(context)
        self.happenings = HappeningsPage(context)
        self.review = ReviewPage(context)
        self.requests = RequestsPage(context)
        self.staff.import_asked.connect(self._import)
        self.bar = QTabBar()
        self.bar.setAccessibleName(tr("Pages about people"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.pages = QStackedWidget()
        for title, page in self._pages():
            self.bar.addTab(title)
            self.pages.addWidget(page)
        self.bar.currentChanged.connect(self._turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)

    def refresh(self) -> None:
        """Ask for all that the account's duties open."""
        self.context.read(_question, self._show)

    def show_target(self, target: object) -> None:
        """Choose the person *target*, or show the page of that name."""
        if target == REVIEW:
            self.bar.setCurrentIndex(self.pages.indexOf(self.review))
        elif target == REQUESTS:
            self.bar.setCurrentIndex(self.pages.indexOf(self.requests))
        elif isinstance(target, int):
            self.bar.setCurrentIndex(0)
            self.staff.choose(PersonId(target))

    def settle(self) -> None:
        """Save what is half typed."""
        self.staff.settle()

    def _pages(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            (tr("Staff"), self.staff),
            (tr("Teams and sites"), self.structure),
            (tr("Accounts"), self.accounts),
            (tr("What happened"), self.happenings),
            (tr("Records due for review"), self.review),
            (tr("Requests"), self.requests),
        )

    def _turn(self, at: int) -> None:
        self.settle()
        self.pages.setCurrentIndex(at)
        for page in (self.happenings, self.review, self.requests):
            if self.pages.currentWidget() is page:
                page.refresh()

    def _show(self, answer: _Answer) -> None:
        self.bar.setTabVisible(1, answer.structure is not None)
        self.bar.setTabVisible(2, answer.accounts is not None)
        self.bar.setTabVisible(3, answer.sees_trail)
        self.bar.setTabVisible(4, answer.sees_due)
        self.bar.setTabVisible(5, answer.answers)
        self.bar.setVisible(answer.structure is not None or answer.answers)
        self.requests.offer(tuple(answer.colleagues) if answer.notes_requests else ())
        self.staff.show_directory(answer.directory, answer.colleagues)
        if answer.structure is not None:
            self.structure.show_structure(answer.structure)
        if answer.accounts is not None:
            self.accounts.show_accounts(answer.accounts, answer.colleagues, answer.directory.names)

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
