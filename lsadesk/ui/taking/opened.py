"""A file or folder that was written, opened with what this computer has for it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from lsadesk.ui.words import tr


def open_written(path: Path, say: Callable[[str], object]) -> None:
    """Open *path*; *say* is given a sentence where the computer has nothing to do it with."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        say(tr("This computer has nothing to open it with: {path}", path=path))
