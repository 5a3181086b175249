"""One launch, told on standard output; started by `benchmarks.start`.

Nothing is imported here that the program itself would not import first.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if sys.argv[1] != "floor":
    import lsadesk.ui  # noqa: F401

# isort: split
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from lsadesk.operations.desk import Desk


def bare() -> None:
    """The floor: an empty main window, painted."""
    application = QApplication(sys.argv[:1])

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, done)

    def done() -> None:
        tell("painted")
        tell("memory", memory())
        application.quit()

    window = Window()
    window.resize(1280, 800)
    window.show()
    application.exec()


class Launch:
    """The program at a college's sign-in page, then signed in, then on the audit tab."""

    def __init__(self, folder: Path) -> None:
        from lsadesk import app
        from lsadesk.ui.looks.appearance import make_application

        self.application = make_application()
        self.folder = folder
        self.gap = Gap()
        self.began = 0.0
        self.window = app.open_window(self.application)
        self.window.open_at(folder)
        app.once_painted(self.window, self.painted)

    def run(self) -> None:
        self.window.show()
        self.application.exec()

    def painted(self) -> None:
        tell("painted")
        self.gap.start()
        self.window.worker.do(lambda: None, self.imported)

    def imported(self, _nothing: None) -> None:
        tell("ready")
        tell("gap", self.gap.stop())
        from lsadesk.operations.demo import demo
        from lsadesk.operations.keeping import college

        self.began = time.perf_counter()
        self.window.worker.do(
            lambda: college.unlock(self.folder, demo.OWNER, demo.SECRET), self.entered
        )

    def entered(self, desk: "Desk") -> None:
        self.window.enter(desk)
        self.once_idle(self.first_tab)

    def first_tab(self, idle_at: float) -> None:
        tell("first_tab", idle_at - self.began)
        self.began = time.perf_counter()
        self.window.bar.go("audit")
        self.once_idle(self.audit)

    def audit(self, idle_at: float) -> None:
        tell("audit", idle_at - self.began)
        QTimer.singleShot(300, self.leave)

    def leave(self) -> None:
        tell("memory", memory())
        self.window.close()
        self.application.quit()

    def once_idle(self, then: Callable[[float], None]) -> None:
        """Call *then*, with when the worker fell idle, once it was idle for 100 ms."""
        timer = QTimer(self.window, singleShot=True, interval=100)
        idle_at = [time.perf_counter()]

        def follow(busy: bool) -> None:
            if busy:
                timer.stop()
            else:
                idle_at[0] = time.perf_counter()
                timer.start()

        def idle() -> None:
            self.window.worker.busy_changed.disconnect(follow)
            then(idle_at[0])

        self.window.worker.busy_changed.connect(follow)
        timer.timeout.connect(idle)
        follow(self.window.worker.is_busy)


class Gap:
    """The longest time between two turns of the window's event loop."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._turn)
        self._last = self._worst = 0.0

    def start(self) -> None:
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        self._turn()
        self._timer.stop()
        return self._worst

    def _turn(self) -> None:
        now = time.perf_counter()
        self._worst = max(self._worst, now - self._last)
        self._last = now


def memory() -> float:
    """Resident memory in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def tell(name: str, value: float | str = "now") -> None:
    print(name, value, flush=True)


if __name__ == "__main__":
    import os

    with tempfile.TemporaryDirectory() as settings:
        os.environ["XDG_CONFIG_HOME"] = settings
        bare() if sys.argv[1] == "floor" else Launch(Path(sys.argv[2])).run()
