"""Choosing the workbook: by button or by dropping it; reading it can be stopped."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.ask import ask_file
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.readable import announce
from lsadesk.ui.words import tr


class FilePage(QWidget):
    """Emits `chosen(path)`, and `stopped()` where reading is given up."""

    chosen = Signal(object)
    stopped = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.invitation = EmptyState(
            appearance,
            "import",
            tr("Choose the college's own spreadsheet"),
            tr(
                "Excel (.xlsx, .xlsm, .xls), OpenDocument (.ods) or CSV. It may be as untidy as it "
                "is: staff, skills audit, training, learners and timetable are looked for on every "
                "sheet. You see everything before it is written, and the file itself is never "
                "altered."
            ),
            action=tr("Choose a file..."),
            on_action=self.choose,
        )
        self.refusal = label("", "error")
        self.refusal.hide()
        self.choose_button = self.invitation.action
        self._reading = label("", "heading")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Reading the workbook"))
        self.stop = button(tr("Stop reading"), self.stopped.emit)
        self._busy = QWidget()
        beside = in_row(Fill(self._bar), self.stop)
        in_column(Fill(), self._reading, beside, Fill(), on=self._busy)
        in_column(self.refusal, Fill(self.invitation), Fill(self._busy), on=self)
        self.show_idle()

    def choose(self) -> None:
        """Ask for a file."""
        kinds = tr("Workbooks (*.xlsx *.xlsm *.xls *.ods *.csv *.txt);;All files (*)")
        path = ask_file(self, tr("Choose a workbook"), kinds)
        if path is not None:
            self.chosen.emit(path)

    def show_reading(self, path: Path) -> None:
        """Say that *path* is being read."""
        self.refusal.hide()
        self.invitation.hide()
        sentence = tr("Reading {name}. This may take up to 20 seconds.", name=path.name)
        self._reading.setText(sentence)
        self._busy.show()
        self.stop.setFocus()
        announce(self, sentence)

    def show_idle(self, refusal: str = "") -> None:
        """Wait for a file; *refusal* says why the last one was not read."""
        self._busy.hide()
        self.refusal.setText(refusal)
        self.refusal.setVisible(bool(refusal))
        self.choose_button.setText(tr("Choose another...") if refusal else tr("Choose a file..."))
        self.invitation.show()
        self.choose_button.setFocus()
        if refusal:
            announce(self, refusal)
