"""Unused objects, and the thread they end on."""

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from lsadesk.ui.shell.garbage import Collector
from lsadesk.ui.tasks import Worker


class _Loop:
    """Something that only the search for unused objects finds."""

    def __init__(self) -> None:
        self.itself = self


def test_unused_objects_end_on_the_windows_thread_only(worker: Worker, qtbot: QtBot) -> None:
    collector, ended = Collector(worker), []
    weakref.finalize(_Loop(), lambda: ended.append(threading.get_ident()))
    done: list[int] = []
    worker.do(lambda: len([[] for _ in range(100_000)]), done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert ended == []
    gc.set_threshold(1)
    try:
        collector.collect()
    finally:
        gc.set_threshold(700, 10, 10)
    assert ended == [threading.get_ident()]
