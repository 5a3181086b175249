"""Something that is done in a moment, unless whoever wants it is gone by then."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(owner: QObject, milliseconds: int, then: Callable[[], object]) -> None:
    """Call *then* once, *milliseconds* from now; never where *owner* goes first.

    `QTimer.singleShot` would not call it either, but PySide keeps *then* for ever, with all
    that it knows: a page that was locked meanwhile, and everything read for it.
    """
    timer = QTimer(owner, singleShot=True, interval=milliseconds)
    timer.timeout.connect(then)
    timer.timeout.connect(timer.deleteLater)
    timer.start()
