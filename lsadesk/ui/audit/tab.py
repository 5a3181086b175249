"""The team skills audit: who can do what, what is missing, and the sheet for the inspector."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lsadesk.domain.auditing.audit import AuditMatrix, Columns
from lsadesk.domain.auditing.audit_asking import narrowed
from lsadesk.domain.auditing.audit_findings import Finding, Topic
from lsadesk.domain.auditing.skills import SkillId, SkillValue
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Subject
from lsadesk.domain.developing.development import ActionDetails, Behind, BehindKind
from lsadesk.domain.rights import CHANGE, Kind, people_open_to
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.auditing import audit, audit_export
from lsadesk.operations.auditing.audit import Cell
from lsadesk.operations.desk import Desk
from lsadesk.ui.audit.beside import Beside
from lsadesk.ui.audit.closed_groups import ClosedGroups
from lsadesk.ui.audit.editing import Editing
from lsadesk.ui.audit.exporting import Exporting
from lsadesk.ui.audit.filters import FilterBar
from lsadesk.ui.audit.findings_page import FindingsPage
from lsadesk.ui.audit.legend import Legend
from lsadesk.ui.audit.meaning import MeaningPages
from lsadesk.ui.audit.menus import Chosen, fill
from lsadesk.ui.audit.model import NO_MATRIX
from lsadesk.ui.audit.past import PastBar, ask_day
from lsadesk.ui.audit.summary import Summary
from lsadesk.ui.audit.view import MatrixView
from lsadesk.ui.audit.wording import skill_words
from lsadesk.ui.development.target import PlanTarget
from lsadesk.ui.intake.opening import open_assistant
from lsadesk.ui.keeping.purpose import show_purpose, why_words
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.training.pages import TRAINING, TrainingPages
from lsadesk.ui.widgets.buttons import button, menu_button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.widgets.titles import bar_of_titles
from lsadesk.ui.words import tr

_LINES_FOR_LEGEND = 24


@dataclass(frozen=True, slots=True)
class Shown:
    """A matrix, whose rows the asker may rate, and whether the skills are theirs to arrange."""

    matrix: AuditMatrix
    may_rate: frozenset[PersonId]
    may_arrange: bool


_MATRIX, _MEANING, _TRAINING = range(3)


class AuditTab(Tab):
    """People by skills, with what is known of the current cell beside it; or what it means."""

    subjects = frozenset(
        {
            Subject.SKILLS,
            Subject.PEOPLE,
            Subject.ACCOUNTS,
            Subject.CERTIFICATES,
            Subject.LEARNERS,
            Subject.TIMETABLE,
            Subject.DEPLOYMENT,
            Subject.TRAINING,
        }
    )

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._whole: AuditMatrix = NO_MATRIX
        self._may_rate: frozenset[PersonId] = frozenset()
        self._may_arrange = False
        self._day: date | None = None
        self._build()
        self._connect()

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
        day, columns = self._day, self.filters.columns.chosen_as(Columns)
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
            self.filters.clear_all()
            self.matrix.go_to(PersonId(target), None)
            self.matrix.setFocus()

    def settle(self) -> None:
        """Keep a proof or note that is half typed."""
        self.panel.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room, panel and legend are always there."""
        super().resizeEvent(event)
        self.beside.place()
        self.legend.setVisible(self.height() >= _LINES_FOR_LEGEND * self.fontMetrics().height())

    def _build(self) -> None:
        look = self.context.appearance
        self.editing = Editing(self.context, self)
        self.exporting = Exporting(self.context, self, lambda: (self.filters.wanted(), self._day))
        self.past = PastBar(self._ask_day)
        self.summary, self.filters = Summary(), FilterBar(look, self)
        self.as_at = button(tr("As at &today..."), self._choose_day)
        self.training: TrainingPages | None = None
        self.more = menu_button(tr("More"), QMenu())
        self.more.menu().aboutToShow.connect(lambda: self._fill(self.more.menu()))
        self.closed_groups = ClosedGroups()
        self.matrix, self.legend = MatrixView(look), Legend(look)
        self.beside = Beside(self.context, self, self.matrix, lambda: self._day)
        self.panel = self.beside.panel
        self._parts = Stack()
        self._matrix_page = self._matrix_part()
        self._parts.addWidget(self._matrix_page)
        page = QVBoxLayout()
        page.setContentsMargins(16, 8, 16, 8)
        page.setSpacing(8)
        page.addWidget(self.past)
        page.addWidget(self.exporting.notice)
        page.addWidget(self._parts, 1)
        top = QVBoxLayout(inside := QWidget())
        top.setContentsMargins(0, 8, 0, 0)
        top.setSpacing(0)
        top.addLayout(self._head())
        top.addLayout(page, 1)
        self._full = scrolling(inside)
        self.empty, self.closed = self._first_day(), self._closed_to_all()
        self.peopleless = self._nobody_yet()
        self._pages = Stack()
        for each in (QWidget(), self._full, self.empty, self.closed, self.peopleless):
            self._pages.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _head(self) -> QHBoxLayout:
        self.bar = bar_of_titles(tr("Pages of the skills audit"))
        for title in (tr("Matrix"), tr("What it means"), tr("Training")):
            self.bar.addTab(title)
        self.bar.currentChanged.connect(self._turned)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 16, 0)
        head.setSpacing(8)
        head.addWidget(self.bar, 1)
        for each in (self.as_at, self.more, self.exporting.button):
            head.addWidget(each)
        return head

    def _matrix_part(self) -> QWidget:
        part = QWidget()
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self._stacked(), 1)
        beside.addWidget(self.panel)
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.summary)
        rows.addWidget(self.filters)
        rows.addWidget(self.closed_groups)
        rows.addLayout(beside, 1)
        rows.addWidget(self.legend)
        return part

    def _stacked(self) -> Stack:
        self.nobody = EmptyState(
            self.context.appearance,
            "search",
            tr("Nobody matches"),
            tr("No rating recorded here answers this. A blank means not known, never no."),
            action=tr("Show everybody"),
            on_action=self.filters.clear_all,
        )
        self._table = Stack()
        self._table.addWidget(self.matrix)
        self._table.addWidget(self.nobody)
        return self._table

    def _first_day(self) -> EmptyState:
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
            on_other=self.editing.add,
        )

    def _nobody_yet(self) -> EmptyState:
        return EmptyState(
            self.context.appearance,
            "people",
            tr("Skills are there, people are not yet"),
            tr("The audit lays them side by side. Take people on record, and they stand here."),
            action=tr("Go to &People"),
            on_action=lambda: self.context.go("people"),
            other=tr("&Arrange the skills..."),
            on_other=self.editing.arrange,
        )

    def _closed_to_all(self) -> EmptyState:
        return EmptyState(
            self.context.appearance,
            "people",
            tr("Nobody's skills are open to you yet"),
            tr(
                "The college has skills on record, but nobody has you as line manager, appraiser "
                "or deployer. The administrator sets that under People."
            ),
        )

    def _connect(self) -> None:
        self.filters.changed.connect(lambda _wanted: self._narrow())
        self.filters.columns_chosen.connect(lambda _columns: self.refresh())
        self.matrix.heading_chosen.connect(self.filters.order_by)
        self.matrix.copied.connect(self._copy)
        self.matrix.group_closed.connect(self.closed_groups.close_group)
        self.matrix.groups_opened.connect(self.closed_groups.open_all)
        self.closed_groups.changed.connect(self._fold)
        self.matrix.menu_asked.connect(self._show_menu)
        self.matrix.typed.connect(self._rate)
        self.panel.detailed.connect(self._detail)
        self.panel.planned.connect(self._add_to_plan)
        self.panel.sought.connect(lambda person: self.context.go("people", person))
        self.panel.rated.connect(self._rate_told)
        self.past.chosen.connect(self._show_day)
        self.summary.sought.connect(self._seek)

    def _show_whole(self, shown: Shown) -> None:
        heads = (self._whole.people, self._whole.skills)
        self._whole, self._may_rate = shown.matrix, shown.may_rate
        self._may_arrange = shown.may_arrange
        whole = shown.matrix
        if heads != (whole.people, whole.skills):
            self.filters.offer_from(whole)
            if self._is_meaning():
                self.meant.findings.offer_from(whole)
        self.empty.other.setVisible(self._may_arrange)
        self._pages.setCurrentWidget(self._full if self._has_something() else self._nothing())
        self._narrow()

    def _nothing(self) -> EmptyState:
        """Why there is no matrix, and what helps."""
        if not self._whole.skills or self._whole.people:
            return self.empty
        return self.peopleless if self._may_arrange else self.closed

    def _has_something(self) -> bool:
        """Certificates may well be none while there are skills, and the way back is here."""
        return bool(self._whole.cells) or self._whole.are is not Columns.SKILLS

    def _narrow(self) -> None:
        wanted = self.filters.wanted()
        shown = narrowed(self._whole, wanted)
        holders = tuple(shown.holders(at) for at in range(len(shown.skills)))
        asked = tuple(each.skill for each in wanted.skills)
        sought = [skill for skill in asked if skill not in self.matrix.chosen]
        rows = self.closed_groups.folded(shown, wanted.group)
        self.matrix.show_matrix(rows, holders, asked, wanted.group)
        if sought:
            self.matrix.go_to(None, sought[0])
        self._table.setCurrentWidget(self.matrix if shown.people else self.nobody)
        self.summary.show_matrix(shown, len(self._whole.people))
        self.legend.explain(shown.are)
        self.beside.ask_soon()

    def _fold(self) -> None:
        """Show what is open; the focus goes with it, for the button that had it is gone."""
        self._narrow()
        if self.matrix.shown.people:
            self.matrix.setFocus()
        else:
            self.closed_groups.focus_first()

    def _seek(self, person: PersonId | None, skill: SkillId) -> None:
        self._show_matrix()
        self.matrix.go_to(person, skill)
        self.matrix.setFocus()

    def _turned(self, at: int) -> None:
        """Show the page of the title *at*, as it is now."""
        if at == _MATRIX:
            self._parts.setCurrentWidget(self._matrix_page)
        elif at == _MEANING:
            self.meant.findings.offer_from(self._whole)
            self._parts.setCurrentWidget(self.meant)
            self.meant.load(self._day)
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
        self.filters.show_only(people, skills)
        self.filters.columns.choose(columns)
        self.matrix.setFocus()

    def _ask_day(self) -> date | None:
        return ask_day(self, self.context.desk.today, self._day)

    def _choose_day(self) -> None:
        if (day := self._ask_day()) is not None:
            self._show_day(day)

    def _show_day(self, day: date | None) -> None:
        self._day = day if day is None or day < self.context.desk.today else None
        self.past.show_day(self._day)
        words = tr("As at &today...")
        if self._day is not None:
            words = tr("As at {day}...", day=uk_date(self._day))
        self.as_at.setText(words)
        self.refresh()

    def _rate(self, value: SkillValue) -> None:
        current = self.matrix.current()
        if self._day is not None:
            self.context.say(tr("This is the past: nothing can be changed here."), "info")
        elif self._whole.are is Columns.CERTIFICATES:
            self.context.say(tr("Certificates are recorded under Training, by date."), "info")
        elif self._whole.are is Columns.RESPONSIBILITIES:
            self.context.say(tr("Who carries what is kept in the library."), "info")
        elif current is not None:
            self.editing.record(*current, value)

    def _rate_told(self, value: SkillValue) -> None:
        if (cell := self.panel.cell) is not None:
            self.editing.record(cell.person.id, cell.skill.id, value)

    def _detail(self, proof: str, note: str, booked: bool) -> None:
        if (cell := self.panel.cell) is not None:
            self.editing.detail(cell, proof, note, booked)

    def _add_to_plan(self, cell: Cell) -> None:
        """Plan for a gap or a wish: the line begins with the skill and what is known of it."""
        why = skill_words(cell)
        behind = Behind(BehindKind.SKILL, str(cell.skill.id))
        adding = ActionDetails(what="", why=why, behind=behind)
        self.context.go("development", PlanTarget(cell.person.id, adding))

    def _copy(self) -> None:
        wanted, day, columns = self.filters.wanted(), self._day, self._whole.are
        self.context.write(
            lambda desk: audit_export.as_text(desk, wanted, day, columns), self._copied, owner=self
        )

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.context.say(tr("Copied what is shown, for a spreadsheet or a letter."))

    def _show_menu(self, place: QPoint, person: PersonId | None, skill: SkillId | None) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self._fill(menu, person, skill)
        menu.popup(place)

    def _fill(
        self, menu: QMenu, person: PersonId | None = None, skill: SkillId | None = None
    ) -> None:
        """What can be done with a cell, row or column; of the current cell, where none is given."""
        if person is None and skill is None and (current := self.matrix.current()) is not None:
            person, skill = current
        chosen = Chosen(
            matrix=self.matrix.shown,
            person=person,
            skill=skill,
            may_rate=frozenset() if self._day is not None else self._may_rate,
            may_arrange=self._may_arrange and self._day is None,
        )
        fill(menu, chosen, self.editing, self.filters, self._copy)
        menu.addSeparator()
        menu.addAction(why_words(), lambda: show_purpose(self, self.context, Kind.RATING))

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
