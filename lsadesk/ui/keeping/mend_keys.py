"""Both key files of a college are damaged: its keys come back out of a copy."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from lsadesk.errors import UserError
from lsadesk.ui.keeping.earlier import KINDS, copies_in
from lsadesk.ui.tasks import Worker
from lsadesk.ui.widgets.ask import Question, ask_file
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.secret import SecretField, show_box
from lsadesk.ui.words import tr

if TYPE_CHECKING:
    from lsadesk.operations.desk import Desk


class MendKeysDialog(Question):
    """Signs in with the keys of a copy; `desk` is the unlocked college once accepted."""

    def __init__(self, parent: QWidget | None, worker: Worker, folder: Path) -> None:
        super().__init__(
            parent,
            tr("The key files of this college are damaged"),
            tr(
                "The records themselves need not be: every copy carries the keys too. Take those "
                "of the newest copy; nothing that was entered since is lost. PINs and passwords "
                "are then as on the day of that copy."
            ),
            tr("Take the keys of this copy"),
        )
        self.desk: Desk | None = None
        self._worker, self._folder = worker, folder
        form = self.form
        found = copies_in(folder)
        self.copies = form.choice(tr("Copy"), found)
        if found:
            self.copies.setCurrentIndex(0)
        else:
            self.copies.setPlaceholderText(tr("None in the college's own folder"))
        self.login = form.text(tr("Your name, to sign in with"), long=True)
        self.secret = form.add(
            tr("Your PIN or password"), SecretField(), hint=tr("As it was when the copy was made.")
        )
        self.key = form.text(
            tr("Or the recovery key on paper"),
            long=True,
            hint=tr("Seven groups of five. What you type above is your new password then."),
        )
        self.body.addWidget(show_box(self.secret))
        self.body.addWidget(button(tr("Another backup file..."), self._browse, "link"))

    def accept(self) -> None:
        """Try it; the dialog closes when the college is open."""
        self.form.clear_wrong()
        saved = self.copies.chosen()
        if not isinstance(saved, Path):
            self.form.wrong(self.copies, tr("Choose a backup file first."))
            return
        self.yes.setEnabled(False)
        login, secret = self.login.text().strip(), self.secret.text()
        key = self.key.text().strip()

        def call() -> "Desk":
            from lsadesk.operations.keeping import mending

            if key:
                return mending.mend_keys_with_recovery(saved, self._folder, key, login, secret)
            return mending.mend_keys(saved, self._folder, login, secret)

        self._worker.do(call, self._opened, on_error=self._refused, owner=self)

    def _opened(self, desk: "Desk") -> None:
        self.desk = desk
        super().accept()

    def _refused(self, error: UserError) -> None:
        self.yes.setEnabled(True)
        field = self.key if self.key.text().strip() else self.secret
        self.form.wrong(field, str(error))

    def _browse(self) -> None:
        chosen = ask_file(self, tr("Choose a backup"), KINDS, self._folder)
        if chosen is not None:
            self.copies.offer([(chosen.name, chosen), *copies_in(self._folder)], chosen)
