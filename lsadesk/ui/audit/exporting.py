"""Taking the audit away: as a workbook, on paper, as CSV; and the workbook's way back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from lsadesk.domain.auditing.audit_asking import Filter
from lsadesk.domain.auditing.audit_sheet import AuditSheet
from lsadesk.domain.calendar import uk_date
from lsadesk.operations.auditing import audit_export
from lsadesk.operations.auditing.audit_export import Report
from lsadesk.ui.audit.bringing_back import AUDIT_BACK
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.bringing_back import BringingBack
from lsadesk.ui.taking.saving import Saving
from lsadesk.ui.widgets.buttons import menu_button
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


class Exporting:
    """A menu and a notice of where the file is; *shown* tells what to write, as at when."""

    def __init__(
        self, context: TabContext, page: QWidget, shown: Callable[[], tuple[Filter, date | None]]
    ) -> None:
        self._context, self._shown = context, shown
        self._saving = Saving(context, page)
        self.notice = self._saving.notice
        self.back = BringingBack(context, page, self.notice, AUDIT_BACK)
        menu = QMenu()
        for way in WAYS:
            menu.addAction(tr(way.words)).triggered.connect(
                lambda _checked=False, way=way: self.export(way)
            )
        menu.addSeparator()
        back = menu.addAction(tr("Bring an edited workbook back..."))
        back.triggered.connect(lambda _checked=False: self.back.ask())
        self.button = menu_button(tr("E&xport"), menu)

    def export(self, way: Way) -> None:
        """Ask where to, and write what is shown there."""
        wanted, shown_day = self._shown()
        day = uk_date(shown_day or self._context.desk.today)
        self._saving.write_long(
            tr("Skills audit, {college}, {day}", college=self._context.desk.college, day=day),
            lambda desk: audit_export.take_audit(desk, wanted, shown_day, fields=way.fields),
            way.write,
            back=self.button,
            ending=way.ending,
        )
