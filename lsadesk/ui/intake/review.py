"""The import as it stands while a person goes through it: the draft and its preview."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lsadesk.domain.incoming import SheetKind, SheetReading
from lsadesk.intake.mapping import SheetMapping
from lsadesk.operations.importing import correcting
from lsadesk.operations.importing.intake import Draft, preview
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Ticket

if TYPE_CHECKING:
    from lsadesk.intake.interpreting import Interpretation
    from lsadesk.operations.desk import Desk

_PAUSE_MS = 200


class Review(QObject):
    """Holds the draft; `changed` says that it was corrected, `previewed` that `readings` of
    the newest draft has come."""

    changed = Signal()
    previewed = Signal()

    def __init__(self, context: TabContext, draft: Draft, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.draft = draft
        self.is_corrected = False
        self.readings: dict[int, SheetReading] = {}
        self._as: dict[tuple[int, SheetKind], SheetMapping] = {}
        self._asked = Ticket()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._ask()

    @property
    def sheets(self) -> tuple[SheetMapping, ...]:
        """How each table is read at this moment."""
        return self.draft.mapping.sheets

    @property
    def used(self) -> list[int]:
        """The places of the tables that are to be imported."""
        return [at for at, s in enumerate(self.sheets) if s.kind is not SheetKind.UNKNOWN]

    def correct(self, draft: Draft) -> None:
        """Go on with *draft*; its preview comes later."""
        if draft != self.draft:
            self.draft = draft
            self.is_corrected = True
            self.changed.emit()
            self._pause.start()

    def set_kind(self, at: int, kind: SheetKind) -> None:
        """Read a table as *kind*; what was corrected of it as another kind is kept for later."""
        sheet = self.sheets[at]
        self._as[at, sheet.kind] = sheet
        if (before := self._as.get((at, kind))) is None:
            self.correct(correcting.as_kind(self.draft, at, kind))
        else:
            sheets = (*self.sheets[:at], before, *self.sheets[at + 1 :])
            self.correct(replace(self.draft, mapping=replace(self.draft.mapping, sheets=sheets)))

    def _ask(self) -> None:
        self._asked.cancel()
        draft = correcting.used(self.draft)

        def question(desk: "Desk") -> "Interpretation":
            return preview(desk, draft)

        self._asked = self._context.read(question, self._previewed)

    def _previewed(self, read: "Interpretation") -> None:
        if self._pause.isActive():
            return  # something was corrected meanwhile: a newer preview is on its way
        self.readings = correcting.readings_by_table(self.draft, read)
        self.previewed.emit()
