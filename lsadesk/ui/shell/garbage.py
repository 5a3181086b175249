"""Clearing away unused objects on the window's own thread only.

Python may look for unused objects in whichever thread happens to run, and an unused widget
destroyed on the college file's thread takes the whole program down with it.

Most of what there is are the program's own modules, which stay to the end. They are set aside
once they are all there, and only then is anything looked through: each look through them would
hold the window up.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer

_EVERY_MS = 2_000


class Collector(QObject):
    """Takes the collecting of garbage over from Python, on the thread it is made in."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._ticking = QTimer(self)
        self._ticking.setInterval(_EVERY_MS)
        self._ticking.timeout.connect(self.collect)

    def set_aside(self, sitting: QObject | None) -> None:
        """Begin, and look not through what there is; a *sitting* among it, until that is gone."""
        gc.freeze()
        self._ticking.start()
        if sitting is not None:
            sitting.destroyed.connect(self._collect_anew, Qt.ConnectionType.QueuedConnection)

    def _collect_anew(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def collect(self) -> None:
        """Collect the oldest generation that Python itself would have by now."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
