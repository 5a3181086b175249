"""What is done in a moment."""

import gc
import weakref

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from lsadesk.ui.widgets.later import later


class Told:
    """Whether it was called."""

    was_called = False

    def call(self) -> None:
        self.was_called = True


def test_it_is_done_once_and_leaves_nothing_behind(qtbot: QtBot) -> None:
    owner, told = QObject(), Told()
    later(owner, 0, told.call)
    assert not told.was_called
    qtbot.waitUntil(lambda: told.was_called)
    qtbot.waitUntil(lambda: not owner.children())


def test_what_goes_first_takes_along_what_was_to_be_done(qtbot: QtBot) -> None:
    owner, told = QObject(), Told()
    held = weakref.ref(told)
    later(owner, 0, lambda told=told: told.call())
    del told
    shiboken6.delete(owner)
    qtbot.wait(10)
    gc.collect()
    assert held() is None
