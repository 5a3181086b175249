"""The page of qualifications against the standards (A08)."""

from functools import partial

from PySide6.QtWidgets import QWidget

from lsadesk.domain.careers.coverage import Coverage, CoverageLine, Covers
from lsadesk.operations.careers import library
from lsadesk.ui.library.words import NOT_MANDATORY, capital
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.takeaway import Takeaway
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_NOT_SAID = "“Not said” means that the source does not tell."
_WORDS = {Covers.YES: "✓ built on it", Covers.NO: "–", Covers.NOT_SAID: "not said"}


class StandardsPage(QWidget):
    """Which qualification was built on which standard, as far as the source says."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._table: RecordTable[CoverageLine] | None = None
        title = tr("Qualifications against the standards")
        self.takeaway = Takeaway(context, title, library.export_coverage, self)
        head = in_row(
            Fill(label(f"{tr(NOT_MANDATORY)} {tr(_NOT_SAID)}", "muted")),
            self.takeaway.button,
            gap=16,
        )
        self._rows = in_column(head, self.takeaway.notice, on=self, around=(16, 12, 16, 16))

    @property
    def table(self) -> RecordTable[CoverageLine]:
        """The table, once there is something to show."""
        if self._table is None:
            raise LookupError("nothing is shown yet")
        return self._table

    def show_coverage(self, coverage: Coverage) -> None:
        """Show *coverage*; its standards are the last columns."""
        if self._table is None:
            self._table = RecordTable(
                tr("Qualifications against the standards"), _columns(coverage)
            )
            self._rows.addWidget(self._table, 1)
        self._table.show_records(coverage.lines)


def _columns(coverage: Coverage) -> list[Column[CoverageLine]]:
    return [
        Column(
            tr("Qualification"),
            lambda line: line.qualification.name,
            spoken=partial(_spoken, coverage),
            width=40,
        ),
        Column(tr("Level"), lambda line: str(line.qualification.level), width=6, right=True),
        Column(tr("Kind"), lambda line: capital(tr(line.qualification.kind.value)), width=18),
        *(
            Column(f"{standard.id}: {standard.name}", partial(_covers, at), width=24)
            for at, standard in enumerate(coverage.standards)
        ),
    ]


def _covers(at: int, line: CoverageLine) -> str:
    return tr(_WORDS[line.covers[at]])


def _spoken(coverage: Coverage, line: CoverageLine) -> str:
    standards = zip(coverage.standards, line.covers, strict=True)
    said = [f"{standard.id}: {tr(covers.value)}" for standard, covers in standards]
    return ", ".join([line.qualification.name, *said])
