"""One sitting at which every page is opened once; started by `benchmarks.opening`.

On standard output: a line for each, its longest turn in seconds and its name.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, QTimer
from PySide6.QtWidgets import QAbstractButton, QTabBar, QWidget

from lsadesk import app
from lsadesk.ui.looks.appearance import make_application
from lsadesk.ui.tab import Tab

TICK_MS, QUIET_TICKS = 50, 8  # together longer than what a page waits for a pause in typing

# Pages that no bar leads to: the tab, the words on the button that does.
BEHIND_BUTTONS = {
    "career": ("One step away", "Stories", "My past", "Table"),
}


class Turns:
    """The longest turn of this thread's event loop, in seconds of the processor."""

    def __init__(self) -> None:
        self._began = time.thread_time()
        self._longest = 0.0
        QAbstractEventDispatcher.instance().awake.connect(self._turn)

    def longest(self) -> float:
        """The longest since this was last asked."""
        told, self._longest = self._longest, 0.0
        return told

    def _turn(self) -> None:
        now = time.thread_time()
        self._longest = max(self._longest, now - self._began)
        self._began = now


class Sitting:
    """Goes through *steps*, each once the window has been at rest for a while."""

    def __init__(self, folder: Path) -> None:
        self.application = make_application()
        self.folder = folder
        self.window = app.open_window(self.application)
        self.window.open_at(folder)
        self.window.show()
        self.turns = Turns()
        self.steps = self._steps()
        self._last = ""
        self._ticks = 0
        self._ticking = QTimer(self.window, interval=TICK_MS)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start()
        self.application.exec()

    def _tick(self) -> None:
        self._ticks = 0 if self.window.worker._jobs else self._ticks + 1
        if self._ticks < QUIET_TICKS:
            return
        self._ticking.stop()
        seconds = self.turns.longest()
        if self._last:
            print(f"{seconds:.5f} {self._last}", flush=True)
        QTimer.singleShot(0, self._step)

    def _step(self) -> None:
        self._ticks = 0
        self._last, act = next(self.steps, ("", self._leave))
        self._ticking.start()
        act()

    def _tab(self) -> Tab:
        tab = None if self.window.sitting is None else self.window.sitting.tab()
        assert isinstance(tab, Tab)
        return tab

    def _leave(self) -> None:
        self.window.close()
        self.application.quit()

    def _steps(self) -> Iterator[tuple[str, Callable[[], object]]]:
        from lsadesk.operations.demo import demo
        from lsadesk.operations.keeping import college

        yield (
            "Signing in: Home",
            lambda: self.window.worker.do(
                lambda: college.unlock(self.folder, demo.OWNER, demo.SECRET), self.window.enter
            ),
        )
        for at, name in enumerate(self.window.bar.names()):
            title = self.window.bar.tabs.tabText(at)
            if at:
                yield title, partial(self.window.bar.go, name)
            tab = self._tab()
            yield from _pages(title, tab, [])
            for words in BEHIND_BUTTONS.get(name, ()):
                known = _bars(tab, [])
                yield f"{title}: {words}", _button(tab, words).click
                yield from _pages(f"{title}: {words}", tab, known)


def _pages(
    title: str, tab: QWidget, known: list[QTabBar]
) -> Iterator[tuple[str, Callable[[], object]]]:
    """A step for each page that the bars on screen lead to, but for those of *known* bars."""
    found = _bars(tab, known)
    for bar in found:
        first = bar.currentIndex()
        for at in range(bar.count()):
            if not bar.isTabVisible(at):
                continue
            words = f"{title}: {bar.tabText(at)}"
            if at != first:
                yield words, partial(bar.setCurrentIndex, at)
            yield from _pages(words, tab, [*known, *found])


def _bars(tab: QWidget, known: list[QTabBar]) -> list[QTabBar]:
    return [one for one in tab.findChildren(QTabBar) if one.isVisible() and one not in known]


def _button(tab: Tab, words: str) -> QAbstractButton:
    return next(
        one
        for one in tab.findChildren(QAbstractButton)
        if one.text().replace("&", "") == words and one.isVisible()
    )


if __name__ == "__main__":
    import os

    with tempfile.TemporaryDirectory() as settings:
        os.environ["XDG_CONFIG_HOME"] = settings
        Sitting(Path(sys.argv[1]))
