"""Taking the audit away: as a workbook, on paper, as CSV; and the workbook's way back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from lsadesk.domain.auditing.audit_asking import Filter
from lsadesk.domain.auditing.audit_sheet import AuditSheet
from lsadesk.domain.calendar import uk_date
from lsadesk.errors import UserError
from lsadesk.operations.auditing import audit_export
from lsadesk.operations.auditing.audit_export import Report
from lsadesk.operations.developing.exports import file_name
from lsadesk.ui.audit.bringing_back import BringingBack
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.opened import open_written
from lsadesk.ui.tasks import Progress
from lsadesk.ui.widgets.ask import ask_where
from lsadesk.ui.widgets.buttons import menu_button
from lsadesk.ui.widgets.labels import set_property
from lsadesk.ui.widgets.notice import Notice
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class Way:
    """A kind of file: what the menu calls it, its ending, what writes it, and whether it tells
    what people bring beyond the levels."""

    words: str
    ending: str
    write: Callable[[AuditSheet, Path, Report], None]
    fields: bool = False


WAYS = (
    Way("Excel workbook...", ".xlsx", audit_export.write_workbook, fields=True),
    Way("Heat map as PDF, A4...", ".pdf", partial(audit_export.write_heat_map, large=False)),
    Way("Heat map as PDF, A3...", ".pdf", partial(audit_export.write_heat_map, large=True)),
    Way("Levels as CSV...", ".csv", audit_export.write_matrix_csv),
    Way("Certificates as CSV...", ".csv", audit_export.write_certificates_csv),
)
WORKBOOK = WAYS[0]


class Exporting(QObject):
    """A menu and a notice of where the file is; *shown* tells what to write, as at when."""

    def __init__(
        self, context: TabContext, page: QWidget, shown: Callable[[], tuple[Filter, date | None]]
    ) -> None:
        super().__init__(page)
        self._context, self._page, self._shown = context, page, shown
        self._writing: Progress | None = None
        self._stopped = False
        self.notice = Notice()
        set_property(self.notice, "kind", "said")
        self.back = BringingBack(context, page, self.notice)
        menu = QMenu()
        for way in WAYS:
            menu.addAction(tr(way.words)).triggered.connect(
                lambda _checked=False, way=way: self._export(way)
            )
        menu.addSeparator()
        back = menu.addAction(tr("Bring an edited workbook back..."))
        back.triggered.connect(lambda _checked=False: self.back.ask())
        self.button = menu_button(tr("E&xport"), menu)

    def export_to(self, path: Path, way: Way = WORKBOOK) -> None:
        """Write what is shown to *path*, and say where it is."""
        wanted, day = self._shown()
        self.button.setEnabled(False)
        self._stopped = False
        self.notice.ask(tr("Writing {name}...", name=path.name), (tr("Stop"), self._stop))
        self._context.write(
            lambda desk: audit_export.take_audit(desk, wanted, day, fields=way.fields),
            lambda sheet: self._write(way, sheet, path),
            on_error=self._not_exported,
            owner=self,
        )

    def _export(self, way: Way) -> None:
        _, shown_day = self._shown()
        day = uk_date(shown_day or self._context.desk.today)
        words = tr("Skills audit, {college}, {day}", college=self._context.desk.college, day=day)
        suggested = f"{file_name(words)}{way.ending}"
        title = tr("Export the skills audit")
        path = ask_where(self._page, title, suggested)
        if path is not None:
            self.export_to(path, way)

    def _write(self, way: Way, sheet: AuditSheet, path: Path) -> None:
        """Away from the file's thread: the college may go on being used meanwhile."""
        if self._stopped:
            return

        def write(progress: Progress) -> Path:
            way.write(sheet, path, progress.report)
            return path

        self._writing = self._context.compute(
            write,
            self._exported,
            on_progress=lambda done, _said: self._say_how_far(path, done),
            on_error=self._not_exported,
            owner=self,
        )

    def _say_how_far(self, path: Path, done: float) -> None:
        self.notice.sentence.setText(
            tr("Writing {name}: {percent} %", name=path.name, percent=int(100 * done))
        )

    def _stop(self) -> None:
        """What stood at that place before stays there, whole."""
        self._stopped = True
        if self._writing is not None:
            self._writing.cancel()
        self._ended()
        self.notice.settle()
        self._context.say(tr("Stopped. Nothing was written."), "info")

    def _exported(self, path: Path) -> None:
        self._ended()
        self.notice.ask(
            tr("The audit is saved as {name} in {folder}.", name=path.name, folder=path.parent),
            (tr("Open the file"), lambda: self._open(path)),
            (tr("Open the folder"), lambda: self._open(path.parent)),
            (tr("Close"), self.notice.settle),
        )

    def _not_exported(self, error: UserError) -> None:
        self._ended()
        self.notice.settle()
        self._context.say(str(error), "danger")

    def _ended(self) -> None:
        self._writing = None
        self.button.setEnabled(True)

    def _open(self, path: Path) -> None:
        self.notice.settle()
        open_written(path, self._context.say)
