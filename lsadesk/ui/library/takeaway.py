"""A table taken away as a workbook: asks where, writes, and says where it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.opened import open_written
from lsadesk.ui.widgets.ask import ask_where
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import set_property
from lsadesk.ui.widgets.notice import Notice
from lsadesk.ui.words import tr

Write = Callable[[Desk, Path], Done[int]]


class Takeaway(QObject):
    """The button (to be placed by the page) and the notice that says where the workbook is."""

    def __init__(self, context: TabContext, title: str, write: Write, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._title, self._write = context, title, write
        self.button = button(tr("E&xport to Excel..."), self._ask)
        self.notice = Notice()
        set_property(self.notice, "kind", "said")

    def write_to(self, path: Path) -> None:
        """Write the workbook to *path* and say where it is."""
        self.button.setEnabled(False)
        self._context.write(
            lambda desk: self._write(desk, path),
            lambda _lines: self._written(path),
            on_error=self._failed,
            owner=self,
        )

    def _ask(self) -> None:
        desk = self._context.desk
        name = f"{self._title}, {desk.college}, {uk_date(desk.today)}"
        path = ask_where(self.button, self._title, f"{name}.xlsx")
        if path is not None:
            self.write_to(path)

    def _written(self, path: Path) -> None:
        self.button.setEnabled(True)
        self.notice.ask(
            tr("It is saved as {name} in {folder}.", name=path.name, folder=path.parent),
            (tr("Open the workbook"), lambda: self._open(path)),
            (tr("Open the folder"), lambda: self._open(path.parent)),
            (tr("Close"), self._close),
        )

    def _failed(self, error: UserError) -> None:
        self.button.setEnabled(True)
        self._context.say(str(error), "danger")

    def _close(self) -> None:
        self.notice.settle()
        self.button.setFocus()

    def _open(self, path: Path) -> None:
        self._close()
        open_written(path, self._context.say)
