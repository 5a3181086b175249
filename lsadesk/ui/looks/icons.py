"""The program's drawings, coloured at the moment they are needed."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QColor, QIcon, QImageReader, QPixmap

from lsadesk.paths import RESOURCES, user_cache

_FOLDER = RESOURCES / "icons"


def picture(name: str, colour: QColor, size: int) -> QPixmap:
    """The drawing *name* in *colour*, *size* device pixels square."""
    data = QByteArray(_coloured(name, colour.name()).encode())
    buffer = QBuffer(data)
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(size, size))
    return QPixmap.fromImage(reader.read())


def icon(name: str, colour: QColor, size: int = 20) -> QIcon:
    """The drawing *name* as an icon, sharp on screens of up to three times the pixels."""
    made = QIcon()
    for ratio in (1, 2, 3):
        pixmap = picture(name, colour, size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
    return made


def coloured_file(name: str, colour: QColor) -> Path:
    """The drawing *name* in *colour* as a file, for style sheets, which read nothing else."""
    path = user_cache() / f"{name}-{colour.name()[1:]}.svg"
    wanted = _coloured(name, colour.name())
    if not path.exists() or path.read_text(encoding="utf-8") != wanted:
        path.write_text(wanted, encoding="utf-8")
    return path


@lru_cache(maxsize=256)
def _coloured(name: str, colour: str) -> str:
    drawing = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    return drawing.replace("currentColor", colour)
