"""A field to write in at leisure: what is typed is handed over as one pauses and as one leaves."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

PAUSE_MS = 600  # of typing, before it is saved


class Writing(QPlainTextEdit):
    """Emits `written(text)` when typing pauses and when the field is left, if it changed."""

    written = Signal(str)

    def __init__(self, name: str, *, lines: int = 3) -> None:
        super().__init__()
        self._handed_over = ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._pause.start)
        self._high = lines * self.fontMetrics().lineSpacing() + 16
        self.setMinimumHeight(self._high)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """As high as its lines; what is longer scrolls."""
        return QSize(super().sizeHint().width(), self._high)

    def fill(self, text: str) -> None:
        """Show *text*, which is what is kept; what is being typed here is never overwritten."""
        if self.hasFocus() and self.toPlainText() != self._handed_over:
            return
        if text != self.toPlainText():
            self.setPlainText(text)
        self._handed_over = text
        self._pause.stop()

    def flush(self) -> None:
        """Hand over what is written, if it is not what was handed over last."""
        self._pause.stop()
        if (text := self.toPlainText()) != self._handed_over:
            self._handed_over = text
            self.written.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is written is handed over as the field is left."""
        super().focusOutEvent(event)
        self.flush()
