"""Waiting for what was asked of the college file, and for no length of time."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lsadesk.ui.tasks import Worker

ROUNDS = 5  # of laying out: a line that wraps moves its page, which wraps others


def wait_for(worker: Worker, qtbot: QtBot) -> None:
    """Wait until nothing is asked of the file any more and all that came is laid out."""
    QApplication.processEvents()  # what is due at once may ask for more
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=40_000)
    for _ in range(ROUNDS):
        QApplication.processEvents()
