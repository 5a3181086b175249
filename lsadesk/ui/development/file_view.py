"""A picture or a text that is attached, shown without a copy leaving the college file."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QScrollArea, QWidget

from lsadesk.ui.looks.sizes import fit
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.words import tr

_SIZE = (900, 700)


class FileView(Question):
    """Shows what is in a file named *name*, which stands above it."""

    def __init__(self, parent: QWidget, name: str, opened: QImage | str) -> None:
        super().__init__(parent, tr("Attached file"), name, tr("Close"))
        self.no.hide()
        self.shown: QWidget = _Words(opened) if isinstance(opened, str) else _Picture(opened)
        self.shown.setAccessibleName(name)
        self.body.addWidget(self.shown)
        fit(self, *_SIZE)


class _Words(QPlainTextEdit):
    """A text to read; Tab leaves it."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )


class _Picture(QScrollArea):
    """A picture as wide as the window, never larger than it is; the arrows move it."""

    def __init__(self, picture: QImage) -> None:
        super().__init__()
        self._picture = QPixmap.fromImage(picture)
        self._label = QLabel()
        self.setWidget(self._label)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw it anew in the new width."""
        super().resizeEvent(event)
        wide = min(self.viewport().width(), self._picture.width())
        drawn = self._picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        self._label.setPixmap(drawn)
        self._label.resize(drawn.size())
