"""Questions about accounts: a new one, its duties, a new PIN or password."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.words import folded
from lsadesk.operations.desk import SHORTEST_SECRET
from lsadesk.operations.keeping.accounts import Account
from lsadesk.operations.staff.people import Colleague
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.people_picker import PeoplePicker
from lsadesk.ui.widgets.secret import SecretField, show_box
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccountWanted:
    """A new account that was asked for."""

    login: str
    person: PersonId | None
    secret: str = field(repr=False)
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretWanted:
    """A first secret for an account; *is_own*: its holder typed it in themselves."""

    secret: str = field(repr=False)
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DutiesWanted:
    """Whose an account is to be, and its two duties for the whole college."""

    person: PersonId | None
    is_head: bool
    is_administrator: bool


def ask_new_account(
    parent: QWidget, colleagues: Sequence[Colleague], taken: Collection[str]
) -> NewAccountWanted | None:
    """A new account with its first secret; None where it was cancelled."""
    question = NewAccount(parent, colleagues, taken)
    return question.wanted() if question.answered() else None


def ask_duties(
    parent: QWidget, account: Account, colleagues: Sequence[Colleague], name: str
) -> DutiesWanted | None:
    """Whose *account* is and its college-wide duties; *name* is whose it is now."""
    question = Question(
        parent,
        tr("Change an account"),
        _duties_words(),
        tr("Save"),
    )
    form = question.form
    person = _whose(form, colleagues)
    person.choose(account.person, name)
    head = form.tick(tr("Head of learning support"), account.is_head)
    administrator = form.tick(tr("Administrator"), account.is_administrator)
    question.yes.clicked.disconnect()
    question.yes.clicked.connect(
        lambda: question.accept() if person.is_clear() else _ask_again(form, person)
    )
    answered = question.answered()
    if not answered:
        return None
    return DutiesWanted(
        person=person.chosen(),
        is_head=head.isChecked(),
        is_administrator=administrator.isChecked(),
    )


def ask_secret(parent: QWidget, login: str, *, keeps_private: bool = False) -> SecretWanted | None:
    """A new PIN or password for *login*; None where it was cancelled.

    *keeps_private*: the recovery key on paper would keep their drafts.
    """
    question = Question(
        parent,
        tr("New PIN or password"),
        tr(
            "For {login}. What they handed in stays. Drafts and private notes that they have not "
            "handed in are lost with the old one: nobody can open those again, and neither can "
            "you. Give them the new one in person; they choose their own when they next sign in. "
            "The reset is put on the trail.",
            login=login,
        ),
        tr("Reset"),
    )
    if keeps_private:
        better = tr(
            "To keep them, bring the recovery key on paper instead: “Forgotten your PIN?” at the "
            "sign-in page."
        )
        question.body.addWidget(label(better))
    fields = SecretFields()
    fields.place_in(question.body)
    question.yes.clicked.disconnect()
    question.yes.clicked.connect(lambda: question.accept() if fields.is_right() else None)
    fields.first.setFocus(Qt.FocusReason.OtherFocusReason)
    return fields.wanted() if question.answered() else None


class SecretFields(Form):
    """A PIN or password typed twice; it may be pasted and shown."""

    def __init__(self) -> None:
        super().__init__()
        self.first = self.add(
            tr("First PIN or password"),
            SecretField(),
            hint=tr("At least {number} characters.", number=SHORTEST_SECRET),
        )
        self.again = self.add(tr("The same again"), SecretField())
        self.own = self.tick(tr("They are here and typed it in themselves"))

    def wanted(self) -> SecretWanted:
        """What was chosen, and by whom."""
        return SecretWanted(secret=self.first.text(), is_own=self.own.isChecked())

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


def _whose(form: Form, colleagues: Sequence[Colleague]) -> PeoplePicker:
    """Add the field for the person whose account it is."""
    picker = form.add(tr("Whose account"), PeoplePicker(), hint=tr("Empty: not on the staff list."))
    picker.offer(colleagues)
    picker.not_found.connect(lambda _text: _ask_again(form, picker))
    picker.picked.connect(lambda _person: form.clear_wrong())
    return picker


def _ask_again(form: Form, picker: PeoplePicker) -> None:
    form.wrong(picker, tr("Choose one of the list, or nobody."))


def _duties_words() -> str:
    return tr("The duties of line manager, appraiser and deployer are set in the staff records.")


class NewAccount(Question):
    """Asks for all that a new account needs; it closes only once that is right."""

    def __init__(
        self, parent: QWidget, colleagues: Sequence[Colleague], taken: Collection[str]
    ) -> None:
        super().__init__(parent, tr("Add an account"), _duties_words(), tr("Add"))
        self._names = {person.id: person.name for person in colleagues}
        self._taken = {folded(login) for login in taken}
        self.fields = Form()
        self.person = _whose(self.fields, colleagues)
        self.login = self.fields.text(tr("Login"), hint=tr("What they sign in with."))
        self.secret = SecretFields()
        self.body.addWidget(self.fields)
        self.secret.place_in(self.body)
        self.person.picked.connect(self._suggest)
        self.yes.clicked.disconnect()
        self.yes.clicked.connect(self._try)
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted(self) -> NewAccountWanted:
        """What was asked for."""
        first = self.secret.wanted()
        return NewAccountWanted(
            login=" ".join(self.login.text().split()),
            person=self.person.chosen(),
            secret=first.secret,
            is_own=first.is_own,
        )

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
        if not self.person.is_clear():
            _ask_again(self.fields, self.person)
        elif not login:
            self.fields.wrong(self.login, tr("An account needs a login."))
        elif login in self._taken:
            self.fields.wrong(self.login, tr("There is an account of that name already."))
        elif self.secret.is_right():
            self.accept()
