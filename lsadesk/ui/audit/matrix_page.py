"""The matrix: people by skills, what narrows it, and what is known of the current cell."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from lsadesk.domain.auditing.audit import AuditMatrix, Columns
from lsadesk.domain.auditing.audit_asking import narrowed
from lsadesk.domain.auditing.skills import SkillId, SkillValue
from lsadesk.domain.developing.development import ActionDetails, Behind, BehindKind
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.auditing import audit_export
from lsadesk.operations.auditing.audit import Cell
from lsadesk.ui.audit.beside import Beside
from lsadesk.ui.audit.closed_groups import ClosedGroups
from lsadesk.ui.audit.editing import Editing
from lsadesk.ui.audit.filters import FilterBar
from lsadesk.ui.audit.legend import Legend
from lsadesk.ui.audit.menus import Chosen, fill
from lsadesk.ui.audit.model import NO_MATRIX
from lsadesk.ui.audit.summary import Summary
from lsadesk.ui.audit.view import MatrixView
from lsadesk.ui.audit.wording import skill_words
from lsadesk.ui.development.target import PlanTarget
from lsadesk.ui.purpose import show_purpose, why_words
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.words import tr

_LINES_FOR_ALL = 38  # from here on twelve rows are left when filters and key are open too


@dataclass(frozen=True, slots=True)
class Shown:
    """A matrix, whose rows the asker may rate, and whether the skills are theirs to arrange."""

    matrix: AuditMatrix
    may_rate: frozenset[PersonId]
    may_arrange: bool


class MatrixPage(QWidget):
    """People by skills as at `day` (None: today), with the current cell told beside them.

    Its questions stand over *tab*, whose size says what there is room for. Emits
    `sought(columns)` where other columns are to be asked for.
    """

    sought = Signal(object)

    def __init__(self, context: TabContext, tab: QWidget) -> None:
        super().__init__()
        self.context, self._tab = context, tab
        self.whole: AuditMatrix = NO_MATRIX
        self.may_arrange = False
        self.day: date | None = None
        self._key_open = False
        self._may_rate: frozenset[PersonId] = frozenset()
        look = context.appearance
        self.editing = Editing(context, tab)
        self.summary, self.filters = Summary(), FilterBar(look, tab)
        self.closed_groups = ClosedGroups()
        self.matrix, self.legend = MatrixView(look), Legend(look)
        self.beside = Beside(context, tab, self.matrix, lambda: self.day)
        self.panel = self.beside.panel
        self._build()
        self._connect()

    @property
    def has_something(self) -> bool:
        """Certificates may well be none while there are skills, and the way back is here."""
        return bool(self.whole.cells) or self.whole.are is not Columns.SKILLS

    def show_whole(self, shown: Shown) -> None:
        """Show everybody of *shown* whom the filters leave."""
        before, whole = self.whole, shown.matrix
        self.whole, self._may_rate, self.may_arrange = whole, shown.may_rate, shown.may_arrange
        if (before.people, before.skills) != (whole.people, whole.skills):
            self.filters.offer_from(whole)
        self._narrow()

    def show_only(
        self, people: frozenset[PersonId], skills: frozenset[SkillId], columns: Columns
    ) -> None:
        """Show these *people* and *skills* (none: all of them)."""
        self.filters.show_only(people, skills)
        self.filters.columns.choose(columns)
        self.matrix.setFocus()

    def go_to(self, person: PersonId | None, skill: SkillId | None) -> None:
        """Stand on the row of *person* and the column of *skill*."""
        self.matrix.go_to(person, skill)
        self.matrix.setFocus()

    def minimumSizeHint(self) -> QSize:
        """With as many lines of filters and signs as come to stand at this width."""
        needed, layout = super().minimumSizeHint(), self.layout()
        width = max(self.width(), needed.width())
        return QSize(needed.width(), layout.totalMinimumHeightForWidth(width) if layout else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width there are other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def place(self) -> None:
        """Where there is room, panel and legend are always there."""
        self.beside.place()
        has_room = self._tab.height() >= _LINES_FOR_ALL * self.fontMetrics().height()
        self.filters.place(has_room)
        self.key.setVisible(not has_room)
        self.legend.setVisible(has_room or self._key_open)
        self.key.setText(tr("Hide the &key") if self._key_open else tr("&Key to the signs"))

    def _turn_key(self) -> None:
        self._key_open = not self._key_open
        self.place()

    def fill(
        self, menu: QMenu, person: PersonId | None = None, skill: SkillId | None = None
    ) -> None:
        """What can be done with a cell, row or column; of the current cell, where none is given."""
        if person is None and skill is None and (current := self.matrix.current()) is not None:
            person, skill = current
        chosen = Chosen(
            matrix=self.matrix.shown,
            person=person,
            skill=skill,
            may_rate=frozenset() if self.day is not None else self._may_rate,
            may_arrange=self.may_arrange and self.day is None,
        )
        fill(menu, chosen, self.editing, self.filters, self._copy)
        menu.addSeparator()
        menu.addAction(why_words(), lambda: show_purpose(self._tab, self.context, Kind.RATING))

    def _build(self) -> None:
        self._table = Stack()
        self._table.addWidget(self.matrix)
        self.beside.row.addWidget(self._table, 1)
        self.key = button("", self._turn_key, "link")
        head = in_row(Fill(self.summary), (self.key, Qt.AlignmentFlag.AlignTop))
        in_column(
            head, self.filters, self.closed_groups, Fill(self.beside.row), self.legend, on=self
        )

    @cached_property
    def nobody(self) -> EmptyState:
        """What stands there where the filters leave nobody; made when it is first needed."""
        made = EmptyState(
            self.context.appearance,
            "search",
            tr("Nobody matches"),
            tr("No rating recorded here answers this. A blank means not known, never no."),
            action=tr("Show everybody"),
            on_action=self.filters.clear_all,
        )
        self._table.addWidget(made)
        return made

    def _connect(self) -> None:
        self.filters.changed.connect(lambda _wanted: self._narrow())
        self.filters.columns_chosen.connect(self.sought)
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
        self.summary.sought.connect(self.go_to)

    def _narrow(self) -> None:
        wanted = self.filters.wanted()
        shown = narrowed(self.whole, wanted)
        holders = tuple(shown.holders(at) for at in range(len(shown.skills)))
        asked = tuple(each.skill for each in wanted.skills)
        sought = [skill for skill in asked if skill not in self.matrix.chosen]
        rows = self.closed_groups.folded(shown, wanted.group)
        self.matrix.show_matrix(rows, holders, asked, wanted.group)
        if sought:
            self.matrix.go_to(None, sought[0])
        self._table.setCurrentWidget(self.matrix if shown.people else self.nobody)
        self.summary.show_matrix(shown, len(self.whole.people))
        self.legend.explain(shown.are)
        self.beside.ask_soon()

    def _fold(self) -> None:
        """Show what is open; the focus goes with it, for the button that had it is gone."""
        self._narrow()
        if self.matrix.shown.people:
            self.matrix.setFocus()
        else:
            self.closed_groups.focus_first()

    def _rate(self, value: SkillValue) -> None:
        current = self.matrix.current()
        if self.day is not None:
            self.context.say(tr("This is the past: nothing can be changed here."), "info")
        elif self.whole.are is Columns.CERTIFICATES:
            self.context.say(tr("Certificates are recorded under Training, by date."), "info")
        elif self.whole.are is Columns.RESPONSIBILITIES:
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
        wanted, day, columns = self.filters.wanted(), self.day, self.whole.are
        self.context.write(
            lambda desk: audit_export.as_text(desk, wanted, day, columns), self._copied, owner=self
        )

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.context.say(tr("Copied what is shown, for a spreadsheet or a letter."))

    def _show_menu(self, place: QPoint, person: PersonId | None, skill: SkillId | None) -> None:
        menu = QMenu(self._tab)
        menu.aboutToHide.connect(menu.deleteLater)
        self.fill(menu, person, skill)
        menu.popup(place)
