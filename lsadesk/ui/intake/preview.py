"""What would be written of one sheet, row by row, with what is said about each row."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.incoming import SheetKind, SheetReading
from lsadesk.ui.intake.preview_rows import FIRST, TITLES, PreviewRow, preview_rows
from lsadesk.ui.intake.wording import row_count
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.readable import Readable, announce
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_WIDE = {"Ratings": 60, "Course": 26, "Support": 30, "Staff": 30, "Name": 22, "Person": 20}


class Preview(QWidget):
    """The rows of one sheet; the sentence under them is about the current row."""

    def __init__(self) -> None:
        super().__init__()
        self.counts = label("", "label")
        self.counts.setWordWrap(True)
        self.said = Readable(tr("About the current row"))
        self.said.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self._is_waiting = False
        self._kind = SheetKind.UNKNOWN
        self.table = self._table_for(SheetKind.UNKNOWN)
        self._rows = in_column(
            self.counts, Fill(self.table), self.said, on=self, around=(12, 8, 0, 0)
        )

    def wait(self) -> None:
        """The rows are being read again."""
        self._is_waiting = True
        self.counts.setText(tr("Reading the rows again..."))

    def show_reading(self, reading: SheetReading) -> None:
        """Show what *reading* holds; the table keeps its place while the kind stays."""
        if reading.kind is not self._kind:
            self._kind = reading.kind
            fresh = self._table_for(reading.kind)
            self._rows.replaceWidget(self.table, fresh)
            self.table.hide()
            self.table.deleteLater()
            self.table = fresh
        rows = preview_rows(reading)
        at = self.table.current()
        self.table.show_records(rows)
        same = [row for row in rows if at is not None and row.number == at.number]
        first = same or [row for row in rows if row.told] or rows
        if first:
            self.table.select(first[0])
        self._count(reading, len(rows))

    def _count(self, reading: SheetReading, shown: int) -> None:
        aside = len(reading.set_aside)
        parts = [row_count(len(reading.rows))]
        if aside:
            parts.append(tr("{number} set aside", number=aside))
        nothing_new = sum(row.into is None for row in reading.merged)
        if nothing_new:
            parts.append(tr("{number} that say nothing new", number=nothing_new))
        if shown < len(reading.rows):
            parts.append(tr("shown: the first {number} and all with remarks", number=FIRST))
        self.counts.setText(tr("What would be written: {counts}", counts=", ".join(parts)))
        if self._is_waiting:
            announce(self, self.counts.text())
        self._is_waiting = False

    def _table_for(self, kind: SheetKind) -> "RecordTable[PreviewRow]":
        heads = [(tr(title), _WIDE.get(title, 14)) for title in TITLES.get(kind, ())]
        table: RecordTable[PreviewRow] = RecordTable(
            tr("Preview of the rows"),
            (
                Column(
                    tr("Row"),
                    lambda row: str(row.number),
                    sort=lambda row: row.number,
                    width=5,
                    right=True,
                ),
                Column(tr("Outcome"), lambda row: row.outcome, spoken=_spoken, width=14),
                *(_column(at, title, width) for at, (title, width) in enumerate(heads)),
            ),
        )
        table.selected.connect(self._say)
        return table

    def _say(self, row: PreviewRow | None) -> None:
        if row is None:
            self.said.setText("")
            return
        words = " ".join(row.told) or tr("Nothing to look at.")
        self.said.setText(tr("Row {number}: {words}", number=row.number, words=words))


def _column(at: int, title: str, width: int) -> Column[PreviewRow]:
    return Column(title, lambda row: row.cells[at], width=width)


def _spoken(row: PreviewRow) -> str:
    return ". ".join((tr("Row {number}", number=row.number), row.outcome[2:], *row.told))
