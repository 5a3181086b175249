"""A PDF to print: asks where, writes it, and says where it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from lsadesk.domain.changes import Done
from lsadesk.operations.desk import Desk
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import ask_where
from lsadesk.ui.widgets.labels import set_property
from lsadesk.ui.widgets.notice import Notice
from lsadesk.ui.words import tr


class Paper(QObject):
    """Writes PDFs for *page*; its notice (to be placed there) says where the last one is.

    *back* gets the focus once the notice is closed.
    """

    def __init__(self, context: TabContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._back: QWidget = page
        self.notice = Notice()
        set_property(self.notice, "kind", "said")

    def write(self, name: str, write: Callable[[Desk, Path], Done[Any]], *, back: QWidget) -> None:
        """Ask where to save what is called *name*, and have it written there."""
        path = ask_where(self._page, name, f"{name}.pdf".replace("/", "-"), tr("PDF (*.pdf)"))
        if path is None:
            return
        self._back = back
        whole = path if path.suffix else path.with_suffix(".pdf")
        self._context.write(
            lambda desk: write(desk, whole), lambda _answer: self._written(whole), owner=self
        )

    def _written(self, path: Path) -> None:
        self.notice.ask(
            tr("It is saved as {name} in {folder}.", name=path.name, folder=path.parent),
            (tr("Open it to print"), lambda: self._open(path)),
            (tr("Open the folder"), lambda: self._open(path.parent)),
            (tr("Close"), self._close),
        )

    def _open(self, path: Path) -> None:
        self._close()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._context.say(tr("This computer has nothing to open it with: {path}", path=path))

    def _close(self) -> None:
        self.notice.settle()
        self._back.setFocus()
