"""A page reached from the list, with its way back."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.leaving import leave_by_keys
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.words import tr

WIDTH = 860  # lines that are easy to read, at 100 % text
_LINE = 41  # the same as a multiple of the height of a line


class SubPage(QWidget):
    """Emits `left()`; whatever it is about goes into `rows`, which scroll below the way back."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "title")
        self.back = button(tr("Back"), self.left.emit, "link")
        self._inside = inside = QWidget()
        self.rows = in_column(on=inside, around=(0, 0, 8, 16))
        top = in_row(self.back, Fill(self.title), gap=16)
        area = scrolling(inside)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        in_column(top, Fill(area), on=self, around=(24, 16, 16, 8))
        leave_by_keys(self, self.left.emit)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Lines hold as many words in another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        self._inside.setMaximumWidth(_LINE * self.fontMetrics().lineSpacing())
