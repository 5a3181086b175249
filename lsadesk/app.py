"""The window's beginning: Qt paints the sign-in page first, everything else comes behind it."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import lsadesk.ui  # noqa: F401  ahead of PySide6, which would read all our source

# isort: split
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from lsadesk.paths import RESOURCES
from lsadesk.ui.looks.appearance import Appearance, make_application
from lsadesk.ui.shell.crashes import Crashes
from lsadesk.ui.shell.garbage import Collector
from lsadesk.ui.shell.main_window import TITLE, MainWindow
from lsadesk.ui.shell.settings import load_settings
from lsadesk.ui.tasks import Progress, Worker

# What the sign-in page does not need and the first tab does; imported on the worker.
BEHIND = (
    "lsadesk.operations.keeping.college",
    "lsadesk.ui.shell.crash",
    "lsadesk.ui.widgets.forms",
)


def run(folder: Path | None = None, *, sign_in: tuple[str, str] | None = None) -> int:
    """Open the window, at the sign-in of *folder* if one is given; the exit code at the end.

    *sign_in*: the login and password to enter with at once, for the made-up college.
    """
    application = make_application()
    window = open_window(application)
    window.open_at(folder)
    window.show()
    if folder is not None and sign_in is not None:
        _sign_in(window, folder, *sign_in)
    return application.exec()


def _sign_in(window: MainWindow, folder: Path, login: str, secret: str) -> None:
    def unlock() -> object:
        from lsadesk.operations.keeping import college

        return college.unlock(folder, login, secret)

    window.worker.do(unlock, window.door.opened.emit)


def open_window(application: QApplication) -> MainWindow:
    """The window, not shown yet; whatever it needs later is imported once it is painted."""
    application.setApplicationName(TITLE)
    settings = load_settings()
    appearance = Appearance(application, settings.theme, settings.text_percent)
    window = MainWindow(settings, appearance, Worker(begun=False), bare=True)
    crashes = Crashes(window)
    crashes.install()
    window.worker.crashed.connect(crashes.caught)
    collector = Collector(window)

    def go_further(_imported: object) -> None:
        window.worker.compute(_import_tabs, lambda _all: collector.set_aside(window.sitting))

    window.worker.do(_import_the_rest, go_further)
    once_painted(window, lambda: _go_on(window))
    return window


def _go_on(window: MainWindow) -> None:
    QApplication.setWindowIcon(QIcon(str(RESOURCES / "icons" / "program.svg")))
    window.furnish()
    window.worker.begin()
    if window.appearance.needs_faces:
        window.worker.compute(_cut_faces, window.appearance.take_faces)


def once_painted(window: MainWindow, call: Callable[[], object]) -> None:
    """Make *call* once the window has been drawn for the first time, not while it is."""
    _FirstPaint(window).painted.connect(call, Qt.ConnectionType.QueuedConnection)


def _import_the_rest() -> None:
    for module in BEHIND:
        import_module(module)


def _import_tabs(progress: Progress) -> None:
    """Have every tab imported while somebody types their password, the first one first."""
    from lsadesk.domain.rights import Duty
    from lsadesk.ui.places import tabs_for

    for place in tabs_for(frozenset(Duty)):
        if not progress.cancelled:
            place.package()


def _cut_faces(_progress: Progress) -> list[Path]:
    from lsadesk.operations.typeface import reading_faces

    return reading_faces()


class _FirstPaint(QObject):
    """Emits `painted` once, after the window was first drawn."""

    painted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait for the first paint, then listen no more."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self.painted.emit()
        return False
