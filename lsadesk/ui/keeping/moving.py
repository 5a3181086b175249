"""Moving the college to another computer, and opening one that was brought: step by step."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from lsadesk.errors import UserError
from lsadesk.operations.keeping import moving
from lsadesk.ui.keeping.earlier import KINDS
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker
from lsadesk.ui.widgets.ask import Question, ask_file, ask_folder
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_row
from lsadesk.ui.widgets.secret import SecretField
from lsadesk.ui.words import tr


def move_out(parent: QWidget, context: TabContext, then: Callable[[], None]) -> None:
    """Lead through the move; *then* is called once the college was taken away."""
    dialog = MoveDialog(parent, context)
    dialog.exec()
    if dialog.is_done:
        then()


class MoveDialog(Question):
    """Says what happens, writes the copy, and says what to do at the other computer.

    Where the college was moved before, it offers to work here again instead.
    """

    def __init__(self, parent: QWidget | None, context: TabContext) -> None:
        super().__init__(
            parent,
            tr("Move to another computer"),
            tr(
                "A finished, encrypted copy goes onto a stick, another disk or a share. It is "
                "opened and compared before anything is changed here; then this college can only "
                "be read, so that two are not worked on unknowingly."
            ),
            tr("Choose where to..."),
        )
        self.is_done = False
        self._context = context
        self.told = label("")
        self.told.hide()
        self.wrong = label("", "error")
        self.wrong.hide()
        self.body.addWidget(self.told)
        self.body.addWidget(self.wrong)
        if context.desk.moved is not None:
            self._tell(str(context.desk.moved))
            self.yes.setText(tr("Work here again"))

    def accept(self) -> None:
        """The next step: move, work here again, or close once it is done."""
        self.wrong.hide()
        if self.is_done:
            super().accept()
        elif self._context.desk.moved is not None:
            self._context.write(
                moving.take_up_again, self._taken_up, on_error=self._refused, owner=self
            )
        else:
            self._move()

    def _move(self) -> None:
        place = ask_folder(self, tr("Where to put the copy"))
        if place is None:
            return
        self.yes.setEnabled(False)
        self._tell(tr("Writing the copy and opening it to compare..."))
        self._context.write(
            lambda desk: moving.move_out(desk, place),
            self._moved,
            on_error=self._refused,
            owner=self,
        )

    def _moved(self, copy: Path) -> None:
        self.is_done = True
        self._tell(
            tr(
                "Done: {name} is whole.\n\nAt the other computer:\n1. Start LSA Desk.\n2. Choose "
                "“Open a college that was brought here”, and this file.\n3. Sign in with the name "
                "and PIN that you use here.\n4. Look at a few records, then keep the file safe "
                "until the first backups there were made.",
                name=copy.name,
            )
        )
        self.yes.setText(tr("Close and lock"))
        self.yes.setEnabled(True)
        self.no.hide()

    def _taken_up(self, _nothing: None) -> None:
        super().accept()
        self._context.say(tr("This college can be worked on here again."))

    def _refused(self, error: UserError) -> None:
        self.told.setHidden(self._context.desk.moved is None)
        self.yes.setEnabled(True)
        self.wrong.setText(str(error))
        self.wrong.show()

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()


class BroughtDialog(Question):
    """Asks for the file that was brought and a place; `folder` is the college once it is there."""

    def __init__(self, parent: QWidget | None, worker: Worker) -> None:
        super().__init__(
            parent,
            tr("Open a college that was brought here"),
            tr(
                "It is copied from the stick or share onto this computer and checked. The file "
                "that was brought stays as it is."
            ),
            tr("Put it here and open it"),
        )
        self.folder: Path | None = None
        self._worker = worker
        self._brought: Path | None = None
        self._parent_folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        form = self.form
        self.file = button(tr("Choose the file..."), self._choose)
        form.add(tr("The file that was brought"), self.file)
        self.login = form.text(tr("Your name, to sign in with"), long=True)
        self.secret = form.add(
            tr("Your PIN or password"),
            SecretField(),
            hint=tr("As at the old computer."),
        )
        self._place = label("", "muted")
        changing = button(tr("Change folder..."), self._choose_place, "link")
        self.body.addLayout(in_row(Fill(self._place), changing))
        self._show_place()

    def accept(self) -> None:
        """Try it; the dialog closes once the college is in its place."""
        self.form.clear_wrong()
        brought = self._brought
        if brought is None:
            self.form.wrong(self.file, tr("Choose the file first."))
            return
        self.yes.setEnabled(False)
        login, secret = self.login.text().strip(), self.secret.text()
        parent = self._parent_folder
        self._worker.do(
            lambda: moving.bring_in(brought, parent, login, secret),
            self._brought_in,
            on_error=self._refused,
            owner=self,
        )

    def choose(self, brought: Path) -> None:
        """Take *brought* as the file."""
        self._brought = brought
        self.file.setText(brought.name)

    def _choose(self) -> None:
        brought = ask_file(self, tr("The file that was brought"), KINDS)
        if brought is not None:
            self.choose(brought)

    def _choose_place(self) -> None:
        chosen = ask_folder(self, tr("Where to keep the college"), self._parent_folder)
        if chosen is not None:
            self._parent_folder = chosen
            self._show_place()

    def _show_place(self) -> None:
        self._place.setText(tr("Kept in {folder}", folder=self._parent_folder))

    def _brought_in(self, folder: Path) -> None:
        self.folder = folder
        super().accept()

    def _refused(self, error: UserError) -> None:
        self.yes.setEnabled(True)
        self.form.wrong(self.secret, str(error))
