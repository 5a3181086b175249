"""What the same person said to the same question when they last handed in."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from lsadesk.domain.calendar import uk_date
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_row
from lsadesk.ui.words import tr

_SHOWN = 160


class LastTime(QFrame):
    """Offers it for one click; emits `wanted()`. Nothing of it is ever chosen beforehand."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._said = label("")
        self.again = button(tr("Use it again"), self.wanted.emit)
        in_row(Fill(self._said), self.again, on=self, around=(12, 8, 12, 8), gap=12)

    def offer(self, on: date | None, said: str) -> None:
        """Show what was *said* on that day; None: there is nothing to offer."""
        self.setVisible(on is not None)
        if on is not None:
            words = " ".join(said.split())
            cut = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}\u2026"
            self._said.setText(tr("On {day} you said: {said}", day=uk_date(on), said=cut))
