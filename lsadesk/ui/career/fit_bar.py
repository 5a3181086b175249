"""How much of what a role asks is there, as a bar of cells."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lsadesk.domain.careers.career import Fit
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.words import tr


class FitBar(QWidget):
    """What a role asks as a bar: filled for there, outlined for not yet, empty for not known."""

    def __init__(self, appearance: Appearance, stands: Fit) -> None:
        super().__init__()
        self._appearance = appearance
        self._stands = stands
        self.setAccessibleName(
            tr(
                "{has} there, {missing} not yet, {unknown} not known",
                has=len(stands.has),
                missing=len(stands.missing),
                unknown=len(stands.unknown),
            )
        )
        appearance.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """A slim bar, as wide as there is room."""
        return QSize(120, 14)

    def minimumSizeHint(self) -> QSize:
        """Never thinner than the bar."""
        return QSize(60, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One cell for each thing asked."""
        stands, c = self._stands, self._appearance.theme.colours
        if not stands.asked:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = self.width() / stands.asked
        kinds = [c.accent] * len(stands.has) + [c.accent_soft] * len(stands.missing)
        kinds += [c.surface] * len(stands.unknown)
        for place, fill in enumerate(kinds):
            painter.setPen(c.edge if fill == c.surface else c.accent)
            painter.setBrush(fill)
            painter.drawRoundedRect(round(place * cell) + 1, 2, max(round(cell) - 3, 2), 10, 3, 3)
