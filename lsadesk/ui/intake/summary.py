"""What an import would do, or has done: counts by sheet and reasons, to read and to copy."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QWidget

from lsadesk.operations.importing.intake import Report, SheetReport
from lsadesk.ui.intake.wording import kind_words, rows_words
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_MOST_SHEETS = 6  # shown without scrolling


@dataclass(frozen=True, slots=True)
class Reason:
    """What rows change, why they were set aside, or what was said about them."""

    outcome: str
    sheet: str
    reason: str
    rows: tuple[int, ...]


def reasons_of(report: Report) -> list[Reason]:
    """What *report* makes otherwise, then its problems, one line a reason: set aside first."""
    aside = {(row.sheet, row.row) for reading in report.readings for row in reading.set_aside}
    grouped: dict[tuple[bool, str, str], list[int]] = {}
    for sheet in report.sheets:
        for problem in sheet.problems:
            is_taken = (problem.sheet, problem.row) not in aside
            where = f"{problem.header}: " if problem.header else ""
            rows = grouped.setdefault((is_taken, problem.sheet, where + problem.reason), [])
            rows.append(problem.row)
    changes = [
        Reason(tr("✓ Taken"), sheet.sheet, what, (row,))
        for sheet in report.sheets
        for row, what in sheet.changes.items()
    ]
    aside_words, look_words = tr("× Set aside"), tr("! Taken, look")
    return changes + [
        Reason(look_words if is_taken else aside_words, sheet, reason, tuple(dict.fromkeys(rows)))
        for (is_taken, sheet, reason), rows in sorted(grouped.items(), key=lambda item: item[0][0])
    ]


def totals(report: Report) -> tuple[int, int, int]:
    """The rows taken, known already, and set aside."""
    sheets = report.sheets
    return (
        sum(sheet.taken for sheet in sheets),
        sum(sheet.merged for sheet in sheets),
        sum(sheet.set_aside for sheet in sheets),
    )


def totals_words(report: Report) -> str:
    """ "563 rows taken, 2 known already, 2 set aside"."""
    taken, merged, aside = totals(report)
    return tr(
        "{taken} taken, {merged} known already, {aside} set aside",
        taken=count(taken, "row", "rows"),
        merged=f"{merged:,}",
        aside=f"{aside:,}",
    )


class Summary(QWidget):
    """Two tables: the sheets with their counts, and the reasons with their rows."""

    def __init__(self) -> None:
        super().__init__()
        self._report: Report | None = None
        self.sheets: RecordTable[SheetReport] = RecordTable(
            tr("Rows by sheet"),
            (
                Column(tr("Sheet"), lambda sheet: sheet.sheet, width=26),
                Column(tr("Read as"), lambda sheet: kind_words(sheet.kind), width=24),
                _number(tr("Rows"), lambda sheet: sheet.rows_read),
                _number(tr("Taken"), lambda sheet: sheet.taken),
                _number(tr("Known already"), lambda sheet: sheet.merged),
                _number(tr("Set aside"), lambda sheet: sheet.set_aside),
            ),
        )
        self.sheets.horizontalHeader().setStretchLastSection(False)
        self.sheets.setSortingEnabled(False)
        self.sheets.rows.sort(-1)
        self.reasons: RecordTable[Reason] = RecordTable(
            tr("Reasons"),
            (
                Column(tr("Outcome"), lambda each: each.outcome, width=14),
                Column(tr("Sheet"), lambda each: each.sheet, width=18),
                Column(tr("What and why"), lambda each: each.reason, width=64),
                Column(
                    tr("Rows"),
                    lambda each: rows_words(list(each.rows)),
                    sort=lambda each: each.rows[0],
                    width=24,
                ),
            ),
        )
        self.reasons.setSortingEnabled(False)
        self.reasons.rows.sort(-1)
        self.reasons.selected.connect(self._say)
        self.about = label("")
        self.about.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._reasons_title = label(tr("What to know"), "heading")
        copying = in_row(Fill(self._reasons_title), button(tr("Copy everything"), self.copy))
        self.reasons.setMinimumHeight(120)
        in_column(self.sheets, copying, Fill(self.reasons), self.about, on=self)

    def show_report(self, report: Report) -> None:
        """Show *report*."""
        self._report = report
        self.sheets.show_records(report.sheets)
        self._fit_sheets()
        reasons = reasons_of(report)
        self.reasons.show_records(reasons)
        self.reasons.setVisible(bool(reasons))
        words = tr("What to know") if reasons else tr("No row asks for a second look.")
        self._reasons_title.setText(words)
        self.about.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """Its rows are as high as the text on the screen, which only now is known."""
        super().showEvent(event)
        self._fit_sheets()

    def _fit_sheets(self) -> None:
        lines = min(self.sheets.rows.rowCount(), _MOST_SHEETS)
        header = self.sheets.horizontalHeader().sizeHint().height()
        self.sheets.setFixedHeight(header + lines * self.sheets.rowHeight(0) + 4)

    def copy(self) -> None:
        """Put everything on the clipboard, as lines to paste into a letter or a sheet."""
        if self._report is not None:
            QGuiApplication.clipboard().setText(_as_text(self._report))

    def _say(self, reason: Reason | None) -> None:
        self.about.setText("" if reason is None else _sentence(reason))


def _number(title: str, figure: Callable[[SheetReport], int]) -> Column[SheetReport]:
    return Column(title, lambda sheet: f"{figure(sheet):,}", sort=figure, width=15, right=True)


def _sentence(reason: Reason) -> str:
    return f"{reason.sheet}, {rows_words(list(reason.rows), most=1000)}: {reason.reason}"


def _as_text(report: Report) -> str:
    lines = [
        "\t".join((tr("Sheet"), tr("Rows"), tr("Taken"), tr("Known already"), tr("Set aside")))
    ]
    for sheet in report.sheets:
        figures = (sheet.rows_read, sheet.taken, sheet.merged, sheet.set_aside)
        lines.append("\t".join([sheet.sheet, *map(str, figures)]))
    lines += ["", *(f"{each.outcome}\t{_sentence(each)}" for each in reasons_of(report))]
    return "\n".join(lines)
