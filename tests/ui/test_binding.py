"""Guards against what the Qt binding does to the whole process."""

import subprocess
import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_calling_qt_takes_no_reference_from_none(qtbot: QtBot) -> None:
    # PySide6 6.12.0 on Python 3.10 and 3.11: every void call takes one, until none is left.
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) <= 10


def test_starting_reads_no_source() -> None:
    # PySide6 looks for its name in the source of each module, and keeps what it read.
    told = "import linecache, lsadesk.app; print(*linecache.cache)"
    read = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert "lsadesk" not in read.stdout
    assert "PySide6" not in read.stdout
