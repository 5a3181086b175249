"""Waiting for what was asked of the college file, and for no length of time."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lsadesk.ui.tasks import Worker

ROUNDS = 5  # of laying out: a line that wraps moves its page, which wraps others


def wait_for(worker: Worker, qtbot: QtBot) -> None:
    """Wait until nothing is asked of the file any more and all that came is laid out."""
    quiet = 0
    while quiet < ROUNDS:  # what came may ask for more, and that is laid out too
        QApplication.processEvents()
        quiet += 1
        if worker.is_busy:
            qtbot.waitUntil(lambda: not worker.is_busy, timeout=40_000)
            quiet = 0
