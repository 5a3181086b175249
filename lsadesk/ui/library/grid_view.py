"""The grid of responsibilities on screen: cells are changed by single keys."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from lsadesk.domain.careers.catalogue import Share
from lsadesk.ui.library.grid_model import GridModel
from lsadesk.ui.words import tr

_ROUND = {Share.NONE: Share.CONTRIBUTES, Share.CONTRIBUTES: Share.LEADS, Share.LEADS: Share.NONE}
_KEYS = {
    Qt.Key.Key_N: Share.NONE,
    Qt.Key.Key_C: Share.CONTRIBUTES,
    Qt.Key.Key_L: Share.LEADS,
}
_USUAL = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_LETTERS = 44  # the width of a responsibility


class GridView(QTableView):
    """Emits `said(index, Share or None)` as a cell is changed, `stood(index)` as one moves.

    Space and Enter go round the three; N, C and L set one; Delete is as usual (None).
    """

    said = Signal(QModelIndex, object)
    stood = Signal(QModelIndex)

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self._grid = model
        self.may_change = False
        self.setModel(model)
        self.setAccessibleName(tr("Roles and responsibilities"))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(True)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
        )
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft
            | Qt.AlignmentFlag.AlignVCenter
            | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
        )
        self.doubleClicked.connect(self._go_round)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.stood.emit(now))
        self._measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the focus on a cell, so that a screen reader has something to say."""
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason  # which goes there itself
        if not by_mouse and not self.currentIndex().isValid() and self._grid.rowCount():
            self.setCurrentIndex(self._grid.index(0, 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that change a cell; all others move."""
        index, key = self.currentIndex(), event.key()
        if not (self.may_change and index.isValid()) or event.modifiers() & _WITH:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_round(index)
        elif key in _USUAL:
            self.said.emit(index, None)
        elif (share := _KEYS.get(Qt.Key(key))) is not None:
            self._say(index, share)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Rows and columns grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_grid"):
            self._measure()

    def _go_round(self, index: QModelIndex) -> None:
        if self.may_change:
            self._say(index, _ROUND[self._grid.share(index)])

    def _say(self, index: QModelIndex, share: Share) -> None:
        self._grid.show_share(index, share)
        self.said.emit(index, share)

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        self.horizontalHeader().setDefaultSectionSize(metrics.averageCharWidth() * 15 + 16)
        self.horizontalHeader().setMinimumHeight(metrics.lineSpacing() * 3 + 12)
        self.verticalHeader().setDefaultSectionSize(metrics.lineSpacing() * 2 + 8)
        self.verticalHeader().setFixedWidth(metrics.averageCharWidth() * _LETTERS + 24)


_WITH = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
