"""A field for more than a line, whose words are kept while somebody types."""

from PySide6.QtCore import QEvent, QMimeData, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from lsadesk.operations.said import LONGEST
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

KEPT_AFTER_MS = 400  # of the first key not kept yet, however long the typing goes on
_LINES = (3, 12)
_AROUND = 18  # pixels for the frame and the margins


class LongText(QPlainTextEdit):
    """Tab leaves it; *name* is its accessible name.

    Emits `typed()` soon after every change, also in the middle of a long run of typing, and
    as the field is left. A paste that does not fit is refused whole and what stood there
    stays: `trouble`, a label for the owner to lay out, says so. It is as high as its text,
    within so many *lines*; None: as high as there is room.
    """

    typed = Signal()

    def __init__(self, name: str, lines: tuple[int, int] | None = _LINES) -> None:
        super().__init__()
        self._lines = lines
        self.trouble = label("", "error")
        self.trouble.hide()
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("Saved while you type."))
        self.setTabChangesFocus(True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEPT_AFTER_MS)
        self._soon.timeout.connect(self.typed)
        self.textChanged.connect(self._changed)
        self._measure()

    def fill(self, text: str) -> None:
        """Show *text*; nothing is said of it."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._soon.stop()
        self._say("")
        self._measure()

    def settle(self) -> None:
        """Say now what would be said soon."""
        if self._soon.isActive():
            self._soon.stop()
            self.typed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is kept as the field is left."""
        super().focusOutEvent(event)
        self.settle()

    def changeEvent(self, event: QEvent) -> None:
        """As many lines in another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what fits; a part of a text would be worse than none."""
        selected = len(self.textCursor().selectedText())
        whole = len(self.toPlainText()) - selected + len(source.text())
        if whole <= LONGEST:
            super().insertFromMimeData(source)
            return
        self._say(
            tr(
                "! That is {whole} letters; there is room for {room}. Nothing was pasted, and "
                "what you had is still here. Paste a part of it.",
                whole=f"{whole:,}",
                room=f"{LONGEST:,}",
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines wrap otherwise in another width."""
        super().resizeEvent(event)
        self._measure()

    def _changed(self) -> None:
        self._say("")
        self._measure()
        if not self._soon.isActive():
            self._soon.start()

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence or tr("Saved while you type."))

    def _measure(self) -> None:
        if self._lines is None:
            return
        fewest, most = self._lines
        lines = min(max(round(self.document().size().height()), fewest), most)
        high = lines * self.fontMetrics().lineSpacing() + _AROUND
        if high != self.height():
            self.setFixedHeight(high)
