"""What is on each sheet: the guess, how sure it is, and the person's own word."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.mapping import SheetMapping
from lsadesk.operations.importing import correcting
from lsadesk.ui.intake.review import Review
from lsadesk.ui.intake.wording import KINDS, kind_words, row_count, sure_words, table_words
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One table of the workbook, as the list shows it."""

    at: int
    sheet: str
    kind: SheetKind
    rows: int
    sure: str
    note: str
    why: str


class SheetsPage(QWidget):
    """The list of sheets and, under it, the choice for the current one."""

    def __init__(self, review: Review) -> None:
        super().__init__()
        self._review = review
        self.table: RecordTable[SheetLine] = RecordTable(
            tr("Sheets of the workbook"),
            (
                Column(tr("Sheet"), lambda line: line.sheet, sort=lambda line: line.at, width=26),
                Column(tr("Read as"), lambda line: kind_words(line.kind), width=26),
                Column(
                    tr("Rows"),
                    lambda line: f"{line.rows:,}",
                    sort=lambda line: line.rows,
                    width=7,
                    right=True,
                ),
                Column(tr("How sure"), lambda line: line.sure, width=14),
                Column(tr("Remarks"), lambda line: line.note, width=40),
            ),
        )
        self.table.selected.connect(self._show)
        card = QFrame()
        card.setProperty("role", "card")
        inside = in_column(on=card, around=(16, 16, 16, 4))
        form = Form()
        self.kind = form.choice(
            tr("This sheet is a"),
            [(kind_words(kind), kind) for kind in KINDS],
            hint=tr("Choose “Not imported” to leave the sheet out."),
        )
        self.kind.currentIndexChanged.connect(self._chosen)
        self.table.opened.connect(lambda _line: self.kind.setFocus())
        self.about = label("", "label")
        self.why = label("")
        self.why.hide()
        inside.addWidget(self.about)
        inside.addWidget(self.why)
        inside.addWidget(form)
        layout = in_column(on=self, gap=12)
        words = tr("Look whether each sheet was understood. Enter on a sheet changes what it is.")
        layout.addWidget(label(words, "muted"))
        layout.addWidget(self.table, 1)
        layout.addWidget(card)
        review.changed.connect(self._fill)
        self._fill()

    def enter(self) -> None:
        """Begin at the first sheet."""
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        current = self.table.current()
        lines = [self._line(at) for at in range(len(self._review.sheets))]
        self.table.show_records(lines)
        if current is not None:
            self.table.select(lines[current.at])

    def _line(self, at: int) -> SheetLine:
        sheet, draft = self._review.sheets[at], self._review.draft
        is_known = sheet.signature in draft.as_last_time
        doubts = 0 if sheet.left_out else len(sheet.unsure)
        notes = [
            _left_out(sheet) if sheet.kind is SheetKind.UNKNOWN else "",
            tr("Read as last time") if is_known else "",
            tr("{number} to look at", number=doubts) if doubts else "",
        ]
        return SheetLine(
            at=at,
            sheet=table_words(sheet, self._review.sheets),
            kind=sheet.kind,
            rows=len(correcting.table_of(draft, at).rows),
            sure="" if sheet.kind is SheetKind.UNKNOWN else sure_words(sheet.confidence),
            note="; ".join(note for note in notes if note),
            why=sheet.left_out if sheet.kind is SheetKind.UNKNOWN else "",
        )

    def _show(self, line: SheetLine | None) -> None:
        if line is not None:
            words = tr("{sheet}: {rows}", sheet=line.sheet, rows=row_count(line.rows))
            self.about.setText(words)
            self.why.setText(line.why)
            self.why.setVisible(bool(line.why))
            self.kind.blockSignals(True)
            self.kind.choose(line.kind)
            self.kind.blockSignals(False)

    def _chosen(self) -> None:
        line = self.table.current()
        if line is not None:
            self._review.set_kind(line.at, self.kind.chosen_as(SheetKind))


def _left_out(sheet: SheetMapping) -> str:
    if sheet.left_out:
        return tr("Left out, the reason is below")
    if sheet.confidence == 0:
        return tr("Not recognised: choose what it is")
    return tr("Left out")
