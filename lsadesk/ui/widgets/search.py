"""The field that finds things on the page; Ctrl+F goes to it."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget

from lsadesk.ui.looks.appearance import Appearance

_PAUSE_MS = 120
_NARROW, _WIDE = 200, 320
_AROUND = 64  # pixels for the glass and the space at both ends


class SearchField(QLineEdit):
    """Emits `searched(text)` when typing pauses; *name* is what is spoken and hinted.

    Down goes on to the table of its *page*.
    """

    searched = Signal(str)

    def __init__(self, appearance: Appearance, name: str, page: QWidget) -> None:
        super().__init__()
        self._appearance, self._page = appearance, page
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(lambda: self.searched.emit(self.text()))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), page, self._come)
        appearance.changed.connect(self._dress)
        self._dress()
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down is the way from a word to what it finds, wherever one types to search."""
        tables = (each for each in self._page.findChildren(QTableView) if each.isVisible())
        table = next(tables, None) if event.key() == Qt.Key.Key_Down else None
        if table is None:
            super().keyPressEvent(event)
            return
        self._pause.stop()
        self.searched.emit(self.text())
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """The hint can be read whole in any size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        hint = self.fontMetrics().horizontalAdvance(self.placeholderText()) + _AROUND
        self.setMinimumWidth(max(_NARROW, hint))
        self.setMaximumWidth(max(_WIDE, hint))

    def _come(self) -> None:
        self.setFocus()
        self.selectAll()

    def _dress(self) -> None:
        self._glass.setIcon(self._appearance.icon("search"))
