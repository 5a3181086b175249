"""Roles against responsibilities as a table that can be changed cell by cell (A11)."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from lsadesk.domain.careers.catalogue import ResponsibilityId, Share
from lsadesk.domain.careers.coverage import Grid
from lsadesk.domain.careers.framework import RoleId
from lsadesk.ui.widgets.labels import inert
from lsadesk.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[RoleId, ResponsibilityId]

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_HORIZONTAL = Qt.Orientation.Horizontal
_NOWHERE = QModelIndex()
_VERBS = {Share.NONE: "has no part in", Share.CONTRIBUTES: "contributes to", Share.LEADS: "leads"}


@dataclass(frozen=True, slots=True)
class OpenGrid:
    """The grid, the cells that the college filled itself, and the names of areas by line."""

    grid: Grid
    own: Set[Cell]
    areas: tuple[str, ...]


class GridModel(QAbstractTableModel):
    """A row a responsibility, a column a role; the college's own cells are bold."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = OpenGrid(Grid((), ()), frozenset(), ())
        self._shares: list[list[Share]] = []
        self._bold = QFont()
        self._bold.setBold(True)

    def show_grid(self, shown: OpenGrid) -> None:
        """Show *shown*; where only cells differ, whoever stands on one stays there."""
        same = shown.grid.roles == self._shown.grid.roles and [
            line.responsibility for line in shown.grid.lines
        ] == [line.responsibility for line in self._shown.grid.lines]
        if not same:
            self.beginResetModel()
        self._shown = shown
        self._shares = [list(line.shares) for line in shown.grid.lines]
        if not same:
            self.endResetModel()
        elif self._shares:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def cell(self, index: Index) -> Cell:
        """The role and the responsibility that meet there."""
        grid = self._shown.grid
        return grid.roles[index.column()].id, grid.lines[index.row()].responsibility.id

    def share(self, index: Index) -> Share:
        """What the role does about the responsibility."""
        return self._shares[index.row()][index.column()]

    def show_share(self, index: Index, share: Share) -> None:
        """Show *share* there before it is kept."""
        self._shares[index.row()][index.column()] = share
        self.dataChanged.emit(index, index)

    def words(self, index: Index) -> str:
        """A cell in one sentence."""
        role = self._shown.grid.roles[index.column()].name
        what = self._shown.grid.lines[index.row()].responsibility.text
        ours = tr(" (your college says so)") if self.is_own(index) else ""
        return f"{role} {tr(_VERBS[self.share(index)])}: {what}{ours}"

    def explained(self, row: int) -> str:
        """The area of a responsibility and what belongs to it."""
        parts = "; ".join(self._shown.grid.lines[row].responsibility.parts)
        return f"{self._shown.areas[row]}. {parts}" if parts else f"{self._shown.areas[row]}."

    def is_own(self, index: Index) -> bool:
        """Whether the college filled this cell itself."""
        return self.cell(index) in self._shown.own

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of responsibilities."""
        return 0 if parent.isValid() else len(self._shown.grid.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The number of roles."""
        return 0 if parent.isValid() else len(self._shown.grid.roles)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What a cell shows and speaks."""
        if not index.isValid():
            return None
        if role == _DISPLAY:
            share = self.share(index)
            return "" if share is Share.NONE else tr(share.value)
        if role in (_SPOKEN, _TOOL_TIP):
            words = self.words(index)
            return inert(words) if role == _TOOL_TIP else words
        if role == _ALIGNMENT:
            return _CENTRE
        return self._bold if role == _FONT and self.is_own(index) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Roles across, responsibilities down; both explain themselves."""
        across = orientation == _HORIZONTAL
        if not 0 <= section < (self.columnCount() if across else self.rowCount()):
            return None
        if role in (_DISPLAY, _SPOKEN, _TOOL_TIP):
            if across:
                name = self._shown.grid.roles[section].name
                return inert(name) if role == _TOOL_TIP else name
            text = self._shown.grid.lines[section].responsibility.text
            return inert(f"{text}. {self.explained(section)}") if role == _TOOL_TIP else text
        return None
