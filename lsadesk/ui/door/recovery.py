"""Coming back in with the recovery key on paper, and choosing a new PIN or password."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from lsadesk.errors import UserError
from lsadesk.ui.tasks import Worker
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.secret import SecretField, show_box
from lsadesk.ui.words import tr

if TYPE_CHECKING:
    from lsadesk.operations.desk import Desk


class RecoveryDialog(Question):
    """Signs in with the paper; `desk` is the unlocked college once it is accepted."""

    def __init__(self, parent: QWidget | None, worker: Worker, folder: Path, login: str) -> None:
        super().__init__(
            parent,
            tr("Forgotten PIN or password"),
            tr(
                "Your administrator can give you a new one. If nobody can sign in, use the "
                "recovery key on paper: the newest sheet, locked away in the college."
            ),
            tr("Sign in with the key"),
        )
        self.desk: Desk | None = None
        self._worker, self._folder = worker, folder
        form = self.form
        self.key = form.text(tr("Recovery key"), long=True, hint=tr("Seven groups of five."))
        self.login = form.text(tr("Your name, to sign in with"), login, long=True)
        self.secret = form.add(tr("New PIN or password"), SecretField())
        self.again = form.add(tr("The same again"), SecretField())
        self.body.addWidget(show_box(self.secret, self.again))

    def accept(self) -> None:
        """Try the key; the dialog closes when it opens the college."""
        self.form.clear_wrong()
        if self.secret.text() != self.again.text():
            self.form.wrong(self.again, tr("The two differ. Type this one again."))
            return
        self.yes.setEnabled(False)
        key, login, secret = self.key.text(), self.login.text().strip(), self.secret.text()

        def call() -> "Desk":
            from lsadesk.operations.keeping.college import unlock_with_recovery

            return unlock_with_recovery(self._folder, key, login, secret)

        self._worker.do(call, self._opened, on_error=self._refused, owner=self)

    def _opened(self, desk: "Desk") -> None:
        self.desk = desk
        super().accept()

    def _refused(self, error: UserError) -> None:
        self.yes.setEnabled(True)
        self.form.wrong(self.key, str(error))
