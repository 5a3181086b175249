"""A picture or a text that is attached, shown without a copy leaving the college file."""

from PySide6.QtCore import QBuffer, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QScrollArea, QWidget

from lsadesk.domain.developing.attached import AttachedFile, FileKind, as_text
from lsadesk.errors import UserError
from lsadesk.ui.looks.sizes import fit
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.words import tr

_SIZE = (900, 700)
_SHOWN = 50_000  # letters of a text: more would hold the window up
_LARGEST = QSize(1600, 2400)  # pixels of a picture


def opened(file: AttachedFile, content: bytes) -> QImage | str:
    """The words in *file*, or its picture, upright and no larger than is ever looked at.

    It may take long: call it on no thread that somebody waits for.

    Raises:
        UserError: it is no picture that can be shown.
    """
    if file.kind is FileKind.TEXT:
        words = as_text(content)
        rest = tr("... and more: save a copy to read all of it.")
        return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}\n\n{rest}"
    inside = QBuffer()
    inside.setData(content)
    reader = QImageReader(inside)
    reader.setAutoTransform(True)  # a photo of a certificate knows which side is up
    size = reader.size()
    if size.width() > _LARGEST.width() or size.height() > _LARGEST.height():
        reader.setScaledSize(size.scaled(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    if picture.isNull():
        raise UserError(
            tr("{name} cannot be shown as a picture. Save a copy to open it.", name=file.name)
        )
    return picture


class FileView(Question):
    """Shows what is in a file named *name*, which stands above it."""

    def __init__(self, parent: QWidget, name: str, found: QImage | str) -> None:
        super().__init__(parent, tr("Attached file"), name, tr("Close"))
        self.no.hide()
        self.shown: QWidget = _Words(found) if isinstance(found, str) else _Picture(found)
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
