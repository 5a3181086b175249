"""What the signs of the matrix mean, drawn by what draws the matrix."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from lsadesk.domain.auditing.audit import (
    CARRIED,
    LAPSED,
    LAPSING,
    NO_END_KNOWN,
    NONE_RECORDED,
    PROOF_SEEN,
    TRAINING_BOOKED,
    VALID,
    Columns,
    spoken,
)
from lsadesk.ui.audit.looks import Looks, cell_size
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_row
from lsadesk.ui.words import tr

_MEANINGS = {
    Columns.SKILLS: (4, 3, 2, 1, 0, 5, 6, 7, 8, 9, 3 | TRAINING_BOOKED, 3 | PROOF_SEEN),
    Columns.CERTIFICATES: (VALID, LAPSING, LAPSED, NO_END_KNOWN, NONE_RECORDED),
    Columns.RESPONSIBILITIES: (CARRIED, NONE_RECORDED),
}


class Legend(QWidget):
    """Each sign with its words; read aloud as one sentence.

    Made while it is on screen, in a turn of its own: it is many small parts.
    """

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setAccessibleName(tr("What the signs mean"))
        self._row = Flow(self, gap=6)
        self._signs: list[tuple[QLabel, int]] = []
        self._columns = Columns.SKILLS
        self._told: Columns | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        appearance.changed.connect(self._dress)

    def explain(self, columns: Columns) -> None:
        """Tell the signs of cells under *columns*."""
        self._columns = columns
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Make what there is to tell."""
        super().showEvent(event)
        self._soon.start()

    def _tell(self) -> None:
        if self._told is self._columns:
            return
        self._told = self._columns
        self._signs.clear()
        while (entry := self._row.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        meanings = [(code, _words(code)) for code in _MEANINGS[self._columns]]
        self.setAccessibleDescription(", ".join(words for _, words in meanings))
        for code, words in meanings:
            self._row.addWidget(self._entry(code, words))
        self._dress()

    def _entry(self, code: int, words: str) -> QWidget:
        sign, said = QLabel(), label(words, "muted")
        said.setWordWrap(False)
        self._signs.append((sign, code))
        entry = QWidget()
        in_row(sign, said, on=entry, around=(0, 0, 8, 0), gap=4)
        return entry

    def _dress(self) -> None:
        size = cell_size(self.font())
        looks = Looks(
            self._appearance.theme.colours,
            self.font(),
            QSize(size.width() - 4, size.height() - 4),
            self.devicePixelRatioF(),
        )
        for sign, code in self._signs:
            sign.setPixmap(looks[code])


def _words(cell: int) -> str:
    """The last that is said of a cell: what stands beside its level, or the level itself."""
    if cell & (TRAINING_BOOKED | PROOF_SEEN) or cell <= 4:
        return tr(spoken(cell).split(", ")[-1])
    return tr(spoken(cell))
