"""The staff page: the table of people, and beside it the one who is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.staff import people
from lsadesk.operations.staff.people import Colleague, Directory
from lsadesk.ui.people.add_person import ask_person
from lsadesk.ui.people.lines import StaffLine, staff_columns, staff_lines
from lsadesk.ui.people.panel import PersonPanel
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.later import later
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import RecordTable
from lsadesk.ui.words import count, tr

_AT_REST_MS = 100  # after the table was filled


class StaffPage(QStackedWidget):
    """Finds people as one types; leavers only where asked for."""

    import_asked = Signal()

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._directory: Directory | None = None
        self._colleagues: Sequence[Colleague] = ()
        self._panel: PersonPanel | None = None
        self._wanted: PersonId | None = None
        self._filling = False
        self.search = SearchField(context.appearance, tr("Find a person, team or specialism"), self)
        self.leavers = QCheckBox(tr("Show leavers"))
        self.add = button(tr("Add a person..."), self._add, "primary")
        self.counted = label("", "muted")
        self.table: RecordTable[StaffLine] = RecordTable(tr("Staff"), staff_columns())
        self.empty = EmptyState(
            context.appearance,
            "people",
            tr("Nobody is here yet"),
            tr("Bring in the staff spreadsheet that the college already has, as it is."),
            action=tr("Import your staff list..."),
            on_action=self.import_asked.emit,
            other=tr("Add a person..."),
            on_other=self._add,
        )
        self.nobody = EmptyState(
            context.appearance,
            "people",
            tr("Nobody is shown to you here"),
            tr("You see those you are line manager, appraiser or deployer for."),
        )
        self._lay_out()
        self._wire()

    @property
    def panel(self) -> PersonPanel:
        """The record of whoever is chosen; until somebody is, the table has its room."""
        panel = self._made()
        if self.both.indexOf(panel) < 0:
            panel.hide()
            self.both.addWidget(panel)
            self.both.setStretchFactor(1, 2)
        return panel

    def show_directory(self, directory: Directory, colleagues: Sequence[Colleague]) -> None:
        """Show the staff as they are now; whoever was chosen stays chosen."""
        self._directory, self._colleagues = directory, colleagues
        chosen = self.table.current()
        wanted = self._wanted or (chosen.id if chosen is not None else None)
        self._filling = True
        if self._panel is not None:
            self._panel.offer(colleagues)
        self.add.setVisible(directory.may_add)
        lines = staff_lines(directory)
        self.leavers.setVisible(any(line.has_left(self._context.desk.today) for line in lines))
        self.table.show_records(lines)
        self._filling = False
        self._count()
        self.setCurrentIndex(0 if lines else 1 if directory.may_add else 2)
        self.choose(wanted)
        if self._panel is None:
            later(self, _AT_REST_MS, self._have_ready)

    def choose(self, person: PersonId | None) -> None:
        """Bring *person* into view, now or as soon as the staff is there."""
        self._wanted = person
        lines = self.table.model_.records()
        line = next((each for each in lines if each.id == person), None)
        if line is None:
            self._show(self.table.current())
            return
        self._wanted = None
        if line.has_left(self._context.desk.today):
            self.leavers.setChecked(True)
        self.table.select(line)
        if self.table.current() != line:  # it is hidden by what is searched for
            self.search.clear()
            self.table.rows.search("")
            self.table.select(line)
        self._show(line)

    def settle(self) -> None:
        """Save what is half typed."""
        if self._panel is not None:
            self._panel.settle()

    def _lay_out(self) -> None:
        tools = in_row(self.search, self.leavers, Fill(self.counted), gap=16)
        left = QWidget()
        in_column(
            tools, Fill(self.table), (self.add, Qt.AlignmentFlag.AlignLeft), on=left, around=16
        )
        self.both = QSplitter(Qt.Orientation.Horizontal)
        self.both.setChildrenCollapsible(False)
        self.both.addWidget(left)
        self.both.setStretchFactor(0, 3)
        for page in (self.both, self.empty, self.nobody):
            self.addWidget(page)

    def _wire(self) -> None:
        self.leavers.setAccessibleName(self.leavers.text())
        self.leavers.toggled.connect(lambda _on: self._filter())
        self.search.searched.connect(self._find)
        self.table.opened.connect(lambda _line: self.panel.enter())
        self.table.selected.connect(self._selected)
        self._filter()

    def _find(self, text: str) -> None:
        self.table.rows.search(text)
        self._count()

    def _filter(self) -> None:
        today, leavers = self._context.desk.today, self.leavers.isChecked()
        self.table.rows.keep(None if leavers else lambda line: not line.has_left(today))
        self._count()

    def _count(self) -> None:
        shown = self.table.rows.rowCount()
        said = count(shown, "person", "people")
        if shown and not self._shows_somebody():
            said = tr("{people}. Choose one to see their record.", people=said)
        if shown == 0 and self.search.text():
            said = tr("Nobody here has “{words}” in their line.", words=self.search.text())
        self.counted.setText(said)

    def _selected(self, line: StaffLine | None) -> None:
        if not self._filling:
            self._show(line)

    def _show(self, line: StaffLine | None) -> None:
        if self._directory is None or (line is None and not self._shows_somebody()):
            return
        self.panel.show_line(line, self._directory)
        if self.panel.isHidden():
            self.panel.show()
            self.both.setSizes([760, 480])
            self._count()

    def _have_ready(self) -> None:
        """Make the panel in two steps too short to be felt: the first choice only shows it."""
        self._made()
        later(self, 0, lambda: self.panel)

    def _made(self) -> PersonPanel:
        if self._panel is None:
            self._panel = PersonPanel(self._context)
            # It goes with the page, also before it is laid out; a parent now would style it twice.
            self.destroyed.connect(self._panel.deleteLater)
            self._panel.offer(self._colleagues)
        return self._panel

    def _shows_somebody(self) -> bool:
        return self._panel is not None and not self._panel.isHidden()

    def _add(self) -> None:
        if self._directory is None:
            return
        details = ask_person(self, self._directory)
        if details is not None:
            self._context.write(lambda desk: people.add_person(desk, details), self._added)

    def _added(self, person: PersonId) -> None:
        self.choose(person)
        self.panel.enter()
