"""Telling the person of failures that are ours: each fault once, one dialog at a time."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from lsadesk.ui.words import tr

if TYPE_CHECKING:
    from lsadesk.ui.shell.crash import CrashDialog
    from lsadesk.ui.shell.main_window import MainWindow

CALM = 5.0  # seconds without a fault, after which it is told anew


class Crashes(QObject):
    """Shows what is `caught`, from whichever thread, once the event loop is back in hand.

    Never from where it was raised: that may be in the middle of a painting, or in the call of a
    timer that would stand still until the dialog is closed. For the same reason nothing waits
    for the dialog. Faults that come while it is open are added to it. A fault that keeps coming
    goes to the message bar after that, or nobody could get back to work.
    """

    caught = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._dialog: CrashDialog | None = None
        self._last: dict[str, float] = {}  # by report
        self.caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch what nobody else catches, from now on."""
        from lsadesk.ui.shell import crash

        crash.install(self.caught.emit)

    def _tell(self, error: BaseException) -> None:
        from lsadesk.ui.shell.crash import report_on

        report, now = report_on(error), time.monotonic()
        keeps_coming = now - self._last.get(report, -CALM) < CALM
        self._last[report] = now
        if self._dialog is not None:
            self._dialog.add(report)
        elif keeps_coming:
            self._window.message.say(
                tr(
                    "The fault you were told of came again. Everything that was saved is still "
                    "there; if it goes on, close LSA Desk and open it again."
                ),
                "warning",
            )
        else:
            self._open(report)

    def _open(self, report: str) -> None:
        from lsadesk.ui.shell.crash import CrashDialog

        dialog = CrashDialog(self._window, report)
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.show()

    def _closed(self) -> None:
        if self._dialog is not None:
            self._last.update(dict.fromkeys(self._dialog.reports, time.monotonic()))
            self._dialog.deleteLater()
            self._dialog = None
