"""Everybody's development plans as files, a PDF a person, with a way to stop."""

import threading
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.development import DevelopmentPlanSheet
from lsadesk.errors import UserError
from lsadesk.operations import exports
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Progress
from lsadesk.ui.widgets.ask import ask_folder
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import count, tr


def save_all_plans(context: TabContext, parent: QWidget) -> None:
    """Ask for a folder and write every plan open to whoever asks into a new one in it."""
    chosen = ask_folder(parent, tr("Where to put the plans"))
    if chosen is not None:
        today = uk_date(context.desk.today)
        dialog = AllPlansDialog(context, parent, chosen / tr("Development plans, {day}", day=today))
        dialog.exec()
        dialog.deleteLater()


class AllPlansDialog(QDialog):
    """Says how far it is; stopping keeps the plans that are written already."""

    def __init__(self, context: TabContext, parent: QWidget, folder: Path) -> None:
        super().__init__(parent)
        self.folder = folder
        self._context = context
        self._stopped = threading.Event()
        self._running = True
        self.setWindowTitle(tr("All plans as PDF"))
        self.setMinimumWidth(480)
        self._build()
        context.write(exports.take_plans, self._begin, on_error=self._failed, owner=self)

    def stop(self) -> None:
        """Write no more plans; or close, where none is being written."""
        if not self._running:
            self.accept()
            return
        self._stopped.set()
        self.stopping.setEnabled(False)
        self.sentence.setText(tr("Stopping..."))

    def reject(self) -> None:
        """Close whatever is going on: the window is being locked."""
        self._stopped.set()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops first, and closes once nothing is being written."""
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.sentence = label(tr("Gathering the plans..."))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How many plans are written"))
        self.stopping = button(tr("&Stop"), self.stop)
        self.opening = button(tr("&Open the folder"), self._open)
        self.opening.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.opening)
        row.addWidget(self.stopping)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(label(tr("All plans as PDF"), "heading"))
        layout.addWidget(self.sentence)
        layout.addWidget(self.bar)
        layout.addStretch(1)
        layout.addLayout(row)
        self.stopping.setFocus()

    def _begin(self, sheets: list[DevelopmentPlanSheet]) -> None:
        self.bar.setRange(0, len(sheets))
        self._say_how_far(0, len(sheets))

        def write(progress: Progress) -> tuple[int, int]:
            written = exports.write_plan_files(
                sheets,
                self.folder,
                progress=lambda done, of: progress.report(done / of, str(done)),
                should_stop=self._stopped.is_set,
            )
            return written, len(sheets)

        self._context.worker.compute(
            write,
            self._ended,
            on_progress=lambda _fraction, done: self._say_how_far(int(done), len(sheets)),
            on_error=self._failed,
            owner=self,
        )

    def _say_how_far(self, done: int, of: int) -> None:
        self.bar.setValue(done)
        if not self._stopped.is_set():
            self.sentence.setText(tr("{done} of {of} plans written", done=done, of=of))

    def _ended(self, numbers: tuple[int, int]) -> None:
        written, of = numbers
        if written < of:
            said = tr("Stopped: {written} of {of} plans are", written=written, of=of)
        else:
            said = count(written, "plan is", "plans are")
        where = tr("saved in the folder {folder}.", folder=self.folder)
        self._finish(f"{said} {where}", opens=written > 0)

    def _failed(self, error: UserError) -> None:
        self._finish(str(error), opens=False)

    def _finish(self, sentence: str, *, opens: bool) -> None:
        self._running = False
        self.sentence.setText(sentence)
        self.bar.hide()
        self.opening.setVisible(opens)
        self.stopping.setText(tr("C&lose"))
        self.stopping.setEnabled(True)
        self.stopping.setFocus()
        layout = self.layout()
        if layout is not None:  # a folder may have a long name
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _open(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))):
            self.sentence.setText(
                tr("This computer has nothing to open it with: {path}", path=self.folder)
            )
