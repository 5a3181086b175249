"""When it is our fault: say so, lose nothing, and make a report that holds nobody's data."""

import contextlib
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

import lsadesk
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

_HOME = Path(lsadesk.__file__).resolve().parent
_MOST = 20  # reports in one dialog; whatever fails more often says no more by that
_BETWEEN = "\n\n"


def report_on(error: BaseException) -> str:
    """What happened, in types, places in our own code and versions: no message, no value."""
    lines = [
        f"LSA Desk {_version()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, PySide6 {PySide6.__version__}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        "",
    ]
    link: BaseException | None = error
    while link is not None:
        lines.append(_type_name(link))
        lines += [f"    {place}" for place in _places(link.__traceback__)]
        link = link.__cause__ or link.__context__
    return "\n".join(lines)


class CrashDialog(Question):
    """The sentence for the person and the report for us.

    *reports* are all that it tells of: others may be added while it is open.
    """

    def __init__(self, parent: QWidget | None, report: str) -> None:
        super().__init__(
            parent,
            tr("Something went wrong in LSA Desk"),
            tr(
                "This is a fault in the program, not something you did. "
                "Everything that was saved is still there, and you can go on working."
            ),
            tr("Go on"),
        )
        self.setMinimumWidth(560)
        self.no.hide()
        self.reports = [report]
        about = label(
            tr(
                "The report below tells us where it happened. It holds no names and nothing "
                "from the college. Please send it to whoever looks after LSA Desk for you."
            ),
            "muted",
        )
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Report"))
        self.text.setMinimumHeight(160)
        self.copy = button(tr("Copy the report"), self._copy)
        for widget in (about, self.text, self.copy):
            self.body.addWidget(widget)

    def add(self, report: str) -> None:
        """Tell of another fault too; one that it tells of already is the same fault."""
        if report not in self.reports and len(self.reports) < _MOST:
            self.reports.append(report)
            self.text.setPlainText(_BETWEEN.join(self.reports))
            self.copy.setText(tr("Copy the report"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(tr("Copied"))


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


def _type_name(error: BaseException) -> str:
    kind = type(error)
    return f"{kind.__module__}.{kind.__qualname__}"


def _places(trace: TracebackType | None) -> list[str]:
    places = []
    for frame in traceback.extract_tb(trace):
        path = Path(frame.filename)
        if path.is_relative_to(_HOME):
            places.append(f"{path.relative_to(_HOME).as_posix()}:{frame.lineno} {frame.name}")
    return places


def _version() -> str:
    return lsadesk.__version__
