"""Questions about accounts: a new one, its duties, a new PIN or password."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lsadesk.domain.people import PersonId
from lsadesk.domain.words import folded
from lsadesk.operations.accounts import Account
from lsadesk.operations.desk import SHORTEST_SECRET
from lsadesk.operations.people import Colleague
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.people_picker import PeoplePicker
from lsadesk.ui.widgets.secret import SecretField, show_box
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountWanted:
    """What was asked for; *secret* is "" where it stays as it is."""

    login: str
    person: PersonId | None
    is_head: bool
    is_administrator: bool
    secret: str = field(default="", repr=False)


def ask_new_account(
    parent: QWidget, colleagues: Sequence[Colleague], taken: Collection[str]
) -> AccountWanted | None:
    """A new account with its first secret; None where it was cancelled."""
    question = NewAccount(parent, colleagues, taken)
    wanted = question.wanted() if question.answered() else None
    question.deleteLater()
    return wanted


def ask_duties(
    parent: QWidget, account: Account, colleagues: Sequence[Colleague], name: str
) -> AccountWanted | None:
    """Whose *account* is and its college-wide duties; *name* is whose it is now."""
    question = Question(
        parent,
        tr("Change an account"),
        tr("The duties of line manager, appraiser and deployer are set in the staff records."),
        tr("Save"),
    )
    fields = _DutyFields(colleagues)
    fields.person.choose(account.person, name)
    fields.head.setChecked(account.is_head)
    fields.administrator.setChecked(account.is_administrator)
    question.body.addWidget(fields)
    wanted = fields.wanted(account.login) if question.answered() else None
    question.deleteLater()
    return wanted


def ask_secret(parent: QWidget, login: str) -> str | None:
    """A new PIN or password for *login*; None where it was cancelled."""
    question = Question(
        parent,
        tr("New PIN or password"),
        tr(
            "For {login}. What they have not handed in yet stays closed: it was kept with the "
            "old one. Give them the new one in person, and ask them to change it.",
            login=login,
        ),
        tr("Reset"),
    )
    fields = SecretFields()
    fields.place_in(question.body)
    question.yes.clicked.disconnect()
    question.yes.clicked.connect(lambda: question.accept() if fields.is_right() else None)
    fields.first.setFocus(Qt.FocusReason.OtherFocusReason)
    secret = fields.first.text() if question.answered() else None
    question.deleteLater()
    return secret


class SecretFields(Form):
    """A PIN or password typed twice; it may be pasted and shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = self.add(
            tr("First PIN or password"),
            SecretField(),
            hint=tr("At least {number} characters.", number=SHORTEST_SECRET),
        )
        self.again = self.add(tr("The same again"), SecretField())

    def place_in(self, body: QVBoxLayout) -> None:
        """Put the fields, and the box that shows them, at the end of *body*."""
        body.addWidget(self)
        body.addWidget(show_box(self.first, self.again))

    def is_right(self) -> bool:
        """Whether both are there and the same; says beside them if not."""
        self.clear_wrong()
        if not self.first.text():
            self.wrong(self.first, tr("Choose a PIN or password."))
        elif len(self.first.text()) < SHORTEST_SECRET:
            at_least = tr("Choose at least {number} characters.", number=SHORTEST_SECRET)
            self.wrong(self.first, at_least)
        elif self.first.text() != self.again.text():
            self.wrong(self.again, tr("The two are not the same. Type it again."))
        else:
            return True
        return False


class _DutyFields(Form):
    """Whose account it is, and the two duties that are for the whole college."""

    def __init__(self, colleagues: Sequence[Colleague]) -> None:
        super().__init__()
        self.person = self.add(
            tr("Whose account"),
            PeoplePicker(),
            hint=tr("Leave it empty for somebody who is not on the staff list."),
        )
        self.person.offer(colleagues)
        self.person.not_found.connect(
            lambda _text: self.wrong(self.person, tr("Choose one of the list, or nobody."))
        )
        self.person.picked.connect(lambda _person: self.clear_wrong())
        self.head = self.tick(tr("Head of learning support"))
        self.administrator = self.tick(tr("Administrator"))

    def wanted(self, login: str, secret: str = "") -> AccountWanted:
        """What the fields say, for *login*."""
        return AccountWanted(
            login=login,
            person=self.person.chosen(),
            is_head=self.head.isChecked(),
            is_administrator=self.administrator.isChecked(),
            secret=secret,
        )


class NewAccount(Question):
    """Asks for all that a new account needs; it closes only once that is right."""

    def __init__(
        self, parent: QWidget, colleagues: Sequence[Colleague], taken: Collection[str]
    ) -> None:
        super().__init__(parent, tr("Add an account"), "", tr("Add"))
        self._names = {person.id: person.name for person in colleagues}
        self._taken = {folded(login) for login in taken}
        self.fields = _DutyFields(colleagues)
        self.login: QLineEdit = self.fields.text(
            tr("Login"), hint=tr("What they type to sign in; their name is easiest.")
        )
        self.secret = SecretFields()
        self.body.addWidget(self.fields)
        self.secret.place_in(self.body)
        self.fields.person.picked.connect(self._suggest)
        self.yes.clicked.disconnect()
        self.yes.clicked.connect(self._try)
        self.fields.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted(self) -> AccountWanted:
        """What was asked for."""
        return self.fields.wanted(" ".join(self.login.text().split()), self.secret.first.text())

    def _suggest(self, person: PersonId | None) -> None:
        """Their name, with a number where another account has it."""
        name = "" if person is None else self._names[person]
        number, login = 1, name
        while folded(login) in self._taken:
            number += 1
            login = f"{name} {number}"
        self.login.setText(login)

    def _try(self) -> None:
        self.fields.clear_wrong()
        login = folded(" ".join(self.login.text().split()))
        if not login:
            self.fields.wrong(self.login, tr("An account needs a login."))
        elif login in self._taken:
            self.fields.wrong(self.login, tr("There is an account of that name already."))
        elif self.secret.is_right():
            self.accept()
