"""The sign-in page: who are you, and your PIN or password."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListView, QWidget

from lsadesk.ui.door.welcome import Card
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label, set_property
from lsadesk.ui.widgets.laid import Fill, in_row
from lsadesk.ui.widgets.secret import SecretField, show_box
from lsadesk.ui.words import tr

SHOWN = 5


class _LoginField(QLineEdit):
    """Hands the up and down keys to the list under it."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose in the list; all else is typing."""
        steps = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key())
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(steps)


class SignInPage(QWidget):
    """Emits `submitted(login, secret)`; what came of it is told by `refused` or by leaving.

    Nobody is listed until a letter is typed: a shared screen should not show who works here.
    """

    submitted = Signal(str, str)
    other_asked = Signal()
    forgotten = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("page")
        self.appearance = appearance
        self._logins: tuple[str, ...] = ()
        self._seconds = 0
        self._ready = False
        self._asked = False
        self._waiting = QTimer(self)
        self._waiting.setInterval(1000)
        self._waiting.timeout.connect(self._second_passed)
        self._build()

    def show_college(self, name: str, login: str = "") -> None:
        """Begin afresh for the college *name*; *login* fills in who was here before a lock."""
        self._title.setText(name)
        self._logins = ()
        self._asked = self._ready = False
        self._waiting.stop()
        self._note.clear()
        self._tell("")
        self.login.setText(login)
        self.secret.clear()
        self._show_box.setChecked(False)
        self._let()
        (self.secret if login else self.login).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_logins(self, logins: Sequence[str], others: str = "") -> None:
        """Who has an account, once the college has been looked at; *others*: who else is in."""
        self._logins = tuple(logins)
        self._ready = True
        self._note.setText(others)
        self._note.setVisible(bool(others))
        if len(self._logins) == 1 and not self.login.text():
            self.login.setText(self._logins[0])
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer(self.login.text())
        self._let()
        if self._asked:
            self._complete()
            self.submitted.emit(self.login.text().strip(), self.secret.text())

    def refused(self, sentence: str, wait: int = 0) -> None:
        """Say why not; another try is possible in *wait* seconds."""
        self._asked = False
        self._seconds = wait
        self.secret.clear()
        self._tell(sentence)
        if wait:
            self._waiting.start()
        self._let()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Let go of the secret that was typed."""
        self.secret.clear()
        self._asked = False

    def _build(self) -> None:
        rows = Card(self).rows
        self._title = label("", "title")
        self._note = label("", "muted")
        self._note.hide()
        self.login, self.names = _LoginField(), self._make_list()
        self.secret = SecretField()
        self._error, self._caps = (
            label("", "error"),
            label(tr("Caps lock seems to be on."), "muted"),
        )
        self._error.hide()
        self._caps.hide()
        self._show_box = show_box(self.secret)
        rows.addWidget(self._title)
        rows.addWidget(self._note)
        rows.addSpacing(16)
        for name, field, hint in (
            (tr("Who are you?"), self.login, tr("Type a few letters of your name.")),
            (tr("PIN or password"), self.secret, ""),
        ):
            tag = label(name, "label")
            tag.setBuddy(field)
            field.setAccessibleName(name)
            field.setAccessibleDescription(hint)
            field.setPlaceholderText(hint)
            rows.addWidget(tag)
            rows.addWidget(field)
            if field is self.login:
                rows.addWidget(self.names)
                rows.addSpacing(12)
        rows.addWidget(self._show_box)
        rows.addWidget(self._caps)
        rows.addWidget(self._error)
        rows.addSpacing(16)
        self._finish(rows.addLayout)
        self._wire()

    def _finish(self, add_layout: Callable[[QHBoxLayout], None]) -> None:
        self.enter = button(tr("Sign in"), self._submit, "primary")
        self.enter.setDefault(True)
        self.help = button(tr("Forgotten your PIN?"), self.forgotten.emit, "link")
        self.other = button(tr("Another college..."), self.other_asked.emit, "link")
        add_layout(in_row(self.enter, Fill(), self.help, self.other))

    def _make_list(self) -> QListView:
        names = QListView()
        names.setModel(QStringListModel(names))
        names.setAccessibleName(tr("Names that match"))
        names.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        names.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        names.hide()
        return names

    def _wire(self) -> None:
        self.login.textEdited.connect(self._offer)
        self.login.moved.connect(self._move)
        self.login.returnPressed.connect(self._take)
        self.login.editingFinished.connect(self._complete)
        self.names.clicked.connect(lambda _index: self._take())
        self.secret.returnPressed.connect(self._submit)
        self.secret.caps_lock.connect(self._caps.setVisible)

    def _offer(self, typed: str) -> None:
        found = self._matching(typed)
        if found[:1] == [typed]:
            found = []
        model = self.names.model()
        assert isinstance(model, QStringListModel)  # noqa: S101  set in _make_list
        model.setStringList(found[:SHOWN])
        self.names.setCurrentIndex(model.index(0))
        self.names.setVisible(bool(found) and self.login.hasFocus())
        row = self.names.sizeHintForRow(0)
        self.names.setFixedHeight(len(found[:SHOWN]) * row + 2 * self.names.frameWidth() + 2)

    def _matching(self, typed: str) -> list[str]:
        """The logins with *typed* in them, those that begin with it first."""
        folded = typed.strip().casefold()
        found = [name for name in self._logins if folded and folded in name.casefold()]
        return sorted(
            found, key=lambda name: (not name.casefold().startswith(folded), name.casefold())
        )

    def _complete(self) -> None:
        """Where a few letters leave only one name, take it: whoever goes on means that one."""
        self.names.hide()
        typed = self.login.text().strip().casefold()
        found = self._matching(typed)
        same = [name for name in found if name.casefold() == typed]
        if len(same or found) == 1:
            self.login.setText((same or found)[0])

    def _move(self, steps: int) -> None:
        row = self.names.currentIndex().row() + steps
        self.names.setCurrentIndex(self.names.model().index(row % max(1, self._shown()), 0))

    def _shown(self) -> int:
        return self.names.model().rowCount()

    def _take(self) -> None:
        if self.names.isVisible() and self.names.currentIndex().isValid():
            self.login.setText(str(self.names.currentIndex().data()))
        self.names.hide()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        if self._waiting.isActive() or not self.enter.isEnabled():
            return
        if not self.login.text().strip() or not self.secret.text():
            self._tell(tr("Type your name and your PIN or password."))
            return
        self._asked = True
        self._tell("")
        self._let()
        if self._ready:
            self.submitted.emit(self.login.text().strip(), self.secret.text())

    def _second_passed(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._waiting.stop()
            self._tell(tr("That was not right. You can try again now."))
        self._let()

    def _tell(self, sentence: str) -> None:
        self._error.setText(sentence and f"! {sentence}")
        self._error.setVisible(bool(sentence))
        self.secret.setAccessibleDescription(sentence)
        set_property(self.secret, "wrong", bool(sentence))

    def _let(self) -> None:
        self.enter.setEnabled(not self._asked and not self._waiting.isActive())
        if self._waiting.isActive():
            self.enter.setText(tr("Wait {seconds} s", seconds=self._seconds))
        else:
            self.enter.setText(tr("Opening...") if self._asked else tr("Sign in"))
