"""What the audit means, under one bar: findings, needs by day, what roles ask."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.operations.auditing import audit_findings, needs
from lsadesk.ui.audit.day_needs_page import DayNeedsPage
from lsadesk.ui.audit.findings_page import FindingsPage
from lsadesk.ui.audit.role_needs_page import RoleNeedsPage
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.widgets.titles import bar_of_titles
from lsadesk.ui.words import tr

_FINDINGS, _DAYS, _ROLES = range(3)


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
        self.days, self.roles = DayNeedsPage(), RoleNeedsPage()
        self.bar = bar_of_titles(tr("Pages about what it means"))
        self.pages = Stack()
        for title, page in (
            (tr("Findings"), self.findings),
            (tr("Needs by day"), self.days),
            (tr("What roles ask"), self.roles),
        ):
            self.bar.addTab(title)
            self.pages.addWidget(page)
        in_column(self.bar, Fill(self.pages), on=self, gap=0)
        self.bar.currentChanged.connect(self._turn)
        self.findings.asked.connect(self._ask_findings)
        self.findings.limited.connect(
            lambda months: context.write(
                lambda desk: audit_findings.set_stale_after(desk, months), owner=self
            )
        )
        for needed in (self.days, self.roles):
            needed.sought.connect(self.sought)
            needed.taught.connect(self.taught)
        self.findings.taught.connect(self.taught)

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
        self._ask()

    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self._ask()

    def _ask(self) -> None:
        for page in (self.findings, self.days, self.roles):
            if not page.sentence.text():  # a big college is not told of at once
                page.sentence.setText(tr("Working it out..."))
        if self.bar.currentIndex() == _FINDINGS:
            self._ask_findings()
        else:
            self._context.read(needs.needs, self._show_needs, owner=self)

    def _ask_findings(self) -> None:
        day = self._day
        scope, since = self.findings.wanted(day or self._context.desk.today)
        self._context.read(
            lambda desk: audit_findings.findings(desk, scope, day=day, since=since),
            self.findings.show_found,
            owner=self,
        )

    def _show_needs(self, found: needs.Needs) -> None:
        self.days.show_needs(found)
        self.roles.show_needs(found)
