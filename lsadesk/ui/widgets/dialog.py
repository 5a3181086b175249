"""A dialog that can be reached on any screen, and is let go of once it was answered."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog

from lsadesk.ui.looks.sizes import keep_on_screen
from lsadesk.ui.widgets.later import later


class Dialog(QDialog):
    """Stays on its screen: Qt puts a dialog over the middle of its window, and where it is the
    higher of the two, or grows while it is open, its title bar would be above the edge."""

    def exec(self) -> int:
        """Show it and wait. Whoever asked may read it until the event loop goes on: then it goes,
        which Qt would leave to its parent, and that is often the window."""
        answer = super().exec()
        self.deleteLater()
        return answer

    def showEvent(self, event: QShowEvent) -> None:
        """It is placed once the window manager has put its frame around it."""
        super().showEvent(event)
        later(self, 0, self._stay)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Nor does it grow beyond the screen's edge."""
        super().resizeEvent(event)
        self._stay()

    def _stay(self) -> None:
        if self.isVisible():
            keep_on_screen(self)
