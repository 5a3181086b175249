"""Telling the person of failures that are ours: each fault once, one dialog at a time."""

import contextlib
import sys
import threading
import time
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from lsadesk.ui.shell.report import report_on
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
    goes to the message bar after that, or nobody could get back to work. One that cannot be
    shown at all is said there once: the telling must never be what keeps failing.
    """

    caught = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._dialog: CrashDialog | None = None
        self._last: dict[str, float] = {}  # by report
        self._given_up: set[str] = set()  # reports for which no dialog could be opened
        self.caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch what nobody else catches, from now on."""
        install(self._take)

    def _take(self, error: BaseException) -> None:
        if shiboken6.isValid(self):  # else the window is gone already
            self.caught.emit(error)

    def _tell(self, error: BaseException) -> None:
        report = report_on(error)
        if report in self._given_up:
            return
        try:
            self._show(report)
        except Exception as fault:  # noqa: BLE001  else it would come back here as a fault
            self._give_up(report, fault)

    def _show(self, report: str) -> None:
        now = time.monotonic()
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
        dialog.show()
        self._dialog = dialog

    def _give_up(self, report: str, fault: Exception) -> None:
        """Say without the dialog that there was a fault, and why there is no dialog."""
        self._given_up.add(report)
        _log(report_on(fault))
        try:
            self._window.message.say(
                tr(
                    "Something went wrong in LSA Desk, and its report cannot be shown. Everything "
                    "that was saved is still there; please close LSA Desk and open it again."
                ),
                "danger",
            )
        except Exception as worse:  # noqa: BLE001  else it would come back here as a fault
            _log(report_on(worse))

    def _closed(self) -> None:
        if self._dialog is not None:
            self._last.update(dict.fromkeys(self._dialog.reports, time.monotonic()))
            self._dialog.deleteLater()
            self._dialog = None


def install(show: Callable[[BaseException], None]) -> None:
    """Send every failure nobody caught, in any thread, to *show* on its own thread's terms.

    *show* may be called from any thread. Each is written to standard error as well: whole at
    a terminal, and as `report_on` has it where a file or the system's log takes it in, for its
    message may hold what somebody typed.
    """

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        whole = error.with_traceback(trace)
        show(whole)
        at_terminal = sys.stderr is not None and sys.stderr.isatty()
        _log("".join(traceback.format_exception(whole)) if at_terminal else report_on(whole))

    def in_thread(raised: threading.ExceptHookArgs) -> None:
        if raised.exc_value is not None:
            caught(raised.exc_type, raised.exc_value, raised.exc_traceback)

    sys.excepthook = caught
    threading.excepthook = in_thread
    qInstallMessageHandler(_qt_said)


def _qt_said(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt's own remarks go to standard error; they are for whoever mends the program."""
    if kind != QtMsgType.QtDebugMsg:
        _log(f"Qt {kind.name} {context.category}: {text}")


def _log(text: str) -> None:
    """To standard error, which a program without a console does not have, or not for long."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"{text.rstrip()}\n")
