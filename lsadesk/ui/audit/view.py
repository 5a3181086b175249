"""The matrix on screen: every visible cell copied from its picture in one loop."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView

from lsadesk.domain.auditing.audit import AuditMatrix
from lsadesk.domain.auditing.audit_asking import Grouping, group_of
from lsadesk.domain.auditing.skills import Level, NotApplicable, SkillId, SkillValue, Unknown
from lsadesk.domain.staff.people import PersonId
from lsadesk.ui.audit.headers import Corner, Measures, PersonHeader, SkillHeader, fitted, measured
from lsadesk.ui.audit.looks import Looks
from lsadesk.ui.audit.model import MatrixModel
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.looks.theme import Colours
from lsadesk.ui.words import tr

_PIXELS = QAbstractItemView.ScrollMode.ScrollPerPixel
TYPED: dict[str, SkillValue] = {
    **{str(level): Level(level) for level in range(5)},
    "?": Unknown(),
    "n": NotApplicable(),
    "N": NotApplicable(),
}
EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ROWS_AT_LEAST = 4


class MatrixView(QTableView):
    """A table of small codes with a current cell that the keyboard moves and Tab leaves.

    Emits `typed(value)` when somebody types a value for the current cell (0 to 4, ?, n for
    not applicable, Delete for not known), `opened()` on Enter, `detailed()` on F2, `moved()`
    as the current cell changes, `heading_chosen(skill)` when a heading is clicked,
    `copied()` on Ctrl+C, `group_closed(name)` on minus or a click on a group's name,
    `groups_opened()` on plus, and `menu_asked(point on screen, person or None, skill or None)`
    where a menu is wanted of a cell, a row or a column.
    """

    typed = Signal(object)
    opened = Signal()
    moved = Signal()
    heading_chosen = Signal(object)
    detailed = Signal()
    copied = Signal()
    group_closed = Signal(str)
    groups_opened = Signal()
    menu_asked = Signal(QPoint, object, object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.chosen: tuple[SkillId, ...] = ()
        self.chosen_columns: frozenset[int] = frozenset()
        self.tags: Sequence[str] = ()
        self._under: Sequence[str] = ()
        self.starts: frozenset[int] = frozenset()
        self.matrix_model = MatrixModel(self)
        self._skills, self._people = SkillHeader(self), PersonHeader(self)
        self._corner = Corner(self)
        self._wanted = measured(self.shown, self.tags, self.font())
        self.measures: Measures = self._wanted
        self.setModel(self.matrix_model)
        self.setHorizontalHeader(self._skills)
        self.setVerticalHeader(self._people)
        self._behave()
        self._skills.sectionClicked.connect(self._choose_heading)
        self.selectionModel().currentChanged.connect(self._moved)
        appearance.changed.connect(self._dress)
        self._dress()

    @property
    def shown(self) -> AuditMatrix:
        """The matrix on screen."""
        return self.matrix_model.matrix

    @property
    def holders(self) -> tuple[int, ...]:
        """For each skill how many have it."""
        return self.matrix_model.holders

    @property
    def colours(self) -> Colours:
        """The colours of the theme."""
        return self._appearance.theme.colours

    def show_matrix(
        self,
        matrix: AuditMatrix,
        holders: tuple[int, ...],
        chosen: tuple[SkillId, ...] = (),
        group: Grouping = Grouping.NONE,
    ) -> None:
        """Show *matrix*; the current cell stays on the same person and skill if both are there.

        *chosen* are the skills that are being looked for: their headings stand out. *group*
        is what its rows stand together by.
        """
        before, tags = self.current(), self.tags
        self._tell_groups(matrix, group)
        same = (self.shown.people, self.shown.skills) == (matrix.people, matrix.skills)
        same = same and tags == self.tags
        self.chosen = chosen
        self.matrix_model.show(matrix, holders)
        if not same:
            self._dress()
            self._return_to(before)
        self.chosen_columns = frozenset(
            column for column, skill in enumerate(matrix.skills) if skill.id in chosen
        )
        self._skills.viewport().update()
        self._corner.update()

    def _tell_groups(self, matrix: AuditMatrix, group: Grouping) -> None:
        self._under = ()
        if group is Grouping.NONE:
            self.tags, self.starts = [person.team for person in matrix.people], frozenset()
            return
        self._under = under = [group_of(person, group) for person in matrix.people]
        sizes = Counter(under)
        self.tags = [
            tr("\u25be {group}, {people}", group=name or tr("not known"), people=sizes[name])
            for name in under
        ]
        self.starts = frozenset(
            row for row, name in enumerate(under) if row == 0 or name != under[row - 1]
        )

    def current(self) -> tuple[PersonId, SkillId] | None:
        """Whose skill the current cell is."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        return self.shown.people[index.row()].id, self.shown.skills[index.column()].id

    def go_to(self, person: PersonId | None, skill: SkillId | None) -> None:
        """Make the cell of *person* and *skill* current; None leaves that one as it is."""
        index, now = self.matrix_model.place_of(person, skill), self.currentIndex()
        row = now.row() if person is None and now.isValid() else index.row()
        column = now.column() if skill is None and now.isValid() else index.column()
        self.setCurrentIndex(self.matrix_model.index(row, column))
        self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the picture of each visible cell to its place."""
        if self.devicePixelRatioF() != self._ratio:
            self._dress()
        area, cell = event.rect(), self.measures.cell
        painter = QPainter(self.viewport())
        wide, high, width = cell.width(), cell.height(), len(self.shown.skills)
        left, top = self._skills.offset(), self._people.offset()
        first = max((area.left() + left) // wide, 0)
        last = min((area.right() + left) // wide + 1, width)
        rows = range(
            max((area.top() + top) // high, 0),
            min((area.bottom() + top) // high + 1, len(self.shown.people)),
        )
        cells, looks, copy = self.shown.cells, self._looks, painter.drawPixmap
        for row in rows:
            x, y, start = first * wide - left, row * high - top, row * width
            for code in cells[start + first : start + last]:
                copy(x, y, looks[code])
                x += wide
        self._paint_around(painter, area)

    def _paint_around(self, painter: QPainter, area: QRect) -> None:
        """The lines between groups, what lies beyond the cells, and the current cell's frame."""
        c, wide = self.colours, self.measures.cell.width()
        right = len(self.shown.skills) * wide - self._skills.offset()
        bottom = len(self.shown.people) * self.measures.cell.height() - self._people.offset()
        for column in self._group_ends:
            painter.fillRect(column * wide - self._skills.offset() - 1, 0, 1, bottom, c.edge)
        high, up = self.measures.cell.height(), self._people.offset()
        for row in self.starts:
            painter.fillRect(0, row * high - up - 1, min(right, self.width()), 2, c.edge)
        painter.fillRect(QRect(right, 0, max(area.right() - right + 1, 0), self.height()), c.window)
        painter.fillRect(
            QRect(0, bottom, self.width(), max(area.bottom() - bottom + 1, 0)), c.window
        )
        if self.currentIndex().isValid():
            frame = self.visualRect(self.currentIndex())
            painter.setPen(QPen(c.surface, 2))
            painter.drawRect(frame.adjusted(3, 3, -3, -3))
            painter.setPen(
                QPen(c.focus if self.hasFocus() else c.edge, 3 if self.hasFocus() else 2)
            )
            painter.drawRect(frame.adjusted(1, 1, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Values are typed straight into the current cell; Enter opens it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.detailed.emit()
        elif event.modifiers() & _COMMANDS or not self.currentIndex().isValid():
            super().keyPressEvent(event)
        elif event.key() in OPENING:
            self.opened.emit()
        elif event.text() == "-":
            self.close_group(self.currentIndex().row())
        elif event.text() == "+":
            self.groups_opened.emit()
        elif event.key() in EMPTYING:
            self.typed.emit(Unknown())
        elif event.text() in TYPED:
            self.typed.emit(TYPED[event.text()])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a cell: where the mouse is, or of the current one by the menu key."""
        index = self.indexAt(event.pos())
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            place = event.globalPos()
        if index.isValid():
            self.setCurrentIndex(index)
            person, skill = self.shown.people[index.row()].id, self.shown.skills[index.column()].id
            self.menu_asked.emit(place, person, skill)

    def _ask_column(self, place: QPoint) -> None:
        column = self._skills.logicalIndexAt(place)
        if column >= 0:
            on_screen = self._skills.mapToGlobal(place)
            self.menu_asked.emit(on_screen, None, self.shown.skills[column].id)

    def _ask_row(self, place: QPoint) -> None:
        row = self._people.logicalIndexAt(place)
        if row >= 0:
            on_screen = self._people.mapToGlobal(place)
            self.menu_asked.emit(on_screen, self.shown.people[row].id, None)

    def close_group(self, row: int) -> None:
        """Ask for the group of a row to be closed."""
        if 0 <= row < len(self._under):
            self.group_closed.emit(self._under[row])

    def keyboardSearch(self, _search: str) -> None:
        """Letters do not move the current cell: the search field finds people."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the focus on a cell, so that a screen reader has something to say."""
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason  # which goes there itself
        if not by_mouse and not self.currentIndex().isValid():
            self.setCurrentIndex(self.matrix_model.index(0, 0))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the heads give way to the cells."""
        super().resizeEvent(event)
        if fitted(self._wanted, self.size()) != self.measures:
            self._fit()

    def updateGeometries(self) -> None:
        """Keep the corner where the headings meet."""
        super().updateGeometries()
        edge = self.frameWidth()
        size = QSize(self._people.width(), self._skills.height())
        self._corner.setGeometry(QRect(edge, edge, size.width(), size.height()))

    def _behave(self) -> None:
        self.setAccessibleName(tr("Skills of the team"))
        self.setAccessibleDescription(
            tr(
                "Type 0 to 4, question mark, or N for not applicable to rate; Enter for details; "
                "minus closes a group, plus opens all."
            )
        )
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(_PIXELS)
        self.setVerticalScrollMode(_PIXELS)
        for header, ask in ((self._skills, self._ask_column), (self._people, self._ask_row)):
            header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            header.customContextMenuRequested.connect(ask)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def _dress(self) -> None:
        """Take sizes and pictures from the font, the theme and the screen of this moment."""
        self._ratio = self.devicePixelRatioF()
        self._wanted = measured(self.shown, self.tags, self.font())
        self._looks = Looks(self.colours, self.font(), self._wanted.cell, self._ratio)
        skills = self.shown.skills
        self._group_ends = [
            at for at in range(1, len(skills)) if skills[at].group != skills[at - 1].group
        ]
        self._fit()

    def _fit(self) -> None:
        """Give heads and cells their sizes in the room there is."""
        self.measures = fitted(self._wanted, self.size())
        self._skills.setDefaultSectionSize(self.measures.cell.width())
        self._people.setDefaultSectionSize(self.measures.cell.height())
        self._skills.setFixedHeight(self.measures.across)
        self._people.setFixedWidth(self.measures.down)
        self.setMinimumHeight(self.measures.across + _ROWS_AT_LEAST * self.measures.cell.height())
        self._skills.forget()
        self.updateGeometries()
        self.viewport().update()
        self._people.viewport().update()

    def _return_to(self, before: tuple[PersonId, SkillId] | None) -> None:
        index = self.matrix_model.place_of(*before) if before else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        elif self.hasFocus():
            self.setCurrentIndex(self.matrix_model.index(0, 0))
        self.moved.emit()

    def _moved(self) -> None:
        self._skills.viewport().update()
        self._people.viewport().update()
        self.moved.emit()

    def _choose_heading(self, column: int) -> None:
        self.heading_chosen.emit(self.shown.skills[column].id)
