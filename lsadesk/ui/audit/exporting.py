"""Taking the audit away as a workbook."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from lsadesk.domain.audit_asking import Filter
from lsadesk.domain.calendar import uk_date
from lsadesk.errors import UserError
from lsadesk.operations import audit_export
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import ask_where
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import set_property
from lsadesk.ui.widgets.notice import Notice
from lsadesk.ui.words import tr


class Exporting(QObject):
    """A button and a notice of where the workbook is; *shown* tells what to write, as at when."""

    def __init__(
        self, context: TabContext, page: QWidget, shown: Callable[[], tuple[Filter, date | None]]
    ) -> None:
        super().__init__(page)
        self._context, self._page, self._shown = context, page, shown
        self.button = button("", self._export)
        self.notice = Notice()
        set_property(self.notice, "kind", "said")
        self._ended()

    def export_to(self, path: Path) -> None:
        """Write what is shown as a workbook to *path*, and say where it is."""
        wanted, day = self._shown()
        self.button.setEnabled(False)
        self.button.setText(tr("Writing the workbook..."))
        self._context.write(
            lambda desk: audit_export.export_audit(desk, path, wanted, day),
            self._exported,
            on_error=self._not_exported,
            owner=self,
        )

    def _export(self) -> None:
        _, shown_day = self._shown()
        day = uk_date(shown_day or self._context.desk.today)
        name = tr("Skills audit, {college}, {day}", college=self._context.desk.college, day=day)
        name = name.replace("/", "-")  # a college may be named so; a file may not
        path = ask_where(
            self._page, tr("Export the skills audit"), f"{name}.xlsx", tr("Workbooks (*.xlsx)")
        )
        if path is not None:
            self.export_to(path if path.suffix == ".xlsx" else Path(f"{path}.xlsx"))

    def _exported(self, path: Path) -> None:
        self._ended()
        self.notice.ask(
            tr("The audit is saved as {name} in {folder}.", name=path.name, folder=path.parent),
            (tr("Open the workbook"), lambda: self._open(path)),
            (tr("Open the folder"), lambda: self._open(path.parent)),
            (tr("Close"), self.notice.settle),
        )

    def _not_exported(self, error: UserError) -> None:
        self._ended()
        self._context.say(str(error), "danger")

    def _ended(self) -> None:
        self.button.setEnabled(True)
        self.button.setText(tr("E&xport to Excel..."))

    def _open(self, path: Path) -> None:
        self.notice.settle()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._context.say(tr("This computer has nothing to open it with: {path}", path=path))
