"""The team skills audit: who can do what, what is missing, and the sheet for the inspector."""

from importlib import import_module
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from lsadesk.domain.audit import AuditMatrix
from lsadesk.domain.audit_asking import Filter, narrowed
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Subject
from lsadesk.domain.development import ActionDetails
from lsadesk.domain.people import PersonId
from lsadesk.domain.skills import SkillId, SkillValue, View, code_of
from lsadesk.errors import UserError
from lsadesk.operations import audit
from lsadesk.operations.audit import Cell
from lsadesk.ui.audit.filters import FilterBar
from lsadesk.ui.audit.legend import Legend
from lsadesk.ui.audit.model import NO_MATRIX
from lsadesk.ui.audit.panel import CellPanel
from lsadesk.ui.audit.summary import Summary
from lsadesk.ui.audit.view import MatrixView
from lsadesk.ui.audit.wording import skill_words, value_words
from lsadesk.ui.development.plan import open_plan
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.tasks import Ticket
from lsadesk.ui.widgets.ask import ask_where
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.labels import set_property
from lsadesk.ui.widgets.notice import Notice
from lsadesk.ui.words import tr

_PAUSE_MS = 60  # an arrow key held down asks about the cell it stops on
_LETTERS_WHEN_WIDE = 160  # from here on the panel stands beside the matrix all the time
_LINES_FOR_LEGEND = 24


class AuditTab(Tab):
    """People by skills, with what is known of the current cell beside it."""

    subjects = frozenset({Subject.SKILLS, Subject.PEOPLE, Subject.ACCOUNTS})

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._whole: AuditMatrix = NO_MATRIX
        self._asked: Ticket | None = None
        self._opened = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Ask for everybody's ratings."""
        self.context.read(audit.matrix, self._show_whole)

    def show_target(self, target: object) -> None:
        """Go to the row of a person (a `PersonId`)."""
        if isinstance(target, int):
            self.filters.clear_all()
            self.matrix.go_to(PersonId(target), None)
            self.matrix.setFocus()

    def settle(self) -> None:
        """Keep a proof or note that is half typed."""
        self.panel.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room, panel and legend are always there."""
        super().resizeEvent(event)
        self._place_panel()
        self.legend.setVisible(self.height() >= _LINES_FOR_LEGEND * self.fontMetrics().height())

    def _build(self) -> None:
        look = self.context.appearance
        self.summary, self.filters = Summary(), FilterBar(look, self)
        self.export = button(tr("E&xport to Excel..."), self._export)
        self.notice = Notice()
        set_property(self.notice, "kind", "said")
        self.matrix, self.panel, self.legend = MatrixView(look), CellPanel(look), Legend(look)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.summary, 1)
        head.addWidget(self.export)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(12)
        self._beside.addWidget(self._stacked(), 1)
        self._beside.addWidget(self.panel)
        inside = QWidget()
        self._full = QScrollArea()  # of use only where large text meets a small window
        self._full.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._full.setWidgetResizable(True)
        self._full.setWidget(inside)
        page = QVBoxLayout(inside)
        page.setContentsMargins(16, 12, 16, 8)
        page.setSpacing(8)
        page.addLayout(head)
        page.addWidget(self.notice)
        page.addWidget(self.filters)
        page.addLayout(self._beside, 1)
        page.addWidget(self.legend)
        self._pages = QStackedWidget()
        self.empty = self._first_day()
        self._pages.addWidget(QWidget())
        self._pages.addWidget(self._full)
        self._pages.addWidget(self.empty)
        self.closed = self._closed_to_all()
        self._pages.addWidget(self.closed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _stacked(self) -> QStackedWidget:
        self.nobody = EmptyState(
            self.context.appearance,
            "search",
            tr("Nobody matches"),
            tr("No rating recorded here answers this. A blank means not known, never no."),
            action=tr("Show everybody"),
            on_action=self.filters.clear_all,
        )
        self._table = QStackedWidget()
        self._table.addWidget(self.matrix)
        self._table.addWidget(self.nobody)
        return self._table

    def _first_day(self) -> EmptyState:
        return EmptyState(
            self.context.appearance,
            "audit",
            tr("No skills to show yet"),
            tr(
                "Bring in the skills spreadsheet that the college keeps already, as it is. "
                "Every row is accounted for, and nothing is changed in your workbook."
            ),
            action=tr("Import a workbook..."),
            on_action=self._import,
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
        self.matrix.heading_chosen.connect(self.filters.order_by)
        self.matrix.moved.connect(self._ask_soon)
        self.matrix.opened.connect(self._open_panel)
        self.matrix.typed.connect(self._rate)
        self.panel.detailed.connect(self._detail)
        self.panel.planned.connect(self._add_to_plan)
        self.panel.sought.connect(lambda person: self.context.go("people", person))
        self.panel.left.connect(self._close_panel)
        self.panel.rated.connect(self._rate_told)
        self.summary.sought.connect(self._seek)
        self._pause.timeout.connect(self._ask)

    def _show_whole(self, matrix: AuditMatrix) -> None:
        heads = (self._whole.people, self._whole.skills)
        self._whole = matrix
        if heads != (matrix.people, matrix.skills):
            self.filters.offer_from(matrix)
        nothing = self.closed if matrix.skills and not matrix.people else self.empty
        self._pages.setCurrentWidget(self._full if matrix.cells else nothing)
        self._narrow()

    def _narrow(self) -> None:
        wanted = self.filters.wanted()
        shown = narrowed(self._whole, wanted)
        holders = tuple(shown.holders(at) for at in range(len(shown.skills)))
        asked = tuple(each.skill for each in wanted.skills)
        sought = [skill for skill in asked if skill not in self.matrix.chosen]
        self.matrix.show_matrix(shown, holders, asked, wanted.group)
        if sought:
            self.matrix.go_to(None, sought[0])
        self._table.setCurrentWidget(self.matrix if shown.people else self.nobody)
        self.summary.show_matrix(shown, len(self._whole.people))
        self._ask_soon()

    def _seek(self, person: PersonId | None, skill: SkillId) -> None:
        self.matrix.go_to(person, skill)
        self.matrix.setFocus()

    def _ask_soon(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        current = self.matrix.current()
        if current is None:
            self.panel.show_nothing()
            self._place_panel()
            return
        person, skill = current
        self._asked = self.context.read(
            lambda desk: audit.cell(desk, person, skill), self._show_cell
        )

    def _show_cell(self, cell: Cell) -> None:
        self.panel.show_cell(cell)
        self._place_panel()

    def _rate(self, value: SkillValue) -> None:
        if (current := self.matrix.current()) is not None:
            self._record(*current, value)

    def _rate_told(self, value: SkillValue) -> None:
        if (cell := self.panel.cell) is not None:
            self._record(cell.person.id, cell.skill.id, value)

    def _record(self, person: PersonId, skill: SkillId, value: SkillValue) -> None:
        self.context.write(
            lambda desk: audit.rate(desk, person, skill, value),
            lambda _done: self._check_shown(person, skill, value),
            owner=self,
        )

    def _detail(self, proof: str, note: str, booked: bool) -> None:
        cell = self.panel.cell
        if cell is None or cell.shown is None:
            return
        rating, person, skill = cell.shown, cell.person.id, cell.skill.id
        self.context.write(
            lambda desk: audit.rate(
                desk, person, skill, rating.value, proof=proof, note=note, training_booked=booked
            ),
            owner=self,
        )

    def _check_shown(self, person: PersonId, skill: SkillId, value: SkillValue) -> None:
        """Say so where an agreed rating goes before the one just given."""
        self.context.read(
            lambda desk: audit.cell(desk, person, skill),
            lambda cell: self._say_if_agreed(cell, value),
            owner=self,
        )

    def _say_if_agreed(self, cell: Cell, value: SkillValue) -> None:
        shown = cell.shown
        if shown is None or shown.view is not View.AGREED or code_of(shown.value) == code_of(value):
            return
        self.context.say(
            tr(
                "Noted as the appraiser's view. The audit goes on showing what was agreed "
                "together: {value}.",
                value=value_words(shown),
            ),
            "info",
        )

    def _add_to_plan(self, cell: Cell) -> None:
        """Plan for a gap or a wish: the line begins with the skill and what is known of it."""
        why = skill_words(cell)
        open_plan(self.context, self, cell.person.id, adding=ActionDetails(what="", why=why))

    def _place_panel(self) -> None:
        wide = self.width() >= _LETTERS_WHEN_WIDE * self.fontMetrics().averageCharWidth()
        self.panel.setVisible((wide or self._opened) and self.panel.cell is not None)

    def _open_panel(self) -> None:
        self._opened = True
        self._place_panel()
        self.panel.enter()

    def _close_panel(self) -> None:
        self._opened = False
        self.matrix.setFocus()
        self._place_panel()

    def _import(self) -> None:
        # The assistant brings much with it and is opened on few days of the year.
        import_module("lsadesk.ui.intake.assistant").import_workbook(self.context, self.window())

    def _export(self) -> None:
        today = uk_date(self.context.desk.today)
        name = tr("Skills audit, {college}, {day}", college=self.context.desk.college, day=today)
        name = name.replace("/", "-")  # a college may be named so; a file may not
        path = ask_where(
            self, tr("Export the skills audit"), f"{name}.xlsx", tr("Workbooks (*.xlsx)")
        )
        if path is not None:
            self.export_to(path if path.suffix == ".xlsx" else Path(f"{path}.xlsx"))

    def export_to(self, path: Path) -> None:
        """Write what is shown as a workbook to *path*, and say where it is."""
        wanted: Filter = self.filters.wanted()
        self.export.setEnabled(False)
        self.export.setText(tr("Writing the workbook..."))
        self.context.write(
            lambda desk: audit.export_audit(desk, path, wanted),
            self._exported,
            on_error=self._not_exported,
            owner=self,
        )

    def _exported(self, path: Path) -> None:
        self._export_ended()
        self.notice.ask(
            tr("The audit is saved as {name} in {folder}.", name=path.name, folder=path.parent),
            (tr("Open the workbook"), lambda: self._open(path)),
            (tr("Open the folder"), lambda: self._open(path.parent)),
            (tr("Close"), self.notice.settle),
        )

    def _not_exported(self, error: UserError) -> None:
        self._export_ended()
        self.context.say(str(error), "danger")

    def _export_ended(self) -> None:
        self.export.setEnabled(True)
        self.export.setText(tr("E&xport to Excel..."))

    def _open(self, path: Path) -> None:
        self.notice.settle()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.context.say(tr("This computer has nothing to open it with: {path}", path=path))


def make_tab(context: TabContext) -> AuditTab:
    """The tab, for the window."""
    return AuditTab(context)
