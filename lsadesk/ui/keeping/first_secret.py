"""The first sign-in with a PIN that somebody else chose: one's own, before anything opens."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from lsadesk.errors import UserError
from lsadesk.ui.tasks import Worker
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.guess_cost import cost_line
from lsadesk.ui.widgets.secret import SecretField, show_box
from lsadesk.ui.words import tr

if TYPE_CHECKING:
    from lsadesk.domain.keeping.guessing import GuessCost
    from lsadesk.operations.desk import Desk


class FirstSecretDialog(Question):
    """Asks for one's own secret twice; closed without it, the college stays shut."""

    def __init__(self, parent: QWidget | None, worker: Worker, desk: "Desk") -> None:
        super().__init__(
            parent,
            tr("Choose your own PIN or password"),
            tr(
                "Somebody else chose the one that you signed in with, so they know it. Choose one "
                "that only you know: it also locks your drafts and private notes, which nobody "
                "else can open then, not even an administrator."
            ),
            tr("Choose it and go in"),
        )
        self._worker, self._desk = worker, desk
        form = self.form
        self.new = form.add(
            tr("Your own PIN or password"),
            SecretField(),
            hint=tr("At least six characters; three words are best."),
        )
        self.again = form.add(tr("The same again"), SecretField())
        self.body.addWidget(show_box(self.new, self.again))
        self.cost = cost_line(self.new, worker, self._cost)
        self.body.addWidget(self.cost)
        self.no.setText(tr("Not now"))

    def accept(self) -> None:
        """Keep it; the dialog closes once it holds."""
        self.form.clear_wrong()
        if self.new.text() != self.again.text():
            self.form.wrong(self.again, tr("The two differ. Type this one again."))
            return
        self.yes.setEnabled(False)
        self.yes.setText(tr("Opening..."))
        chosen = self.new.text()

        def call() -> None:
            from lsadesk.operations.keeping import accounts

            accounts.choose_own_secret(self._desk, chosen)

        self._worker.do(call, self._chosen, on_error=self._refused, owner=self)

    def _cost(self) -> "GuessCost":
        from lsadesk.operations.keeping import accounts

        return accounts.guess_cost(self._desk)

    def _chosen(self, _nothing: None) -> None:
        super().accept()

    def _refused(self, error: UserError) -> None:
        self.yes.setEnabled(True)
        self.yes.setText(tr("Choose it and go in"))
        self.form.wrong(self.new, str(error))
