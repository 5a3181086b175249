"""The two files to take away: the record as it is signed, and the development plan."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lsadesk.domain.appraisal import Appraisal
from lsadesk.domain.changes import Done
from lsadesk.operations import exports
from lsadesk.operations.desk import Desk
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import ask_where
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.words import tr


class TakeAway(QWidget):
    """Asks where to, writes there, and says where it is."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._appraisal: Appraisal | None = None
        self._name = ""
        self.plan = button(tr("Save the development plan as PDF..."), self._save_plan)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)

    def show_for(self, appraisal: Appraisal, name: str) -> None:
        """Offer the files of *appraisal*, which is about *name*."""
        self._appraisal, self._name = appraisal, name

    def begin(self) -> None:
        """Put the focus on the first file."""
        self.plan.setFocus()

    def _save_plan(self) -> None:
        found = self._appraisal
        if found is not None:
            self._save(
                tr("Development plan, {name}", name=self._name),
                lambda desk, path: exports.export_plan(desk, found.person, path),
            )

    def _save(self, words: str, write: Callable[[Desk, Path], Done[None]]) -> None:
        suggested = f"{exports.file_name(words)}.pdf"
        path = ask_where(self, tr("Save as PDF"), suggested, tr("PDF (*.pdf)"))
        if path is None:
            return
        where = path if path.suffix == ".pdf" else Path(f"{path}.pdf")
        self._context.write(
            lambda desk: write(desk, where),
            lambda _none: self._context.say(tr("Saved: {path}", path=where)),
            owner=self,
        )
