"""Asking for the passphrase of a packet: twice for a new one, once to open one."""

from PySide6.QtWidgets import QWidget

from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.secret import SecretField, show_box
from lsadesk.ui.words import tr

SHORTEST = 10  # as the packet itself demands


class NewPassphrase(Question):
    """Two fields that have to agree."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(
            parent,
            tr("Choose a passphrase for the packet"),
            tr(
                "Three or four words that have nothing to do with each other are good. Write it "
                "down apart from the stick: without it the packet cannot be opened by anybody."
            ),
            tr("Go on"),
        )
        form = self.form
        hint = tr("At least {number} letters", number=SHORTEST)
        self.first = form.add(tr("Passphrase"), SecretField(), hint=hint)
        self.again = form.add(tr("The same again"), SecretField())
        self.body.addWidget(show_box(self.first, self.again))
        for field in (self.first, self.again):
            field.textChanged.connect(lambda _text: self._judge())
        self._judge()

    def _judge(self) -> None:
        typed = self.first.text()
        self.yes.setEnabled(len(typed) >= SHORTEST and typed == self.again.text())


def ask_new_passphrase(parent: QWidget | None) -> str | None:
    """A passphrase for a packet that is about to be made."""
    question = NewPassphrase(parent)
    return question.first.text() if question.answered() else None


def ask_passphrase(parent: QWidget | None) -> str | None:
    """The passphrase of a packet that is to be opened."""
    question = Question(parent, tr("Passphrase of the packet"), "", tr("Open"))
    form = question.form
    field = form.add(tr("Passphrase"), SecretField())
    question.body.addWidget(show_box(field))
    return field.text() if question.answered() else None
