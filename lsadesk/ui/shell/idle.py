"""Noticing that nobody is at the desk."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

WARNING_SECONDS = 30
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Idle(QObject):
    """Emits `warned(seconds left)` before, and `left` when nobody touched anything for *minutes*.

    It listens at the focused window, not at every widget. The clock is the wall's, so that
    time asleep counts as time away.
    """

    warned = Signal(int)
    back = Signal()
    left = Signal()

    def __init__(
        self, minutes: int, parent: QObject, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._limit = minutes * 60
        self._clock = clock
        self._touched = clock()
        self._warning = False
        self._ticking = QTimer(self)
        self._ticking.setInterval(1000)
        self._ticking.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._listen)

    def start(self) -> None:
        """Begin to watch."""
        self.touch()
        self._ticking.start()

    def stop(self) -> None:
        """Stop watching: nobody is signed in."""
        self._ticking.stop()
        self._warning = False

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._clock()
        if self._warning:
            self._warning = False
            self.back.emit()

    def look(self) -> None:
        """Say what the clock says; called every second."""
        self._touched = min(self._touched, self._clock())
        remaining = self._limit - (self._clock() - self._touched)
        if remaining <= 0:
            self.stop()
            self.left.emit()
        elif remaining <= WARNING_SECONDS:
            self._warning = True
            self.warned.emit(round(remaining))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys, mouse and touch; swallow nothing."""
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
