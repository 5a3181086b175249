"""A heading, a sentence, a table as high as its rows, and what can be done with them."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QWidget

from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.tables import RecordTable

R = TypeVar("R")
_LEAST, _MOST = 2, 9  # rows that are seen at once; the rest scroll


class Section(QWidget, Generic[R]):
    """One subject of a page that scrolls; *none* is said where there is no row yet."""

    def __init__(
        self, title: str, sentence: str, none: str, table: RecordTable[R], *ways: QPushButton
    ) -> None:
        super().__init__()
        self.table = table
        self.said = label(sentence, "muted")
        self.none = label(none)
        rows = in_column(label(title, "heading"), self.said, self.none, table, on=self)
        below = flowing(*ways)
        if not ways:  # to show it before it is in a page would open a window of its own
            below.hide()
        rows.addWidget(below)

    def show_records(self, records: list[R]) -> None:
        """Show *records*; the one that was chosen stays chosen."""
        self.table.show_records(records)
        self.none.setVisible(not records)
        self.table.setVisible(bool(records))
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Rows grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "none"):
            self._measure()

    def _measure(self) -> None:
        rows = min(max(self.table.rows.rowCount(), _LEAST), _MOST)
        high = rows * self.table.verticalHeader().defaultSectionSize()
        heading = self.table.horizontalHeader().sizeHint().height()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(high + heading + bar)
