"""A file to take away: asks where to, has it written, and says where it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from lsadesk.domain.changes import Done
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.files import file_name
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.opened import open_written
from lsadesk.ui.tasks import Ticket
from lsadesk.ui.widgets.ask import ask_where
from lsadesk.ui.widgets.labels import set_property
from lsadesk.ui.widgets.notice import Notice
from lsadesk.ui.words import tr

S = TypeVar("S")
Write = Callable[[Desk, Path], Done[Any]]
Report = Callable[[float], None]
Say = Callable[[str, str], None]


def saved_as(path: Path) -> str:
    """Where the file is that was written just now."""
    return tr("Saved as {name} in {folder}.", name=path.name, folder=path.parent)


def ask_path(parent: QWidget, name: str, ending: str) -> Path | None:
    """Ask where to save what is called *name*, whatever signs there are in it."""
    # The title stands in task bars, so no name of a person is in it.
    return ask_where(parent, tr("Where to save it"), f"{file_name(name)}{ending}")


def save(
    context: TabContext,
    parent: QWidget,
    name: str,
    write: Write,
    *,
    ending: str = ".pdf",
    say: Say | None = None,
) -> None:
    """Ask where to save what is called *name*, have it written there, and say where it is.

    *say* is for a dialog, which stands before the window's message bar.
    """
    path = ask_path(parent, name, ending)
    if path is not None:
        speak = say or context.say
        context.write(
            lambda desk: write(desk, path),
            lambda _answer: speak(saved_as(path), "said"),
            on_error=lambda error: speak(str(error), "danger"),
            owner=parent,
        )


class Saving(QObject):
    """Saves files of *page*; its notice (to be placed there) says where the last one is.

    The notice gets the focus, unless somebody types or went elsewhere meanwhile, so that Enter
    opens what was written; *back* gets it once the notice is closed. *say* is for a dialog,
    which stands before the window's message bar; *told* is what is said of a file's path.
    """

    def __init__(
        self,
        context: TabContext,
        page: QWidget,
        say: Say | None = None,
        *,
        told: Callable[[Path], str] = saved_as,
    ) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._say, self._told = say or context.say, told
        self._back: QWidget = page
        self._began_at: QWidget | None = None  # where the focus was as writing began
        self._writing = Ticket()
        self.notice = Notice()
        set_property(self.notice, "kind", "said")

    def write(self, name: str, write: Write, *, back: QWidget, ending: str = ".pdf") -> None:
        """Ask where to save what is called *name*, and have it written there."""
        path = self._ask(name, ending)
        if path is not None:
            self._back = back
            self._context.write(
                lambda desk: write(desk, path),
                lambda _answer: self._written(path),
                on_error=self._not_written,
                owner=self,
            )

    def write_long(
        self,
        name: str,
        take: Callable[[Desk], Done[S]],
        write: Callable[[S, Path, Report], object],
        *,
        back: QWidget,
        ending: str = ".pdf",
    ) -> None:
        """As `write`, for what takes long: only *take* keeps the college file busy.

        *write* runs beside it, tells how far it is and can be stopped; then nothing is written.
        """
        path = self._ask(name, ending)
        if path is None:
            return
        self._writing.cancel()
        self._back, gathering = back, Ticket()
        self._writing = gathering
        self.notice.ask(tr("Writing {name}...", name=path.name), (tr("Stop"), self.stop))

        def taken(sheet: S) -> None:
            if not gathering.cancelled:
                self._lay_out(lambda report: write(sheet, path, report), path)

        self._context.write(take, taken, on_error=self._not_written, owner=self)

    def stop(self) -> None:
        """Write no more of what takes long; what stood at its place stays there, whole."""
        self._writing.cancel()
        self._close()
        self._say(tr("Stopped. Nothing was written."), "info")

    def _lay_out(self, write: Callable[[Report], object], path: Path) -> None:
        self._writing = self._context.compute(
            lambda progress: write(progress.report),
            lambda _answer: self._written(path),
            on_progress=lambda done, _said: self._say_how_far(path, done),
            on_error=self._not_written,
            owner=self,
        )

    def _say_how_far(self, path: Path, done: float) -> None:
        self.notice.sentence.setText(
            tr("Writing {name}: {percent} %", name=path.name, percent=int(100 * done))
        )

    def _not_written(self, error: UserError) -> None:
        self._close()
        self._say(str(error), "danger")

    def _ask(self, name: str, ending: str) -> Path | None:
        path = ask_path(self._page, name, ending)
        self._began_at = QApplication.focusWidget()
        return path

    def _written(self, path: Path) -> None:
        stayed = QApplication.focusWidget() in (None, self._began_at)
        opening = tr("Open it to print") if path.suffix.lower() == ".pdf" else tr("Open it")
        self.notice.ask(
            self._told(path),
            (opening, lambda: self._open(path)),
            (tr("Open the folder"), lambda: self._open(path.parent)),
            (tr("Close"), self._close),
        )
        if stayed and not isinstance(self._began_at, QLineEdit | QPlainTextEdit):
            self.notice.enter()

    def _open(self, path: Path) -> None:
        self._close()
        open_written(path, lambda sentence: self._say(sentence, "warning"))

    def _close(self) -> None:
        self.notice.settle()
        self._back.setFocus()
