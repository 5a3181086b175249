"""A guard against a fault in the Qt binding that ended the process."""

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
