"""The People tab: staff, teams and sites, and for administrators the accounts."""

from importlib import import_module

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from lsadesk.domain.changes import Subject
from lsadesk.domain.people import PersonId
from lsadesk.operations import people
from lsadesk.operations.desk import Desk
from lsadesk.operations.people import Colleague, Directory
from lsadesk.ui.people.staff import StaffPage
from lsadesk.ui.tab import Tab, TabContext


def make_tab(context: TabContext) -> "PeopleTab":
    """The tab, empty until it is first shown."""
    return PeopleTab(context)


class PeopleTab(Tab):
    """Pages under one bar; only those that the account's duties open are offered."""

    subjects = frozenset({Subject.PEOPLE, Subject.ACCOUNTS})

    def __init__(self, context: TabContext) -> None:
        super().__init__(context)
        self.staff = StaffPage(context)
        self.staff.import_asked.connect(self._import)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.staff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages, 1)

    def refresh(self) -> None:
        """Ask for the staff, and for whom they may be given to."""
        self.context.read(_question, self._show)

    def show_target(self, target: object) -> None:
        """Choose the person *target*."""
        if isinstance(target, int):
            self.pages.setCurrentWidget(self.staff)
            self.staff.choose(PersonId(target))

    def settle(self) -> None:
        """Save what is half typed."""
        self.staff.settle()

    def _show(self, answer: tuple[Directory, list[Colleague]]) -> None:
        self.staff.show_directory(*answer)

    def _import(self) -> None:
        assistant = import_module("lsadesk.ui.intake.assistant")
        assistant.import_workbook(self.context, self.window())


def _question(desk: Desk) -> tuple[Directory, list[Colleague]]:
    return people.directory(desk), people.colleagues(desk)
