"""Says whether what was given is in the file; until the file says so, nothing is claimed."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from lsadesk.ui.words import tr


class SavedLabel(QLabel):
    """Beside whatever is kept as it is given; empty until something was."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "muted")

    def saving(self) -> None:
        """It is on its way."""
        self.setText(tr("Saving\u2026"))

    def saved(self, at: datetime) -> None:
        """It is in the file."""
        here = at.astimezone()
        self.setText(tr("Saved {time}", time=f"{here.hour}:{here.minute:02}"))

    def not_saved(self) -> None:
        """It is on the screen alone."""
        self.setText(tr("! Not saved"))
