"""Many people's plans, records or self-assessments as files, a PDF each, with a way to stop."""

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import papers
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import exports
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.opened import open_written
from lsadesk.ui.tasks import Progress
from lsadesk.ui.widgets.ask import ask_folder
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class Batch:
    """What is written one after another, in words and as operations.

    *how_far* and *stopped* have places for numbers; *one* and *many* say how many are saved.
    """

    title: str
    folder: str
    how_far: str
    stopped: str
    one: str
    many: str
    gather: Callable[[Desk], Done[Any]]
    write: Callable[..., int]


def plans(only: Collection[PersonId]) -> Batch:
    """The development plans of *only*."""
    return Batch(
        title=tr("Plans as PDF"),
        folder=tr("Development plans"),
        how_far=tr("{done} of {of} plans written"),
        stopped=tr("Stopped: {written} of {of} plans are"),
        one=tr("plan is"),
        many=tr("plans are"),
        gather=lambda desk: exports.take_plans(desk, only),
        write=exports.write_plan_files,
    )


def records(only: Collection[PersonId]) -> Batch:
    """The newest appraisal records of *only*, signed or marked as not signed yet."""
    return Batch(
        title=tr("Appraisal records as PDF"),
        folder=tr("Appraisal records"),
        how_far=tr("{done} of {of} records written"),
        stopped=tr("Stopped: {written} of {of} records are"),
        one=tr("record is"),
        many=tr("records are"),
        gather=lambda desk: papers.take_records(desk, only),
        write=papers.write_papers,
    )


def self_assessments(only: Collection[PersonId]) -> Batch:
    """The self-assessments of *only* that were opened for a meeting."""
    return Batch(
        title=tr("Self-assessments as PDF"),
        folder=tr("Self-assessments"),
        how_far=tr("{done} of {of} self-assessments written"),
        stopped=tr("Stopped: {written} of {of} self-assessments are"),
        one=tr("self-assessment is"),
        many=tr("self-assessments are"),
        gather=lambda desk: papers.take_assessments(desk, only),
        write=papers.write_papers,
    )


def save_all(context: TabContext, parent: QWidget, batch: Batch) -> None:
    """Ask for a folder and write all of *batch* into a new one in it."""
    chosen = ask_folder(parent, tr("Where to put the files"))
    if chosen is not None:
        name = f"{batch.folder}, {uk_date(context.desk.today)}"
        dialog = AllPlansDialog(context, parent, chosen / name, batch)
        dialog.exec()
        dialog.deleteLater()


class AllPlansDialog(Dialog):
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
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.opening)
        row.addWidget(self.stopping)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(label(self._batch.title, "heading"))
        layout.addWidget(self.sentence)
        layout.addWidget(self.bar)
        layout.addStretch(1)
        layout.addLayout(row)
        self.stopping.setFocus()

    def _begin(self, sheets: list[Any]) -> None:
        if not sheets:
            self._finish(tr("There is nothing to write yet."), opens=False)
            return
        self.bar.setRange(0, len(sheets))
        self._say_how_far(0, len(sheets))

        def write(progress: Progress) -> tuple[int, int]:
            written = self._batch.write(
                sheets,
                self.folder,
                progress=lambda done, of: progress.report(done / of, str(done)),
                should_stop=self._stopped.is_set,
            )
            return written, len(sheets)

        self._context.compute(
            write,
            self._ended,
            on_progress=lambda _fraction, done: self._say_how_far(int(done), len(sheets)),
            on_error=self._failed,
            owner=self,
        )

    def _say_how_far(self, done: int, of: int) -> None:
        self.bar.setValue(done)
        if not self._stopped.is_set():
            self.sentence.setText(self._batch.how_far.format(done=done, of=of))

    def _ended(self, numbers: tuple[int, int]) -> None:
        written, of = numbers
        if written < of:
            said = self._batch.stopped.format(written=written, of=of)
        else:
            said = f"{written:,} {self._batch.one if written == 1 else self._batch.many}"
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
        open_written(self.folder, self.sentence.setText)
