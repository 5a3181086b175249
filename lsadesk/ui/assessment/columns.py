"""Many choices in two columns where there is room, and in one where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

_IN_ONE = 8  # choices that are easier to read in a single column
_GAP = 24


class ChoiceColumns(QWidget):
    """The *choices* one under the other, column by column."""

    def __init__(self, choices: Sequence[QAbstractButton]) -> None:
        super().__init__()
        self._choices = choices
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(2)
        self._arrange(1 if len(choices) <= _IN_ONE else 2)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        fits = 2 * self._widest() + _GAP <= self.width()
        self._arrange(2 if fits and len(self._choices) > _IN_ONE else 1)

    def _widest(self) -> int:
        return max((each.sizeHint().width() for each in self._choices), default=0)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        high = -(-len(self._choices) // columns) or 1
        for place, each in enumerate(self._choices):
            self._grid.addWidget(each, place % high, place // high)
        self.updateGeometry()
