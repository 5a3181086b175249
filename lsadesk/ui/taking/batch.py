"""Many files into one folder: how far it is, a way to stop, and where they are."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.files import FileToWrite, write_files
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.opened import open_written
from lsadesk.ui.tasks import Progress
from lsadesk.ui.widgets.ask import ask_folder
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.rows import at_right
from lsadesk.ui.words import count, tr


@dataclass(frozen=True, slots=True)
class Batch:
    """What is written one after another; *gather* says which files, on the file's thread.

    *one* and *many* are what its files are called, as `count` takes them.
    """

    title: str
    folder: str
    one: str
    many: str
    gather: Callable[[Desk], Done[list[FileToWrite]]]


def save_all(context: TabContext, parent: QWidget, batch: Batch) -> None:
    """Ask for a folder and write all of *batch* into a new one in it."""
    chosen = ask_folder(parent, tr("Where to put the files"))
    if chosen is not None:
        name = f"{batch.folder}, {uk_date(context.desk.today)}"
        BatchDialog(context, parent, chosen / name, batch).exec()


class BatchDialog(Dialog):
    """Says how far it is; stopping keeps the files that are written already."""

    def __init__(self, context: TabContext, parent: QWidget, folder: Path, batch: Batch) -> None:
        super().__init__(parent)
        self.folder = folder
        self._batch = batch
        self._context = context
        self._stopped = threading.Event()
        self._running = True
        self.setWindowTitle(self._batch.title)
        self.setMinimumWidth(480)
        self._build()
        context.write(self._batch.gather, self._begin, on_error=self._failed, owner=self)

    def stop(self) -> None:
        """Write no more; or close, where none is being written."""
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
        self.sentence = label(tr("Gathering..."))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How many are written"))
        self.stopping = button(tr("&Stop"), self.stop)
        self.opening = button(tr("&Open the folder"), self._open)
        self.opening.hide()
        row = at_right(self.opening, self.stopping)
        in_column(
            label(self._batch.title, "heading"),
            self.sentence,
            self.bar,
            Fill(),
            row,
            on=self,
            around=24,
            gap=16,
        )
        self.stopping.setFocus()

    def _begin(self, files: list[FileToWrite]) -> None:
        if not files:
            self._finish(tr("There is nothing to write yet."), opens=False)
            return
        self.bar.setRange(0, len(files))
        self._say_how_far(0, len(files))

        def write(progress: Progress) -> tuple[int, int]:
            written = write_files(
                files,
                self.folder,
                progress=lambda done, of: progress.report(done / of, str(done)),
                should_stop=self._stopped.is_set,
            )
            return written, len(files)

        self._context.compute(
            write,
            self._ended,
            on_progress=lambda _fraction, done: self._say_how_far(int(done), len(files)),
            on_error=self._failed,
            owner=self,
        )

    def _say_how_far(self, done: int, of: int) -> None:
        self.bar.setValue(done)
        if not self._stopped.is_set():
            self.sentence.setText(
                tr("{done} of {files} written", done=done, files=self._number(of))
            )

    def _ended(self, numbers: tuple[int, int]) -> None:
        written, of = numbers
        files = self._number(of)
        if written < of:
            files = tr("Stopped: {written} of {files}", written=written, files=files)
        said = tr("{files} saved in the folder {folder}.", files=files, folder=self.folder)
        self._finish(said, opens=written > 0)

    def _number(self, of: int) -> str:
        return count(of, self._batch.one, self._batch.many)

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
        open_written(self.folder, self.sentence.setText)
