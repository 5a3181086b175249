"""What is known of the matrix's current cell, asked for and shown beside it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.audit import Columns, spoken
from lsadesk.domain.careers.resources import About, AboutKind
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.operations.auditing import audit
from lsadesk.operations.auditing.audit import Cell
from lsadesk.ui.audit.panel import CellPanel
from lsadesk.ui.audit.view import MatrixView
from lsadesk.ui.library.resources import ResourcesBox
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Ticket
from lsadesk.ui.widgets.laid import in_row

_PAUSE_MS = 60  # an arrow key held down asks about the cell it stops on
_LETTERS_WHEN_WIDE = 160  # from here on the panel stands beside the matrix all the time


class Beside(QObject):
    """The panel of *page*, about the current cell of *matrix* as at *day* (None: today)."""

    def __init__(
        self, context: TabContext, page: QWidget, matrix: MatrixView, day: Callable[[], date | None]
    ) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._matrix, self._day = matrix, day
        self._asked = Ticket()
        self._opened = False
        self.resources = ResourcesBox(context)
        self.panel = CellPanel(context.appearance, self.resources)
        # It goes with the page, also where it was never laid out; a parent would style it twice.
        page.destroyed.connect(self.panel.deleteLater)
        self.row = in_row(gap=12)  # where it stands, from when there is first something to tell
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        matrix.moved.connect(self.ask_soon)
        matrix.opened.connect(self._open)
        matrix.detailed.connect(self._open)
        self.panel.left.connect(self._close)

    def ask_soon(self) -> None:
        """Ask about the current cell once the keys have come to rest."""
        self._pause.start()

    def place(self) -> None:
        """Show the panel where there is room for it, or where it was asked for."""
        wide = _LETTERS_WHEN_WIDE * self._page.fontMetrics().averageCharWidth()
        has_room = self._page.width() >= wide
        shown = (has_room or self._opened) and self.panel.has_something
        if shown and self.row.indexOf(self.panel) < 0:
            self.row.addWidget(self.panel)
        self.panel.setVisible(shown)

    def _open(self) -> None:
        self._opened = True
        self.place()
        self.panel.enter()

    def _close(self) -> None:
        self._opened = False
        self._matrix.setFocus()
        self.place()

    def _ask(self) -> None:
        self._asked.cancel()
        current, day, columns = self._matrix.current(), self._day(), self._matrix.shown.are
        if current is None:
            self.panel.show_nothing()
            self.place()
            return
        person, skill = current
        if columns is Columns.CERTIFICATES:
            course = CourseId(skill)
            self._asked = self._context.read(
                lambda desk: audit.proofs(desk, person, course, day), self._show_proofs
            )
        elif columns is Columns.RESPONSIBILITIES:
            self._show_carried()
        else:
            self._asked = self._context.read(
                lambda desk: audit.cell(desk, person, skill, day), self._show_cell
            )

    def _show_cell(self, cell: Cell) -> None:
        self.panel.show_cell(cell)
        self.resources.show_for(About(AboutKind.SKILL, str(cell.skill.id)))
        self.place()

    def _show_proofs(self, proofs: audit.Proofs) -> None:
        self.panel.show_proofs(proofs)
        self.resources.show_for(None)
        self.place()

    def _show_carried(self) -> None:
        index, shown = self._matrix.currentIndex(), self._matrix.shown
        words = spoken(shown.row(index.row())[index.column()]).capitalize()
        name = shown.skills[index.column()].name
        self.panel.show_carried(shown.people[index.row()], name, words)
        self.resources.show_for(None)
        self.place()
