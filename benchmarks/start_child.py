"""One launch, told on standard output; started by `benchmarks.start`.

Nothing is imported here that the program itself would not import first.
"""

import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def bare() -> None:
    """The floor: an empty main window, painted."""
    application = QApplication(sys.argv[:1])

    class Window(QMainWindow):
        def paintEvent(self, event: object) -> None:
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


def program(folder: Path) -> None:
    """The program at the sign-in page of *folder*, then signed in, then on the audit tab."""
    from lsadesk import app

    application = QApplication(sys.argv[:1])
    window = app.open_window(application)
    window.open_at(folder)
    gap = Gap()
    app.once_painted(window, lambda: painted())

    def painted() -> None:
        tell("painted")
        gap.start()
        window.worker.do(lambda: None, imported)

    def imported(_nothing: None) -> None:
        tell("ready")
        tell("gap", gap.stop())
        sign_in()

    def sign_in() -> None:
        from lsadesk.operations import college, demo

        began = time.perf_counter()

        def entered(desk: object) -> None:
            window.enter(desk)
            once_quiet(lambda: first_tab(began))

        window.worker.do(lambda: college.unlock(folder, demo.OWNER, demo.SECRET), entered)

    def first_tab(began: float) -> None:
        tell("first_tab", window_quiet[0] - began)
        start = time.perf_counter()
        window.bar.go("audit")
        once_quiet(lambda: audit(start))

    def audit(start: float) -> None:
        tell("audit", window_quiet[0] - start)
        QTimer.singleShot(300, leave)

    def leave() -> None:
        tell("memory", memory())
        window.close()
        application.quit()

    window_quiet = [0.0]

    def once_quiet(then: object) -> None:
        """Call *then* once the worker was idle for 100 ms; notes when it fell idle."""
        timer = QTimer(window, singleShot=True, interval=100)

        def follow(busy: bool) -> None:
            if busy:
                timer.stop()
            else:
                window_quiet[0] = time.perf_counter()
                timer.start()

        def quiet() -> None:
            window.worker.busy_changed.disconnect(follow)
            then()

        window.worker.busy_changed.connect(follow)
        timer.timeout.connect(quiet)
        window_quiet[0] = time.perf_counter()
        timer.start()

    window.show()
    application.exec()


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
        bare() if sys.argv[1] == "floor" else program(Path(sys.argv[2]))
