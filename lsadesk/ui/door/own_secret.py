"""Changing one's own PIN or password."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from lsadesk.errors import UserError
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.guess_cost import cost_line
from lsadesk.ui.widgets.secret import SecretField, show_box
from lsadesk.ui.words import tr

if TYPE_CHECKING:
    from lsadesk.domain.keeping.guessing import GuessCost
    from lsadesk.operations.desk import Desk


class OwnSecretDialog(Question):
    """Asks for the old one and for the new one twice; it closes once the new one holds."""

    def __init__(self, parent: QWidget | None, context: TabContext) -> None:
        super().__init__(
            parent,
            tr("Change my PIN or password"),
            tr("The new one holds from now on. Nothing that you wrote is lost."),
            tr("Change"),
        )
        self._context = context
        form = self.form
        self.old = form.add(tr("Your PIN or password now"), SecretField())
        self.new = form.add(
            tr("The new one"),
            SecretField(),
            hint=tr("At least six characters; three words are best."),
        )
        self.again = form.add(tr("The new one again"), SecretField())
        self.body.addWidget(show_box(self.old, self.new, self.again))
        self.body.addWidget(cost_line(self.new, context.worker, self._cost))

    def accept(self) -> None:
        """Try it; the dialog closes when the new one is kept."""
        self.form.clear_wrong()
        if not self.old.text():
            self.form.wrong(self.old, tr("Type the one that you signed in with."))
        elif self.new.text() != self.again.text():
            self.form.wrong(self.again, tr("The two differ. Type this one again."))
        else:
            self._change(self.old.text(), self.new.text())

    def _cost(self) -> "GuessCost":
        from lsadesk.operations.keeping import accounts

        return accounts.guess_cost(self._context.desk)

    def _change(self, old: str, new: str) -> None:
        self.yes.setEnabled(False)
        self.yes.setText(tr("Changing it..."))

        def call(desk: "Desk") -> None:
            from lsadesk.operations.keeping import accounts

            accounts.change_own_secret(desk, old, new)

        self._context.read(call, self._changed, on_error=self._refused, owner=self)

    def _changed(self, _nothing: None) -> None:
        super().accept()
        self._context.say(tr("Changed. Sign in with the new one from now on."))

    def _refused(self, error: UserError) -> None:
        self.yes.setEnabled(True)
        self.yes.setText(tr("Change"))
        wrong_old = hasattr(error, "wait")  # too short is about the new one
        self.form.wrong(self.old if wrong_old else self.new, str(error))
