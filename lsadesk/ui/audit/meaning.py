"""What the audit means, under one bar: findings, needs by day, what roles ask."""

from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from lsadesk.operations.auditing import audit_findings, needs
from lsadesk.ui.audit.day_needs_page import DayNeedsPage
from lsadesk.ui.audit.findings_page import FindingsPage
from lsadesk.ui.audit.role_needs_page import RoleNeedsPage
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.pages_when_shown import PagesWhenShown
from lsadesk.ui.words import tr

_FINDINGS, _DAYS, _ROLES = range(3)
N = TypeVar("N", DayNeedsPage, RoleNeedsPage)


class MeaningPages(QWidget):
    """The pages, each asked for when it is looked at.

    Emits `sought(people, skills, columns)` for what is to be shown in the matrix and
    `taught(skill)` for who could learn a skill.
    """

    sought = Signal(object, object, object)
    taught = Signal(int)

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._day: date | None = None
        self.findings = FindingsPage()
        self.pages = pages = PagesWhenShown(tr("Pages about what it means"))
        self.bar = pages.bar
        pages.add(
            tr("Findings"), lambda: self.findings, lambda _page: self._ask_findings(), always=True
        )
        days = partial(self._telling, DayNeedsPage)
        self._days = pages.add(tr("Needs by day"), days, self._ask_needs, always=True)
        roles = partial(self._telling, RoleNeedsPage)
        self._roles = pages.add(tr("What roles ask"), roles, self._ask_needs, always=True)
        in_column(self.bar, Fill(pages), on=self, gap=0)
        self.findings.asked.connect(self._ask_findings)
        self.findings.limited.connect(
            lambda months: context.write(
                lambda desk: audit_findings.set_stale_after(desk, months), owner=self
            )
        )
        self.findings.taught.connect(self.taught)

    @property
    def days(self) -> DayNeedsPage:
        """What each day needs; made, like the next, when it is first wanted."""
        return self._days()

    @property
    def roles(self) -> RoleNeedsPage:
        """What each role asks."""
        return self._roles()

    def load(self, day: date | None) -> None:
        """Ask again for the page on screen; *day* as in the audit (None: today).

        Of what is needed no history is kept: in the past there are findings alone.
        """
        self._day = day
        for page in (_DAYS, _ROLES):
            self.bar.setTabVisible(page, day is None)
        if day is not None and self.bar.currentIndex() != _FINDINGS:
            self.bar.setCurrentIndex(_FINDINGS)
            return
        self.pages.refresh()

    def _telling(self, kind: type[N]) -> N:
        """A page of what is needed, which leads where the findings lead."""
        page = kind()
        page.sought.connect(self.sought)
        page.taught.connect(self.taught)
        return page

    def _ask_needs(self, page: DayNeedsPage | RoleNeedsPage) -> None:
        _say_that_it_is_asked(page.sentence)
        self._context.read(needs.needs, page.show_needs, owner=page)

    def _ask_findings(self) -> None:
        _say_that_it_is_asked(self.findings.sentence)
        day = self._day
        scope, since = self.findings.wanted(day or self._context.desk.today)
        self._context.read(
            lambda desk: audit_findings.findings(desk, scope, day=day, since=since),
            self.findings.show_found,
            owner=self,
        )


def _say_that_it_is_asked(sentence: QLabel) -> None:
    """A big college is not told of at once."""
    if not sentence.text():
        sentence.setText(tr("Working it out..."))
