"""The team skills audit: who can do what, what is missing, and the sheet for the inspector."""

from datetime import date
from functools import cached_property
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from lsadesk.domain.auditing.audit import Columns
from lsadesk.domain.auditing.audit_findings import Finding, Topic
from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Subject
from lsadesk.domain.rights import CHANGE, Kind, people_open_to
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.auditing import audit
from lsadesk.operations.desk import Desk
from lsadesk.ui.audit.exporting import Exporting
from lsadesk.ui.audit.findings_page import FindingsPage
from lsadesk.ui.audit.matrix_page import MatrixPage, Shown
from lsadesk.ui.audit.meaning import MeaningPages
from lsadesk.ui.audit.past import PastBar, ask_day
from lsadesk.ui.intake.opening import open_assistant
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.training.pages import TRAINING, TrainingPages
from lsadesk.ui.widgets.buttons import button, menu_button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.widgets.titles import bar_of_titles
from lsadesk.ui.words import tr

_MATRIX, _MEANING, _TRAINING = range(3)


class AuditTab(Tab):
    """People by skills, with what is known of the current cell beside it; or what it means."""

    subjects = frozenset(
        {
            Subject.SKILLS,
            Subject.CAREER,
            Subject.PEOPLE,
            Subject.ACCOUNTS,
            Subject.CERTIFICATES,
            Subject.LEARNERS,
            Subject.TIMETABLE,
            Subject.DEPLOYMENT,
            Subject.TRAINING,
        }
    )

    def __init__(self, context: TabContext) -> None:
        super().__init__(context)
        self._build()

    @cached_property
    def meant(self) -> MeaningPages:
        """What the audit means; made when it is first turned to."""
        pages = MeaningPages(self.context)
        pages.findings.sought.connect(self._show_finding)
        pages.sought.connect(self._show_cells)
        pages.taught.connect(lambda skill: self._show_training(f"{TRAINING}:{skill}"))
        self._parts.addWidget(pages)
        return pages

    @property
    def findings(self) -> FindingsPage:
        """The first of these pages."""
        return self.meant.findings

    def refresh(self) -> None:
        """Ask for everybody's ratings, and for what they mean where that is on screen."""
        day, columns = self.page.day, self.page.filters.columns.chosen_as(Columns)
        self.context.read(lambda desk: _shown(desk, day, columns), self._show_whole, owner=self)
        if self._is_meaning():
            self.meant.load(day)
        if self.training is not None:
            self.training.load()

    def show_target(self, target: object) -> None:
        """Go to the row of a person (a `PersonId`), to a page of training by its name, or
        show what an audit workbook that comes back (a `Path`) would change."""
        if isinstance(target, Path):
            self._show_matrix()
            self.exporting.back.read(target)
        if isinstance(target, str):
            self._show_training(target)
        if isinstance(target, int):
            self._show_matrix()
            self.page.filters.clear_all()
            self.page.go_to(PersonId(target), None)

    def settle(self) -> None:
        """Keep a proof or note that is half typed."""
        self.page.panel.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room, panel and legend are always there."""
        super().resizeEvent(event)
        self.page.place()

    def _build(self) -> None:
        self.page = MatrixPage(self.context, self)
        self.page.sought.connect(lambda _columns: self.refresh())
        self.exporting = Exporting(
            self.context, self, lambda: (self.page.filters.wanted(), self.page.day)
        )
        self.past = PastBar(self._ask_day)
        self.past.chosen.connect(self._show_day)
        self.as_at = button(tr("As at &today..."), self._choose_day)
        self.training: TrainingPages | None = None
        self.more = menu_button(tr("More"), QMenu())
        self.more.menu().aboutToShow.connect(lambda: self.page.fill(self.more.menu()))
        self._parts = Stack()
        self._parts.addWidget(self.page)
        below = in_column(
            self.past, self.exporting.notice, Fill(self._parts), around=(16, 8, 16, 8)
        )
        in_column(self._head(), Fill(below), on=(inside := QWidget()), around=(0, 8, 0, 0), gap=0)
        self._full = scrolling(inside)
        self._pages = Stack()
        self._pages.addWidget(QWidget())
        self._pages.addWidget(self._full)
        in_column(self._pages, on=self)

    def _head(self) -> QHBoxLayout:
        self.bar = bar_of_titles(tr("Pages of the skills audit"))
        for title in (tr("Matrix"), tr("What it means"), tr("Training")):
            self.bar.addTab(title)
        self.bar.currentChanged.connect(self._turned)
        return in_row(
            Fill(self.bar), self.as_at, self.more, self.exporting.button, around=(0, 0, 16, 0)
        )

    @cached_property
    def empty(self) -> EmptyState:
        """The first day; made, like the next two, when it is first needed."""
        return EmptyState(
            self.context.appearance,
            "audit",
            tr("No skills yet"),
            tr(
                "Bring in the skills spreadsheet that the college keeps already, as it is: "
                "every row is accounted for, and nothing is changed in your workbook. "
                "Without one, the head of the team adds the skills here."
            ),
            action=tr("&Import a workbook..."),
            on_action=self._import,
            other=tr("&Add a skill..."),
            on_other=self.page.editing.add,
        )

    @cached_property
    def peopleless(self) -> EmptyState:
        """There are skills, and nobody yet."""
        return EmptyState(
            self.context.appearance,
            "people",
            tr("Skills are there, people are not yet"),
            tr("The audit lays them side by side. Take people on record, and they stand here."),
            action=tr("Go to &People"),
            on_action=lambda: self.context.go("people"),
            other=tr("&Arrange the skills..."),
            on_other=self.page.editing.arrange,
        )

    @cached_property
    def closed(self) -> EmptyState:
        """Nobody's skills are open to the reader."""
        return EmptyState(
            self.context.appearance,
            "people",
            tr("Nobody's skills are open to you yet"),
            tr(
                "The college has skills on record, but nobody has you as line manager, appraiser "
                "or deployer. The administrator sets that under People."
            ),
        )

    def _show_whole(self, shown: Shown) -> None:
        page, before = self.page, self.page.whole
        page.show_whole(shown)
        heads_differ = (before.people, before.skills) != (page.whole.people, page.whole.skills)
        if heads_differ and self._is_meaning():
            self.meant.findings.offer_from(page.whole)
        if not page.has_something:
            self.empty.other.setVisible(page.may_arrange)
        self._show_page(self._full if page.has_something else self._nothing())

    def _show_page(self, page: QWidget) -> None:
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def _nothing(self) -> EmptyState:
        """Why there is no matrix, and what helps."""
        if not self.page.whole.skills or self.page.whole.people:
            return self.empty
        return self.peopleless if self.page.may_arrange else self.closed

    def _turned(self, at: int) -> None:
        """Show the page of the title *at*, as it is now."""
        if at == _MATRIX:
            self._parts.setCurrentWidget(self.page)
        elif at == _MEANING:
            self.meant.findings.offer_from(self.page.whole)
            self._parts.setCurrentWidget(self.meant)
            self.meant.load(self.page.day)
        else:
            pages = self._training_pages()
            self._parts.setCurrentWidget(pages)
            pages.load()

    def _is_meaning(self) -> bool:
        """Whether it is on screen what the audit means."""
        return isinstance(self._parts.currentWidget(), MeaningPages)

    def _training_pages(self) -> TrainingPages:
        if self.training is None:
            self.training = TrainingPages(self.context)
            self._parts.addWidget(self.training)
        return self.training

    def _show_training(self, target: str) -> None:
        pages = self._training_pages()
        pages.open(target)
        if self.bar.currentIndex() == _TRAINING:
            pages.load()
        self.bar.setCurrentIndex(_TRAINING)
        pages.bar.setFocus()

    def _show_matrix(self) -> None:
        self.bar.setCurrentIndex(_MATRIX)

    def _show_finding(self, finding: Finding) -> None:
        """The people and skills that a finding is about, in the matrix."""
        proofs = finding.topic in (Topic.LAPSED, Topic.LAPSING)
        columns = Columns.CERTIFICATES if proofs else Columns.SKILLS
        self._show_cells(frozenset(finding.people), frozenset(finding.skills), columns)

    def _show_cells(
        self, people: frozenset[PersonId], skills: frozenset[SkillId], columns: Columns
    ) -> None:
        self._show_matrix()
        self.page.show_only(people, skills, columns)

    def _ask_day(self) -> date | None:
        return ask_day(self, self.context.desk.today, self.page.day)

    def _choose_day(self) -> None:
        if (day := self._ask_day()) is not None:
            self._show_day(day)

    def _show_day(self, day: date | None) -> None:
        then = day if day is None or day < self.context.desk.today else None
        self.page.day = then
        self.past.show_day(then)
        words = tr("As at &today...")
        if then is not None:
            words = tr("As at {day}...", day=uk_date(then))
        self.as_at.setText(words)
        self.refresh()

    def _import(self) -> None:
        open_assistant(self.context, self.window())


def _shown(desk: Desk, day: date | None, columns: Columns) -> Shown:
    standing = desk.standing()
    matrix = audit.matrix(desk, day, columns)
    people = frozenset(person.id for person in matrix.people)
    return Shown(
        matrix,
        people_open_to(standing, CHANGE, Kind.RATING, people),
        standing.is_head,
    )


def make_tab(context: TabContext) -> AuditTab:
    """The tab, for the window."""
    return AuditTab(context)
