"""The import assistant: a workbook in, page by page; nothing is written before the last."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from lsadesk.errors import UserError
from lsadesk.operations.importing.own_books import OwnBook, own_book
from lsadesk.ui.intake.file_page import FilePage
from lsadesk.ui.intake.own_books import ask_way_back, form_words
from lsadesk.ui.looks.sizes import fit
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Ticket
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.labels import label, line
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.readable import Readable
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.words import tr

if TYPE_CHECKING:
    from lsadesk.intake.sheets import Sheet
    from lsadesk.operations.importing.intake import Draft
    from lsadesk.ui.intake.walk import Walk

SMALLEST = (960, 640)
USUAL = (1180, 760)


def import_workbook(context: TabContext, parent: QWidget | None) -> None:
    """Take the person through the import of a workbook; returns when the assistant closes."""
    Assistant(context, parent).exec()


class Assistant(Dialog):
    """Choose a file, look at its sheets, at each sheet, at names in doubt; then import.

    Going back loses nothing. Esc asks first where something was corrected; `reject` does
    not, so that a lock of the window is never held up by a question.
    """

    def __init__(self, context: TabContext, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import a workbook"))
        self.setMinimumSize(*SMALLEST)
        fit(self, *USUAL)
        self.setAcceptDrops(True)
        self._context = context
        self._reading = Ticket()
        self.walk: Walk | None = None
        self.title = label("", "title")
        self.step = Readable(tr("Where you are"), "muted")
        self.refusal = label("", "error")
        self.pages = QStackedWidget()
        self.file_page = FilePage(context.appearance)
        self.pages.addWidget(self.file_page)
        self.back = button(tr("&Back"), self._go_back)
        self.next = button(tr("&Next"), self._go_on, "primary")
        self.leave = button(tr("Cancel"), self._ask_to_leave)
        self._lay_out()
        self.file_page.chosen.connect(self.read)
        self.file_page.stopped.connect(self._stop)
        self._show_file_page()

    def read(self, path: Path) -> None:
        """Read *path* away from the window, then show its sheets."""
        self.file_page.show_reading(path)

        def call(_progress: Ticket) -> "tuple[tuple[Sheet, ...], OwnBook | None]":
            from lsadesk.operations.importing.intake import sheets_of

            sheets = sheets_of(path)
            return sheets, own_book(sheets)

        self._reading = self._context.compute(
            call,
            lambda read: self._read(path, *read),
            on_error=self._not_read,
            owner=self,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc asks before corrections are thrown away."""
        if event.key() == Qt.Key.Key_Escape:
            self._ask_to_leave()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """As Esc."""
        event.ignore()
        self._ask_to_leave()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped while one is asked for."""
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that is dropped."""
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.read(path)

    def _lay_out(self) -> None:
        answers = from_left(self.leave)
        answers.addWidget(self.back)
        answers.addWidget(self.next)
        in_column(
            self.title,
            self.step,
            Fill(self.pages),
            self.refusal,
            line(),
            answers,
            on=self,
            around=(24, 20, 24, 20),
            gap=12,
        )
        self.refusal.hide()

    def _show_file_page(self) -> None:
        self.pages.setCurrentWidget(self.file_page)
        self.title.setText(tr("Import a workbook"))
        self.step.setText(tr("Nothing is written until you have seen everything."))
        self.back.hide()
        self.next.setText(tr("&Next"))
        self.next.setVisible(self.walk is not None)
        self.next.setEnabled(True)
        self.file_page.show_idle()

    def _read(self, path: Path, sheets: "tuple[Sheet, ...]", own: OwnBook | None) -> None:
        """Go on, unless it is one of ours with a way back, where nothing is guessed."""
        place = None if own is None else ask_way_back(self, own)
        if place is not None:
            self.reject()
            self._context.go(place, path)
        elif own is OwnBook.FORM:
            self.file_page.show_idle(form_words(path.name))
        else:
            self._recognise(path.name, sheets)

    def _recognise(self, workbook: str, sheets: "tuple[Sheet, ...]") -> None:
        from lsadesk.operations.importing.intake import recognise

        self._reading = self._context.read(
            lambda desk: recognise(desk, workbook, sheets),
            self._opened,
            on_error=self._not_read,
            owner=self,
        )

    def _opened(self, draft: "Draft") -> None:
        from lsadesk.ui.intake.walk import Walk

        if self.walk is not None:
            self.pages.removeWidget(self.walk)
            self.walk.deleteLater()
        self.walk = Walk(self._context, draft)
        self.walk.moved.connect(self._moved)
        self.walk.refused.connect(self._refused)
        self.pages.addWidget(self.walk)
        self._enter_walk()

    def _enter_walk(self) -> None:
        if self.walk is not None:
            self.pages.setCurrentWidget(self.walk)
            self.walk.begin()

    def _not_read(self, error: UserError) -> None:
        self.file_page.show_idle(str(error))

    def _stop(self) -> None:
        self._reading.cancel()
        self.file_page.show_idle()

    def _moved(self) -> None:
        walk = self.walk
        if walk is None:
            return
        done = walk.next_words == tr("&Close")
        self.title.setText(walk.title)
        self.step.setText(walk.step)
        self.refusal.hide()
        self.back.setVisible(not done)
        self.back.setEnabled(not walk.is_writing)
        self.leave.setVisible(not done)
        self.leave.setText(tr("&Stop") if walk.is_writing else tr("Cancel"))
        self.leave.setEnabled(True)
        self.next.show()
        self.next.setText(tr("Importing...") if walk.is_writing else walk.next_words)
        if not walk.can_go_on and self.next.hasFocus():
            self.step.setFocus()  # else the focus would fall on Cancel
        self.next.setEnabled(walk.can_go_on)
        self.next.setDefault(True)

    def _refused(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.show()

    def _go_on(self) -> None:
        if self.walk is None:
            return
        if self.pages.currentWidget() is self.file_page:
            self._enter_walk()
        elif self.walk.next_words == tr("&Close"):
            self.accept()
        else:
            self.walk.go_on()

    def _go_back(self) -> None:
        if self.walk is not None and not self.walk.go_back():
            self._show_file_page()

    def _ask_to_leave(self) -> None:
        if self.walk is not None and self.walk.is_writing:
            self.leave.setEnabled(False)
            self.walk.stop_work()
            return
        is_corrected = self.walk is not None and self.walk.review.is_corrected
        if is_corrected and not self._may_throw_away():
            return
        if self.walk is not None:
            self.walk.stop_work()
        self.reject()

    def _may_throw_away(self) -> bool:
        return confirm(
            self,
            tr("Throw the corrections away?"),
            tr("Nothing of this workbook has been imported, and your corrections are not kept."),
            yes=tr("Throw away"),
            danger=True,
        )

    def _dropped(self, event: QDropEvent) -> Path | None:
        is_open = self.pages.currentWidget() is self.file_page
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        return Path(urls[0].toLocalFile()) if is_open and len(urls) == 1 else None
