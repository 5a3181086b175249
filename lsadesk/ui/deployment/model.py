"""The blocks of a board as Qt asks for them: a list, complete, for the screen reader."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

from lsadesk.ui.deployment.board import Board, spoken
from lsadesk.ui.widgets.labels import inert
from lsadesk.ui.widgets.tables import DISPLAY, RECORD, SPOKEN, TOOL_TIP

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BoardModel(QAbstractListModel):
    """The blocks of a `Board`, line by line; it is changed only by showing another one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board = Board()

    def show(self, board: Board) -> None:
        """Show *board* in place of the one before."""
        self.beginResetModel()
        self.board = board
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of blocks."""
        return 0 if parent.isValid() else len(self.board.blocks)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Whose block it is and what, all of it in words, or the block itself."""
        if not index.isValid():
            return None
        block = self.board.blocks[index.row()]
        if role == DISPLAY:  # begins with the name, so that typing a name goes there
            return f"{self.board.lines[block.line].name}: {block.above}"
        if role in (SPOKEN, TOOL_TIP):
            words = spoken(self.board, index.row())
            return inert(words) if role == TOOL_TIP else words
        return block if role == RECORD else None
