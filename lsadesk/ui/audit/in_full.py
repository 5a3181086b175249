"""A list of what the audit means, its current line in full below, and the ways on from there."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.readable import Readable
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.widgets.tables import RecordTable
from lsadesk.ui.words import tr


class InFull(QWidget):
    """*table*, what its current line says (*about* names that for a screen reader), and two ways
    on: to its people and skills, and to who could learn it."""

    def __init__(
        self,
        table: RecordTable[Any],
        about: str,
        on_open: Callable[[], None],
        on_teach: Callable[[], None],
    ) -> None:
        super().__init__()
        self._table = table
        self.detail = Readable(about)
        self.open = button(tr("Show these people and skills"), on_open, "primary")
        self.teach = button(tr("Who could &learn it"), on_teach)
        steps = from_left(self.open, self.teach)
        in_column(Fill(table), self.detail, steps, on=self)

    def begin(self) -> None:
        """Choose the first line where none is chosen."""
        if self._table.current() is None and self._table.rows.rowCount():
            self._table.setCurrentIndex(self._table.rows.index(0, 0))

    def tell(self, said: Sequence[str], *, opens: bool, teaches: bool) -> None:
        """Say the current line in full, and which ways lead on from it."""
        self.open.setEnabled(opens)
        self.teach.setEnabled(teaches)
        self.detail.setText("\n".join(part for part in said if part))
        self.detail.setVisible(bool(said))
