"""The page of the standards' criteria, with the layers of a guide to each (A07)."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from lsadesk.domain.careers.framework import Criterion, GuideLayer, Standard
from lsadesk.ui.library.words import capital
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_INTRO = (
    "What each standard is made of. Not all of them are for everybody: the career map says which "
    "go with a role. Nothing here is marked as met."
)
_NOT_SUPPLIED = "not supplied"


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """A criterion, with the standard it belongs to."""

    standard: Standard
    criterion: Criterion


class CriteriaPage(QWidget):
    """Every criterion, and beside it what a guide says of the chosen one."""

    def __init__(self) -> None:
        super().__init__()
        self.table: RecordTable[CriterionLine] = RecordTable(tr("Criteria"), _columns())
        self.chosen = label("", "heading")
        self.layers = {layer: label("") for layer in GuideLayer}
        self.source = label("", "muted")
        beside = QWidget()
        rows = in_column(on=beside, around=(16, 0, 0, 0))
        for one in (self.chosen, *self.layers.values(), self.source):
            one.setWordWrap(True)
            rows.addWidget(one)
        rows.addStretch(1)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.addWidget(self.table)
        sides.addWidget(beside)
        sides.setSizes([800, 400])
        in_column(label(tr(_INTRO), "muted"), Fill(sides), on=self, around=(16, 12, 16, 16))
        self.table.selected.connect(self._tell)
        self._tell(None)

    def show_standards(self, standards: Iterable[Standard]) -> None:
        """Show their criteria; the first is chosen."""
        lines = [CriterionLine(one, each) for one in standards for each in one.criteria]
        self.table.show_records(lines)
        if lines and self.table.current() is None:
            self.table.select(lines[0])

    def _tell(self, line: CriterionLine | None) -> None:
        self.chosen.setText(tr("Choose a criterion.") if line is None else line.criterion.text)
        for layer, shown in self.layers.items():
            shown.setVisible(line is not None)
            if line is not None:
                words = line.criterion.layers.get(layer, tr(_NOT_SUPPLIED))
                shown.setText(f"{capital(tr(layer.value))}: {words}")
        self.source.setText("" if line is None else str(line.standard.source))


def _columns() -> tuple[Column[CriterionLine], ...]:
    return (
        Column(
            tr("Standard"),
            lambda line: f"{line.standard.id}: {line.standard.name}",
            spoken=_spoken,
            width=28,
        ),
        Column(tr("Criterion"), lambda line: line.criterion.text, width=52),
    )


def _spoken(line: CriterionLine) -> str:
    layers = line.criterion.layers
    said = [f"{tr(one.value)}: {layers.get(one, tr(_NOT_SUPPLIED))}" for one in GuideLayer]
    return ". ".join([f"{line.standard.id}: {line.criterion.text}", *said])
