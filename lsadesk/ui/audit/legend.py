"""What the signs of the matrix mean, drawn by what draws the matrix."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lsadesk.domain.audit import PROOF_SEEN, TRAINING_BOOKED
from lsadesk.domain.skills import SPOKEN
from lsadesk.ui.appearance import Appearance
from lsadesk.ui.audit.looks import Looks, cell_size
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

_ORDER = (4, 3, 2, 1, 0, 5, 6, 7, 8, 9)


class Legend(QWidget):
    """Each sign with its words; read aloud as one sentence."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        meanings = [(code, tr(SPOKEN[code].split(", ")[-1])) for code in _ORDER]
        meanings += [
            (3 | TRAINING_BOOKED, tr("training booked")),
            (3 | PROOF_SEEN, tr("proof seen")),
        ]
        self.setAccessibleName(tr("What the signs mean"))
        self.setAccessibleDescription(", ".join(words for _, words in meanings))
        row = Flow(self, gap=6)
        self._signs: list[tuple[QLabel, int]] = []
        for code, words in meanings:
            row.addWidget(self._entry(code, words))
        appearance.changed.connect(self._dress)
        self._dress()

    def _entry(self, code: int, words: str) -> QWidget:
        sign, said = QLabel(), label(words, "muted")
        said.setWordWrap(False)
        self._signs.append((sign, code))
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(sign)
        row.addWidget(said)
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
